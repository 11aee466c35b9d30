using ReimbursementRules.Values;

namespace ReimbursementRules.Layers.Steps;

/// <summary>A change of an amount.</summary>
/// <param name="Way">What is done with the amount.</param>
/// <param name="Number">The cents, or the share in millionths of at most the whole.</param>
internal readonly record struct AmountChange(AmountChangeWay Way, long Number)
{
    private static readonly long[] Tried = [0, 1_00, 1_000_00, 1_000_000_00];

    public static AmountChange Nothing { get; }

    /// <summary>Whether it is a share of the amount, and no fixed sum.</summary>
    public bool IsOfShare => Way is AmountChangeWay.Times or AmountChangeWay.AddShare;

    /// <summary>The share; 0% of a fixed sum.</summary>
    public Rate Share => IsOfShare ? Rate.FromMillionths((int)Number) : Rate.None;

    /// <summary>The changed amount in cents: never below 0, nor above the largest amount there is; a share is rounded half up.</summary>
    public long Of(long cents) =>
        (long)
            Int128.Clamp(
                Way switch
                {
                    AmountChangeWay.Add => (Int128)cents + Number,
                    AmountChangeWay.Less => (Int128)cents - Number,
                    AmountChangeWay.Times => Portion(cents),
                    AmountChangeWay.AddShare => (Int128)cents + Portion(cents),
                    _ => throw UnknownKind.Of(Way),
                },
                0,
                Math.Max(cents, Money.Largest.Cents)
            );

    /// <summary>Whether some amount becomes smaller by this change than by another.</summary>
    public bool IsBelow(AmountChange other)
    {
        foreach (var cents in Tried)
            if (Of(cents) < other.Of(cents))
                return true;
        return false;
    }

    private long Portion(long cents) => Rounding.Portion(cents, (int)Number);
}

/// <summary>How an amount is changed.</summary>
internal enum AmountChangeWay
{
    /// <summary>A sum is added.</summary>
    Add,

    /// <summary>A sum is taken off.</summary>
    Less,

    /// <summary>A share of it is taken.</summary>
    Times,

    /// <summary>A share of it is added.</summary>
    AddShare,
}

/// <summary>An amount with the changes that rows make of it.</summary>
/// <param name="Before">The amount of the table.</param>
/// <param name="Changes">The changes, one after another.</param>
internal sealed record ChangedAmount(Amount Before, IReadOnlyList<AmountChange> Changes) : Amount
{
    public override long AtLast => Of(Before.AtLast);

    public override long For(Desk settling, DateOnly day) => Of(Before.For(settling, day));

    protected override bool IsBelowLike(Amount other) => false;

    private long Of(long cents) => Changes.Aggregate(cents, (changed, one) => one.Of(changed));
}
