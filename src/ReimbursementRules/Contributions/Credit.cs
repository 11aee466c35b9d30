using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary>What a part credits to a personal account: a share of the part, a rate of its base, or an amount of its own; one of the
/// three.</summary>
/// <param name="Account">The payer of the index whose account it is.</param>
internal sealed record Credit(PayerPolicy Account)
{
    /// <summary>The share of what is owed; null where it is no share.</summary>
    public required Table<Rate>? Share { get; init; }

    /// <summary>The rate of the base of the part; null where it is no rate.</summary>
    public required Table<Rate>? Rate { get; init; }

    /// <summary>The amount; null where it is a share or a rate.</summary>
    public required Table<DatedAmount>? Amount { get; init; }

    /// <summary>The line of the trace that credits it for one head, rounded once.</summary>
    /// <param name="part">The part that credits.</param>
    /// <param name="owed">What is owed of it.</param>
    /// <param name="rows">The row of each table.</param>
    /// <param name="from">The first day of the period.</param>
    /// <param name="amounts">The amounts that the contributor states.</param>
    public ContributionStep Step(Part part, Money owed, ChosenRows rows, DateOnly from, IReadOnlyDictionary<string, Money> amounts)
    {
        if (Amount is { } table)
        {
            var amount = Money.FromCents(rows.Value(table).On(from));
            return Line(amount, amount, rows.Source(table));
        }

        var (of, rates) = Share is { } share ? (owed, share) : (part.BaseOf(rows, from, amounts), Rate!);
        var rate = rows.Value(rates);
        return Line(of, of.Portion(rate), rows.Source(rates)) with { Rate = rate, BaseName = Share is null ? part.Base!.Name : null };
    }

    private ContributionStep Line(Money of, Money amount, PolicySource source) =>
        new(ContributionStepKind.Credited, Account.Id, Account.Title, of, amount, source);
}

/// <summary>What a part states of a credit.</summary>
/// <param name="Account">The account's payer.</param>
/// <param name="Share">The share of the part; null without.</param>
/// <param name="Rate">The rate of its base; null without.</param>
/// <param name="Amount">The amount; null without.</param>
internal sealed record CreditPolicy(
    Word Account,
    DatedTablePolicy<Rate>? Share,
    DatedTablePolicy<Rate>? Rate,
    DatedTablePolicy<AmountPolicy>? Amount
);
