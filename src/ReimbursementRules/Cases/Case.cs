using ReimbursementRules.Claims;
using ReimbursementRules.Contracts;
using ReimbursementRules.Contributions;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cases;

/// <summary>A case as its file states it: claims of one member, one after another, and what must come of each; or operations on the
/// member's ledger.</summary>
internal sealed record Case(
    string Name,
    FilePlace Place,
    History History,
    IReadOnlyList<ExpectedClaim> Claims,
    IReadOnlyList<LedgerOperation> Operations
)
{
    /// <summary>Claims to be put together first; null for claims that are settled as they stand.</summary>
    public AssembledCase? Assembled { get; init; }

    /// <summary>An applicant to be checked; null for a case of claims.</summary>
    public ApplicantCase? Applicant { get; init; }

    /// <summary>A provider's year to be settled by a contract; null for the other cases.</summary>
    public ContractCase? Contract { get; init; }

    /// <summary>Contributors of whom a plan asks something; null for a case of claims.</summary>
    public ContributionCase? Contribution { get; init; }

    /// <summary>A target to be held against tables or claims; null for other cases.</summary>
    public TargetCase? Target { get; init; }
}

/// <summary>Contributors, the plan that asks something of them, and what must come of each.</summary>
internal sealed record ContributionCase(Node Plan, IReadOnlyList<ExpectedContributor> Contributors);

/// <summary>A contributor and what must come of it.</summary>
internal sealed record ExpectedContributor(Contributor Contributor, Node Expect);

/// <summary>A target, what it is held against, and what must come of it.</summary>
/// <param name="Target">The target's name.</param>
/// <param name="Provider">Whose result is expected; null for that of all.</param>
/// <param name="Claims">The claims, to be settled first: those of one member one after another.</param>
/// <param name="Figures">The figures; null for none.</param>
/// <param name="Expect">Names and values as they stand.</param>
internal sealed record TargetCase(Node Target, Node? Provider, IReadOnlyList<Claim> Claims, Node? Figures, Node Expect);

/// <summary>An applicant, the checklist that it is compared with, and what must come of it.</summary>
internal sealed record ApplicantCase(Node Checklist, Applicant Applicant, Node Expect);

/// <summary>A provider's year, the contract by which it is settled, and what must come of it.</summary>
/// <param name="Contract">The contract's name.</param>
/// <param name="Year">The year with its monthly totals.</param>
/// <param name="Claims">Claims that are settled first, each member's one after another, and become lines of the year.</param>
/// <param name="Expect">Names and values as they stand.</param>
internal sealed record ContractCase(Node Contract, ProviderYear Year, IReadOnlyList<Claim> Claims, Node Expect);

/// <summary>Claims of one member to be put together, and what must come of each claim that is left.</summary>
/// <param name="Claims">The claims, in any order.</param>
/// <param name="Expect">What must come of the first, the second and so on, in the order in which they are settled.</param>
/// <param name="Node">Where the expectations stand.</param>
internal sealed record AssembledCase(IReadOnlyList<Claim> Claims, IReadOnlyList<Node> Expect, Node Node);

/// <summary>A claim and what must come of it.</summary>
/// <param name="Claim">The claim, with its day of discharge.</param>
/// <param name="Expect">Names and values as they stand; the runner knows what each name means.</param>
internal sealed record ExpectedClaim(Claim Claim, Node Expect);

/// <summary>What came of a case.</summary>
/// <param name="Name">The case's name, a sentence.</param>
/// <param name="Place">Where the case stands.</param>
/// <param name="Mismatches">What differs from what the case expects; empty where it passes.</param>
public sealed partial record CaseResult(string Name, FilePlace Place, IReadOnlyList<Problem> Mismatches)
{
    /// <summary>True where everything came out as the case expects.</summary>
    public bool Passed => Mismatches.Count == 0;
}
