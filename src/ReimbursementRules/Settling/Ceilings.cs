using ReimbursementRules.Layers;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Settling;

/// <summary>The most that counts for one unit of an item: the lower of a listed price and the item's own.</summary>
/// <param name="listed">The listed prices in cents, null for an item without one; null where the catalogue lists none at all.</param>
internal sealed class Ceilings(Table<long?>? listed)
{
    public bool AreListed => listed is not null;

    /// <summary>Every listed price, in cents.</summary>
    public IEnumerable<long> Listed => listed?.Values.OfType<long>() ?? [];

    /// <summary>What a fee has above its ceiling price times the quantity, in cents, and the row of the listed price in the legend; null
    /// where the item's own is lower.</summary>
    public (long Over, int? Row) Over(Desk settling, int index)
    {
        var item = settling.Claim.Items[index];
        var own = item.CeilingPrice?.Cents;
        var row = listed is null ? -1 : settling.Row(listed, index);
        var price = row < 0 ? null : listed!.Values[row];
        return price is null || own < price ? (Over(item, own), null) : (Over(item, price), listed!.Rows[row]);
    }

    private static long Over(Claims.FeeItem item, long? price)
    {
        var quantity = item.Quantity ?? 1;
        return price is { } cents && cents * quantity < item.Amount.Cents
            ? item.Amount.Cents - Values.Money.FromCents(cents).Times(quantity).Cents
            : 0;
    }
}
