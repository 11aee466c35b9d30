using System.Linq.Expressions;
using NRules.Extensibility;
using NRules.RuleModel;

namespace ReimbursementRules.Engines.Rete;

/// <summary>Makes delegates of the conditions and choices of rows without compiling code at run time, which would take most of the time
/// that
/// it takes to build a network. Any other expression is compiled as NRules does it.</summary>
internal sealed class PlainDelegates : IExpressionCompiler
{
    public TDelegate Compile<TDelegate>(Expression<TDelegate> expression)
        where TDelegate : Delegate
    {
        var called = (expression.Body as BlockExpression)?.Expressions[^1] as MethodCallExpression;
        return (called?.Object as ConstantExpression)?.Value switch
        {
            Condition condition when Of(condition) is TDelegate plain => plain,
            RowChoice choice when Of(choice) is TDelegate plain => plain,
            _ => expression.Compile(),
        };
    }

    /// <summary>NRules hands a fact of its own in, with the question in it.</summary>
    private static Func<IFact, bool> Of(Condition condition) => fact => condition.Holds((Question)fact.Value!);

    /// <summary>NRules hands a tuple of its own in, with the fact in it.</summary>
    private static Action<IContext, ITuple> Of(RowChoice choice) =>
        (_, tuple) =>
        {
            foreach (var fact in tuple.Facts)
                choice.Take((Question)fact.Value!);
        };
}
