using System.Runtime.CompilerServices;
using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Facts;

/// <summary>The day of a claim that chooses the value in force.</summary>
internal static class DecidingDays
{
    /// <summary>The last day that anything is computed for, included.</summary>
    public static readonly DateOnly Last = new(2999, 12, 31);

    /// <summary>The day; for a day of service, which items have, that of discharge.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DateOnly Of(Claim claim, DecidingDay decidedBy) =>
        decidedBy switch
        {
            DecidingDay.Admission => claim.Admitted ?? claim.Discharged,
            DecidingDay.Filing => claim.Filed ?? claim.Discharged,
            DecidingDay.Discharge or DecidingDay.Service => claim.Discharged,
            _ => throw UnknownKind.Of(decidedBy),
        };
}
