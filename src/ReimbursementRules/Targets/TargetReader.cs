using ReimbursementRules.Policies;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Targets;

/// <summary>Reads <c>targets.yaml</c>: what the tables of a rulebook, and the claims that it settled, must satisfy.</summary>
internal static class TargetReader
{
    /// <summary>The rulebook's own targets, then those of the folders that it is held against.</summary>
    public static TargetsPolicy Read(PolicyFiles files, ProblemLog problems)
    {
        var read = FolderReader
            .Targets(files.Folders[0], problems)
            .Prepend(files[FolderReader.TargetsFile])
            .OfType<Node>()
            .Select(Read)
            .ToList();
        return new([.. read.SelectMany(file => file.OfTables)], [.. read.SelectMany(file => file.OfClaims)]);
    }

    private static TargetsPolicy Read(Node node)
    {
        node.OnlyKeys("facts", "targets");
        var regionFacts = (node.Optional("facts")?.Items() ?? []).Select(name => name.Id()).ToHashSet(StringComparer.Ordinal);
        Ids.Once(node["targets"], "targets", "目标");
        var targets = node["targets"].Items().ToLookup(IsOfClaims);
        return new(
            [.. targets[false].Select(target => Target(target) with { RegionFacts = regionFacts })],
            [.. targets[true].Select(target => IndicatorReader.Read(target, Bound(target), IsWish(target)))]
        );
    }

    private static bool IsOfClaims(Node node) => node.Optional("of")?.OneOf("tables", "claims") is "claims";

    private static TargetPolicy Target(Node node)
    {
        node.OnlyKeys("id", "title", "of", "fund", "value", "when", "against", "must", "should", "reference", "href", "note", "status");
        var against = node.Optional("against");
        var isBase = against is { IsScalar: true };
        if (isBase)
            against!.OneOf("base");
        return new(
            node["id"].Id(),
            node["title"].Bilingual(),
            FundsPolicy.Read(node["fund"]),
            Kind(node["value"]),
            TableReader.Conditions(node.Optional("when")),
            isBase ? [] : TableReader.Conditions(against),
            isBase,
            IsWish(node),
            Bound(node),
            TableReader.Source(node, node.Place)
        );
    }

    private static TargetKind Kind(Node node) =>
        node.OneOf("deductible", "rate", "cap", "caps_together") switch
        {
            "deductible" => TargetKind.Deductible,
            "cap" => TargetKind.Cap,
            "caps_together" => TargetKind.CapsTogether,
            _ => TargetKind.Rate,
        };

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
