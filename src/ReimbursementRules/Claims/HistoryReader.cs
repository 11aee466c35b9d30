using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims;

/// <summary>Reads histories: a list of entries, alone or under the key <c>history</c> of a settlement's JSON.</summary>
internal static class HistoryReader
{
    public static History ReadFile(string path)
    {
        var problems = new ProblemLog();
        var history = NodeReader.ReadFile(path, problems) is { } node ? Read(node.Optional("history") ?? node) : History.Empty;
        problems.ThrowForInput();
        return history;
    }

    /// <summary>Reads a history.</summary>
    /// <param name="node">The list, or a mapping that has it under <c>entries</c> and says whose it is.</param>
    /// <param name="mayBeNegative">Whether a sum may be below zero, as it may after a reversal; such a history is told when it is handed
    /// in.</param>
    public static History Read(Node node, bool mayBeNegative = false)
    {
        node.Begins("history");
        if (node.Optional("entries")?.Begins("history") is not { } list)
            return History.Of(Entries(node, mayBeNegative));
        node.OnlyKeys("member", "rulebook", "version", "fingerprint", "claim", "through", "entries");
        return History.Of(
            Entries(list, mayBeNegative),
            new()
            {
                Member = node.Optional("member")?.PlainId() ?? "",
                Rulebook = node.Optional("rulebook")?.Id() ?? "",
                Version = node.Optional("version")?.Text() ?? "",
                Fingerprint = node.Optional("fingerprint")?.Text() ?? "",
                Claim = node.Optional("claim")?.PlainId() ?? "",
                Through = node.Optional("through")?.Date(),
            }
        );
    }

    private static IEnumerable<HistoryEntry> Entries(Node node, bool mayBeNegative)
    {
        var entries = node.Items().Select(entry => Entry(entry, mayBeNegative)).ToList();
        foreach (var (entry, second) in entries.Zip(node.Elements).GroupBy(pair => pair.First.Key).SelectMany(same => same.Skip(1)))
            second.Wrong(
                "history.twice",
                $"'{entry.What}' stands a second time for the same period. Keep one entry.",
                $"同一期间的“{entry.What}”重复。请只保留一条。"
            );
        return entries.DistinctBy(entry => entry.Key);
    }

    public static HistoryEntry Entry(Node node, bool mayBeNegative)
    {
        node.OnlyKeys("what", "each", "per", "since", "amount", "times");
        var amount = node.Optional("amount");
        var times = node.Optional("times");
        if (node.IsMapping && (amount is null) == (times is null))
            node.Wrong("history.value", "an entry has either 'amount' or 'times'.", "每条记录应有“amount”或“times”之一。");
        return new(
            node["what"].Id(),
            node.Optional("each")?.Plain(),
            node["per"].OneOf(("day", Period.Day), ("month", Period.Month), ("year", Period.Year)),
            node["since"].Date(),
            (mayBeNegative ? amount?.SignedMoney() : amount?.Money()) ?? Money.Zero,
            (mayBeNegative ? times?.SignedWhole() : times?.Whole(0, History.MostTimes)) ?? 0
        )
        {
            Place = node.Place,
        };
    }
}
