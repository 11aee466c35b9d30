using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Contributions;

/// <summary>Turns <c>contributions.yaml</c> into plans that can be asked. They share no table with settling, so no claim must state what
/// only they ask.</summary>
internal static class PlanCompiler
{
    /// <summary>The built-in facts that a plan may ask: those of the person, not of care.</summary>
    private static readonly string[] OfPerson = ["scheme", "age", "sex", "retired", "poverty", "duplicate_enrolment"];

    /// <summary>The plans of a policy, in the order of the file; none after a problem.</summary>
    public static ImmutableArray<ContributionPlan> Compile(
        IndexPolicy index,
        ContributionsPolicy? stated,
        IRuleEngine engine,
        ProblemLog problems
    )
    {
        if (stated is not { } contributions)
            return [];
        ImmutableArray<ContributionPayerPolicy> payers = [new("member", new("Member", "个人")), .. contributions.Payers];
        var names = new PayerNames(payers, problems);
        var lists = new DatedLists(index.Lists);
        var plans = contributions.Plans.Select(plan => Compile(plan, payers, names, lists, index, engine, problems)).ToList();
        return !problems.IsEmpty ? [] : [.. plans.OfType<CompiledPlan>().Select(plan => new ContributionPlan(plan))];
    }

    private static CompiledPlan? Compile(
        ContributionPolicy plan,
        ImmutableArray<ContributionPayerPolicy> payers,
        PayerNames names,
        DatedLists lists,
        IndexPolicy index,
        IRuleEngine engine,
        ProblemLog problems
    )
    {
        CheckFacts(plan, index, problems);
        var vocabulary = new AskedFacts(index, lists, problems);
        var tables = new TableRegistry(vocabulary, null, problems);
        var days = DaysReader.Read(plan.From ?? index.From, plan.Until, problems);
        var scope = new Scope(plan.Applies, days.From, days.Until, DecidingDay.Discharge);
        var reader = new PartCompiler(tables, vocabulary, scope, index, payers, names, problems);
        var parts = plan
            .Parts.Select(part =>
                reader.Compile(
                    part with
                    {
                        Account = [.. part.Account.Select(rule => rule with { Source = index.Marked(rule.Source) })],
                    },
                    plan.Id
                )
            )
            .ToImmutableArray();
        var applies =
            plan.Applies.Count == 0
                ? null
                : tables.Add(new("applies") { Owner = plan.Id }, plan.Applies, new(plan.Place, ""), days.From, DecidingDay.Discharge);
        var bounds = new BoundCompiler(index, scope, names, problems).Compile(plan);
        var (rules, _) = tables.Build();
        if (!problems.IsEmpty)
            return null;
        var sources = tables.Rows.Select(index.Marked).ToList();
        return new(plan, index, days, payers, parts, applies, new(vocabulary.Asked, rules, sources, engine) { Written = tables.Written })
        {
            Bounds = bounds,
            Changes = reader.Changes,
        };
    }

    private static void CheckFacts(ContributionPolicy plan, IndexPolicy index, ProblemLog problems)
    {
        foreach (var condition in Conditions(plan).Where(condition => IsOfNoPerson(condition.Fact.Text, index)))
        {
            var hint = problems.Hint(
                condition.Fact.Text,
                OfPerson.Concat(index.Attributes(isOfItem: false).Keys),
                ClaimNames.Of(index.Known)
            );
            problems.Wrong(
                condition.Fact,
                "contribution.fact",
                $"'{condition.Fact.Text}' is not a fact of who pays in.{hint.En}",
                $"{ClaimNames.Quoted(condition.Fact.Text, index.Known)}不是缴费人的事实。{hint.Zh}"
            );
        }
    }

    private static bool IsOfNoPerson(string fact, IndexPolicy index) =>
        index.Known.ContainsKey(fact) && !OfPerson.Contains(fact) && !index.Attributes(isOfItem: false).ContainsKey(fact);

    private static IEnumerable<ConditionPolicy> Conditions(ContributionPolicy plan) =>
        plan.Applies.Concat(
            from part in plan.Parts
            from rows in (IEnumerable<RowPolicy>?[])
                [
                    part.Amount?.Rows,
                    part.AtLeast?.Rows,
                    part.AtMost?.Rows,
                    part.Rate?.Rows,
                    part.Factor?.Rows,
                    part.PaidBy?.Rows,
                    part.Due?.Rows,
                    part.Credits?.Share?.Rows,
                    part.Credits?.Rate?.Rows,
                    part.Credits?.Amount?.Rows,
                ]
            from row in rows ?? []
            from condition in row.When
            select condition
        );
}
