using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Something that a rulebook's tables must satisfy, such as a bound of a national frame.</summary>
/// <param name="Id">The target's name.</param>
/// <param name="Title">What it asks, in words.</param>
/// <param name="Funds">The national codes of the funds whose layers are looked at.</param>
/// <param name="Kind">Which of their steps.</param>
/// <param name="When">The facts for which it is asked.</param>
/// <param name="Against">The facts with which the same case is compared; empty where a value is asked alone.</param>
/// <param name="IsWish">Whether a miss is only shown, because the text asks it in principle.</param>
/// <param name="Bound">The bound, to be read by the kind of value; null after a problem.</param>
/// <param name="Source">Its place and reference.</param>
internal sealed record TargetPolicy(
    string Id,
    Text Title,
    IReadOnlySet<string> Funds,
    TargetKind Kind,
    IReadOnlyList<ConditionPolicy> When,
    IReadOnlyList<ConditionPolicy> Against,
    bool IsWish,
    Node? Bound,
    Source Source);

/// <summary>Which steps of a layer a target looks at.</summary>
internal enum TargetKind
{
    Deductible,
    Rate,
    Cap,
}
