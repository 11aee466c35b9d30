using System.Globalization;
using ReimbursementRules.Cases;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Episodes;

/// <summary>Claims of one member to be put together, and what must come of each claim that is left.</summary>
/// <param name="Name">The case's name.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="History">What the member used before.</param>
/// <param name="Claims">The claims, in any order.</param>
/// <param name="Expect">What must come of the first, the second and so on, in the order in which they are settled.</param>
/// <param name="Node">Where the expectations stand.</param>
internal sealed record AssembledCase(
    BilingualText Name,
    FilePlace Place,
    History History,
    IReadOnlyList<Claim> Claims,
    IReadOnlyList<Node> Expect,
    Node Node
) : Case(Name, Place)
{
    public static CaseKind Kind { get; } =
        new(
            ["assemble"],
            new(
                May(
                    "assemble",
                    ValueForms.List(ClaimForm.Of, 1),
                    "合并：一起交上来、先合并再结算的单据",
                    "claims that are put together before they are settled"
                )
            ),
            Read
        );

    /// <summary>Puts the claims together and settles those that are left, where there are as many as expected.</summary>
    public static CaseResult Run(Rulebook rulebook, AssembledCase of)
    {
        var problems = new ProblemLog();
        try
        {
            var claims = rulebook.Assemble(of.Claims);
            if (claims.Length == of.Expect.Count)
                return ClaimsRunner.Run(
                    rulebook,
                    new(of.Name, of.Place, of.History, [.. claims.Zip(of.Expect, (claim, expect) => new ExpectedClaim(claim, expect))])
                );
            new Mismatches(problems, new("", "")).Add(of.Node, Shown(of.Expect.Count), Shown(claims.Length), "claims");
        }
        catch (InputException e)
        {
            problems.AddRange(e.Problems);
        }

        return new(of.Name, of.Place, problems.Told());
    }

    private static AssembledCase Read(BilingualText name, Node node)
    {
        CaseReader.NotBeside(
            node,
            ["claim", "claims", "ledger"],
            "a case with 'assemble' has no other claims.",
            "有“assemble”的用例不能再写其他单据。"
        );
        var (claims, expect) = (node["assemble"], node["expect"]);
        if (claims is { IsSequence: true, Elements.Count: 0 })
            claims.Wrong(
                "case.empty",
                "a case has at least one claim, such as - { discharged: …, items: … }.",
                "用例至少应有一张单据，如 - { discharged: …, items: … }。"
            );
        return new(
            name,
            node.Place,
            ClaimsCase.Before(node),
            [.. claims.Items().Select(ClaimReader.Read)],
            [.. expect.Items().Select(one => CaseReader.Stated(ChineseExpect.Read(one)))],
            expect
        );
    }

    private static BilingualText Shown(int count) => Mismatches.Same(count.ToString(CultureInfo.InvariantCulture));
}
