using ReimbursementRules.Values;

namespace ReimbursementRules.Rulebooks;

/// <summary>A compiled table: what each row says, and where to find which row applies.</summary>
/// <param name="IsOfItem">True where the rows differ from item to item.</param>
/// <param name="Index">The table's place among those of its rule set.</param>
/// <param name="Values">What each row says.</param>
/// <param name="Rows">Each row's place in the legend.</param>
internal sealed record Table<T>(bool IsOfItem, int Index, T[] Values, int[] Rows);

/// <summary>An amount of a policy: a fixed one, none at all, or one computed from a parameter of the day.</summary>
internal sealed record Amount(long Cents, bool IsNone = false, IReadOnlyList<Dated<decimal>>? Parameter = null, decimal Times = 1, long AtLeast = 0, long AtMost = long.MaxValue)
{
    public static Amount None { get; } = new(0, IsNone: true);

    /// <summary>The amount in cents on a day; rounded half up where it is computed.</summary>
    public long On(DateOnly day)
    {
        if (Parameter is null)
            return Cents;
        var value = 0m;
        foreach (var dated in Parameter)
            if (dated.From <= day)
                value = dated.Value;
        var cents = decimal.Round(value * Times * 100, 0, MidpointRounding.AwayFromZero);
        return Math.Clamp((long)Math.Min(cents, Money.Largest.Cents), AtLeast, AtMost);
    }
}

/// <summary>A rate of a policy in one or more bands, lowest first.</summary>
internal sealed record Bands(long[] Above, int[] Rates);
