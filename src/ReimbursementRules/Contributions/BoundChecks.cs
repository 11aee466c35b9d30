using System.Collections.Immutable;
using ReimbursementRules.Tables;
using ReimbursementRules.Targets;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary>Holds the amounts of plans against their bounds, for each head, in every case that the tables tell apart and by every value
/// that is or will be in force.</summary>
internal static class BoundChecks
{
    public static IReadOnlyList<TargetResult> Of(ImmutableArray<ContributionPlan> plans) =>
        [.. plans.SelectMany(plan => plan.Compiled.Bounds.Select(bound => Of(plan.Compiled, bound)))];

    private static TargetResult Of(CompiledPlan plan, ContributionBound bound)
    {
        var misses = plan
            .Changes.Union(bound.Changes.Where(day => plan.Days.Contains(day)))
            .Order()
            .Select(day => Miss(plan, bound, day))
            .OfType<Problem>()
            .ToList();
        return new(
            $"{plan.Id}.{bound.Policy.Id}",
            bound.Policy.Title,
            misses.Count == 0 ? TargetStatus.Met : TargetStatus.Missed,
            bound.Policy.IsWish,
            misses
        );
    }

    /// <summary>The first case of the periods that begin on a day, or up to the next change, which is beyond the bound; null where none
    /// is.</summary>
    private static Problem? Miss(CompiledPlan plan, ContributionBound bound, DateOnly day)
    {
        var facts = plan.Questions.Rules.Facts;
        var cases = new Combinations(
            [.. plan.Questions.Rules.Tables],
            facts,
            [],
            (fact, codes) => Combinations.IsDay(facts[fact]) ? [plan.Questions.CodeOf(day)] : codes
        );
        if (cases.IsTooLarge)
            return new(
                bound.Policy.Source.Place,
                "contribution.large",
                new(
                    $"the tables of '{plan.Id}' tell more than {Combinations.Most} combinations apart; this bound was not looked at.",
                    $"“{plan.Id}”的表区分的组合超过 {Combinations.Most} 种，未检查本界限。"
                )
            );
        foreach (var codes in cases.All())
            if (
                cases.Rows(codes) is { } rows
                && BoundWords.Beyond(
                    Amount(plan, bound, new(rows, 0, plan.Questions.Sources), day).Cents,
                    bound.AtLeast?.On(day),
                    bound.AtMost?.On(day)
                )
                    is { } said
            )
                return Miss(plan, bound, day, said, cases.Words(codes));
        return null;
    }

    private static Money Amount(CompiledPlan plan, ContributionBound bound, ChosenRows rows, DateOnly day) =>
        plan.Parts.Sum(part =>
        {
            var holding = new Holding(plan.Payers.Length, part.Payer, part.Owed(rows, day, ImmutableDictionary<string, Money>.Empty));
            foreach (var takeover in part.Takeovers(rows))
                holding.Move(takeover);
            return bound.Payer is { } payer ? holding.Of(payer) : holding.Amount;
        });

    private static Problem Miss(CompiledPlan plan, ContributionBound bound, DateOnly day, BilingualText said, string words)
    {
        var among = Combinations.Among(words);
        var of = bound.Policy.Of.Text;
        return new(
            bound.Policy.Source.Place,
            "contribution.missed",
            new(
                $"{plan.Id}, {of} from {IsoDay.Show(day)}: {said.En}{among.En}. "
                    + $"{bound.Policy.Title.En} ({bound.Policy.Source.Reference.En}).",
                $"{plan.Id}，{of}，自 {IsoDay.Show(day)} 起：{said.Zh}{among.Zh}。"
                    + $"{bound.Policy.Title.Zh}（{bound.Policy.Source.Reference.Zh}）。"
            )
        );
    }
}
