using System.Collections.Immutable;
using System.Linq.Expressions;
using ReimbursementRules.Rulebooks;

namespace ReimbursementRules.NRules;

/// <summary>Conditions as expression trees over a <see cref="Question"/>. They compare codes and nothing else, so that NRules sees which rows ask
/// the same, and shares their nodes.</summary>
internal static class ConditionTree
{
    public const string QuestionName = "question";

    private static readonly ParameterExpression Question = Expression.Parameter(typeof(Question), QuestionName);
    private static readonly Expression Codes = Expression.Property(Question, nameof(NRules.Question.Codes));

    public static Expression<Func<Question, bool>> Holds(RuleCondition condition) => Lambda(Meets(condition));

    /// <summary>True where of each row at least one condition does not hold.</summary>
    public static Expression<Func<Question, bool>> NoneHolds(IEnumerable<IReadOnlyList<RuleCondition>> rows) =>
        Lambda(Expression.Not(Any([.. rows.Select(row => All([.. row.Select(Meets)]))])));

    private static Expression<Func<Question, bool>> Lambda(Expression body) => Expression.Lambda<Func<Question, bool>>(body, Question);

    private static Expression Meets(RuleCondition condition)
    {
        var code = Expression.ArrayIndex(Codes, Expression.Constant(condition.Fact));
        return Any([.. Runs(condition.Codes).Select(run => run.First == run.Last
            ? (Expression)Expression.Equal(code, Expression.Constant(run.First))
            : Expression.AndAlso(
                Expression.GreaterThanOrEqual(code, Expression.Constant(run.First)),
                Expression.LessThanOrEqual(code, Expression.Constant(run.Last))))]);
    }

    /// <summary>Ascending codes as runs without gaps.</summary>
    private static IEnumerable<(int First, int Last)> Runs(ImmutableArray<int> codes)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            var first = codes[i];
            while (i + 1 < codes.Length && codes[i + 1] == codes[i] + 1)
                i++;
            yield return (first, codes[i]);
        }
    }

    private static Expression Any(ReadOnlySpan<Expression> parts) => Join(parts, Expression.OrElse, ofNone: false);

    private static Expression All(ReadOnlySpan<Expression> parts) => Join(parts, Expression.AndAlso, ofNone: true);

    /// <summary>A balanced tree, because compiling goes as deep as the tree is.</summary>
    private static Expression Join(ReadOnlySpan<Expression> parts, Func<Expression, Expression, Expression> join, bool ofNone) => parts switch
    {
        [] => Expression.Constant(ofNone),
        [var only] => only,
        _ => join(Join(parts[..(parts.Length / 2)], join, ofNone), Join(parts[(parts.Length / 2)..], join, ofNone)),
    };
}
