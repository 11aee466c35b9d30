using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary>Settled lines of one claim, which is told from another by its member and its id, or by its id alone where it names no
/// member.</summary>
internal static class TwiceChecks
{
    /// <summary>What tells the claim of a line from others; null where it has no id.</summary>
    public static object? ClaimOf(RealisedClaim line) => line.Id.Length == 0 ? null : (line.Claim.Member.Id, line.Id);

    /// <summary>Notes each claim that stands as settled more often than it was taken back, so that it would count twice.</summary>
    public static void Check(IEnumerable<RealisedClaim> lines, ProblemLog problems)
    {
        foreach (var claim in lines.Where(line => !line.IsRefused && line.Id.Length > 0).GroupBy(ClaimOf))
            if (claim.Sum(line => line.Sign) > 1 && claim.Where(line => line.Sign > 0).ToArray() is [var first, var second, ..])
                problems.Add(Twice(first, second));
    }

    private static Problem Twice(RealisedClaim first, RealisedClaim second)
    {
        var before = first.Place.Line > 0 ? first.Place.Row : "";
        return new(
            second.Place,
            "claim.twice",
            new(
                $"claim '{second.Id}' is settled here a second time{(before.Length > 0 ? $", first in {before}" : "")}, and would count "
                    + "twice. Keep the line that stands, or add the reversal of the other.",
                $"申请“{second.Id}”在此重复结算{(before.Length > 0 ? $"，首次在 {before}" : "")}，会重复计算。请保留有效的一行，或补上另一行的冲正。"
            )
        );
    }
}
