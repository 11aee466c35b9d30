using System.Text.Json;
using ReimbursementRules.Claims;

namespace ReimbursementRules.Reports;

/// <summary>Writes what a member has used and whose it is, in the keys of history files.</summary>
internal static class JsonHistory
{
    public static void Write(Utf8JsonWriter json, History history)
    {
        var origin = history.Origin;
        json.WriteStartObject();
        json.WriteText("member", origin.Member);
        json.WriteText("rulebook", origin.Rulebook);
        json.WriteText("version", origin.Version);
        json.WriteText("fingerprint", origin.Fingerprint);
        json.WriteText("claim", origin.Claim);
        if (origin.Through is { } day)
            json.WriteText("through", Words.Day(day));
        json.WriteList("entries", history.Entries, entry => Entry(json, entry));
        json.WriteEndObject();
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
