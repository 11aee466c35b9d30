using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary><c>targets.yaml</c>: what tables, and what realised claims, must satisfy.</summary>
internal sealed record TargetsPolicy(IReadOnlyList<TargetPolicy> OfTables, IReadOnlyList<IndicatorPolicy> OfClaims)
{
    /// <summary>What the targets ask of tables.</summary>
    public IEnumerable<ConditionPolicy> Conditions => OfTables.SelectMany(target => target.When.Concat(target.Against));
}

/// <summary>Something that a rulebook's tables must satisfy, such as a bound of a national frame.</summary>
/// <param name="Id">The target's name.</param>
/// <param name="Title">What it asks, in words.</param>
/// <param name="Funds">The funds whose layers are looked at.</param>
/// <param name="Kind">Which of their steps.</param>
/// <param name="When">The facts for which it is asked.</param>
/// <param name="Against">The facts with which the same case is compared; empty where a value is asked alone.</param>
/// <param name="IsAgainstBase">Whether the same case of the base is what it is compared with.</param>
/// <param name="IsWish">Whether a miss is only shown, because the text asks it in principle.</param>
/// <param name="Bound">The bound; null after a problem.</param>
/// <param name="Source">Its place and reference.</param>
internal sealed record TargetPolicy(
    string Id,
    BilingualText Title,
    FundsPolicy Funds,
    TargetKind Kind,
    IReadOnlyList<ConditionPolicy> When,
    IReadOnlyList<ConditionPolicy> Against,
    bool IsAgainstBase,
    bool IsWish,
    BoundPolicy? Bound,
    PolicySource Source
)
{
    /// <summary>Facts of regions that the file may ask: a rulebook without such a fact is not asked.</summary>
    public IReadOnlySet<string> RegionFacts { get; init; } = new HashSet<string>();
}

/// <summary>A bound of a target as it stands; one of these is stated.</summary>
/// <param name="AtLeast">The least amount.</param>
/// <param name="AtMost">The most.</param>
/// <param name="RateAtLeast">The lowest rate.</param>
/// <param name="RateAtMost">The highest.</param>
/// <param name="AtLeastMore">How much more than the case that it is compared with: millionths for a rate, cents for an amount.</param>
/// <param name="AtMostLess">How much less at most.</param>
/// <param name="AtMostMore">How much more than the other amount at most, as a share of that.</param>
/// <param name="AtMostTimes">Which share of the other value at most.</param>
/// <param name="Within">How far from the base at most: millionths for a rate, cents for an amount.</param>
/// <param name="Slope">Along which fact it falls or rises.</param>
internal sealed record BoundPolicy(
    AmountPolicy? AtLeast = null,
    AmountPolicy? AtMost = null,
    Rate? RateAtLeast = null,
    Rate? RateAtMost = null,
    long? AtLeastMore = null,
    Rate? AtMostLess = null,
    Rate? AtMostMore = null,
    Rate? AtMostTimes = null,
    long? Within = null,
    SlopePolicy? Slope = null
);

/// <summary>A fact along which a value falls, or rises.</summary>
internal sealed record SlopePolicy(string Fact, bool Falls);

/// <summary>Which steps of a layer a target looks at.</summary>
internal enum TargetKind
{
    Deductible,
    Rate,
    Cap,
    CapsTogether,
}
