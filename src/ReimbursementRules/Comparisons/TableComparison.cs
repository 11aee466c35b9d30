using ReimbursementRules.Facts;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Comparisons;

/// <summary>Compares two tables in every case that either of them tells apart, by what they say in it: rows in another order, or cut
/// otherwise, are no change.</summary>
internal sealed class TableComparison(JointFacts facts, ComparisonFindings findings)
{
    /// <summary>Compares a table as the two rulebooks have it; null where one has none.</summary>
    public void Compare(string where, SideTable? before, SideTable? after)
    {
        SideTable[] tables = [.. ((SideTable?[])[before, after]).OfType<SideTable>()];
        var cases = new JointCases(facts, tables);
        if (cases.IsTooLarge)
        {
            findings.TooLarge.Add(where);
            return;
        }

        var counted = CountedItems.Of(cases, before, after);
        var cells = new Dictionary<(int, int, PolicyWords?, PolicyWords?), Differing>();
        foreach (var (classes, codes) in cases.All())
        {
            var (one, other) = (Ask(before, cases, codes), Ask(after, cases, codes));
            if (one.Value?.Says == other.Value?.Says)
            {
                if (one.Value is null || other.Value is null || counted?.Differing(classes, one.Row, other.Row) is not { } over)
                    continue;
                (one.Value, other.Value) = (Over(one.Value, over.Before), Over(other.Value, over.After));
            }

            var key = (one.Row, other.Row, one.Value?.Says, other.Value?.Says);
            if (!cells.TryGetValue(key, out var differing))
                cells.Add(key, differing = new(one.Value, other.Value, []));
            differing.Cases.Add((int[])classes.Clone());
        }

        Add(where, cases, [.. cells.Values]);
    }

    private void Add(string where, JointCases cases, IReadOnlyList<Differing> all)
    {
        foreach (var one in all)
            findings.Changes.Add(
                new(where, one.Before, one.After, cases.Lines(one.Cases) is [{ Written: "" }] ? [] : [.. cases.Lines(one.Cases)])
            );
        foreach (var same in all.GroupBy(one => (one.Before?.Says, one.After?.Says)))
        foreach (var line in cases.Lines([.. same.SelectMany(one => one.Cases)]))
            findings.Cases.Add(new(where, line, same.Key.Item1, same.Key.Item2));
    }

    /// <summary>The value with the items over which its bands are counted.</summary>
    private static StatedValue Over(StatedValue value, PolicyWords items) =>
        value with
        {
            Says = value.Says.Then(
                items.Written.Length == 0
                    ? new(", items: all", new(", counted over all items", "，按全部费用项合并计算"))
                    : new(
                        $", items: {{ {items.Written} }}",
                        new($", counted over items of {items.Text.En}", $"，按下列费用项合并计算：{items.Text.Zh}")
                    )
            ),
        };

    private static (int Row, StatedValue? Value) Ask(SideTable? table, JointCases cases, int[] codes) =>
        table?.Row(codes) is >= 0 and var row ? (row, table.Stated(row, cases.Day(table.Day, codes))) : (-1, null);

    /// <summary>The cases in which the same rows say the same different things.</summary>
    private sealed record Differing(StatedValue? Before, StatedValue? After, List<int[]> Cases);
}

/// <summary>What comparing two rulebooks has found so far.</summary>
internal sealed class ComparisonFindings
{
    public List<RuleChange> Changes { get; } = [];

    public List<AffectedCases> Cases { get; } = [];

    /// <summary>The tables that tell more than <see cref="Combinations.Most"/> cases apart and were not compared.</summary>
    public List<string> TooLarge { get; } = [];
}
