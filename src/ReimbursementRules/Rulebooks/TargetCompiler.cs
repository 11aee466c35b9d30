using ReimbursementRules.Policies;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Rulebooks;

/// <summary>Binds the targets to the facts that the tables ask.</summary>
internal sealed class TargetCompiler(Policy policy, Vocabulary vocabulary, Names names)
{
    public IReadOnlyList<Target> Compile() => [.. policy.Targets.Select(Compile)];

    private Target Compile(TargetPolicy target) => new(
        target,
        [.. target.When.Select(condition => vocabulary.BindAsked(condition, policy.Index.From)).OfType<RuleCondition>()],
        [.. target.Against.Select(condition => vocabulary.BindAsked(condition, policy.Index.From)).OfType<RuleCondition>()],
        Bound(target));

    private TargetBound? Bound(TargetPolicy target)
    {
        if (target.Bound is not { } node)
            return null;
        if (!node.IsMapping)
        {
            node.Wrong("mapping.expected", $"expected a bound such as {{ at_least: 60% }}, found '{node.Raw}'.", $"此处应为界限，如 {{ at_least: 60% }}，实际是“{node.Raw}”。");
            return null;
        }

        return target.Against.Count > 0 ? Compared(node, target) : target.Kind == TargetKind.Rate ? OfRate(node) : OfAmount(node);
    }

    private static TargetBound Compared(Node node, TargetPolicy target)
    {
        string[] keys = target.Kind == TargetKind.Rate ? ["at_least_more", "at_most_less"] : ["at_most_times"];
        node.OnlyKeys(keys);
        One(node, keys);
        return new(
            AtLeastMore: node.Optional("at_least_more")?.Rate().Millionths,
            AtMostLess: node.Optional("at_most_less")?.Rate().Millionths,
            AtMostTimes: node.Optional("at_most_times")?.Rate().Millionths);
    }

    private static TargetBound OfRate(Node node)
    {
        node.OnlyKeys("at_least", "at_most");
        One(node, ["at_least", "at_most"]);
        return new(RateAtLeast: node.Optional("at_least")?.Rate().Millionths, RateAtMost: node.Optional("at_most")?.Rate().Millionths);
    }

    private TargetBound? OfAmount(Node node)
    {
        node.OnlyKeys("at_least", "at_most");
        One(node, ["at_least", "at_most"]);
        Node?[] stated = [node.Optional("at_least"), node.Optional("at_most")];
        if (stated.OfType<Node>().Any(bound => bound.IsMapping && bound.Optional("parameter") is { } name && !policy.Index.Parameters.ContainsKey(name.Raw)))
            return null;
        var reader = new AmountReader(new([], policy.Index.From, null, policy.Index.DecidedBy), policy.Index, names, null);
        return new(AtLeast: stated[0] is { } least ? reader.ReadOrNone(least) : null, AtMost: stated[1] is { } most ? reader.ReadOrNone(most) : null);
    }

    private static void One(Node node, string[] keys)
    {
        if (keys.Count(key => node.Optional(key) is not null) != 1)
            node.Wrong("target.bound", $"a bound states one of {string.Join(", ", keys)} here.", $"此处的界限应写 {string.Join("、", keys)} 之一。");
    }
}
