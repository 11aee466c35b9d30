using System.Globalization;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims;

/// <summary>Reads histories: a list of entries, alone or under the key <c>history</c> of a settlement's JSON.</summary>
internal static class HistoryReader
{
    public static History ReadFile(string path)
    {
        var problems = new List<Problem>();
        var history = NodeReader.ReadFile(path, problems) is { } node ? Read(node.IsMapping ? node["history"] : node) : History.Empty;
        return problems.Count == 0 ? history : throw new ClaimException(problems);
    }

    public static History Read(Node node) => History.Of(node.Items().Select(Entry));

    private static HistoryEntry Entry(Node node)
    {
        node.OnlyKeys("what", "each", "per", "since", "amount", "times");
        var amount = node.Optional("amount");
        var times = node.Optional("times");
        if (node.IsMapping && (amount is null) == (times is null))
            node.Wrong("history.value", "an entry has either 'amount' or 'times'.", "每条记录应有“amount”或“times”之一。");
        var count = times?.Whole() ?? 0;
        if (count > 1_000_000)
            times!.Wrong("number.form", $"'{count.ToString(CultureInfo.InvariantCulture)}' is too many times. At most 1,000,000.", $"次数“{count.ToString(CultureInfo.InvariantCulture)}”过多，最多 1,000,000。");
        return new(
            node["what"].Id(),
            node.Optional("each")?.Text(),
            node["per"].OneOf("day", "month", "year") switch { "day" => Period.Day, "month" => Period.Month, _ => Period.Year },
            node["since"].Date(),
            amount?.Money() ?? Money.Zero,
            (int)Math.Min(count, 1_000_000))
        {
            Place = node.Place,
        };
    }
}
