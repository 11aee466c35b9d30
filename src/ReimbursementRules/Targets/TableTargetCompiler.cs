using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary>Binds the targets to the facts that the tables ask.</summary>
internal sealed class TableTargetCompiler(Policy policy, AskedFacts vocabulary, Names names, ProblemLog problems)
{
    private readonly AmountBinder _amounts = new(
        new(ConditionsPolicy.None, policy.Index.From, null, policy.Index.DecidedBy),
        policy.Index,
        names,
        null,
        problems
    );

    public IReadOnlyList<TableTarget> Compile(IReadOnlyList<TableTargetPolicy> targets) => [.. targets.Select(Compile)];

    private TableTarget Compile(TableTargetPolicy target)
    {
        target.Funds.Check(policy.Index, problems);
        var bound = Bound(target.Bound);
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
        !target.RegionFacts.Contains(condition.Fact.Text) || policy.Index.IsOfRegion(condition.Fact.Text);

    private TargetBound? Bound(BoundPolicy? bound) =>
        bound switch
        {
            null => null,
            BoundPolicy.Read { Bound: var read } => read,
            BoundPolicy.AtLeast { Amount: var least } => Cents(least) is { } cents ? new TargetBound.AtLeast(cents) : null,
            BoundPolicy.AtMost { Amount: var most } => Cents(most) is { } cents ? new TargetBound.AtMost(cents) : null,
            _ => throw UnknownKind.Of(bound),
        };

    /// <summary>The amount by the parameters in force last; null where it needs a parameter that the rulebook does not have.</summary>
    private long? Cents(AmountPolicy amount) =>
        amount.Parameter is { IsEmpty: false } name && !policy.Index.Parameters.ContainsKey(name.Text)
            ? null
            : _amounts.Bind(amount).AtLast;
}
