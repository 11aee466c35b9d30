using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>An amount of a policy.</summary>
internal abstract record Amount
{
    public static Amount None { get; } = new NoAmount();

    /// <summary>Whether there is no such amount.</summary>
    public bool IsNone => this is NoAmount;

    /// <summary>The amount in cents by the values in force last; none is above all amounts, one that only a claim decides is 0.</summary>
    public virtual long AtLast => 0;

    /// <summary>The amount in cents for a claim, by the values of a day; rounded half up where it is computed.</summary>
    public abstract long For(Desk settling, DateOnly day);

    /// <summary>Whether this amount is smaller than another that is stated or computed in the same way. None is above all
    /// amounts.</summary>
    public bool IsBelow(Amount other) => !IsNone && (other.IsNone || IsBelowLike(other));

    /// <summary>Whether this amount is smaller than another; false where that is stated or computed in another way.</summary>
    protected abstract bool IsBelowLike(Amount other);
}

/// <summary>No such amount.</summary>
internal sealed record NoAmount : Amount
{
    public override long AtLast => long.MaxValue;

    public override long For(Desk settling, DateOnly day) => 0;

    protected override bool IsBelowLike(Amount other) => false;
}

/// <summary>An amount that is known without a claim.</summary>
internal abstract record DatedAmount : Amount
{
    /// <summary>The days on which it changes.</summary>
    public virtual IEnumerable<DateOnly> Changes => [];

    public sealed override long AtLast => On(DateOnly.MaxValue);

    /// <summary>The amount on a day, in cents.</summary>
    public abstract long On(DateOnly day);

    public sealed override long For(Desk settling, DateOnly day) => On(day);
}

/// <summary>A fixed amount in cents.</summary>
internal sealed record FixedAmount(long Cents) : DatedAmount
{
    public static FixedAmount Zero { get; } = new(0);

    public override long On(DateOnly day) => Cents;

    protected override bool IsBelowLike(Amount other) => other is FixedAmount { Cents: var cents } && Cents < cents;
}

/// <summary>An amount computed from the value that a parameter has on a day.</summary>
internal sealed record ParameterAmount(IReadOnlyList<Dated<decimal>> Parameter, Multiple Multiple) : DatedAmount
{
    public override IEnumerable<DateOnly> Changes => Parameter.Select(dated => dated.From);

    public override long On(DateOnly day)
    {
        var value = 0m;
        foreach (var dated in Parameter)
            if (dated.From <= day)
                value = dated.Value;
        return Multiple.Of(value * 100);
    }

    protected override bool IsBelowLike(Amount other) =>
        other is ParameterAmount same && Parameter == same.Parameter && Multiple.IsBelow(same.Multiple);
}

/// <summary>An amount computed from the payment standard that a quota step set against the claim.</summary>
internal sealed record StandardAmount(int Quota, Multiple Multiple) : Amount
{
    public override long For(Desk settling, DateOnly day) => Multiple.Of(settling.Standard(Quota));

    protected override bool IsBelowLike(Amount other) =>
        other is StandardAmount same && Quota == same.Quota && Multiple.IsBelow(same.Multiple);
}

/// <summary>How an amount is computed from another.</summary>
/// <param name="Times">How often that is taken.</param>
/// <param name="AtLeast">The least that is computed, in cents.</param>
/// <param name="AtMost">The most that is computed, in cents.</param>
internal sealed record Multiple(decimal Times, long AtLeast, long AtMost)
{
    public long Of(decimal cents) =>
        Math.Clamp((long)Math.Min(decimal.Round(cents * Times, 0, MidpointRounding.AwayFromZero), Money.Largest.Cents), AtLeast, AtMost);

    public bool IsBelow(Multiple other) => Times < other.Times || AtLeast < other.AtLeast || AtMost < other.AtMost;
}
