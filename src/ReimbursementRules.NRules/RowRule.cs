using System.Linq.Expressions;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using ReimbursementRules.Rulebooks;

namespace ReimbursementRules.NRules;

/// <summary>Makes NRules rules of the rows of a table, one of each.</summary>
internal static class RowRule
{
    public static IEnumerable<IRuleDefinition> All(RuleTable table, int index) => table.Rows.Select((row, i) => Of(table, index, row, i));

    private static IRuleDefinition Of(RuleTable table, int tableIndex, RuleRow row, int rowIndex)
    {
        var rule = new RuleBuilder();
        rule.Name($"{table.Name} {row.Name}{(row.IsOtherwise ? " otherwise" : "")}");
        rule.Description(row.Reference);
        rule.Tag(table.Name);
        var pattern = rule.LeftHandSide().Pattern(typeof(Question), ConditionTree.QuestionName);
        foreach (var condition in row.Conditions)
            pattern.Condition(ConditionTree.Holds(condition));
        if (row.IsOtherwise && Rivals(table, row) is { Count: > 0 } rivals)
            pattern.Condition(ConditionTree.NoneHolds(rivals));
        Expression<Action<IContext, Question>> choose = (_, question) => question.Choose(tableIndex, rowIndex);
        rule.RightHandSide().Action(choose);
        return rule.Build();
    }

    /// <summary>What remains to be asked of each row that may apply where the conditions of <paramref name="otherwise"/> hold.</summary>
    private static List<IReadOnlyList<RuleCondition>> Rivals(RuleTable table, RuleRow otherwise) =>
        [.. from row in table.Rows
            where !row.IsOtherwise && !Pairs(row, otherwise).Any(pair => !pair.Of.Codes.Intersect(pair.Otherwise.Codes).Any())
            select row.Conditions.Where(condition => !IsGiven(condition, otherwise)).ToList()];

    private static bool IsGiven(RuleCondition condition, RuleRow otherwise) =>
        otherwise.Conditions.Any(given => given.Fact == condition.Fact && !given.Codes.Except(condition.Codes).Any());

    private static IEnumerable<(RuleCondition Of, RuleCondition Otherwise)> Pairs(RuleRow row, RuleRow otherwise) =>
        from condition in row.Conditions
        from given in otherwise.Conditions
        where condition.Fact == given.Fact
        select (condition, given);
}
