using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary>Something that realised claims must satisfy, such as a share of admissions.</summary>
/// <param name="Id">The target's name.</param>
/// <param name="Title">What it asks, in words.</param>
/// <param name="EachProvider">Whether every provider is asked alone.</param>
/// <param name="When">Which claims are looked at; none for all.</param>
/// <param name="IsWish">Whether a miss is only shown, because the text asks it in principle.</param>
/// <param name="Any">What is measured; one of these being within its bound suffices.</param>
/// <param name="Source">Its place and reference.</param>
internal sealed record ClaimTargetPolicy(
    string Id,
    BilingualText Title,
    bool EachProvider,
    ConditionsPolicy When,
    bool IsWish,
    IReadOnlyList<MeasurePolicy> Any,
    PolicySource Source
);

/// <summary>A quotient of two sums and its bound.</summary>
/// <param name="Of">The quotient.</param>
/// <param name="Against">The quotient that it is compared with; null where it stands alone or is compared with that of all
/// providers.</param>
/// <param name="AgainstAll">Whether it is compared with the same quotient over all providers.</param>
/// <param name="Bound">The bound.</param>
internal sealed record MeasurePolicy(QuotientPolicy Of, QuotientPolicy? Against, bool AgainstAll, MeasureBound Bound);

/// <summary>One sum divided by another; by one where none is named.</summary>
internal sealed record QuotientPolicy(SumPolicy Measure, SumPolicy? Per);

/// <summary>A sum over claims, or a figure.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Word">What is added up; null for a figure.</param>
/// <param name="Figure">The name of the figure; null for a sum.</param>
/// <param name="Funds">Whose payments count; null for those of all payers.</param>
/// <param name="When">Which claims count; none for all.</param>
/// <param name="Items">Which items count; none for all.</param>
/// <param name="Less">What is taken off; null for nothing.</param>
internal sealed record SumPolicy(
    FilePlace Place,
    Word? Word,
    string? Figure,
    FundsPolicy? Funds,
    ConditionsPolicy When,
    ConditionsPolicy Items,
    SumPolicy? Less
);

/// <summary>A bound of a quotient, included.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Millionths">Its number: 70% is 700,000, and 4 is 4,000,000.</param>
/// <param name="IsPercent">Whether it is written, and so shown, as a percentage.</param>
/// <param name="Written">The bound as it stands, such as <c>70%</c>.</param>
internal sealed record MeasureBound(MeasureBoundKind Kind, long Millionths, bool IsPercent, string Written);

/// <summary>What a bound of a quotient says.</summary>
internal enum MeasureBoundKind
{
    AtLeast,
    AtMost,
    AtLeastMore,
    AtMostLess,
    AtMostMore,
    AtMostTimes,
}
