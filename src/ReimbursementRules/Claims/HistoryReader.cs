using System.Text.Json.Nodes;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Claims;

/// <summary>Reads histories: a list of entries, alone or under the key <c>history</c> of a settlement's JSON.</summary>
internal static class HistoryReader
{
    private static readonly KeyTable EntryKeys = new(
        Need("what", ValueForms.Id, "是什么：哪一项累计，如 basic.deductible", "which sum, such as basic.deductible"),
        May("each", ValueForms.Text, "各：按哪个词分别累计的，如病种", "for which word it is counted apart, such as a disease"),
        Need("per", draft => ValueForms.OrChinese(RunningPeriods.Form(draft)), "周期：多久累计一次", "after which time it begins anew"),
        Need("since", ValueForms.Day, "从哪天起：这个周期的第一天", "the first day of the period"),
        May("amount", ValueForms.Money, "金额：已累计多少", "what has added up"),
        May("times", ValueForms.Whole(0, History.MostTimes), "次数：已用几次", "how often")
    )
    {
        MayBeChinese = true,
    };

    private static readonly KeyTable FileKeys = new(
        May("member", ValueForms.Text, "参保人：累计记录是谁的", "whose history it is"),
        May("rulebook", ValueForms.Id, "规则册", "the rulebook that settled the claims"),
        May("version", ValueForms.Text, "版本名", "its version"),
        May("fingerprint", ValueForms.Text, "指纹：哪一稿文字", "the fingerprint of its text"),
        May("claim", ValueForms.Text, "单据：算到哪一张", "the last claim"),
        May("through", ValueForms.Day, "算到哪天", "the day of the last claim"),
        Need("entries", ValueForms.List(EntryKeys.Schema), "各条：累计记录的各条", "the entries")
    )
    {
        MayBeChinese = true,
    };

    /// <summary>The form of a history.</summary>
    public static JsonObject Form(SchemaDraft draft) =>
        draft.Shared("history", () => ValueForms.AnyOf(ValueForms.List(EntryKeys.Schema)(draft), FileKeys.Schema(draft)));

    /// <summary>The form of a file: a history, or the JSON of a settlement that has one.</summary>
    public static JsonObject File(SchemaDraft draft) =>
        ValueForms.AnyOf(
            Form(draft),
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["history"] = Form(draft) },
                ["required"] = new JsonArray("history"),
            }
        );

    public static History ReadFile(string path)
    {
        var problems = new ProblemLog();
        var history = NodeReader.ReadFile(path, problems) is { } node ? OfFile(node) : History.Empty;
        problems.ThrowForInput();
        return history;
    }

    private static History OfFile(Node node)
    {
        ChineseKeys.Read(node, CaseTerms.OfHistory);
        return Read(node.Optional("history") ?? node);
    }

    /// <summary>Reads a history.</summary>
    /// <param name="node">The list, or a mapping that has it under <c>entries</c> and says whose it is.</param>
    /// <param name="mayBeNegative">Whether a sum may be below zero, as it may after a reversal; such a history is told when it is handed
    /// in.</param>
    public static History Read(Node node, bool mayBeNegative = false)
    {
        node.Begins("history");
        ChineseKeys.Read(node, CaseTerms.OfHistory);
        if (node.Optional("entries")?.Begins("history") is not { } list)
            return History.Of(Entries(node, mayBeNegative));
        node.OnlyKeys(FileKeys);
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
        ChineseKeys.ReadAll(node, CaseTerms.OfEntry);
        node.OnlyKeys(EntryKeys);
        ChineseKeys.ReadWord(node, "per", CaseTerms.OfEntry, CaseTerms.OfPeriod);
        var amount = node.Optional("amount");
        var times = node.Optional("times");
        if (node.IsMapping && (amount is null) == (times is null))
            node.Wrong("history.value", "an entry has either 'amount' or 'times'.", "每条记录应有“amount”或“times”之一。");
        return new(
            node["what"].Id(),
            node.Optional("each")?.Plain(),
            RunningPeriods.Read(node["per"]),
            node["since"].Date(),
            (mayBeNegative ? amount?.SignedMoney() : amount?.Money()) ?? Money.Zero,
            (mayBeNegative ? times?.SignedWhole() : times?.Whole(0, History.MostTimes)) ?? 0
        )
        {
            Place = node.Place,
        };
    }
}
