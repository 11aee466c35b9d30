using System.Collections.Immutable;
using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Values;

namespace ReimbursementRules.Facts;

/// <summary>Says the conditions of a rule in words: facts and their words as they are called in both languages.</summary>
internal static class ConditionWords
{
    private static readonly BilingualText Always = new("always", "所有情形");
    private static readonly BilingualText Never = new("never", "无适用情形");
    private static readonly BilingualText Otherwise = new("otherwise", "其他情形");

    /// <summary>When a row applies: on each of its alternatives, one for each period of a list.</summary>
    public static BilingualText Of(IReadOnlyList<RuleRow> alternatives, IReadOnlyList<AskedFact> asked) =>
        Joined([.. alternatives.Select(row => Of(row, asked))], new("; or ", "；或"));

    private static BilingualText Of(RuleRow row, IReadOnlyList<AskedFact> asked)
    {
        var conditions = row.Conditions.Select(condition => Of(asked[condition.Fact], condition.Codes)).OfType<BilingualText>().ToList();
        if (row.IsOtherwise)
            conditions.Add(Otherwise);
        return conditions.Count == 0 ? Always : Joined(conditions, new(", ", "，"));
    }

    /// <summary>One condition; null where every answer meets it.</summary>
    public static BilingualText? Of(AskedFact asked, ImmutableArray<int> codes)
    {
        var name = asked.Fact.Title;
        var count = asked.Labels().Length;
        if (codes.Length == count)
            return null;
        if (codes.IsEmpty)
            return Never;
        var said = NumberConditions.AreOf(asked.Fact) ? Runs(asked, codes, asked.CutAt) : Words(asked, codes, count);
        return new($"{name.En}: {said.En}", $"{name.Zh}：{said.Zh}");
    }

    /// <summary>The words that meet a condition, or those that do not where they are fewer or every other word does.</summary>
    private static BilingualText Words(AskedFact asked, ImmutableArray<int> codes, int count)
    {
        var isOpen = asked.Fact.Kind == FactKind.Open;
        var isShorterWithNot = isOpen ? codes[0] == 0 : codes.Length > 3 && count - codes.Length < codes.Length / 2;
        return isShorterWithNot ? Not(Names(asked, Enumerable.Range(0, count).Except(codes))) : Names(asked, codes);
    }

    /// <summary>Every word but some.</summary>
    public static BilingualText Not(IReadOnlyList<BilingualText> words) => Not(Names(words));

    private static BilingualText Not(BilingualText words) => new($"not {words.En}", $"除{words.Zh}外");

    /// <summary>One word or another.</summary>
    public static BilingualText Names(IReadOnlyList<BilingualText> words) => Joined(words, new(" / ", "、"));

    private static BilingualText Names(AskedFact asked, IEnumerable<int> codes)
    {
        var labels = asked.Labels();
        return Names([.. codes.Select(code => asked.Fact.WordTitle(labels[code]))]);
    }

    /// <summary>The numbers, amounts or days of ascending codes, of which each ends at a cut.</summary>
    public static BilingualText Runs(AskedFact asked, ImmutableArray<int> codes, IReadOnlyList<long> cuts) =>
        Joined([.. Runs(codes).Select(run => Range(asked, cuts, run))], new(" / ", "或"));

    private static BilingualText Range(AskedFact asked, IReadOnlyList<long> cuts, (int First, int Last) run)
    {
        long? from = run.First == 0 ? null : cuts[run.First - 1];
        long? below = run.Last == cuts.Count ? null : cuts[run.Last];
        return (from, below) switch
        {
            _ when asked.OnlyOne(from, below) is { } only => Plain(Show(asked, only)),
            ({ } first, { } end) => new(
                $"from {Show(asked, first)}, {Below(asked)} {Show(asked, end)}",
                $"{Show(asked, first)} 起，{Until(asked, end)}"
            ),
            ({ } first, null) => new($"from {Show(asked, first)}", $"{Show(asked, first)} 起"),
            (null, { } end) => new($"{Below(asked)} {Show(asked, end)}", Until(asked, end)),
            (null, null) => Always,
        };
    }

    private static string Until(AskedFact asked, long end) => asked.Fact.IsDate ? $"{Show(asked, end)} 之前" : $"不满 {Show(asked, end)}";

    private static string Below(AskedFact asked) => asked.Fact.IsDate && !asked.IsDay ? "before" : "below";

    private static BilingualText Plain(string word) => new(word, word);

    private static string Show(AskedFact asked, long number) =>
        asked.Fact.Kind == FactKind.Amount
            ? Money.FromCents(number).InYuan.ToString("N2", CultureInfo.InvariantCulture)
            : asked.Fact.Show(number);

    private static BilingualText Joined(IReadOnlyList<BilingualText> parts, BilingualText between) =>
        new(string.Join(between.En, parts.Select(part => part.En)), string.Join(between.Zh, parts.Select(part => part.Zh)));

    /// <summary>Ascending codes as runs without gaps.</summary>
    private static IEnumerable<(int First, int Last)> Runs(ImmutableArray<int> codes)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            var first = codes[i];
            while (i + 1 < codes.Length && codes[i + 1] == codes[i] + 1)
                i++;
            yield return (first, codes[i]);
        }
    }
}
