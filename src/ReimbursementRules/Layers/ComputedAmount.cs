using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>An amount that is computed for each claim: so often something, growing with a number, rounded to a unit, and kept within its
/// bounds, in this order. Never below nothing.</summary>
/// <param name="Base">Of what it is computed.</param>
/// <param name="Multiple">How often that is taken, the unit and the bounds.</param>
/// <param name="Growth">How it grows; null where it does not.</param>
internal sealed record ComputedAmount(AmountBase Base, Multiple Multiple, AmountGrowth? Growth) : Amount
{
    public override long AtLast => Base.AtLast is { } cents ? Multiple.Of(cents) : 0;

    public override Multiple Computed => Multiple;

    public override IReadOnlyList<Dated<decimal>>? ParameterValues => (Base as ParameterBase)?.Values;

    public override IEnumerable<Fact> Numbers => ((Fact?[])[(Base as FactBase)?.Fact, Growth?.Each]).OfType<Fact>();

    public override bool IsKnown(Desk settling) => Base.IsKnown(settling);

    public override long For(Desk settling, DateOnly day)
    {
        var product = Multiple.Product(Base.Of(settling, day));
        return Multiple.Bound(Multiple.Rounded(Growth?.Of(product, Growth.Steps(settling)) ?? product));
    }

    /// <summary>A line for each thing that was done to compute it.</summary>
    /// <param name="settling">The claim.</param>
    /// <param name="day">The day that chooses values.</param>
    /// <param name="step">The step whose amount it is, in the legend.</param>
    /// <param name="row">The row that states it, in the legend.</param>
    public void Explain(Desk settling, DateOnly day, ushort step, int row)
    {
        var bill = settling.Bill;
        var of = Base.Of(settling, day);
        var amount = Multiple.Product(of);
        if (Base is not StatedBase)
            Times(decimal.Round(of, 0, MidpointRounding.AwayFromZero), Multiple.Times, amount);
        if (Growth?.Steps(settling) is > 0 and var steps && Growth.Of(amount, steps) is var grown && grown != amount)
        {
            var each = Growth.Step(amount);
            if (Growth.Millionths > 0)
                Times(amount, Growth.Millionths / (decimal)Rate.WholeMillionths, each);
            bill.Add(new(step, StepKind.AmountGrowth, row, amount, grown) { Limit = each, Times = steps });
            amount = grown;
        }

        var rounded = Multiple.Rounded(amount);
        if (rounded != amount)
            bill.Add(new(step, StepKind.AmountRounding, row, amount, rounded) { Limit = Multiple.RoundTo });
        var bound = Multiple.Bound(rounded);
        if (bound != rounded)
            bill.Add(new(step, StepKind.AmountBound, row, rounded, bound) { Limit = bound });

        void Times(decimal cents, decimal times, long result) =>
            bill.Add(new(step, StepKind.AmountTimes, row, (long)cents, result) { Times = times });
    }

    protected override bool IsBelowLike(Amount other) =>
        other is ComputedAmount same
        && Base.IsLike(same.Base)
        && (Growth is null ? same.Growth is null : Growth.IsLike(same.Growth))
        && (Base.IsBelow(same.Base) || Multiple.IsBelow(same.Multiple) || Growth?.IsBelow(same.Growth!) == true);
}

/// <summary>How an amount grows, or falls, with a number of the claim.</summary>
/// <param name="Each">The number.</param>
/// <param name="Cents">What each step adds or takes off, in cents; 0 for a share.</param>
/// <param name="Millionths">The share of the amount that it is, in millionths; 0 for a sum.</param>
/// <param name="IsLess">Whether a step takes off.</param>
/// <param name="After">Only what is above it counts.</param>
/// <param name="Every">How many make a step.</param>
internal sealed record AmountGrowth(Fact Each, long Cents, int Millionths, bool IsLess, int After, int Every)
{
    /// <summary>How many whole steps the number of a claim makes; none where it states no number.</summary>
    public long Steps(Desk settling) => Math.Max(0, (Each.NumberOf!(settling.OfClaim) ?? 0) - After) / Every;

    /// <summary>What each step adds or takes off, in cents; a share is rounded half up to the cent.</summary>
    public long Step(long amount) => Millionths > 0 ? Rounding.Portion(amount, Millionths) : Cents;

    /// <summary>An amount after some steps: never below nothing, nor above the largest amount there is.</summary>
    public long Of(long amount, long steps)
    {
        var all = (Int128)Step(amount) * steps;
        return (long)Int128.Clamp(IsLess ? amount - all : amount + all, 0, Money.Largest.Cents);
    }

    /// <summary>Whether another goes with the same number in the same steps, and either both add or both take off.</summary>
    public bool IsLike(AmountGrowth? other) =>
        other is not null
        && (Each, IsLess, After, Every, Millionths > 0) == (other.Each, other.IsLess, other.After, other.Every, other.Millionths > 0);

    /// <summary>Whether it comes to less than one that is like it.</summary>
    public bool IsBelow(AmountGrowth other) =>
        IsLess ? Cents > other.Cents || Millionths > other.Millionths : Cents < other.Cents || Millionths < other.Millionths;
}
