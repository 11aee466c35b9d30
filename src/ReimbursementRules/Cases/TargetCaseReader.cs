using ReimbursementRules.Claims;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cases;

/// <summary>Reads the cases of <c>targets.cases.yaml</c>.</summary>
internal static class TargetCaseReader
{
    public static Case Read(Node node, Node target)
    {
        foreach (
            var other in node.Pairs.Where(pair =>
                pair.Key.Raw is "history" or "claim" or "assemble" or "checklist" or "applicant" or "ledger"
            )
        )
            other.Value.Wrong(
                "case.both",
                "a case with 'target' has 'claims' or 'figures', and nothing else beside.",
                "有“target”的案例只能再写“claims”或“figures”。"
            );
        target.Text();
        var claims = (node.Optional("claims")?.Items() ?? []).Select(ClaimReader.Read).ToList();
        return new(node["case"].Text(), node.Place, History.Empty, [], [])
        {
            Target = new(target, node.Optional("provider"), claims, node.Optional("figures"), CaseReader.Stated(node["expect"])),
        };
    }
}
