using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>An amount of a policy: a fixed one, none at all, one computed from a parameter of the day or from a payment standard, or one
/// for each day in hospital.</summary>
/// <param name="Cents">The fixed amount in cents.</param>
/// <param name="IsNone">Whether there is no such amount.</param>
/// <param name="Parameter">The parameter that it is computed from.</param>
/// <param name="StandardOf">The quota step whose payment standard it is computed from; -1 for none.</param>
/// <param name="Times">How often the parameter or standard is taken.</param>
/// <param name="AtLeast">The least that is computed, in cents.</param>
/// <param name="AtMost">The most that is computed, in cents.</param>
/// <param name="PerDay">The amounts for each day in hospital.</param>
internal sealed record Amount(
    long Cents,
    bool IsNone = false,
    IReadOnlyList<Dated<decimal>>? Parameter = null,
    int StandardOf = -1,
    decimal Times = 1,
    long AtLeast = 0,
    long AtMost = long.MaxValue,
    BedDays? PerDay = null
)
{
    public static Amount None { get; } = new(0, IsNone: true);

    /// <summary>The amount in cents for a claim, by the values of a day; rounded half up where it is computed.</summary>
    public long For(Desk settling, DateOnly day)
    {
        if (PerDay is { } days)
            return days.Sum(settling.Claim);
        if (StandardOf >= 0)
            return Computed(settling.Standard(StandardOf));
        return On(day);
    }

    /// <summary>Whether this amount is smaller than another that is stated or computed in the same way. None is above all
    /// amounts.</summary>
    public bool IsBelow(Amount other) =>
        !IsNone
        && (
            other.IsNone
            || (
                Parameter == other.Parameter
                && StandardOf == other.StandardOf
                && PerDay == other.PerDay
                && (Cents < other.Cents || Times < other.Times || AtLeast < other.AtLeast || AtMost < other.AtMost)
            )
        );

    /// <summary>A fixed amount, or one computed from its parameter on a day, in cents.</summary>
    public long On(DateOnly day)
    {
        if (Parameter is null)
            return Cents;
        var value = 0m;
        foreach (var dated in Parameter)
            if (dated.From <= day)
                value = dated.Value;
        return Computed(value * 100);
    }

    private long Computed(decimal cents) =>
        Math.Clamp((long)Math.Min(decimal.Round(cents * Times, 0, MidpointRounding.AwayFromZero), Money.Largest.Cents), AtLeast, AtMost);
}
