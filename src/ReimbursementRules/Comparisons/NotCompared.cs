using ReimbursementRules.Values;

namespace ReimbursementRules.Comparisons;

/// <summary>What a comparison leaves out: the claims that not both rulebooks settle, with their money, and why.</summary>
/// <param name="Claims">How many.</param>
/// <param name="Of">Of how many claims that were handed in.</param>
/// <param name="Bill">The sum of their fees, in cents, without those that could not be read.</param>
/// <param name="Unread">How many could not be read.</param>
/// <param name="Kinds">The codes of their first problems: how many claims, and the number of the first; the most frequent first.</param>
internal sealed record NotCompared(int Claims, int Of, decimal Bill, int Unread, IReadOnlyList<(string Code, int Count, long First)> Kinds)
{
    /// <summary>What is left out; null where nothing is.</summary>
    public static NotCompared? In(ClaimsComparison comparison) =>
        comparison.Unsettled.IsEmpty
            ? null
            : new(
                comparison.Unsettled.Length,
                comparison.Claims.Length + comparison.Unsettled.Length,
                comparison.Unsettled.Sum(claim => claim.Bill ?? 0),
                comparison.Unsettled.Count(claim => claim.Bill is null),
                [
                    .. comparison
                        .Unsettled.GroupBy(claim => (claim.Before.IsEmpty ? claim.After : claim.Before)[0].Code, StringComparer.Ordinal)
                        .Select(same => (same.Key, same.Count(), same.Min(claim => claim.Number)))
                        .OrderByDescending(kind => kind.Item2)
                        .ThenBy(kind => kind.Item3),
                ]
            );
}
