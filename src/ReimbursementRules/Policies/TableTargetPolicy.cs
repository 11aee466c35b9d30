using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary><c>targets.yaml</c>: what tables, and what realised claims, must satisfy.</summary>
internal sealed record TargetFile(IReadOnlyList<TableTargetPolicy> OfTables, IReadOnlyList<ClaimTargetPolicy> OfClaims);

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

    /// <summary>The bound, to be read by the kind of value; null after a problem.</summary>
    public required Node? Bound { get; init; }

    /// <summary>Its place and reference.</summary>
    public required PolicySource Source { get; init; }

    /// <summary>Facts of regions that the file may ask: a rulebook without such a fact is not asked.</summary>
    public IReadOnlySet<string> RegionFacts { get; init; } = new HashSet<string>();
}

/// <summary>Which steps of a layer a target looks at.</summary>
internal enum TargetKind
{
    Deductible,
    Rate,
    Cap,
    CapsTogether,
}
