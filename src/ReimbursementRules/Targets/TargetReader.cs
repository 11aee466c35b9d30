using ReimbursementRules.Policies;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Targets;

/// <summary>Reads <c>targets.yaml</c>: what the tables of a rulebook, and the claims that it settled, must satisfy.</summary>
internal static class TargetReader
{
    /// <summary>The facts along which a value may be asked to fall or rise.</summary>
    public static readonly string[] Slopes = ["hospital.level", "hospital.tier"];

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
        var kind = Kind(node["value"]);
        var compared = isBase ? [] : TableReader.Conditions(against);
        return new(
            node["id"].Id(),
            node["title"].Bilingual(),
            FundsPolicy.Read(node["fund"]),
            kind,
            TableReader.Conditions(node.Optional("when")),
            compared,
            isBase,
            IsWish(node),
            Bound(node) switch
            {
                null => null,
                var bound when isBase => OfBase(bound, kind),
                var bound when compared.Count > 0 => Compared(bound, kind),
                var bound when kind == TargetKind.Rate => OfRate(bound),
                var bound when kind == TargetKind.Deductible => OfAmount(bound, "falls_with", "rises_with"),
                var bound => OfAmount(bound),
            },
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

    private static BoundPolicy OfBase(Node node, TargetKind kind)
    {
        node.OnlyKeys("within");
        return new(Within: kind == TargetKind.Rate ? node["within"].Rate().Millionths : node["within"].Money().Cents);
    }

    private static BoundPolicy Compared(Node node, TargetKind kind)
    {
        var isRate = kind == TargetKind.Rate;
        string[] keys = isRate ? ["at_least_more", "at_most_less"] : ["at_least_more", "at_most_more", "at_most_times"];
        node.OnlyKeys(keys);
        One(node, keys);
        return new(
            AtLeastMore: isRate ? node.Optional("at_least_more")?.Rate().Millionths : node.Optional("at_least_more")?.Money().Cents,
            AtMostLess: node.Optional("at_most_less")?.Rate(),
            AtMostMore: node.Optional("at_most_more")?.Rate(),
            AtMostTimes: node.Optional("at_most_times")?.Rate()
        );
    }

    private static BoundPolicy OfRate(Node node)
    {
        string[] keys = ["at_least", "at_most", "falls_with", "rises_with"];
        node.OnlyKeys(keys);
        One(node, keys);
        return new(RateAtLeast: node.Optional("at_least")?.Rate(), RateAtMost: node.Optional("at_most")?.Rate(), Slope: SlopeOf(node));
    }

    private static BoundPolicy OfAmount(Node node, params string[] slopes)
    {
        string[] keys = ["at_least", "at_most", .. slopes];
        node.OnlyKeys(keys);
        One(node, keys);
        return new(
            AtLeast: node.Optional("at_least") is { } least ? AmountPolicy.ReadOrNone(least) : null,
            AtMost: node.Optional("at_most") is { } most ? AmountPolicy.ReadOrNone(most) : null,
            Slope: SlopeOf(node)
        );
    }

    private static SlopePolicy? SlopeOf(Node node)
    {
        var falls = node.Optional("falls_with");
        var fact = falls ?? node.Optional("rises_with");
        return fact is null ? null : new(fact.OneOf(Slopes), falls is not null);
    }

    private static void One(Node node, string[] keys)
    {
        if (keys.Count(key => node.Optional(key) is not null) != 1)
            node.Wrong(
                "target.bound",
                $"a bound states one of {string.Join(", ", keys)} here.",
                $"此处的界限应写 {string.Join("、", keys)} 之一。"
            );
    }
}
