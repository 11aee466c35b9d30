using ReimbursementRules.Cases;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contributions;

/// <summary>Contributors, the plan that asks something of them, and what must come of each.</summary>
internal sealed record ContributionCase(BilingualText Name, FilePlace Place, Node Plan, IReadOnlyList<ExpectedContributor> Contributors)
    : Case(Name, Place)
{
    private static readonly string[] Keys = ["contribution", "contributor", "contributors"];

    public static CaseKind Kind { get; } = new(Keys, Keys, Read);

    private static ContributionCase Read(BilingualText name, Node node)
    {
        CaseReader.NotBeside(
            node,
            ["claim", "history", "claims", "ledger", "assemble", "applicant", "checklist", "year", "contract"],
            "a case with 'contribution' has no claims.",
            "有“contribution”的案例不能再写报销申请。"
        );
        node["contribution"].Text();
        return new(
            name,
            node.Place,
            node["contribution"],
            node.Optional("contributors") is { } several ? Several(node, several) : [Expected(node)]
        );
    }

    private static IReadOnlyList<ExpectedContributor> Several(Node node, Node several)
    {
        CaseReader.NotBeside(
            node,
            ["contributor", "expect"],
            "a case has either 'contributor' and 'expect', or 'contributors'.",
            "案例应有“contributor”和“expect”，或“contributors”，不能并存。"
        );
        if (several is { IsSequence: true, Elements.Count: 0 })
            several.Wrong(
                "case.empty",
                "a case has at least one contributor, such as - { contributor: …, expect: … }.",
                "案例至少应有一位缴费人，如 - { contributor: …, expect: … }。"
            );
        foreach (var one in several.Items())
            one.OnlyKeys("contributor", "expect");
        return [.. several.Items().Select(Expected)];
    }

    private static ExpectedContributor Expected(Node node) =>
        new(ContributorReader.Read(node["contributor"]), CaseReader.Stated(node["expect"]));
}

/// <summary>A contributor and what must come of it.</summary>
internal sealed record ExpectedContributor(Contributor Contributor, Node Expect);
