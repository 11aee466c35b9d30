using System.Collections.Immutable;
using ReimbursementRules.Policies;

namespace ReimbursementRules.Rulebooks;

/// <summary>A target, compiled.</summary>
/// <param name="Policy">What the file states.</param>
/// <param name="When">The facts for which it is asked, as far as some table asks them.</param>
/// <param name="Against">The facts with which the same case is compared, as far as some table asks them.</param>
/// <param name="Bound">What is asked; null where it needs a parameter that the rulebook does not have.</param>
internal sealed record Target(TargetPolicy Policy, ImmutableArray<RuleCondition> When, ImmutableArray<RuleCondition> Against, TargetBound? Bound);

/// <summary>A bound of a target; of its amounts and rates one is stated.</summary>
/// <param name="AtLeast">The least amount.</param>
/// <param name="AtMost">The most.</param>
/// <param name="RateAtLeast">The lowest rate in millionths.</param>
/// <param name="RateAtMost">The highest.</param>
/// <param name="AtLeastMore">How much more than the case that it is compared with, in millionths.</param>
/// <param name="AtMostLess">How much less at most, in millionths.</param>
/// <param name="AtMostTimes">Which share of the other value at most, in millionths.</param>
internal sealed record TargetBound(
    Amount? AtLeast = null,
    Amount? AtMost = null,
    int? RateAtLeast = null,
    int? RateAtMost = null,
    int? AtLeastMore = null,
    int? AtMostLess = null,
    int? AtMostTimes = null);
