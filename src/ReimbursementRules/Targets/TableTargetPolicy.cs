using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary><c>targets.yaml</c>: what tables, and what realised claims, must satisfy.</summary>
internal sealed record TargetsPolicy(IReadOnlyList<TableTargetPolicy> OfTables, IReadOnlyList<ClaimTargetPolicy> OfClaims)
{
    /// <summary>What the targets ask of tables.</summary>
    public IEnumerable<ConditionPolicy> Conditions => OfTables.SelectMany(target => target.When.Concat(target.Against));
}

/// <summary>Something that a rulebook's tables must satisfy, such as a bound of a national frame.</summary>
internal sealed record TableTargetPolicy
{
    /// <summary>The target's name.</summary>
    public required string Id { get; init; }

    /// <summary>What it asks, in words.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>The funds whose layers are looked at.</summary>
    public required FundsPolicy Funds { get; init; }

    /// <summary>Which of their steps.</summary>
    public required TargetKind Kind { get; init; }

    /// <summary>The facts for which it is asked.</summary>
    public required IReadOnlyList<ConditionPolicy> When { get; init; }

    /// <summary>The facts with which the same case is compared; empty where a value is asked alone.</summary>
    public required IReadOnlyList<ConditionPolicy> Against { get; init; }

    /// <summary>Whether the same case of the baseline is what it is compared with.</summary>
    public required bool IsAgainstBaseline { get; init; }

    /// <summary>Whether a miss is only shown, because the text asks it in principle.</summary>
    public required bool IsWish { get; init; }

    /// <summary>The bound; null after a problem.</summary>
    public required BoundPolicy? Bound { get; init; }

    /// <summary>Its place and reference.</summary>
    public required PolicySource Source { get; init; }

    /// <summary>Facts of regions that the file may ask: a rulebook without such a fact is not asked.</summary>
    public IReadOnlySet<string> RegionFacts { get; init; } = new HashSet<string>();
}

/// <summary>A bound of a target as it stands.</summary>
internal abstract record BoundPolicy
{
    private BoundPolicy() { }

    /// <summary>One that names nothing: it is asked as it is read.</summary>
    public sealed record Read(TargetBound Bound) : BoundPolicy;

    /// <summary>The least that an amount may be.</summary>
    public sealed record AtLeast(AmountPolicy Amount) : BoundPolicy;

    /// <summary>The most that an amount may be.</summary>
    public sealed record AtMost(AmountPolicy Amount) : BoundPolicy;
}

/// <summary>Which steps of a layer a target looks at.</summary>
internal enum TargetKind
{
    Deductible,
    Rate,
    Cap,
    CapsTogether,
}
