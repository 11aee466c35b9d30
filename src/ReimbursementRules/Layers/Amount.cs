using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>An amount of a policy.</summary>
internal abstract record Amount : IAsksNumbers
{
    public static Amount None { get; } = new NoAmount();

    /// <summary>Whether there is no such amount.</summary>
    public bool IsNone => this is NoAmount;

    /// <summary>The amount in cents by the values in force last; none is above all amounts, one that only a claim decides is 0, and one
    /// that grows with a claim's number what it is before it grows.</summary>
    public virtual long AtLast => 0;

    /// <summary>How it is computed; null where it is not.</summary>
    public virtual Multiple? Computed => null;

    /// <summary>The values of the parameter of which it is computed; null for none.</summary>
    public virtual IReadOnlyList<Dated<decimal>>? ParameterValues => null;

    /// <summary>The numbers of a claim that it rests on.</summary>
    public virtual IEnumerable<Fact> Numbers => [];

    /// <summary>False where it rests on a payment standard and no quota was at work on the claim.</summary>
    public virtual bool IsKnown(Desk settling) => true;

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

    public override Multiple Computed => Multiple;

    public override IReadOnlyList<Dated<decimal>> ParameterValues => Parameter;

    public override long On(DateOnly day) => Multiple.Of(new ParameterBase(Parameter).On(day));

    protected override bool IsBelowLike(Amount other) =>
        other is ParameterAmount same && Parameter == same.Parameter && Multiple.IsBelow(same.Multiple);
}

/// <summary>How an amount is computed from another.</summary>
/// <param name="Times">How often that is taken.</param>
/// <param name="AtLeast">The least that is computed, in cents.</param>
/// <param name="AtMost">The most that is computed, in cents.</param>
internal sealed record Multiple(decimal Times, long AtLeast, long AtMost)
{
    /// <summary>The unit to which it is rounded half up, before the bounds, in cents.</summary>
    public long RoundTo { get; init; } = 1;

    public long Of(decimal cents) => Bound(Rounded(Product(cents)));

    /// <summary>What it comes to before it is rounded to its unit and kept within its bounds; rounded half up to the cent.</summary>
    public long Product(decimal cents) =>
        (long)Math.Min(decimal.Round(cents * Times, 0, MidpointRounding.AwayFromZero), Money.Largest.Cents);

    /// <summary>An amount rounded half up to the unit.</summary>
    public long Rounded(long cents) => RoundTo == 1 ? cents : (cents + RoundTo / 2) / RoundTo * RoundTo;

    public long Bound(long cents) => Math.Clamp(cents, AtLeast, AtMost);

    public bool IsBelow(Multiple other) => Times < other.Times || AtLeast < other.AtLeast || AtMost < other.AtMost;
}

/// <summary>What rests on numbers of a claim beside the conditions of its row.</summary>
internal interface IAsksNumbers
{
    /// <summary>The facts that are these numbers.</summary>
    IEnumerable<Fact> Numbers { get; }
}
