using ReimbursementRules.Cases;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Contracts;

/// <summary>A provider's year, the contract by which it is settled, and what must come of it.</summary>
/// <param name="Name">The case's name.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Contract">The contract's name.</param>
/// <param name="Year">The year with its monthly totals.</param>
/// <param name="Claims">Claims that are settled first, each member's one after another, and become lines of the year.</param>
/// <param name="Expect">Names and values as they stand.</param>
internal sealed record ContractCase(
    BilingualText Name,
    FilePlace Place,
    Node Contract,
    ProviderYear Year,
    IReadOnlyList<Claim> Claims,
    Node Expect
) : Case(Name, Place)
{
    public static CaseKind Kind { get; } =
        new(
            ["year", "contract"],
            new(
                May("contract", ValueForms.Text, "合同：哪一份", "which contract"),
                May("year", ProviderYearReader.WithClaims, "结算年度：机构的一年", "the year of a provider")
            ),
            Read
        );

    private static ContractCase Read(BilingualText name, Node node)
    {
        CaseReader.NotBeside(
            node,
            ["claim", "history", "claims", "ledger", "assemble", "applicant", "checklist"],
            "a case with 'year' has its claims under 'year'.",
            "有“year”的用例应把单据写在“year”下。"
        );
        node["contract"].Text();
        var year = node["year"];
        return new(
            name,
            node.Place,
            node["contract"],
            ProviderYearReader.Read(year, "claims"),
            [.. (year.Optional("claims")?.Items() ?? []).Select(ClaimReader.Read)],
            CaseReader.Stated(node["expect"])
        );
    }
}
