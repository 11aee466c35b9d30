using System.Linq.Expressions;
using System.Reflection;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using ReimbursementRules.Engines.Grids;

namespace ReimbursementRules.Engines.Rete;

/// <summary>Makes NRules rules of the rows of tables, one of each; of a table that is too long for that, one that looks its row
/// up.</summary>
internal sealed class RowRules(RuleSet rules)
{
    private static readonly MethodInfo Holds = typeof(Condition).GetMethod(nameof(Condition.Holds))!;
    private static readonly MethodInfo Choose = typeof(RowChoice).GetMethod(nameof(RowChoice.Take))!;
    private static readonly ParameterExpression Context = Expression.Parameter(typeof(IContext), "context");
    private static readonly ParameterExpression Asked = Expression.Parameter(typeof(Question), "question");

    private readonly Conditions _conditions = new(rules);

    /// <summary>The rules of all tables.</summary>
    public IEnumerable<IRuleDefinition> All() =>
        rules.Tables.SelectMany((table, index) => table.Rows.Length > NRulesEngine.MostRules ? [LookUp(table, index)] : Rows(table, index));

    /// <summary>A rule of each row. That the conditions of a table do not hold is no rule.</summary>
    private IEnumerable<IRuleDefinition> Rows(RuleTable table, int index) =>
        from row in table.Rows.Index()
        where !(table.IsOfConditions && row.Item.IsOtherwise)
        select Of(table, row.Item, new ChosenRow(index, row.Index));

    private IRuleDefinition LookUp(RuleTable table, int index)
    {
        var rule = new RuleBuilder();
        rule.Name(table.Name);
        rule.Tag(table.Name);
        rule.LeftHandSide().Pattern(typeof(Question), Asked.Name!);
        rule.RightHandSide().Action(Lambda(new RowLookedUp(index, GridBuilder.Build(table, rules.Facts))));
        return rule.Build();
    }

    private IRuleDefinition Of(RuleTable table, RuleRow row, RowChoice choice)
    {
        var rule = new RuleBuilder();
        rule.Name(table.NameOf(row));
        rule.Description(row.Reference.ToString());
        rule.Tag(table.Name);
        var pattern = rule.LeftHandSide().Pattern(typeof(Question), Asked.Name!);
        foreach (var condition in _conditions.Of(row))
            pattern.Condition(Lambda(condition));
        if (row.IsOtherwise && Rivals(table, row) is { Length: > 0 } rivals)
            pattern.Condition(Lambda(new OtherwiseCondition(rivals)));
        rule.RightHandSide().Action(Lambda(choice));
        return rule.Build();
    }

    private static Expression<Func<Question, bool>> Lambda(Condition condition) =>
        Expression.Lambda<Func<Question, bool>>(Expression.Call(Expression.Constant(condition), Holds, Asked), Asked);

    private static Expression<Action<IContext, Question>> Lambda(RowChoice choice) =>
        Expression.Lambda<Action<IContext, Question>>(Expression.Call(Expression.Constant(choice), Choose, Asked), Context, Asked);

    /// <summary>What remains to be asked of each row that may apply where the conditions of <paramref name="otherwise"/> hold.</summary>
    private Condition[][] Rivals(RuleTable table, RuleRow otherwise)
    {
        var rivals = table
            .Rows.Where(row => !row.IsOtherwise && !Pairs(row, otherwise).Any(pair => !pair.Of.Codes.Intersect(pair.Otherwise.Codes).Any()))
            .Select(row => row.Conditions.Where(condition => !IsGiven(condition, otherwise)).ToArray())
            .ToLookup(conditions => conditions.Length == 1);
        return
        [
            .. rivals[true]
                .Select(one => one[0])
                .GroupBy(condition => condition.Fact)
                .Select(AnyOf)
                .Concat(rivals[false])
                .Select(conditions => conditions.Select(_conditions.Known).ToArray()),
        ];
    }

    /// <summary>Several conditions on one fact, of which one must hold, as one.</summary>
    private static RuleCondition[] AnyOf(IGrouping<int, RuleCondition> ofFact) =>
        [new(ofFact.Key, [.. ofFact.SelectMany(condition => condition.Codes).Distinct().Order()])];

    private static bool IsGiven(RuleCondition condition, RuleRow otherwise) =>
        otherwise.Conditions.Any(given => given.Fact == condition.Fact && !given.Codes.Except(condition.Codes).Any());

    private static IEnumerable<(RuleCondition Of, RuleCondition Otherwise)> Pairs(RuleRow row, RuleRow otherwise) =>
        from condition in row.Conditions
        from given in otherwise.Conditions
        where condition.Fact == given.Fact
        select (condition, given);
}
