using System.Linq.Expressions;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using ReimbursementRules.ClaimRules;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.ClaimRules;

/// <summary>Rules made by NRules' builders, as a program makes those that it reads from elsewhere.</summary>
internal static class OwnRule
{
    public static readonly BilingualText Words = new("Words of the rule.", "规则的说明。");

    /// <summary>A rule about the claim as a whole.</summary>
    public static IRuleDefinition OfClaim(string name, Expression<Func<CurrentClaim, bool>> when, RuleFinding finding) =>
        Of(name, 0, when, (context, _) => context.Leave(finding));

    /// <summary>A rule about each item of the claim.</summary>
    public static IRuleDefinition OfItem(string name, Expression<Func<BilledItem, bool>> when, RuleFinding finding, int priority = 0) =>
        Of(name, priority, when, (context, item) => context.Leave(finding.Of(item)));

    /// <summary>A rule about the finished settlement.</summary>
    public static IRuleDefinition OfSettlement(string name, Expression<Func<Settlement, bool>> when, RuleFinding finding) =>
        Of(name, 0, when, (context, _) => context.Leave(finding));

    public static IRuleDefinition Of<T>(string name, int priority, Expression<Func<T, bool>> when, Expression<Action<IContext, T>> then)
    {
        var rule = new RuleBuilder();
        rule.Name(name);
        rule.Priority(priority);
        rule.LeftHandSide().Pattern(typeof(T), when.Parameters[0].Name!).Condition(when);
        rule.RightHandSide()
            .Action(
                Expression.Lambda<Action<IContext, T>>(
                    new Renamed(then.Parameters[1], when.Parameters[0]).Visit(then.Body),
                    then.Parameters[0],
                    when.Parameters[0]
                )
            );
        return rule.Build();
    }

    /// <summary>A rule about a claim without some fact.</summary>
    public static IRuleDefinition Without<T>(string name, RuleFinding finding)
    {
        var rule = new RuleBuilder();
        rule.Name(name);
        rule.LeftHandSide().Pattern(typeof(CurrentClaim), "claim");
        rule.LeftHandSide().Not().Pattern(typeof(T), "absent");
        Expression<Action<IContext>> then = context => context.Leave(finding);
        rule.RightHandSide().Action(then);
        return rule.Build();
    }

    /// <summary>A rule that asks for a service.</summary>
    public static IRuleDefinition WithService(string name, Type service, RuleFinding finding)
    {
        var rule = new RuleBuilder();
        rule.Name(name);
        rule.Dependencies().Dependency(service, "service");
        rule.LeftHandSide().Pattern(typeof(CurrentClaim), "claim");
        Expression<Action<IContext>> then = context => context.Leave(finding);
        rule.RightHandSide().Action(then);
        return rule.Build();
    }

    /// <summary>The action by the name under which the condition knows the fact.</summary>
    private sealed class Renamed(ParameterExpression old, ParameterExpression now) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == old ? now : base.VisitParameter(node);
    }
}
