using System.Collections.Immutable;
using ReimbursementRules.Engines;

namespace ReimbursementRules.Targets;

/// <summary>Changes rule tables so that tables of several layers, or of two rulebooks, can be asked together.</summary>
internal static class RuleTables
{
    /// <summary>The table with the conditions of its layer in every row, so that no row applies where the table is not asked.</summary>
    public static RuleTable Narrowed(RuleTable table) => Kept(table, row => Joined(row.Conditions.Concat(table.Within)));

    /// <summary>A narrowed table of one rulebook in the facts of another, on the days that come last.</summary>
    public static RuleTable In(FactsOfBoth facts, RuleTable table) =>
        Kept(
            Narrowed(table),
            row => row.Conditions.All(facts.Holds) ? [.. row.Conditions.Select(facts.Bound).OfType<RuleCondition>()] : null
        );

    /// <summary>The rows whose conditions can hold together, with those conditions, each still standing for its row of the policy
    /// file.</summary>
    private static RuleTable Kept(RuleTable table, Func<RuleRow, ImmutableArray<RuleCondition>?> conditions)
    {
        var kept = table
            .Rows.Select((row, i) => (Row: row, Written: table.Written.IsEmpty ? i : table.Written[i], Conditions: conditions(row)))
            .Where(row => row.Conditions is { } all && all.All(condition => condition.Codes.Length > 0))
            .ToList();
        return new(table.Name, [.. kept.Select(row => row.Row with { Conditions = row.Conditions!.Value })])
        {
            Written = [.. kept.Select(row => row.Written)],
        };
    }

    /// <summary>One condition for each fact.</summary>
    private static ImmutableArray<RuleCondition> Joined(IEnumerable<RuleCondition> conditions) =>
        [
            .. conditions
                .GroupBy(condition => condition.Fact)
                .Select(same => new RuleCondition(
                    same.Key,
                    [.. same.Select(one => one.Codes).Aggregate((all, more) => [.. all.Intersect(more)])]
                )),
        ];
}
