using ReimbursementRules.Engines;

namespace ReimbursementRules.Tables;

/// <summary>The tables of a rulebook that may lean the wrong way, with its rule sets.</summary>
internal sealed record LeaningTables(RuleSet OfClaim, RuleSet OfItem, IReadOnlyList<Leaning> All);

/// <summary>A table whose values say who gets more and who less, so that it may lean the wrong way.</summary>
/// <param name="IsOfItem">Whether its rows differ from item to item.</param>
/// <param name="Table">The table's place in its rule set.</param>
/// <param name="Rows">Each row's place in the legend.</param>
internal abstract record Leaning(bool IsOfItem, int Table, int[] Rows)
{
    /// <summary>Whether it can be said of two rows which of them pays less.</summary>
    public abstract bool IsOrdered { get; }

    /// <summary>Whether two rows say different things.</summary>
    public abstract bool Differs(int one, int other);

    /// <summary>Whether the first row pays less than the second, where that can be said.</summary>
    public abstract bool PaysLess(int one, int other);

    /// <param name="table">The table.</param>
    /// <param name="paysLess">Whether the first value pays less than the second; null where that cannot be said.</param>
    /// <param name="differs">Whether two values say different things; as soon as they are not equal where left out.</param>
    public static Leaning Of<T>(Table<T> table, Func<T, T, bool>? paysLess, Func<T, T, bool>? differs = null) =>
        new OfValues<T>(table, paysLess, differs);

    private sealed record OfValues<T>(Table<T> Values, Func<T, T, bool>? Less, Func<T, T, bool>? Unlike)
        : Leaning(Values.IsOfItem, Values.Index, Values.Rows)
    {
        public override bool IsOrdered => Less is not null;

        public override bool Differs(int one, int other) =>
            Unlike?.Invoke(Values.Values[one], Values.Values[other])
            ?? !EqualityComparer<T>.Default.Equals(Values.Values[one], Values.Values[other]);

        public override bool PaysLess(int one, int other) => Less!(Values.Values[one], Values.Values[other]);
    }
}
