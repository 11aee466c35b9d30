using System.Text.Json;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.Reports;

/// <summary>Writes what a rulebook calls those of its own facts, words and steps of which a settlement tells.</summary>
internal static class JsonTitles
{
    public static void Write(Utf8JsonWriter json, Settlement settlement)
    {
        if (settlement.Legend.Facts.Own.Count > 0)
            Facts(json, settlement);
        if (settlement.Legend.StepTitles.Count > 0)
            Steps(json, settlement);
    }

    private static void Facts(Utf8JsonWriter json, Settlement settlement)
    {
        var claim = settlement.Claim;
        var stated = claim
            .Attributes.Concat(
                claim.Items.SelectMany(item =>
                    item.Attributes.Select(pair => new KeyValuePair<string, string>($"item.{pair.Key}", pair.Value))
                )
            )
            .Concat(claim.Member.Age is null ? [] : [new("age", "")])
            .Where(pair => settlement.Legend.Facts.Own.ContainsKey(pair.Key))
            .GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)
            .OrderBy(fact => fact.Key, StringComparer.Ordinal)
            .ToList();
        if (stated.Count == 0)
            return;
        json.WriteStartObject("fact_titles");
        foreach (var fact in stated)
            Fact(json, fact.Key, settlement.Legend.Facts.Own[fact.Key], fact);
        json.WriteEndObject();
    }

    private static void Fact(Utf8JsonWriter json, string fact, FactTitle titled, IEnumerable<string> words)
    {
        json.WriteStartObject(fact);
        if (titled.Title is { } title)
            json.WriteText("title", title);
        var called = words.Distinct(StringComparer.Ordinal).Where(titled.Words.ContainsKey).Order(StringComparer.Ordinal).ToList();
        if (called.Count > 0)
        {
            json.WriteStartObject("words");
            foreach (var word in called)
                json.WriteText(word, titled.Words[word]);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Steps(Utf8JsonWriter json, Settlement settlement)
    {
        var told = settlement
            .Steps.Select(step => $"{step.Layer}.{step.Step}")
            .Concat(settlement.Parts.Select(part => part.Name))
            .Concat(settlement.HistoryBefore.Entries.Concat(settlement.History.Entries).Select(entry => entry.What))
            .ToHashSet(StringComparer.Ordinal);
        var titles = settlement
            .Legend.StepTitles.Where(title => told.Contains(title.Key))
            .OrderBy(title => title.Key, StringComparer.Ordinal)
            .ToList();
        if (titles.Count == 0)
            return;
        json.WriteStartObject("step_titles");
        foreach (var (step, title) in titles)
            json.WriteText(step, title);
        json.WriteEndObject();
    }
}
