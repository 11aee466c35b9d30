using System.Collections.Immutable;
using ReimbursementRules.Engines;
using ReimbursementRules.Layers;

namespace ReimbursementRules.Targets;

/// <summary>The targets of a rulebook, compiled.</summary>
/// <param name="OfTables">What the tables must satisfy.</param>
/// <param name="OfClaims">What realised claims must satisfy; null where nothing is asked of them.</param>
internal sealed record TargetBook(IReadOnlyList<Target> OfTables, IndicatorBook? OfClaims);

/// <summary>A target, compiled.</summary>
/// <param name="Policy">What the file states.</param>
/// <param name="When">The facts for which it is asked, as far as some table asks them.</param>
/// <param name="Against">The facts with which the same case is compared, as far as some table asks them.</param>
/// <param name="Bound">What is asked; null where it needs a parameter or a fact that the rulebook does not have.</param>
internal sealed record Target(
    TargetPolicy Policy,
    ImmutableArray<RuleCondition> When,
    ImmutableArray<RuleCondition> Against,
    TargetBound? Bound
);

/// <summary>A bound of a target; one of these is stated.</summary>
/// <param name="AtLeast">The least amount.</param>
/// <param name="AtMost">The most.</param>
/// <param name="RateAtLeast">The lowest rate in millionths.</param>
/// <param name="RateAtMost">The highest.</param>
/// <param name="AtLeastMore">How much more than the case that it is compared with: millionths for a rate, cents for an amount.</param>
/// <param name="AtMostLess">How much less at most, in millionths.</param>
/// <param name="AtMostMore">How much more than the other amount at most, as a share of that in millionths.</param>
/// <param name="AtMostTimes">Which share of the other value at most, in millionths.</param>
/// <param name="Within">How far from the base at most: millionths for a rate, cents for an amount.</param>
/// <param name="Slope">Along which fact it falls or rises.</param>
internal sealed record TargetBound(
    Amount? AtLeast = null,
    Amount? AtMost = null,
    int? RateAtLeast = null,
    int? RateAtMost = null,
    long? AtLeastMore = null,
    int? AtMostLess = null,
    int? AtMostMore = null,
    int? AtMostTimes = null,
    long? Within = null,
    Slope? Slope = null
);

/// <summary>How a value changes from one word of a fact to the next.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Falls">True where the value is nowhere higher at a later word, false where it is nowhere lower.</param>
internal sealed record Slope(string Fact, bool Falls);
