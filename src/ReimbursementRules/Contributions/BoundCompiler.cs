using System.Collections.Immutable;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contributions;

/// <summary>Compiles what the amounts of a plan must satisfy.</summary>
internal sealed class BoundCompiler(IndexPolicy index, Scope scope, ImmutableArray<ContributionPayerPolicy> payers)
{
    public ImmutableArray<ContributionBound> Compile(ContributionPolicy plan) => [.. plan.Bounds.Select(bound => Compile(bound, plan))];

    private ContributionBound Compile(ContributionBoundPolicy bound, ContributionPolicy plan)
    {
        if (plan.Parts.FirstOrDefault(part => part.Base is not null) is { } stated)
            bound.Of.Wrong(
                "contribution.bound",
                $"'{stated.Id}' is computed from what contributors state, so there is no amount to hold a bound against.",
                $"“{stated.Id}”由缴费人申报的金额计算，没有可比对界限的金额。"
            );
        var of = PayerNames.Find(bound.Of, payers, "total");
        var (least, most) = bound.Bound is { } node ? Ends(node) : default;
        return new(bound, of < payers.Length ? of : null, least, most);
    }

    private (DatedAmount? Least, DatedAmount? Most) Ends(Node node)
    {
        node.OnlyKeys("at_least", "at_most");
        var (least, most) = (node.Optional("at_least"), node.Optional("at_most"));
        if (node.IsMapping && (least is null) == (most is null))
            node.Wrong("target.bound", "a bound states one of at_least, at_most here.", "此处的界限应写 at_least、at_most 之一。");
        var reader = AmountReader.WithoutLayers(scope, index);
        return (least is null ? null : reader.ReadDated(least), most is null ? null : reader.ReadDated(most));
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
