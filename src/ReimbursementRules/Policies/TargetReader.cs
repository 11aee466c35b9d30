using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Reads <c>targets.yaml</c>: what the tables of a rulebook, and the claims that it settled, must satisfy.</summary>
internal static class TargetReader
{
    public static TargetFile Read(Node node)
    {
        node.OnlyKeys("facts", "targets");
        var regionFacts = (node.Optional("facts")?.Items() ?? []).Select(name => name.Id()).ToHashSet(StringComparer.Ordinal);
        Ids.Once(node["targets"], "targets", "目标");
        var targets = node["targets"].Items().ToLookup(IsOfClaims);
        return new(
            [.. targets[false].Select(target => Target(target) with { RegionFacts = regionFacts })],
            [.. targets[true].Select(target => ClaimTargetReader.Read(target, Bound(target), IsWish(target)))]
        );
    }

    private static bool IsOfClaims(Node node) => node.Optional("of")?.OneOf("tables", "claims") is "claims";

    private static TableTargetPolicy Target(Node node)
    {
        node.OnlyKeys("id", "title", "of", "fund", "value", "when", "against", "must", "should", "reference", "href", "note", "status");
        var against = node.Optional("against");
        var isBaseline = against is { IsScalar: true };
        if (isBaseline)
            against!.OneOf("base");
        return new()
        {
            Id = node["id"].Id(),
            Title = node["title"].Bilingual(),
            Funds = FundsPolicy.Read(node["fund"]),
            Kind = Kind(node["value"]),
            When = TableReader.Conditions(node.Optional("when")),
            Against = isBaseline ? [] : TableReader.Conditions(against),
            IsAgainstBaseline = isBaseline,
            IsWish = IsWish(node),
            Bound = Bound(node),
            Source = TableReader.Source(node, node.Place),
        };
    }

    private static TargetKind Kind(Node node) =>
        node.OneOf(
            ("deductible", TargetKind.Deductible),
            ("rate", TargetKind.Rate),
            ("cap", TargetKind.Cap),
            ("caps_together", TargetKind.CapsTogether)
        );

    private static bool IsWish(Node node) => node.Optional("must") is null;

    /// <summary>The bound; null after a problem.</summary>
    private static Node? Bound(Node node)
    {
        var (must, should) = (node.Optional("must"), node.Optional("should"));
        if (!node.IsMapping)
            return null;
        if ((must is null) == (should is null))
        {
            node.Wrong(
                "target.bound",
                "a target has either 'must' or 'should', with its bound.",
                "目标应有“must”或“should”之一，并写明界限。"
            );
            return null;
        }

        var bound = (must ?? should)!;
        if (bound.IsMapping)
            return bound;
        bound.Wrong(
            "mapping.expected",
            $"expected a bound such as {{ at_least: 60% }}, found '{bound.Raw}'.",
            $"此处应为界限，如 {{ at_least: 60% }}，实际是“{bound.Raw}”。"
        );
        return null;
    }
}
