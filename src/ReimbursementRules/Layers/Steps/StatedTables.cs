using ReimbursementRules.Tables;

namespace ReimbursementRules.Layers.Steps;

/// <summary>The tables that make up what a step states, and what they say.</summary>
/// <param name="Tables">Each table: whether it is of items, and its place in the rule set.</param>
/// <param name="Rates">The rates, as bands, for a row of each table; null where the step states an amount.</param>
/// <param name="Amount">The amount for a row of each table; null where the step states rates.</param>
/// <param name="Rows">The places in the legend of the rows of the first table.</param>
internal sealed record StatedTables(
    IReadOnlyList<(bool IsOfItem, int Table)> Tables,
    Func<int[], Bands>? Rates,
    Func<int[], Amount>? Amount,
    int[] Rows
)
{
    /// <summary>What the rows say together.</summary>
    public RatesOrAmount Value(int[] rows) => Rates is { } rates ? new(rates(rows), null) : new(null, Amount!(rows));

    public static StatedTables Of(Table<Amount> amounts) =>
        new([(amounts.IsOfItem, amounts.Index)], null, rows => amounts.Values[rows[0]], amounts.Rows);
}

/// <summary>What a step states in one case: rates, or an amount.</summary>
internal sealed record RatesOrAmount(Bands? Rates, Amount? Amount);
