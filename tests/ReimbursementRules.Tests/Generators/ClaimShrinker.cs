using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Generators;

/// <summary>Smaller claims that may fail alike: fewer items, smaller amounts.</summary>
internal static class ClaimShrinker
{
    public static IEnumerable<Claim> Shrink(Claim claim) =>
        Fewer(claim.Items).Concat(Smaller(claim.Items)).Select(items => claim with { Items = [.. items] });

    private static IEnumerable<IEnumerable<FeeItem>> Fewer(IReadOnlyList<FeeItem> items)
    {
        for (var count = items.Count / 2; count > 0; count /= 2)
        for (var at = 0; at + count <= items.Count && count < items.Count; at += count)
            yield return items.Where((_, i) => i < at || i >= at + count);
    }

    private static IEnumerable<IEnumerable<FeeItem>> Smaller(IReadOnlyList<FeeItem> items)
    {
        for (var at = 0; at < items.Count; at++)
            foreach (var cents in new[] { items[at].Amount.Cents / 1000, items[at].Amount.Cents / 2, items[at].Amount.Cents - 1 })
                if (cents >= 0 && cents < items[at].Amount.Cents)
                {
                    var (place, amount) = (at, Money.FromCents(cents));
                    yield return items.Select((item, i) => i == place ? item with { Amount = amount } : item);
                }
    }
}
