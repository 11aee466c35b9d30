using ReimbursementRules.Values;

namespace ReimbursementRules.Policies;

/// <summary>What becomes of a price above its ceiling: the patient bears what is above, or the hospital does, or the item is refused as a
/// whole.</summary>
internal enum CeilingRule
{
    Trim,
    Reject,
    Hospital,
}

internal sealed record CataloguePolicy(
    CeilingRule Ceiling,
    DatedTablePolicy<long?>? CeilingPrices,
    DecidingDay? DecidedBy,
    DatedTablePolicy<CatalogueRow> Table,
    IReadOnlyList<DatedTablePolicy<RateChange>> Adjust,
    FilePlace Place
);

/// <summary>What the catalogue says of an item: outside the scope, or a first share, which may be the item's own.</summary>
internal readonly record struct CatalogueRow(bool IsOutside, bool IsOwn, Rate FirstSelfPay)
{
    /// <summary>What the patient pays first of one unit, in cents, where that is an amount and no share; null for a share.</summary>
    public long? OfUnit { get; init; }

    /// <summary>Whether the first share is one of the fee, which adjustments change.</summary>
    public bool IsShare => !IsOutside && OfUnit is null;

    public static CatalogueRow Outside { get; } = new(true, false, Rate.None);
    public static CatalogueRow Own { get; } = new(false, true, Rate.None);
}
