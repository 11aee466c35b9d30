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

    /// <summary>Whether a claim that was handed in before another is settled before it too.</summary>
    public static bool IsBefore(this Claim one, Claim other, DecidingDay decidedBy) =>
        Days(one, other, decidedBy) is var (day, otherDay) && day <= otherDay;

    /// <summary>Whether claims that were handed in as earlier ones can have come before a claim: in that order, or, where claims are
    /// linked, by the day of discharge, in whose order they count.</summary>
    /// <exception cref="InputException">One comes after it.</exception>
    public static void Precede(Claim claim, IEnumerable<Claim> earlier, DecidingDay decidedBy, bool links)
    {
        foreach (var other in earlier)
            if (!other.IsBefore(claim, decidedBy) && !(links && other.Discharged < claim.Discharged))
            {
                var (otherDay, day) = Days(other, claim, decidedBy);
                throw new InputException([
                    new(
                        other.Place ?? new("claim", 0, 0),
                        "claims.later",
                        new(
                            $"claim '{other.Id}' of {IsoDay.Show(otherDay)} comes after claim '{claim.Id}' of {IsoDay.Show(day)} and is "
                                + "no earlier claim. Hand in only those that came earlier; SettleAll and MemberLedger put a member's "
                                + "claims in order.",
                            $"单据“{other.Id}”（{IsoDay.Show(otherDay)}）晚于单据“{claim.Id}”（{IsoDay.Show(day)}），不是更早的单据。"
                                + "请只提交更早的单据；SettleAll 与 MemberLedger 会自行排序。"
                        )
                    )
                    {
                        Path = "discharged",
                    },
                ]);
            }
    }

    /// <summary>The days that tell which of two claims comes first.</summary>
    private static (DateOnly One, DateOnly Other) Days(Claim one, Claim other, DecidingDay decidedBy) =>
        (DecidingDays.Of(one, decidedBy), DecidingDays.Of(other, decidedBy)) is var days && days.Item1 != days.Item2
            ? days
            : (one.Discharged, other.Discharged);
}
