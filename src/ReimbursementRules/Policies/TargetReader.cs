using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Reads <c>targets.yaml</c>: what the tables of a rulebook must satisfy.</summary>
internal static class TargetReader
{
    public static IReadOnlyList<TargetPolicy> Read(Node node)
    {
        node.OnlyKeys("targets");
        var targets = node["targets"].Items().Select(Target).ToList();
        Ids.Once(node["targets"], "targets", "目标");
        return targets;
    }

    private static TargetPolicy Target(Node node)
    {
        node.OnlyKeys("id", "title", "fund", "value", "when", "against", "must", "should", "reference", "href", "note", "status");
        var must = node.Optional("must");
        var should = node.Optional("should");
        if (node.IsMapping && (must is null) == (should is null))
            node.Wrong("target.bound", "a target has either 'must' or 'should', with its bound.", "目标应有“must”或“should”之一，并写明界限。");
        return new(
            node["id"].Id(),
            node["title"].Bilingual(),
            Funds(node["fund"]),
            node["value"].OneOf("deductible", "rate", "cap") switch { "deductible" => TargetKind.Deductible, "cap" => TargetKind.Cap, _ => TargetKind.Rate },
            TableReader.Conditions(node.Optional("when")),
            TableReader.Conditions(node.Optional("against")),
            must is null,
            (must is null) == (should is null) ? null : must ?? should,
            TableReader.Source(node, node.Place));
    }

    private static HashSet<string> Funds(Node node) => [.. (node.IsSequence ? node.Items() : [node]).Select(code => code.Text())];
}
