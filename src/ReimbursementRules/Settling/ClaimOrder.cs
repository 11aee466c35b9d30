using ReimbursementRules.Claims;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settling;

/// <summary>The order in which the claims of a member are settled.</summary>
internal static class ClaimOrder
{
    /// <summary>By the day that decides the benefit year, then by the day of discharge, then as they stand.</summary>
    public static IEnumerable<T> ByDay<T>(this IEnumerable<T> claims, DecidingDay decidedBy, Func<T, Claim> of) =>
        claims.OrderBy(one => DecidingDays.Of(of(one), decidedBy)).ThenBy(one => of(one).Discharged);

    /// <summary>Whether claims that were handed in as earlier ones can have come before a claim in that order.</summary>
    /// <exception cref="InputException">One comes after it.</exception>
    public static void Precede(Claim claim, IEnumerable<Claim> earlier, DecidingDay decidedBy)
    {
        foreach (var other in earlier)
        {
            var (day, otherDay) = (DecidingDays.Of(claim, decidedBy), DecidingDays.Of(other, decidedBy));
            if (day == otherDay)
                (day, otherDay) = (claim.Discharged, other.Discharged);
            if (otherDay > day)
                throw new InputException([
                    new(
                        other.Place ?? new("claim", 0, 0),
                        "claims.later",
                        new(
                            $"claim '{other.Id}' of {IsoDay.Show(otherDay)} comes after claim '{claim.Id}' of {IsoDay.Show(day)} and is "
                                + "no earlier claim. Hand in only those that came earlier; SettleAll and MemberLedger put a member's "
                                + "claims in order.",
                            $"申请“{other.Id}”（{IsoDay.Show(otherDay)}）晚于申请“{claim.Id}”（{IsoDay.Show(day)}），不是更早的申请。"
                                + "请只提交更早的申请；SettleAll 与 MemberLedger 会自行排序。"
                        )
                    )
                    {
                        Path = "discharged",
                    },
                ]);
        }
    }
}
