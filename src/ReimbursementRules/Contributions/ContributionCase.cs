using ReimbursementRules.Cases;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Contributions;

/// <summary>Contributors, the plan that asks something of them, and what must come of each.</summary>
internal sealed record ContributionCase(BilingualText Name, FilePlace Place, Node Plan, IReadOnlyList<ExpectedContributor> Contributors)
    : Case(Name, Place)
{
    /// <summary>The history before the first contributor, who is the member of all.</summary>
    public required History History { get; init; }

    /// <summary>Whether the case is about a history: it begins with one, or expects one.</summary>
    public required bool KeepsHistory { get; init; }

    private static readonly KeyTable SeveralKeys = new(
        Need("contributor", ContributorReader.Form, "缴费人", "who pays"),
        CaseReader.Expect with
        {
            IsNeeded = true,
        }
    );

    private static readonly KeyTable Keys = new(
        May("contribution", ValueForms.Text, "筹资：哪一项缴费", "which contribution"),
        May("contributor", ContributorReader.Form, "缴费人", "who pays"),
        May("contributors", ValueForms.List(SeveralKeys.Schema, 1), "几个缴费人，一个接一个", "several contributors, one after another")
    );

    public static CaseKind Kind { get; } = new([.. Keys.Keys.Select(key => key.Name)], Keys, Read);

    private static ContributionCase Read(BilingualText name, Node node)
    {
        CaseReader.NotBeside(
            node,
            ["claim", "claims", "ledger", "assemble", "applicant", "checklist", "year", "contract"],
            "a case with 'contribution' has no claims.",
            "有“contribution”的用例不能再写单据。"
        );
        node["contribution"].Text();
        var contributors = node.Optional("contributors") is { } several ? Several(node, several) : [Expected(node)];
        return new(name, node.Place, node["contribution"], contributors)
        {
            History = ClaimsCase.Before(node),
            KeepsHistory =
                node.Optional("history") is not null
                || contributors.Any(one => one.Expect.IsMapping && one.Expect.Optional("history") is not null),
        };
    }

    private static IReadOnlyList<ExpectedContributor> Several(Node node, Node several)
    {
        CaseReader.NotBeside(
            node,
            ["contributor", "expect"],
            "a case has either 'contributor' and 'expect', or 'contributors'.",
            "用例应有“contributor”和“expect”，或“contributors”，不能并存。"
        );
        if (several is { IsSequence: true, Elements.Count: 0 })
            several.Wrong(
                "case.empty",
                "a case has at least one contributor, such as - { contributor: …, expect: … }.",
                "用例至少应有一位缴费人，如 - { contributor: …, expect: … }。"
            );
        foreach (var one in several.Items())
            one.OnlyKeys(SeveralKeys);
        return [.. several.Items().Select(Expected)];
    }

    private static ExpectedContributor Expected(Node node) =>
        new(ContributorReader.Read(node["contributor"]), CaseReader.Stated(node["expect"]));
}

/// <summary>A contributor and what must come of it.</summary>
internal sealed record ExpectedContributor(Contributor Contributor, Node Expect);
