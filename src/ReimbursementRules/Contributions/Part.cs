using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary>One part of a plan, compiled. It has an amount of its own, or a rate of an amount that the contributor states.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Payer">Who owes it, by its place among the payers.</param>
/// <param name="Amount">The amount for each head; null where it is a rate of a base.</param>
/// <param name="Base">The amount that the contributor states; null where the part has an amount.</param>
/// <param name="Rate">The rate of the base; null where the part has an amount.</param>
/// <param name="Factor">The share that is asked; null for the whole.</param>
/// <param name="PaidBy">Who takes over which shares; null for no one.</param>
/// <param name="Due">Until when the payment may wait; null where nothing is said.</param>
/// <param name="Account">When a family member's account may pay, earliest first; empty for never.</param>
internal sealed record Part(
    string Id,
    BilingualText Title,
    int Payer,
    Table<DatedAmount>? Amount,
    AskedName? Base,
    Table<Rate>? Rate,
    Table<Rate>? Factor,
    Table<Takeover[]>? PaidBy,
    Table<Deferral?>? Due,
    IReadOnlyList<Dated<FamilyAccountPolicy>> Account
)
{
    /// <summary>What is owed for one head: base × rate × factor, rounded once.</summary>
    /// <param name="rows">The row of each table.</param>
    /// <param name="from">The first day of the period.</param>
    /// <param name="amounts">The amounts that the contributor states.</param>
    public Money Owed(ChosenRows rows, DateOnly from, IReadOnlyDictionary<string, Money> amounts) =>
        Money.FromCents(Rounding.Portion(BaseOf(rows, from, amounts).Cents, RateOf(rows).Millionths, FactorOf(rows).Millionths));

    public Money BaseOf(ChosenRows rows, DateOnly from, IReadOnlyDictionary<string, Money> amounts) =>
        Base is { } stated ? amounts[stated.Name] : Money.FromCents(rows.Value(Amount!).On(from));

    public Takeover[] Takeovers(ChosenRows rows) => PaidBy is null ? [] : rows.Value(PaidBy);

    private Rate RateOf(ChosenRows rows) => Rate is null ? Values.Rate.Whole : rows.Value(Rate);

    private Rate FactorOf(ChosenRows rows) => Factor is null ? Values.Rate.Whole : rows.Value(Factor);
}

/// <summary>Something that a plan asks of contributors by a name of its own, and where it does.</summary>
internal sealed record AskedName(string Name, FilePlace AskedAt);

/// <summary>A payment may wait for so many months after a day that the contributor states.</summary>
/// <param name="After">The day's name, and where it stands.</param>
/// <param name="Months">How many months.</param>
internal sealed record Deferral(AskedName After, int Months);
