using System.Collections.Immutable;
using ReimbursementRules.Engines;

namespace ReimbursementRules.Laws;

/// <summary>Hands the rows of each table to an engine last row first; a row for all other cases keeps its place.</summary>
internal sealed class TurnedEngine(IRuleEngine engine) : IRuleEngine
{
    public IRuleMatcher Compile(RuleSet rules)
    {
        ImmutableArray<int[]> places = [.. rules.Tables.Select(Places)];
        return new TurnedMatcher(engine.Compile(rules with { Tables = [.. rules.Tables.Zip(places, Turn)] }), places);
    }

    private static RuleTable Turn(RuleTable table, int[] places) => table with { Rows = [.. places.Select(place => table.Rows[place])] };

    private static int[] Places(RuleTable table)
    {
        int[] rows = [.. Enumerable.Range(0, table.Rows.Length).Where(row => !table.Rows[row].IsOtherwise)];
        int[] places = [.. Enumerable.Range(0, table.Rows.Length)];
        for (var i = 0; i < rows.Length; i++)
            places[rows[i]] = rows[^(i + 1)];
        return places;
    }

    private sealed class TurnedMatcher(IRuleMatcher matcher, ImmutableArray<int[]> places) : IRuleMatcher
    {
        public void Match(FactCodes facts, Span<int> rows)
        {
            matcher.Match(facts, rows);
            for (var table = 0; table < places.Length; table++)
                if (rows[table] >= 0)
                    rows[table] = places[table][rows[table]];
        }
    }
}
