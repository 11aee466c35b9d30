using NRules.RuleModel;

namespace ReimbursementRules.ClaimRules;

/// <summary>What the actions of rules do with a claim.</summary>
public static class RuleContext
{
    /// <summary>Leaves a finding, which then stands in the settlement like that of a gate. The same finding left twice by a rule stands
    /// once.</summary>
    /// <param name="context">The context of the action.</param>
    /// <param name="finding">What the rule found.</param>
    public static void Leave(this IContext context, RuleFinding finding)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(finding);
        context.TryInsert(finding with { Rule = context.Rule.Name });
    }
}
