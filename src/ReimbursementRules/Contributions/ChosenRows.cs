using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary>The row that applies of each table of a plan.</summary>
/// <param name="Rows">The rows of all tables, from a place on.</param>
/// <param name="At">That place.</param>
/// <param name="Sources">Where every row of the plan stands.</param>
internal readonly record struct ChosenRows(int[] Rows, int At, IReadOnlyList<PolicySource> Sources)
{
    public T Value<T>(Table<T> table) => table.Values[Rows[At + table.Index]];

    public PolicySource Source<T>(Table<T> table) => Sources[table.Rows[Rows[At + table.Index]]];
}
