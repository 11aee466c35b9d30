using ReimbursementRules.Layers;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary>One part of a plan, compiled. It has an amount of its own, or a rate of an amount that the contributor states.</summary>
internal sealed record Part
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>Who owes it, by its place among the payers.</summary>
    public required int Payer { get; init; }

    /// <summary>The amount for each head; null where it is a rate of a base.</summary>
    public required Table<DatedAmount>? Amount { get; init; }

    /// <summary>The amount that the contributor states; null where the part has an amount.</summary>
    public required AskedName? Base { get; init; }

    /// <summary>The least that counts as the base; null for no floor.</summary>
    public required Table<DatedAmount>? AtLeast { get; init; }

    /// <summary>The most that counts as the base; null for no ceiling.</summary>
    public required Table<DatedAmount>? AtMost { get; init; }

    /// <summary>The rate of the base; null where the part has an amount.</summary>
    public required Table<Rate>? Rate { get; init; }

    /// <summary>The share that is asked; null for the whole.</summary>
    public required Table<Rate>? Factor { get; init; }

    /// <summary>Who takes over which shares; null for no one.</summary>
    public required Table<Takeover[]>? PaidBy { get; init; }

    /// <summary>Until when the payment may wait; null where nothing is said.</summary>
    public required Table<Deferral?>? Due { get; init; }

    /// <summary>When a family member's account may pay, earliest first; empty for never.</summary>
    public required IReadOnlyList<Dated<FamilyAccountPolicy>> Account { get; init; }

    /// <summary>What it credits to a personal account; null for nothing.</summary>
    public required Credit? Credit { get; init; }

    /// <summary>What is owed for one head: base × rate × factor, rounded once.</summary>
    /// <param name="rows">The row of each table.</param>
    /// <param name="from">The first day of the period.</param>
    /// <param name="amounts">The amounts that the contributor states.</param>
    public Money Owed(ChosenRows rows, DateOnly from, IReadOnlyDictionary<string, Money> amounts) =>
        Money.FromCents(Rounding.Portion(BaseOf(rows, from, amounts).Cents, RateOf(rows).Millionths, FactorOf(rows).Millionths));

    /// <summary>What counts as the base: what is stated, but no less than its floor and no more than its ceiling.</summary>
    public Money BaseOf(ChosenRows rows, DateOnly from, IReadOnlyDictionary<string, Money> amounts)
    {
        if (Base is not { } stated)
            return Money.FromCents(rows.Value(Amount!).On(from));
        var (least, most) = Ends(rows, from);
        var counted = amounts[stated.Name];
        counted = least > counted ? least.Value : counted;
        return most < counted ? most.Value : counted;
    }

    /// <summary>The floor and the ceiling of the base, each null where there is none.</summary>
    public (Money? Least, Money? Most) Ends(ChosenRows rows, DateOnly from) =>
        (
            AtLeast is null ? null : Money.FromCents(rows.Value(AtLeast).On(from)),
            AtMost is null ? null : Money.FromCents(rows.Value(AtMost).On(from))
        );

    /// <summary>The row that moves what is stated to the floor or the ceiling; null where it counts as it is.</summary>
    public PolicySource? SourceOfEnd(ChosenRows rows, DateOnly from, IReadOnlyDictionary<string, Money> amounts) =>
        Base is not { } stated || BaseOf(rows, from, amounts) is var counted && counted == amounts[stated.Name]
            ? null
            : rows.Source(counted > amounts[stated.Name] ? AtLeast! : AtMost!);

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
