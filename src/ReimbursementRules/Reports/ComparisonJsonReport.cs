using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Writes a comparison of two rulebooks as JSON, with every claim.</summary>
public static class ComparisonJsonReport
{
    /// <summary>The comparison as indented JSON, in a fixed order; amounts are numbers with two decimals.</summary>
    /// <param name="comparison">What changed from one rulebook to the other.</param>
    /// <param name="claims">What they make of claims; may be left out.</param>
    public static string Write(RulebookComparison comparison, ClaimsComparison? claims = null)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteText("before", comparison.Before.Id);
            json.WriteText("after", comparison.After.Id);
            json.WriteText("before_name", comparison.NameBefore);
            json.WriteText("after_name", comparison.NameAfter);
            Day(json, "before_on", comparison.Before.Compiled.Policy.OneDay);
            Day(json, "after_on", comparison.After.Compiled.Policy.OneDay);
            Day(json, "from", comparison.From > DateOnly.MinValue ? comparison.From : null);
            Array(json, "changes", comparison.Changes, Change);
            Array(json, "cases", comparison.Cases, Cases);
            Array(json, "too_large", comparison.TooLarge, (to, name) => to.WriteText("table", name));
            if (claims is not null)
                Claims(json, claims);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Day(Utf8JsonWriter json, string key, DateOnly? day)
    {
        if (day is { } one)
            json.WriteText(key, IsoDay.Show(one));
    }

    private static void Change(Utf8JsonWriter json, RuleChange change)
    {
        json.WriteText("where", change.Where);
        json.WriteWord("kind", change.Kind);
        Value(json, "before", change.Before);
        Value(json, "after", change.After);
        json.WriteStartArray("cases");
        foreach (var line in change.Cases)
            json.WriteStringValue(line.Written);
        json.WriteEndArray();
        Array(json, "cases_text", change.Cases, (to, line) => to.WriteWords(line.Text));
    }

    private static void Value(Utf8JsonWriter json, string key, StatedValue? value)
    {
        if (value is null)
            return;
        json.WriteStartObject(key);
        json.WriteText("says", value.Says.Written);
        json.WriteText("text", value.Says.Text);
        json.WriteSource(value.Source);
        json.WriteEndObject();
    }

    private static void Cases(Utf8JsonWriter json, AffectedCases cases)
    {
        json.WriteText("where", cases.Where);
        Words(json, "facts", cases.Facts);
        Words(json, "before", cases.Before);
        Words(json, "after", cases.After);
    }

    private static void Words(Utf8JsonWriter json, string key, PolicyWords? words)
    {
        if (words is not { Written.Length: > 0 })
            return;
        json.WriteText(key, words.Written);
        json.WriteText($"{key}_text", words.Text);
    }

    private static void Claims(Utf8JsonWriter json, ClaimsComparison claims)
    {
        if (NotCompared.In(claims) is { } left)
        {
            json.WriteStartObject("not_compared");
            json.WriteNumber("count", left.Claims);
            json.WriteNumber("of", left.Of);
            json.WritePropertyName("bill");
            json.WriteRawValue((left.Bill / 100).ToString("0.00", CultureInfo.InvariantCulture));
            json.WriteNumber("unread", left.Unread);
            json.WriteEndObject();
        }

        json.WriteMoney("bill", claims.Bill);
        Sum(json, "winners", claims.Winners);
        Sum(json, "losers", claims.Losers);
        json.WriteNumber("unchanged", claims.Unchanged);
        Array(json, "bearers", [.. claims.Funds, claims.Patient, claims.Account, claims.Cash, claims.Hospital], Bearer);
        Array(json, "groups", claims.Groups, Group);
        Array(json, "claims", claims.Claims, Claim);
        Array(json, "unsettled", claims.Unsettled, Unsettled);
    }

    private static void Sum(Utf8JsonWriter json, string key, EffectSum sum)
    {
        json.WriteStartObject(key);
        json.WriteNumber("count", sum.Count);
        json.WriteMoney("sum", sum.Sum);
        json.WriteEndObject();
    }

    private static void Bearer(Utf8JsonWriter json, BearerEffect bearer)
    {
        json.WriteText("id", bearer.Id);
        json.WriteText("title", bearer.Title);
        json.WriteMoney("before", bearer.Before);
        json.WriteMoney("after", bearer.After);
    }

    private static void Group(Utf8JsonWriter json, GroupEffect group)
    {
        json.WriteText("fact", group.Fact);
        Words(json, "word", group.Word);
        json.WriteNumber("count", group.Claims);
        json.WriteMoney("before", group.Before);
        json.WriteMoney("after", group.After);
    }

    private static void Claim(Utf8JsonWriter json, ClaimEffect claim)
    {
        json.WriteNumber("number", claim.Number);
        json.WriteText("id", claim.Id);
        json.WriteText("member", claim.Member);
        json.WriteMoney("bill", claim.Bill);
        json.WriteMoney("before", claim.Before);
        json.WriteMoney("after", claim.After);
    }

    private static void Unsettled(Utf8JsonWriter json, UnsettledClaim claim)
    {
        json.WriteNumber("number", claim.Number);
        json.WriteText("id", claim.Id);
        json.WriteText("member", claim.Member);
        Array(json, "before", claim.Before, Problem);
        Array(json, "after", claim.After, Problem);
    }

    private static void Problem(Utf8JsonWriter json, Problem problem)
    {
        json.WriteText("place", problem.Place.ToString());
        json.WriteText("code", problem.Code);
        json.WriteText("message", problem.Text);
    }

    private static void Array<T>(Utf8JsonWriter json, string key, IEnumerable<T> all, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(key);
        foreach (var one in all)
        {
            json.WriteStartObject();
            write(json, one);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
