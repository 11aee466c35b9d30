using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Claims;

/// <summary>One line of the bill.</summary>
public sealed partial record FeeItem
{
    /// <summary>The largest quantity, included.</summary>
    internal const decimal LargestQuantity = 1_000_000_000_000m;

    /// <summary>The most days of supply, included.</summary>
    internal const int MostDaysOfSupply = 10_000;

    /// <summary>The catalogue code, for tables that ask <c>item.code</c> and for reports.</summary>
    public string Code
    {
        get;
        init => field = PlainWord.Of(Given.Value(value));
    } = "";

    /// <summary>The name, for reports; it decides nothing.</summary>
    public string Name
    {
        get;
        init => field = Given.Value(value);
    } = "";

    /// <summary>The fee in full, zero or more.</summary>
    public required Money Amount { get; init; }

    /// <summary>The catalogue class.</summary>
    public CatalogueClass? Class { get; init; }

    /// <summary>What the item is; another kind where not stated.</summary>
    public ItemKind? Kind { get; init; }

    /// <summary>The patient's first share of a class B item; needed where the catalogue takes the item's own rate.</summary>
    public Rate? FirstSelfPay { get; init; }

    /// <summary>The quantity, zero or more; 1 where not stated.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The most that counts for one unit; no ceiling where not stated.</summary>
    public Money? CeilingPrice { get; init; }

    /// <summary>The day of the service; the day of discharge where not stated.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The days for which a drug was supplied; 0 where not stated.</summary>
    public int? DaysOfSupply { get; init; }

    /// <summary>True for an essential medicine 基本药物; not one where not stated.</summary>
    public bool? Essential { get; init; }

    /// <summary>What the provider paid for one unit, zero or more; where stated, a fee above it × quantity is marked up.</summary>
    public Money? PurchasePrice { get; init; }

    /// <summary>The days between this service and the nearest of the same code in a claim before, 0 to 36,500; 36,500 where never or not
    /// stated.</summary>
    public int? DaysSinceSame { get; init; }

    /// <summary>The number of the claim from which an episode moved the item, empty where that claim has none; null where the item was not
    /// moved.
    /// Only such an item may be of a day after the discharge.</summary>
    public string? MovedFrom
    {
        get;
        init => field = PlainWord.OfId(value!);
    }

    /// <summary>Under which name another settlement has settled this amount, so that the policy does not do it again: a payer that has paid
    /// it, <c>LAYER.paid</c> for the payer of a layer, or <c>LAYER.STEP</c> for a part that the layer has left with the patient; null where
    /// it was not settled before. Such an item states no <see cref="Class"/>, <see cref="FirstSelfPay"/> and
    /// <see cref="CeilingPrice"/>.</summary>
    public string? Settled
    {
        get;
        init => field = PlainWord.OfId(value!);
    }

    /// <summary>Whether another settlement has paid the item.</summary>
    internal bool IsPaidBefore =>
        Settled is { } name && (!name.Contains('.', StringComparison.Ordinal) || name.EndsWith(".paid", StringComparison.Ordinal));

    /// <summary>What the claims before gave as <see cref="DaysSinceSame"/>; null where they gave nothing.</summary>
    internal int? LinkedDays { get; init; }

    /// <summary>Whether the fee is above the purchase price × quantity; null without such a price, and where one of the two is out of
    /// range, so that the claim is not valid.</summary>
    internal bool? IsMarkedUp =>
        PurchasePrice is not { } price || price < Money.Zero || price > Money.Largest || Quantity is < 0 or > LargestQuantity
            ? null
            : Amount.InYuan > price.InYuan * (Quantity ?? 1);

    /// <summary>The item facts that the rulebook itself declares, by name without <c>item.</c>.</summary>
    public ImmutableDictionary<string, string> Attributes
    {
        get;
        init => field = Given.Named(value);
    } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A sign of its code or name that nobody sees and that changes what is read; null where there is none.</summary>
    internal char? HiddenSign => PlainWord.Control(Code) ?? PlainWord.Turn(Name);

    internal FilePlace? Place { get; init; }

    /// <summary>The item on one line, in the words of claim files.</summary>
    public override string ToString() => ClaimLine.Of(this);
}
