using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Facts;

/// <summary>The day of a claim on which the member's age counts.</summary>
internal static class AgeDays
{
    /// <summary>The day, by a rulebook's index.</summary>
    public static DateOnly Of(Claim claim, IndexPolicy index) =>
        Of(claim, index.AgeOn, index.Year.Start(Period.Year, DecidingDays.Of(claim, index.DecidedBy)));

    /// <summary>The day.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="on">Which day it is.</param>
    /// <param name="yearStart">The first day of the claim's benefit year.</param>
    public static DateOnly Of(Claim claim, AgeOn on, DateOnly yearStart) =>
        on switch
        {
            AgeOn.BenefitYear => yearStart,
            AgeOn.Admission => claim.Admitted ?? claim.Discharged,
            AgeOn.Discharge => claim.Discharged,
            _ => throw UnknownKind.Of(on),
        };
}
