using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Targets;

/// <summary>Binds the targets to the facts that the tables ask.</summary>
internal sealed class TableTargetCompiler(Policy policy, AskedFacts vocabulary, Names names)
{
    /// <summary>The facts along which a value may be asked to fall or rise.</summary>
    public static readonly string[] Slopes = ["hospital.level", "hospital.tier"];

    private static readonly (string Key, Func<Node, TargetBound?> Read)[] SlopeKeys =
    [
        ("falls_with", fact => new TargetBound.Slope(fact.OneOf(Slopes), Falls: true)),
        ("rises_with", fact => new TargetBound.Slope(fact.OneOf(Slopes), Falls: false)),
    ];

    public IReadOnlyList<TableTarget> Compile() => [.. policy.TableTargets.Select(Compile)];

    private TableTarget Compile(TableTargetPolicy target)
    {
        target.Funds.Check(policy.Index);
        var bound = Bound(target);
        return new(
            target,
            [.. Known(target, target.When).Select(condition => vocabulary.BindAsked(condition, policy.Index.From)).OfType<RuleCondition>()],
            [
                .. Known(target, target.Against)
                    .Select(condition => vocabulary.BindAsked(condition, policy.Index.From))
                    .OfType<RuleCondition>(),
            ],
            target.When.Concat(target.Against).All(condition => IsKnown(target, condition)) ? bound : null
        );
    }

    private IEnumerable<ConditionPolicy> Known(TableTargetPolicy target, IReadOnlyList<ConditionPolicy> conditions) =>
        conditions.Where(condition => IsKnown(target, condition));

    /// <summary>Whether the rulebook has a fact that regions may have.</summary>
    private bool IsKnown(TableTargetPolicy target, ConditionPolicy condition) =>
        !target.RegionFacts.Contains(condition.Fact.Raw) || policy.Index.Facts.Any(fact => fact.Name == condition.Fact.Raw);

    private TargetBound? Bound(TableTargetPolicy target) =>
        target switch
        {
            { Bound: null } => null,
            { IsAgainstBaseline: true } => OfBaseline(target.Bound, target.Kind),
            { Against.Count: > 0 } => Compared(target.Bound, target.Kind),
            { Kind: TargetKind.Rate } => OfRate(target.Bound),
            { Kind: TargetKind.Deductible } => OfAmount(target.Bound, SlopeKeys),
            { Kind: TargetKind.Cap or TargetKind.CapsTogether } => OfAmount(target.Bound),
            _ => throw UnknownKind.Of(target.Kind),
        };

    private static TargetBound.Within OfBaseline(Node node, TargetKind kind)
    {
        node.OnlyKeys("within");
        return new TargetBound.Within(kind == TargetKind.Rate ? node["within"].Rate().Millionths : node["within"].Money().Cents);
    }

    private static TargetBound? Compared(Node node, TargetKind kind) =>
        kind == TargetKind.Rate
            ? One(
                node,
                ("at_least_more", more => new TargetBound.AtLeastMore(more.Rate().Millionths)),
                ("at_most_less", less => new TargetBound.AtMostLess(less.Rate().Millionths))
            )
            : One(
                node,
                ("at_least_more", more => new TargetBound.AtLeastMore(more.Money().Cents)),
                ("at_most_more", share => new TargetBound.AtMostMore(share.Rate().Millionths)),
                ("at_most_times", share => new TargetBound.AtMostTimes(share.Rate().Millionths))
            );

    private static TargetBound? OfRate(Node node) =>
        One(
            node,
            [
                ("at_least", least => new TargetBound.AtLeast(least.Rate().Millionths)),
                ("at_most", most => new TargetBound.AtMost(most.Rate().Millionths)),
                .. SlopeKeys,
            ]
        );

    private TargetBound? OfAmount(Node node, params (string Key, Func<Node, TargetBound?> Read)[] slopes) =>
        One(
            node,
            [
                ("at_least", least => Cents(least) is { } cents ? new TargetBound.AtLeast(cents) : null),
                ("at_most", most => Cents(most) is { } cents ? new TargetBound.AtMost(cents) : null),
                .. slopes,
            ]
        );

    /// <summary>The amount by the parameters in force last; null where it needs a parameter that the rulebook does not have.</summary>
    private long? Cents(Node bound) =>
        bound.IsMapping && bound.Optional("parameter") is { } name && !policy.Index.Parameters.ContainsKey(name.Raw)
            ? null
            : new AmountReader(new([], policy.Index.From, null, policy.Index.DecidedBy), policy.Index, names, null)
                .ReadOrNone(bound)
                .AtLast;

    /// <summary>The only bound that is stated; null after a problem, and where it needs what the rulebook does not have.</summary>
    private static TargetBound? One(Node node, params (string Key, Func<Node, TargetBound?> Read)[] kinds)
    {
        string[] keys = [.. kinds.Select(kind => kind.Key)];
        node.OnlyKeys(keys);
        if (keys.Count(key => node.Optional(key) is not null) != 1)
            node.Wrong(
                "target.bound",
                $"a bound states one of {string.Join(", ", keys)} here.",
                $"此处的界限应写 {string.Join("、", keys)} 之一。"
            );
        TargetBound? bound = null;
        foreach (var (key, read) in kinds)
            if (node.Optional(key) is { } stated)
                bound = read(stated);
        return bound;
    }
}
