using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>Amounts for each day in hospital, by phase of the stay.</summary>
/// <param name="After">After how many days each phase begins; the first is 0.</param>
/// <param name="Cents">The amount for a day of each phase, in cents.</param>
internal sealed record BedDays(int[] After, long[] Cents) : Amount
{
    public bool Equals(BedDays? other) => other is not null && After.SequenceEqual(other.After) && Cents.SequenceEqual(other.Cents);

    public override int GetHashCode() => HashCode.Combine(After.Length, Cents.Sum());

    /// <summary>The days of a stay that lie in one phase.</summary>
    public int InPhase(Claim claim, int phase) =>
        Math.Max(0, Math.Min(claim.BedDays, phase + 1 < After.Length ? After[phase + 1] : int.MaxValue) - After[phase]);

    /// <summary>The amount for a whole stay, in cents; the largest there is where it would be larger.</summary>
    public override long For(Desk settling, DateOnly day)
    {
        var sum = (Int128)0;
        for (var phase = 0; phase < After.Length; phase++)
            sum += (Int128)InPhase(settling.Claim, phase) * Cents[phase];
        return (long)Int128.Min(sum, Money.Largest.Cents);
    }

    /// <summary>An amount for some days, in cents; the largest there is where it would be larger.</summary>
    public static long Sum(long cents, int days) => (long)Int128.Min((Int128)cents * days, Money.Largest.Cents);

    protected override bool IsBelowLike(Amount other) => false;
}
