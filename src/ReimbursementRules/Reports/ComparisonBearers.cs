using ReimbursementRules.Comparisons;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Who bears something of the claims, in the order of a sheet.</summary>
internal static class ComparisonBearers
{
    /// <summary>The funds, the patients, the two ways in which they pay where there is an account, and the hospitals where they bear or
    /// keep anything.</summary>
    public static IReadOnlyList<BearerEffect> Of(ClaimsComparison claims) =>
        [
            .. claims.Funds,
            claims.Patient,
            .. IsAny(claims.Account) ? (BearerEffect[])[claims.Account, claims.Cash] : [],
            .. IsAny(claims.Hospital) ? (BearerEffect[])[claims.Hospital] : [],
        ];

    /// <summary>Whether it bears anything, or keeps it.</summary>
    public static bool IsAny(BearerEffect bearer) => bearer.Before != Money.Zero || bearer.After != Money.Zero;
}
