using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>That of which an amount is computed.</summary>
internal abstract record AmountBase
{
    /// <summary>What it is without a claim by the values in force last, in cents; null where only a claim tells.</summary>
    public virtual decimal? AtLast => null;

    /// <summary>What it is for a claim by the values of a day, in cents.</summary>
    public abstract decimal Of(Desk settling, DateOnly day);

    /// <summary>False where no quota was at work on the claim whose standard it is.</summary>
    public virtual bool IsKnown(Desk settling) => true;

    /// <summary>Whether another can be held against it.</summary>
    public virtual bool IsLike(AmountBase other) => this == other;

    /// <summary>Whether it is smaller than one that is like it.</summary>
    public virtual bool IsBelow(AmountBase other) => false;
}

/// <summary>An amount that the policy states, in cents.</summary>
internal sealed record StatedBase(long Cents) : AmountBase
{
    public override decimal? AtLast => Cents;

    public override decimal Of(Desk settling, DateOnly day) => Cents;

    public override bool IsLike(AmountBase other) => other is StatedBase;

    public override bool IsBelow(AmountBase other) => other is StatedBase stated && Cents < stated.Cents;
}

/// <summary>The value that a parameter has on the day.</summary>
internal sealed record ParameterBase(IReadOnlyList<Dated<decimal>> Values) : AmountBase
{
    public override decimal? AtLast => On(DateOnly.MaxValue);

    public override decimal Of(Desk settling, DateOnly day) => On(day);

    /// <summary>The value on a day, in cents.</summary>
    public decimal On(DateOnly day)
    {
        var value = 0m;
        foreach (var dated in Values)
            if (dated.From <= day)
                value = dated.Value;
        return value * 100;
    }
}

/// <summary>The payment standard that a quota step set against the claim.</summary>
internal sealed record StandardBase(int Quota) : AmountBase
{
    public override decimal Of(Desk settling, DateOnly day) => settling.Standard(Quota);

    public override bool IsKnown(Desk settling) => settling.Standard(Quota) >= 0;
}

/// <summary>The whole bill.</summary>
internal sealed record BillBase : AmountBase
{
    public override decimal Of(Desk settling, DateOnly day) => settling.Claim.Bill;
}

/// <summary>Parts of the bill as they were at first.</summary>
internal sealed record PartsBase(BaseParts Parts) : AmountBase
{
    public bool Equals(PartsBase? other) =>
        other is not null
        && Parts.Places.SequenceEqual(other.Parts.Places)
        && Parts.Places.Index().All(part => Parts.ShareOf(part.Index) == other.Parts.ShareOf(part.Index));

    public override int GetHashCode() => Parts.Places.Length;

    public override decimal Of(Desk settling, DateOnly day) => Parts.Original(settling.Bill);
}

/// <summary>A number of the claim, in yuan; nothing where it states none.</summary>
internal sealed record FactBase(Fact Fact) : AmountBase
{
    public override decimal Of(Desk settling, DateOnly day) => (Fact.NumberOf!(settling.OfClaim) ?? 0) * 100m;
}
