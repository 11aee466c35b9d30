namespace ReimbursementRules.Tables;

/// <summary>A compiled table: what each row says, and where to find which row applies.</summary>
/// <param name="IsOfItem">True where the rows differ from item to item.</param>
/// <param name="Index">The table's place among those of its rule set.</param>
/// <param name="Values">What each row says.</param>
/// <param name="Rows">Each row's place in the legend.</param>
internal sealed record Table<T>(bool IsOfItem, int Index, T[] Values, int[] Rows);
