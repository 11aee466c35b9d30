using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary>Settled lines of one claim, which is told from another by its member and its id, or by its id alone where it names no
/// member.</summary>
internal static class TwiceChecks
{
    /// <summary>What tells the claim of a line from others; null where it has no id.</summary>
    public static object? ClaimOf(RealisedClaim line) => line.Id.Length == 0 ? null : (line.Claim.Member.Id, line.Id);

    /// <summary>Notes each claim that stands as settled more often than it was taken back, or as taken back more often than it can have
    /// been, so that it would count twice. One reversal may be without its settlement, which may be of an earlier period.</summary>
    public static void Check(IEnumerable<RealisedClaim> lines, ProblemLog problems)
    {
        foreach (var claim in lines.Where(line => !line.IsRefused && line.Id.Length > 0).GroupBy(ClaimOf))
        {
            var standing = claim.Sum(line => line.Sign);
            if (standing > 1 && claim.Where(line => line.Sign > 0).ToArray() is [var first, var second, ..])
                problems.Add(Twice(first, second));
            else if (standing < 0 && ReversedTwice([.. claim], standing) is var (reversal, again))
                problems.Add(TwiceReversed(reversal, again));
        }
    }

    /// <summary>Two reversals of a claim with no settlement between; null where there are none. Where only one is without its settlement
    /// here, they must be of one amount, since lines may stand in any order.</summary>
    private static (RealisedClaim Reversal, RealisedClaim Again)? ReversedTwice(RealisedClaim[] lines, int standing)
    {
        for (var at = 1; at < lines.Length; at++)
            if (
                lines[at] is { Sign: < 0 } again
                && lines[at - 1] is { Sign: < 0 } reversal
                && (standing < -1 || reversal.Amounts.AreThoseOf(again.Amounts))
            )
                return (reversal, again);
        return null;
    }

    private static Problem TwiceReversed(RealisedClaim first, RealisedClaim second) =>
        Again(
            first,
            second,
            new("taken back", "冲正"),
            new(
                ", without a settlement between, and would be taken off twice. Keep one of the two reversals, "
                    + "or add the settlement between.",
                "，其间没有结算，会重复扣减。请只保留一次冲正，或补上其间的结算。"
            )
        );

    private static Problem Twice(RealisedClaim first, RealisedClaim second) =>
        Again(
            first,
            second,
            new("settled", "结算"),
            new(
                ", and would count twice. Keep the line that stands, or add the reversal of the other.",
                "，会重复计算。请保留有效的一行，或补上另一行的冲正。"
            )
        );

    private static Problem Again(RealisedClaim first, RealisedClaim second, BilingualText what, BilingualText then)
    {
        var before = first.Place.Line > 0 ? first.Place.Row : "";
        return new(
            second.Place,
            "claim.twice",
            new(
                $"claim '{second.Id}' is {what.En} here a second time{(before.Length > 0 ? $", first in {before}" : "")}{then.En}",
                $"单据“{second.Id}”在此重复{what.Zh}{(before.Length > 0 ? $"，首次在 {before}" : "")}{then.Zh}"
            )
        );
    }
}
