using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;

namespace ReimbursementRules.Targets;

/// <summary>Binds the targets to the facts that the tables ask.</summary>
internal sealed class TargetCompiler(Policy policy, AskedFacts vocabulary, Names names, ProblemLog problems)
{
    public IReadOnlyList<Target> Compile(IReadOnlyList<TargetPolicy> targets) => [.. targets.Select(Compile)];

    private Target Compile(TargetPolicy target)
    {
        target.Funds.Check(policy.Index, problems);
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
        !target.RegionFacts.Contains(condition.Fact.Text) || policy.Index.Facts.Any(fact => fact.Name == condition.Fact.Text);

    /// <summary>The bound; null where it needs a parameter that the rulebook does not have.</summary>
    private TargetBound? Bound(TargetPolicy target)
    {
        if (target.Bound is not { } stated || IsUnknown(stated.AtLeast) || IsUnknown(stated.AtMost))
            return null;
        var amounts = new AmountReader(new([], policy.Index.From, null, policy.Index.DecidedBy), policy.Index, names, null, problems);
        return new(
            stated.AtLeast is { } least ? amounts.Bind(least) : null,
            stated.AtMost is { } most ? amounts.Bind(most) : null,
            stated.RateAtLeast?.Millionths,
            stated.RateAtMost?.Millionths,
            stated.AtLeastMore,
            stated.AtMostLess?.Millionths,
            stated.AtMostMore?.Millionths,
            stated.AtMostTimes?.Millionths,
            stated.Within,
            stated.Slope is { } slope ? new(slope.Fact, slope.Falls) : null
        );
    }

    private bool IsUnknown(AmountPolicy? amount) =>
        amount?.Parameter is { IsEmpty: false } name && !policy.Index.Parameters.ContainsKey(name.Text);
}
