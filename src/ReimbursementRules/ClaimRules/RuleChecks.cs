using System.Collections;
using System.Linq.Expressions;
using NRules.RuleModel;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.ClaimRules;

/// <summary>What rules of a program's own must be so that they can fire: each has a name of its own, matches only facts that there are, and
/// asks for no service.</summary>
internal static class RuleChecks
{
    /// <summary>What a session has by itself.</summary>
    private static readonly Type[] Facts =
    [
        typeof(CurrentClaim),
        typeof(EarlierClaim),
        typeof(BilledItem),
        typeof(RuleFinding),
        typeof(Settlement),
    ];

    /// <exception cref="ArgumentException">The rules are not so.</exception>
    public static void Check(IReadOnlyCollection<IRuleDefinition> rules)
    {
        var twice = rules
            .GroupBy(rule => rule.Name, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => $"'{same.Key}'")
            .ToList();
        if (twice.Count > 0)
            throw new ArgumentException(
                $"Several rules are named {string.Join(", ", twice)}. A settlement names the rule of a finding: give each a "
                    + "name of its own.",
                nameof(rules)
            );
        foreach (var rule in rules)
            if (rule.DependencyGroup.Dependencies is [var service, ..])
                throw new ArgumentException(
                    $"Rule '{rule.Name}' asks for a service, {service.ServiceType.Name}. A rule is a function of its facts, and no "
                        + "services are resolved: hand what it needs to the rule's constructor.",
                    nameof(rules)
                );
        var inserted = new Inserted();
        foreach (var rule in rules)
            inserted.Visit(rule);
        foreach (var rule in rules)
        foreach (var type in new Matched().Of(rule))
            if (!Array.Exists(Facts, type.IsAssignableFrom) && !inserted.MayBe(type))
                throw new ArgumentException(
                    $"Rule '{rule.Name}' matches {type.Name}, which is never a fact, so it would never fire. Match one of "
                        + $"{string.Join(", ", Facts.Select(fact => fact.Name))}, or what an action of your rules inserts.",
                    nameof(rules)
                );
    }

    /// <summary>The types that a rule matches among the facts; not what it collects or computes of them.</summary>
    private sealed class Matched : RuleElementVisitor<List<Type>>
    {
        public List<Type> Of(IRuleDefinition rule)
        {
            var types = new List<Type>();
            Visit(types, rule.LeftHandSide);
            return types;
        }

        protected override PatternElement VisitPattern(List<Type> context, PatternElement element)
        {
            if (element.Source is null)
                context.Add(element.ValueType);
            return base.VisitPattern(context, element);
        }
    }

    /// <summary>The types of what the actions of rules hand to NRules. An action that hands its context to a method of its own may insert
    /// anything of the program's.</summary>
    private sealed class Inserted : ExpressionVisitor
    {
        private readonly List<Type> _types = [];
        private bool _isOpen;

        public void Visit(IRuleDefinition rule)
        {
            foreach (var action in rule.RightHandSide.Actions)
                Visit(action.Expression);
        }

        public bool MayBe(Type type) =>
            _types.Exists(one => type.IsAssignableFrom(one) || one.IsAssignableFrom(type))
            || (_isOpen && type.Assembly != typeof(CurrentClaim).Assembly && type.Assembly != typeof(object).Assembly);

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            Expression[] all = node.Object is { } of ? [of, .. node.Arguments] : [.. node.Arguments];
            if (Array.Exists(all, one => one.Type.IsAssignableTo(typeof(IContext))))
            {
                _types.AddRange(all.Where(one => !one.Type.IsAssignableTo(typeof(IContext))).SelectMany(Handed));
                _isOpen |=
                    node.Method.DeclaringType != typeof(RuleContext) && node.Method.DeclaringType?.Assembly != typeof(IContext).Assembly;
            }

            return base.VisitMethodCall(node);
        }

        /// <summary>A thing by its own type, without the wrapping as an object, and what a list of them has in it.</summary>
        private static IEnumerable<Type> Handed(Expression one)
        {
            while (one is UnaryExpression { NodeType: ExpressionType.Convert } wrapped)
                one = wrapped.Operand;
            var inner = one switch
            {
                NewArrayExpression list => list.Expressions.SelectMany(Handed),
                _ when one.Type.IsAssignableTo(typeof(IEnumerable)) && one.Type.IsGenericType => one.Type.GetGenericArguments(),
                _ => [],
            };
            return inner.Prepend(one.Type);
        }
    }
}
