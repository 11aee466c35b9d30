using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>A rate of a policy in one or more bands, lowest first.</summary>
/// <param name="Above">Where each band begins, in cents.</param>
/// <param name="Rates">The rate of each band.</param>
/// <param name="Growth">What is added to the rate for each year, day or other number of the claim.</param>
/// <param name="IsLiableShare">Whether the rate is the share that the claim says another party owes.</param>
internal sealed record Bands(long[] Above, Rate[] Rates, RateGrowth? Growth = null, bool IsLiableShare = false) : IAsksNumbers
{
    /// <summary>What a repealed table says: nothing is paid, and no change of the rates is at work.</summary>
    public static Bands Repealed { get; } = Of(Rate.None) with { IsRepealed = true };

    /// <summary>Where each band stands; empty where the rate stands in a row alone.</summary>
    public FilePlace[] Places { get; init; } = [];

    /// <summary>Whether there are no rates in force, which is another thing than a rate of nothing.</summary>
    public bool IsRepealed { get; private init; }

    /// <summary>The number with which the rate grows.</summary>
    public IEnumerable<Fact> Numbers => Growth is null ? [] : [Growth.Each];

    /// <summary>One rate of every amount.</summary>
    public static Bands Of(Rate rate) => new([0], [rate]);

    /// <summary>The rate of a band for a claim.</summary>
    public Rate RateOf(int band, Desk settling) =>
        IsLiableShare ? settling.Claim.LiableShare ?? Rate.Whole
        : Growth is null ? Rates[band]
        : Growth.Of(Rates[band], settling);

    /// <summary>Whether some band of an amount pays a lower rate here than there.</summary>
    public bool PaysLess(Bands other) =>
        Growth == other.Growth
        && IsLiableShare == other.IsLiableShare
        && Above.Concat(other.Above).Any(edge => RateAbove(edge).Parts < other.RateAbove(edge).Parts);

    /// <summary>Whether the two say different things.</summary>
    public bool Differs(Bands other) =>
        Growth != other.Growth
        || IsLiableShare != other.IsLiableShare
        || Above.Concat(other.Above).Any(edge => RateAbove(edge) != other.RateAbove(edge));

    /// <summary>The edges at which the rate may change here or there, in cents.</summary>
    public IEnumerable<long> EdgesWith(Bands other) => Above.Concat(other.Above).Distinct();

    /// <summary>The rate of the part of an amount that lies above an edge, the least where it grows with the claim.</summary>
    public Rate RateAbove(long edge) => Rates[Array.FindLastIndex(Above, above => above <= edge)];
}

/// <summary>A rate that grows with a number of the claim, such as the age.</summary>
/// <param name="Each">The fact that is the number.</param>
/// <param name="Millionths">What is added for each, in millionths.</param>
/// <param name="AtMost">The highest rate, in millionths.</param>
internal sealed record RateGrowth(Fact Each, int Millionths, int AtMost)
{
    public Rate Of(Rate rate, Desk settling)
    {
        var times = Each.NumberOf!(settling.OfClaim) ?? 0;
        return Rate.FromMillionths((int)Int128.Min((Int128)times * Millionths + rate.Millionths, AtMost));
    }
}
