using System.Collections.Immutable;
using ReimbursementRules.Engines;
using ReimbursementRules.Engines.Grids;

namespace ReimbursementRules.Tables;

/// <summary>The row of a table that applies where some facts are not known.</summary>
/// <param name="table">The table.</param>
/// <param name="facts">The facts of its rule set.</param>
internal sealed class RowsLeft(RuleTable table, ImmutableArray<RuleFact> facts)
{
    /// <summary>The most answers to facts that are not known that are tried together; where there are more, all of these facts
    /// decide.</summary>
    private const int MostTried = 100_000;

    private readonly Lazy<Grid> _grid = new(() => GridBuilder.Build(table, facts));
    private readonly int[] _asked = [.. table.Rows.SelectMany(row => row.Conditions).Select(condition => condition.Fact).Distinct()];

    /// <summary>The row of the policy file that applies whatever the unknown facts are; null where that depends on them.</summary>
    /// <param name="codes">The answers; those to unknown facts are written over.</param>
    /// <param name="unknown">The facts that are not known.</param>
    /// <param name="decides">Takes those of them on which the row depends.</param>
    public int? Of(int[] codes, IReadOnlyCollection<int> unknown, ICollection<int> decides)
    {
        int[] open = [.. _asked.Where(unknown.Contains)];
        if (open.Length == 0)
            return Row(codes);
        var answers = open.Aggregate(1L, (all, fact) => Math.Min(all * facts[fact].Words.Length, int.MaxValue));
        if (answers > MostTried)
        {
            foreach (var fact in open)
                decides.Add(fact);
            return null;
        }

        var rows = new int[answers];
        for (var answer = 0; answer < rows.Length; answer++)
        {
            var rest = answer;
            foreach (var fact in open)
                (rest, codes[fact]) = Math.DivRem(rest, facts[fact].Words.Length);
            rows[answer] = Row(codes);
        }

        if (rows.AsSpan().Count(rows[0]) == rows.Length)
            return rows[0];
        var stride = 1;
        foreach (var fact in open)
        {
            var (step, count) = (stride, facts[fact].Words.Length);
            if (Enumerable.Range(0, rows.Length).Any(answer => rows[answer] != rows[answer - (answer / step % count * step)]))
                decides.Add(fact);
            stride *= count;
        }

        return null;
    }

    private int Row(int[] codes) =>
        _grid.Value.Row(new(codes)) is >= 0 and var row ? (table.Written.IsEmpty ? row : table.Written[row]) : -1;
}

/// <summary>Several tables of one rule set, all of which are asked.</summary>
/// <param name="rules">The tables.</param>
internal sealed class AllRowsLeft(RuleSet rules)
{
    private readonly RowsLeft[] _tables = [.. rules.Tables.Select(table => new RowsLeft(table, rules.Facts))];

    /// <summary>The unknown facts on which a row depends; to the others there is an answer afterwards, whichever.</summary>
    /// <param name="codes">The answers.</param>
    /// <param name="unknown">The facts that are not known.</param>
    public IReadOnlySet<int> Deciding(int[] codes, IReadOnlyCollection<int> unknown)
    {
        var decides = new SortedSet<int>();
        foreach (var table in _tables)
            table.Of(codes, unknown, decides);
        foreach (var fact in unknown)
            codes[fact] = 0;
        return decides;
    }
}
