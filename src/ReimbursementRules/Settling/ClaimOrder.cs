using ReimbursementRules.Claims;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;

namespace ReimbursementRules.Settling;

/// <summary>The order in which the claims of a member are settled.</summary>
internal static class ClaimOrder
{
    /// <summary>By the day that decides the benefit year, then by the day of discharge, then as they stand.</summary>
    public static IEnumerable<T> ByDay<T>(this IEnumerable<T> claims, DecidingDay decidedBy, Func<T, Claim> of) =>
        claims.OrderBy(one => DecidingDays.Of(of(one), decidedBy)).ThenBy(one => of(one).Discharged);
}
