using System.Text.Json;
using System.Text.Json.Nodes;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Laws;

/// <summary>What settlements say, for holding one against another.</summary>
internal static class SettledText
{
    private static readonly JsonSerializerOptions Lines = new() { WriteIndented = true };

    /// <summary>Everything.</summary>
    public static string Whole(Settlement settlement) => JsonReport.Write(settlement);

    /// <summary>Everything but the order of the items.</summary>
    public static string WithoutOrder(Settlement settlement)
    {
        var json = Read(settlement);
        var stated = json["claim"]!["items"]!.AsArray();
        foreach (var finding in json["findings"]!.AsArray())
            if (finding!["item"] is { } item)
                finding["item"] = stated[item.GetValue<int>() - 1]!.DeepClone();
        var items = json["items"]!.AsArray().Select((item, i) => $"{stated[i]!.ToJsonString()} {item!.ToJsonString()}");
        json["items"] = Sorted(items);
        json["findings"] = Sorted(json["findings"]!.AsArray().Select(finding => finding!.ToJsonString()));
        json["claim"]!.AsObject().Remove("items");
        json.Remove("linked");
        foreach (var move in Moves(json))
            if (move["items"] is JsonArray parts)
                move["items"] = Sorted(parts.Select(part => part!.ToJsonString()));
        return json.ToJsonString(Lines);
    }

    /// <summary>What does not name single items: sums, parts, steps and the running sums.</summary>
    public static string WithoutItems(Settlement settlement)
    {
        var json = Read(settlement);
        foreach (var key in (string[])["items", "claim", "linked", "findings"])
            json.Remove(key);
        foreach (var move in Moves(json))
            move.Remove("items");
        return json.ToJsonString(Lines);
    }

    /// <summary>The running sums alone.</summary>
    public static string History(Claims.History history) =>
        string.Join(
            '\n',
            history.Entries.Select(entry => $"{entry.What} '{entry.Each}' {entry.Per} {entry.Since:O} {entry.Amount} {entry.Times}")
        );

    /// <summary>Where two texts differ first; null where they are the same.</summary>
    /// <param name="expected">What should be said.</param>
    /// <param name="found">What is said.</param>
    public static BilingualText? Difference(string expected, string found)
    {
        if (expected == found)
            return null;
        var (one, other) = (expected.Split('\n'), found.Split('\n'));
        var at = Enumerable.Range(0, Math.Max(one.Length, other.Length)).First(i => At(one, i) != At(other, i));
        var place = $"{at + 1}";
        return new(
            $"line {place} of the settlement was expected to say `{At(one, at).Trim()}` and says `{At(other, at).Trim()}`.",
            $"结算结果第 {place} 行应为“{At(one, at).Trim()}”，而现为“{At(other, at).Trim()}”。"
        );
    }

    private static string At(string[] lines, int at) => at < lines.Length ? lines[at] : "";

    private static JsonObject Read(Settlement settlement) => JsonNode.Parse(JsonReport.Write(settlement))!.AsObject();

    private static IEnumerable<JsonObject> Moves(JsonObject json) =>
        json["steps"]!.AsArray().SelectMany(step => step!["moves"]!.AsArray()).Select(move => move!.AsObject());

    private static JsonArray Sorted(IEnumerable<string> texts) =>
        [.. texts.Order(StringComparer.Ordinal).Select(text => (JsonNode)JsonValue.Create(text))];
}
