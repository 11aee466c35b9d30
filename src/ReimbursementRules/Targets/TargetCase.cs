using ReimbursementRules.Cases;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Targets;

/// <summary>A target, what it is held against, and what must come of it.</summary>
/// <param name="Name">The case's name.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Target">The target's name.</param>
/// <param name="Provider">Whose result is expected; null for that of all.</param>
/// <param name="Claims">The claims, to be settled first: those of one member one after another.</param>
/// <param name="Figures">The figures; null for none.</param>
/// <param name="Expect">Names and values as they stand.</param>
internal sealed record TargetCase(
    BilingualText Name,
    FilePlace Place,
    Node Target,
    Node? Provider,
    IReadOnlyList<Claim> Claims,
    Node? Figures,
    Node Expect
) : Case(Name, Place)
{
    private static readonly string[] Others = ["history", "claim", "assemble", "checklist", "applicant", "ledger"];

    public static CaseKind Kind { get; } =
        new(
            ["target"],
            new(
                May("target", ValueForms.Text, "目标的名称", "the name of a target"),
                May("provider", ValueForms.Text, "机构：哪家机构", "which provider"),
                May("figures", Targets.Figures.Form, "外来数字", "figures that no claim has")
            ),
            Read
        )
        {
            IsAlone = true,
        };

    private static TargetCase Read(BilingualText name, Node node)
    {
        foreach (var (_, other) in node.Pairs.Where(pair => Others.Contains(pair.Key.Raw)))
            other.Wrong(
                "case.both",
                "a case with 'target' has 'claims' or 'figures', and nothing else beside.",
                "有“target”的用例只能再写“claims”或“figures”。"
            );
        node["target"].Text();
        var claims = (node.Optional("claims")?.Items() ?? []).Select(ClaimReader.Read).ToList();
        return new(
            name,
            node.Place,
            node["target"],
            node.Optional("provider"),
            claims,
            node.Optional("figures"),
            CaseReader.Stated(node["expect"])
        );
    }
}
