using ReimbursementRules.Engines;

namespace ReimbursementRules.Tables;

/// <summary>The tables of a rulebook that may lean the wrong way, with its rule sets.</summary>
internal sealed record LeaningTables(RuleSet OfClaim, RuleSet OfItem, IReadOnlyList<Leaning> All);

/// <summary>A table whose values say who gets more and who less, so that it may lean the wrong way.</summary>
/// <param name="IsOfItem">Whether its rows differ from item to item.</param>
/// <param name="Table">The table's place in its rule set.</param>
/// <param name="Rows">Each row's place in the legend.</param>
/// <param name="Differs">Whether two rows say different things.</param>
/// <param name="PaysLess">Whether the first row pays less than the second; null where that cannot be said.</param>
internal sealed record Leaning(bool IsOfItem, int Table, int[] Rows, Func<int, int, bool> Differs, Func<int, int, bool>? PaysLess)
{
    public static Leaning Of<T>(Table<T> table, Func<T, T, bool>? paysLess, Func<T, T, bool>? differs = null)
    {
        var unlike = differs ?? ((a, b) => !EqualityComparer<T>.Default.Equals(a, b));
        return new(
            table.IsOfItem,
            table.Index,
            table.Rows,
            (a, b) => unlike(table.Values[a], table.Values[b]),
            paysLess is null ? null : (a, b) => paysLess(table.Values[a], table.Values[b])
        );
    }
}
