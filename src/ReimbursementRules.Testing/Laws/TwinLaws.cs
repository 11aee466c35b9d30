using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReimbursementRules.Engines;
using ReimbursementRules.Values;

namespace ReimbursementRules.Testing;

/// <summary>Laws of one rulebook whose rows are chosen in several ways.</summary>
internal static class TwinLaws
{
    private static readonly ConditionalWeakTable<Rulebook, Rulebook[]> Engines = [];
    private static readonly ConditionalWeakTable<Rulebook, Rulebook> Turned = [];

    /// <summary>NRules and the grid.</summary>
    public static BilingualText? BothEngines(LawTrial trial) =>
        Engines
            .GetValue(trial.Rulebook, rulebook => [rulebook.WithEngine(new GridEngine()), rulebook.WithEngine(new NRulesEngine())])
            .Select(twin => Difference(trial, twin))
            .FirstOrDefault(broken => broken is not null);

    /// <summary>Rows in the other order.</summary>
    public static BilingualText? RowOrder(LawTrial trial) =>
        Difference(trial, Turned.GetValue(trial.Rulebook, rulebook => rulebook.WithEngine(new TurnedEngine(new NRulesEngine()))));

    private static BilingualText? Difference(LawTrial trial, Rulebook twin) =>
        SettledText.Difference(
            SettledText.Whole(trial.Settlement),
            SettledText.Whole(twin.Settle(trial.Claim, trial.Settlement.HistoryBefore))
        );

    /// <summary>Hands the rows of each table to an engine last row first; a row for all other cases keeps its place.</summary>
    private sealed class TurnedEngine(IRuleEngine engine) : IRuleEngine
    {
        public IRuleMatcher Compile(RuleSet rules)
        {
            ImmutableArray<int[]> places = [.. rules.Tables.Select(Places)];
            return new TurnedMatcher(engine.Compile(rules with { Tables = [.. rules.Tables.Zip(places, Turn)] }), places);
        }

        private static RuleTable Turn(RuleTable table, int[] places) =>
            table with
            {
                Rows = [.. places.Select(place => table.Rows[place])],
            };

        private static int[] Places(RuleTable table)
        {
            int[] rows = [.. Enumerable.Range(0, table.Rows.Length).Where(row => !table.Rows[row].IsOtherwise)];
            int[] places = [.. Enumerable.Range(0, table.Rows.Length)];
            for (var i = 0; i < rows.Length; i++)
                places[rows[i]] = rows[^(i + 1)];
            return places;
        }
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
