using System.Collections.Immutable;
using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary>What one contributor and others pay in, part by part.</summary>
internal sealed class Collecting(Contributor contributor, ImmutableArray<ContributionPayerPolicy> payers, ChosenRows rows, DateOnly from)
{
    private readonly ImmutableArray<ContributionPart>.Builder _parts = ImmutableArray.CreateBuilder<ContributionPart>();
    private readonly FamilyPayment _family = new(contributor);
    private readonly List<ContributionFinding> _findings = [];
    private readonly ProblemLog _problems = [];

    public void Add(Part part)
    {
        if (part.Ends(rows, from) is { Least: { } least, Most: { } most } && least > most)
            Crossed(part, least, most);
        var owed = part.Owed(rows, from, contributor.Amounts);
        var holding = new Holding(payers.Length, part.Payer, owed);
        var steps = new List<ContributionStep> { Owed(part, owed) };
        foreach (var takeover in part.Takeovers(rows))
            steps.Add(
                Step(ContributionStepKind.TakenOver, takeover.Payer, owed, holding.Move(takeover), rows.Source(part.PaidBy!)) with
                {
                    Rate = takeover.Share,
                }
            );
        var account = _family.Pay(part, holding.Of(0), steps, _findings);
        var credited = part.Credit?.Step(part, owed, rows, from, contributor.Amounts);
        if (credited is not null)
            steps.Add(credited);
        _parts.Add(
            new(
                part.Id,
                part.Title,
                owed,
                ForAll(owed, part),
                ForAll(holding.Of(0), part),
                account,
                [.. payers.Skip(1).Select((payer, i) => new PayerAmount(payer.Id, payer.Title, ForAll(holding.Of(i + 1), part)))],
                Waiting.Until(part, rows, contributor, _findings),
                [.. steps]
            )
            {
                Credit = credited is null ? null : new(credited.Payer, credited.PayerTitle, ForAll(credited.Amount, part)),
            }
        );
    }

    public void DoesNotApply(PolicySource source) =>
        _findings.Add(
            new(
                "does_not_apply",
                "",
                new("The conditions of the plan do not hold: nothing is asked.", "不符合适用条件：无需缴费。"),
                source
            )
        );

    /// <summary>What came of it.</summary>
    /// <exception cref="InputException">The sum for all heads is out of range.</exception>
    public Contribution End(CompiledPlan plan, IndexPolicy index)
    {
        var total = _parts.Aggregate((Int128)0, (sum, part) => sum + part.Amount.Cents);
        var credited = _parts.Aggregate((Int128)0, (sum, part) => sum + (part.Credit?.Amount.Cents ?? 0));
        if (_problems.IsEmpty && (total > Money.Largest.Cents || credited > Money.Largest.Cents))
            TooLarge(plan.Title);
        _problems.ThrowForInput();
        return new(
            plan.Id,
            plan.Title,
            index.Id,
            contributor,
            plan.Per,
            from,
            [.. payers.Skip(1).Select((payer, i) => new PayerAmount(payer.Id, payer.Title, _parts.Sum(part => part.Payers[i].Amount)))],
            _parts.ToImmutable(),
            [.. _findings]
        )
        {
            Titles = FactTitles.Of(index.Facts),
            Index = index,
        };
    }

    private ContributionStep Owed(Part part, Money owed)
    {
        var bound = part.SourceOfEnd(rows, from, contributor.Amounts);
        var source = part.Amount is { } amount ? rows.Source(amount) : rows.Source(part.Rate!);
        return Step(ContributionStepKind.Owed, part.Payer, part.BaseOf(rows, from, contributor.Amounts), owed, source) with
        {
            Rate = part.Rate is { } rate ? rows.Value(rate) : null,
            BaseName = part.Base?.Name,
            Stated = bound is null ? null : contributor.Amounts[part.Base!.Name],
            BoundSource = bound,
            Factor = part.Factor is { } factor ? rows.Value(factor) : null,
            FactorSource = part.Factor is { } table ? rows.Source(table) : null,
        };
    }

    private ContributionStep Step(ContributionStepKind kind, int payer, Money of, Money amount, PolicySource source) =>
        new(kind, payers[payer].Id, payers[payer].Title, of, amount, source);

    /// <summary>An amount for one head, for all of them; zero after a problem.</summary>
    private Money ForAll(Money one, Part part)
    {
        if ((Int128)one.Cents * contributor.Heads is var cents && cents <= Money.Largest.Cents)
            return Money.FromCents((long)cents);
        TooLarge(part.Title);
        return Money.Zero;
    }

    private void Crossed(Part part, Money least, Money most) =>
        _problems.Add(
            rows.Source(part.AtLeast!).Place,
            "contribution.base",
            $"{part.Title.En}: the least base, {least.ToReadable()}, is above the most, {most.ToReadable()}. Correct one of them.",
            $"{part.Title.Zh}：缴费基数下限 {least.ToReadable()} 高于上限 {most.ToReadable()}。请更正其一。"
        );

    private void TooLarge(BilingualText title)
    {
        var heads = contributor.Heads.ToString(CultureInfo.InvariantCulture);
        if (_problems.IsEmpty)
            _problems.Add(
                contributor.Place ?? ContributorChecks.InCode,
                "contributor.total",
                $"{title.En}: the sum for {Counted.Of(heads, "head")} is above {Money.Largest.ToReadable()}, the largest that is computed.",
                $"{title.Zh}：{heads} 人的合计超过可计算的最大值 {Money.Largest.ToReadable()}。"
            );
    }
}
