using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settling;

/// <summary>Where something decides otherwise as the amount of an item grows. Between two of these every sum is continuous, but for
/// rounding.</summary>
internal static class AmountEdges
{
    /// <summary>The amounts of an item from which on a condition or a price decides otherwise than a cent below; ascending, each
    /// once.</summary>
    public static IReadOnlyList<Money> Of(CompiledRulebook book, Claim claim, int item)
    {
        var others = claim.Bill - claim.Items[item].Amount.Cents;
        var edges = new SortedSet<long>(OfBill(book).Select(cut => cut - others).Concat(OfItem(book, claim.Items[item])));
        return [.. edges.Where(cents => cents > 0 && cents <= Money.Largest.Cents).Select(Money.FromCents)];
    }

    /// <summary>The bills, in cents, from which on a condition decides otherwise than a cent below.</summary>
    public static IEnumerable<long> OfBill(CompiledRulebook book) => Cuts(book, "bill");

    /// <summary>The amounts of an item, in cents, from which on a condition on it or a price of it decides otherwise, whatever the
    /// bill.</summary>
    public static IEnumerable<long> OfItem(CompiledRulebook book, FeeItem item) =>
        Cuts(book, "item.amount").Concat(Prices(book, item).Select(price => Above(price, item.Quantity ?? 1)));

    private static IEnumerable<long> Cuts(CompiledRulebook book, string fact) =>
        book.Asked.Where(asked => asked.Fact.Name == fact).SelectMany(asked => asked.CutAt);

    /// <summary>The prices of a unit above which an item is marked up, or over its ceiling.</summary>
    private static IEnumerable<Money> Prices(CompiledRulebook book, FeeItem item) =>
        new[] { item.PurchasePrice, item.CeilingPrice }.OfType<Money>().Concat(book.Catalogue.Ceilings.Listed.Select(Money.FromCents));

    /// <summary>The first amount above a price for a quantity; none that counts where it is out of range.</summary>
    private static long Above(Money price, decimal quantity)
    {
        if (
            price < Money.Zero
            || quantity is < 0 or > FeeItem.LargestQuantity
            || price.InYuan > Money.Largest.InYuan / Math.Max(1, quantity)
        )
            return 0;
        return (long)decimal.Floor(price.Cents * quantity) + 1;
    }
}
