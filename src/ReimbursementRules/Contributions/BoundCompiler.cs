using System.Collections.Immutable;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Contributions;

/// <summary>Compiles what the amounts of a plan must satisfy.</summary>
internal sealed class BoundCompiler(IndexPolicy index, Scope scope, PayerNames payers, ProblemLog problems)
{
    public ImmutableArray<ContributionBound> Compile(ContributionPolicy plan) => [.. plan.Bounds.Select(bound => Compile(bound, plan))];

    private ContributionBound Compile(ContributionBoundPolicy bound, ContributionPolicy plan)
    {
        if (plan.Parts.FirstOrDefault(part => part.Base is not null) is { } stated)
            problems.Wrong(
                bound.Of,
                "contribution.bound",
                $"'{stated.Id}' is computed from what contributors state, so there is no amount to hold a bound against.",
                $"“{stated.Id}”由缴费人申报的金额计算，没有可比对界限的金额。"
            );
        var of = payers.FindOrTotal(bound.Of);
        var amounts = AmountBinder.WithoutLayers(scope, index, problems);
        return new(
            bound,
            of,
            bound.AtLeast is { } least ? amounts.BindDated(least) : null,
            bound.AtMost is { } most ? amounts.BindDated(most) : null
        );
    }
}

/// <summary>What the total or one payer's amount for each head must be.</summary>
/// <param name="Policy">What the file states.</param>
/// <param name="Payer">The payer's place; null for the total.</param>
/// <param name="AtLeast">The least; null without.</param>
/// <param name="AtMost">The most; null without.</param>
internal sealed record ContributionBound(ContributionBoundPolicy Policy, int? Payer, DatedAmount? AtLeast, DatedAmount? AtMost)
{
    /// <summary>The days on which a parameter that the bound is computed from has a value of its own.</summary>
    public IEnumerable<DateOnly> Changes => new[] { AtLeast, AtMost }.SelectMany(end => end?.Changes ?? []);
}
