using ReimbursementRules.Claims;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.Ledgers;

/// <summary>A claim of a ledger that has not been taken back.</summary>
/// <param name="Claim">The claim as it was handed in; its settlement has it with what follows from the claims before.</param>
/// <param name="Arrival">Its turn among the claims of the same day.</param>
/// <param name="Review">What its review found.</param>
/// <param name="Since">The day on which it was last settled, corrected or reviewed: once that day is closed, the claim stays.</param>
/// <param name="Settlement">Its settlement after the claims before it.</param>
internal sealed record StandingClaim(Claim Claim, int Arrival, ReviewOutcome Review, DateOnly Since, Settlement Settlement)
{
    /// <summary>By the day that decides the benefit year, then by the discharge, then as they arrived: the order of a batch.</summary>
    public static IEnumerable<StandingClaim> InOrder(IEnumerable<StandingClaim> claims, DecidingDay decidedBy) =>
        claims.OrderBy(one => DecidingDays.Of(one.Claim, decidedBy)).ThenBy(one => one.Claim.Discharged).ThenBy(one => one.Arrival);

    /// <summary>Whether another settlement of the same claim gives anyone a different amount, or has a different status or
    /// finding.</summary>
    public bool Differs(Settlement other) =>
        !ReferenceEquals(Settlement, other)
        && (
            Settlement.Status != other.Status
            || !Amounts(Settlement).SequenceEqual(Amounts(other))
            || !Settlement
                .Findings.Select(found => (found.Id, found.Verdict, found.Item, found.Due))
                .SequenceEqual(other.Findings.Select(found => (found.Id, found.Verdict, found.Item, found.Due)))
        );

    private static IEnumerable<(string, Values.Money)> Amounts(Settlement settlement)
    {
        foreach (var part in settlement.Parts)
        {
            yield return (part.Name, part.Account);
            yield return (part.Name, part.Cash);
            yield return (part.Name, part.Hospital);
            foreach (var payer in part.Payers)
                yield return (part.Name, payer.Amount);
        }

        foreach (var item in settlement.Items)
        {
            yield return ("", item.Account);
            yield return ("", item.Cash);
            yield return ("", item.Hospital);
            foreach (var payer in item.Payers)
                yield return ("", payer.Amount);
        }
    }
}
