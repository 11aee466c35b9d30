using System.Collections.Immutable;
using ReimbursementRules.Engines;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Targets;

/// <summary>Changes rule tables so that tables of several layers, or of two rulebooks, can be asked together.</summary>
internal static class RuleTables
{
    /// <summary>The table with the conditions of its layer in every row, so that no row applies where the table is not asked.</summary>
    public static RuleTable Narrowed(RuleTable table) =>
        Kept(
            table with
            {
                Rows = [.. from row in table.Rows from box in table.Within select row with { Conditions = [.. row.Conditions, .. box] }],
                Written =
                [
                    .. from row in table.Rows.Index()
                    from box in table.Within
                    select table.Written.IsEmpty ? row.Index : table.Written[row.Index],
                ],
            },
            row => Boxes.Of(row.Conditions)
        );

    /// <summary>The rows whose conditions can hold together, each still standing for its row of the policy file.</summary>
    /// <param name="table">The table.</param>
    /// <param name="conditions">The conditions of a row; null where it is left out.</param>
    public static RuleTable Kept(RuleTable table, Func<RuleRow, ImmutableArray<RuleCondition>?> conditions)
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
}
