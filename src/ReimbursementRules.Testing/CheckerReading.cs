using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReimbursementRules.Testing;

/// <summary>Reads the numbers of a settlement's JSON, and adds some up, for <see cref="SettlementChecker"/>.</summary>
internal static partial class CheckerReading
{
    [GeneratedRegex(@"[\d,]+\.\d\d(?![\d%])|[\d.]+%|(?<=^|[：: ])\d+(?= days?\b| 日)", RegexOptions.None, 1000)]
    private static partial Regex Numbers();

    public static List<string> Told(string sentence) => [.. Numbers().Matches(sentence).Select(match => match.Value)];

    /// <summary>The number of a sentence or a rate; 0 of what is none, or is larger than any.</summary>
    public static decimal Value(string number) =>
        decimal.TryParse(number.TrimEnd('%'), CultureInfo.InvariantCulture, out var value) && value < 1_000_000_000_000_000 ? value : 0;

    public static decimal Number(JsonElement of, string key) => of.TryGetProperty(key, out var number) ? number.GetDecimal() : 0;

    public static decimal Percent(JsonElement of, string key) => of.TryGetProperty(key, out var rate) ? Value(rate.GetString()!) / 100 : 0;

    public static string Text(JsonElement of, string key) => of.TryGetProperty(key, out var text) ? text.GetString()! : "";

    public static decimal Round(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>What a fee has above the price and quantity that an item states. A listed price, which the JSON does not have, may be
    /// lower: then more is above it.</summary>
    public static decimal Above(JsonElement item, decimal fee) =>
        !item.TryGetProperty("ceiling_price", out var price)
            ? 0
            : Math.Max(0, fee - Round(price.GetDecimal() * (Text(item, "quantity") is { Length: > 0 } quantity ? Value(quantity) : 1)));

    /// <summary>What some of these sums come to together; each may be one of several.</summary>
    public static decimal[] Sums(IEnumerable<decimal[]> all)
    {
        decimal[] sums = [0];
        foreach (var one in all.Take(12))
            sums = [.. sums.Concat(one.SelectMany(more => sums.Select(sum => sum + more))).Distinct()];
        return sums;
    }

    public static decimal Add<T>(Dictionary<T, decimal> sums, T key, decimal amount)
        where T : notnull => sums[key] = sums.GetValueOrDefault(key) + amount;
}
