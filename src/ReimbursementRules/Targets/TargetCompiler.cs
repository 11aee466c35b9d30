using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Targets;

/// <summary>Binds the targets to the facts that the tables ask.</summary>
internal sealed class TargetCompiler(Policy policy, AskedFacts vocabulary, Names names)
{
    /// <summary>The facts along which a value may be asked to fall or rise.</summary>
    public static readonly string[] Slopes = ["hospital.level", "hospital.tier"];

    public IReadOnlyList<Target> Compile(IReadOnlyList<TargetPolicy> targets) => [.. targets.Select(Compile)];

    private Target Compile(TargetPolicy target)
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

    private IEnumerable<ConditionPolicy> Known(TargetPolicy target, IReadOnlyList<ConditionPolicy> conditions) =>
        conditions.Where(condition => IsKnown(target, condition));

    /// <summary>Whether the rulebook has a fact that regions may have.</summary>
    private bool IsKnown(TargetPolicy target, ConditionPolicy condition) =>
        !target.RegionFacts.Contains(condition.Fact.Raw) || policy.Index.Facts.Any(fact => fact.Name == condition.Fact.Raw);

    private TargetBound? Bound(TargetPolicy target) =>
        target switch
        {
            { Bound: null } => null,
            { IsAgainstBase: true } => OfBase(target.Bound, target.Kind),
            { Against.Count: > 0 } => Compared(target.Bound, target.Kind),
            { Kind: TargetKind.Rate } => OfRate(target.Bound),
            { Kind: TargetKind.Deductible } => OfAmount(target.Bound, "falls_with", "rises_with"),
            _ => OfAmount(target.Bound),
        };

    private static TargetBound OfBase(Node node, TargetKind kind)
    {
        node.OnlyKeys("within");
        return new(Within: kind == TargetKind.Rate ? node["within"].Rate().Millionths : node["within"].Money().Cents);
    }

    private static TargetBound Compared(Node node, TargetKind kind)
    {
        var isRate = kind == TargetKind.Rate;
        string[] keys = isRate ? ["at_least_more", "at_most_less"] : ["at_least_more", "at_most_more", "at_most_times"];
        node.OnlyKeys(keys);
        One(node, keys);
        return new(
            AtLeastMore: isRate ? node.Optional("at_least_more")?.Rate().Millionths : node.Optional("at_least_more")?.Money().Cents,
            AtMostLess: node.Optional("at_most_less")?.Rate().Millionths,
            AtMostMore: node.Optional("at_most_more")?.Rate().Millionths,
            AtMostTimes: node.Optional("at_most_times")?.Rate().Millionths
        );
    }

    private static TargetBound OfRate(Node node)
    {
        string[] keys = ["at_least", "at_most", "falls_with", "rises_with"];
        node.OnlyKeys(keys);
        One(node, keys);
        return new(
            RateAtLeast: node.Optional("at_least")?.Rate().Millionths,
            RateAtMost: node.Optional("at_most")?.Rate().Millionths,
            Slope: SlopeOf(node)
        );
    }

    private TargetBound? OfAmount(Node node, params string[] slopes)
    {
        string[] keys = ["at_least", "at_most", .. slopes];
        node.OnlyKeys(keys);
        One(node, keys);
        Node?[] stated = [node.Optional("at_least"), node.Optional("at_most")];
        if (
            stated
                .OfType<Node>()
                .Any(bound => bound.IsMapping && bound.Optional("parameter") is { } name && !policy.Index.Parameters.ContainsKey(name.Raw))
        )
            return null;
        var reader = new AmountReader(new([], policy.Index.From, null, policy.Index.DecidedBy), policy.Index, names, null);
        return new(
            AtLeast: stated[0] is { } least ? reader.ReadOrNone(least) : null,
            AtMost: stated[1] is { } most ? reader.ReadOrNone(most) : null,
            Slope: SlopeOf(node)
        );
    }

    private static Slope? SlopeOf(Node node)
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
