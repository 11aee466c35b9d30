using System.Text.Json;
using ReimbursementRules.Claims;

namespace ReimbursementRules.Reports;

/// <summary>Writes what a member has used, in the keys of history files.</summary>
internal static class JsonHistory
{
    public static void Write(Utf8JsonWriter json, History history)
    {
        json.WriteStartArray();
        foreach (var entry in history.Entries)
            Entry(json, entry);
        json.WriteEndArray();
    }

    public static void Entry(Utf8JsonWriter json, HistoryEntry entry)
    {
        json.WriteStartObject();
        json.WriteText("what", entry.What);
        json.WriteText("each", entry.Each ?? "");
        json.WriteWord("per", entry.Per);
        json.WriteText("since", Words.Day(entry.Since));
        if (entry.Times != 0)
            json.WriteNumber("times", entry.Times);
        else
            json.WriteMoney("amount", entry.Amount);
        json.WriteEndObject();
    }
}
