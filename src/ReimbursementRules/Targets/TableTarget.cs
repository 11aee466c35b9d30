using System.Collections.Immutable;
using ReimbursementRules.Engines;

namespace ReimbursementRules.Targets;

/// <summary>The targets of a rulebook, compiled.</summary>
/// <param name="OfTables">What the tables must satisfy.</param>
/// <param name="OfClaims">What realised claims must satisfy; null where nothing is asked of them.</param>
internal sealed record TargetBook(IReadOnlyList<TableTarget> OfTables, ClaimTargets? OfClaims);

/// <summary>A target on tables, compiled.</summary>
/// <param name="Policy">What the file states.</param>
/// <param name="When">The facts for which it is asked, as far as some table asks them.</param>
/// <param name="Against">The facts with which the same case is compared, as far as some table asks them.</param>
/// <param name="Bound">What is asked; null where it needs a parameter or a fact that the rulebook does not have.</param>
internal sealed record TableTarget(
    TableTargetPolicy Policy,
    ImmutableArray<RuleCondition> When,
    ImmutableArray<RuleCondition> Against,
    TargetBound? Bound
);
