using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Targets;

/// <summary>Reads <c>targets.yaml</c>: what the tables of a rulebook, and the claims that it settled, must satisfy.</summary>
internal static class TargetReader
{
    /// <summary>The facts along which a value may be asked to fall or rise.</summary>
    private static readonly string[] Slopes = ["hospital.level", "hospital.tier"];

    private static readonly (KeyForm Key, Func<Node, BoundPolicy> Read)[] SlopeKeys =
    [
        (TargetKeys.FallsWith, fact => Read(new TargetBound.Slope(fact.OneOf(Slopes), Falls: true))),
        (TargetKeys.RisesWith, fact => Read(new TargetBound.Slope(fact.OneOf(Slopes), Falls: false))),
    ];

    private static readonly (KeyForm Key, Func<Node, BoundPolicy> Read)[] AmountKeys =
    [
        (TargetKeys.AtLeast, least => new BoundPolicy.AtLeast(AmountPolicy.ReadOrNone(least))),
        (TargetKeys.AtMost, most => new BoundPolicy.AtMost(AmountPolicy.ReadOrNone(most))),
    ];

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
        node.OnlyKeys(TargetKeys.File);
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
        node.OnlyKeys(TargetKeys.Target);
        var against = node.Optional("against");
        var isBaseline = against is { IsScalar: true };
        if (isBaseline)
            against!.OneOf("base");
        var kind = Kind(node["value"]);
        var compared = isBaseline ? [] : ConditionReader.Plain(against);
        return new()
        {
            Id = node["id"].Id(),
            Title = node["title"].Bilingual(),
            Funds = FundsPolicy.Read(node["fund"]),
            Kind = kind,
            When = ConditionReader.Plain(node.Optional("when")),
            Against = compared,
            IsAgainstBaseline = isBaseline,
            IsWish = IsWish(node),
            Bound = Bound(node) switch
            {
                null => null,
                var bound when isBaseline => OfBaseline(bound, kind),
                var bound when compared.Count > 0 => Compared(bound, kind),
                var bound => Alone(bound, kind),
            },
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

    private static BoundPolicy.Read OfBaseline(Node node, TargetKind kind)
    {
        node.OnlyKeys(TargetKeys.OfBaseline);
        return new(new TargetBound.Within(kind == TargetKind.Rate ? node["within"].Rate().Millionths : node["within"].Money().Cents));
    }

    private static BoundPolicy? Compared(Node node, TargetKind kind) =>
        kind == TargetKind.Rate
            ? One(
                node,
                (TargetKeys.AtLeastMore, more => Read(new TargetBound.AtLeastMore(more.Rate().Millionths))),
                (TargetKeys.AtMostLess, less => Read(new TargetBound.AtMostLess(less.Rate().Millionths)))
            )
            : One(
                node,
                (TargetKeys.AtLeastMore, more => Read(new TargetBound.AtLeastMore(more.Money().Cents))),
                (TargetKeys.AtMostMore, share => Read(new TargetBound.AtMostMore(share.Rate().Millionths))),
                (TargetKeys.AtMostTimes, share => Read(new TargetBound.AtMostTimes(share.Rate().Millionths)))
            );

    private static BoundPolicy? Alone(Node node, TargetKind kind) =>
        kind switch
        {
            TargetKind.Rate => One(
                node,
                [
                    (TargetKeys.AtLeast, least => Read(new TargetBound.AtLeast(least.Rate().Millionths))),
                    (TargetKeys.AtMost, most => Read(new TargetBound.AtMost(most.Rate().Millionths))),
                    .. SlopeKeys,
                ]
            ),
            TargetKind.Deductible => One(node, [.. AmountKeys, .. SlopeKeys]),
            TargetKind.Cap or TargetKind.CapsTogether => One(node, AmountKeys),
            _ => throw UnknownKind.Of(kind),
        };

    private static BoundPolicy.Read Read(TargetBound bound) => new(bound);

    /// <summary>The only bound that is stated; null after a problem.</summary>
    private static BoundPolicy? One(Node node, params (KeyForm Key, Func<Node, BoundPolicy> Read)[] kinds)
    {
        string[] keys = [.. kinds.Select(kind => kind.Key.Name)];
        node.OnlyKeys(new KeyTable([.. kinds.Select(kind => kind.Key)]));
        if (keys.Count(key => node.Optional(key) is not null) != 1)
            node.Wrong(
                "target.bound",
                $"a bound states one of {string.Join(", ", keys)} here.",
                $"此处的界限应写 {string.Join("、", keys)} 之一。"
            );
        BoundPolicy? bound = null;
        foreach (var (key, read) in kinds)
            if (node.Optional(key.Name) is { } stated)
                bound = read(stated);
        return bound;
    }
}
