using System.Collections.Immutable;
using ReimbursementRules.Claims;

namespace ReimbursementRules.Episodes;

/// <summary>Moves items from one claim to another. Every item keeps the day of its service.</summary>
internal static class Moving
{
    /// <summary>The claim that takes the items, with all of its own facts. Where a whole stay goes into another, that one lasts from the
    /// first admission to the last discharge, counts as filed with the later of both, and began as that of the first admission
    /// did.</summary>
    public static Claim Into(Claim taker, Claim giver, ImmutableArray<FeeItem> items, bool isWhole)
    {
        var moved = items.Select(item => item with { Date = item.Date ?? giver.Discharged, MovedFrom = item.MovedFrom ?? giver.Id });
        return isWhole && IsStay(taker) && IsStay(giver)
            ? Widened(taker, giver) with
            {
                Items = [.. taker.Items.Select(item => item with { Date = item.Date ?? taker.Discharged }), .. moved],
            }
            : taker with
            {
                Items = [.. taker.Items, .. moved],
            };
    }

    private static bool IsStay(Claim claim) => claim.Admitted is not null || claim.Setting == Setting.Inpatient;

    private static Claim Widened(Claim taker, Claim giver)
    {
        var first = BeganBefore(giver, taker) ? giver : taker;
        return taker with
        {
            Admitted = AdmittedOn(first),
            StayBegan = first.StayBegan,
            Discharged = Later(taker.Discharged, giver.Discharged),
            Filed =
                taker.Filed is null && giver.Filed is null ? null : Later(taker.Filed ?? taker.Discharged, giver.Filed ?? giver.Discharged),
            Transferred = first.Transferred,
            Admission = first.Admission,
            DaysSinceDischarge = first.DaysSinceDischarge,
        };
    }

    /// <summary>Of two admissions of one day, that which goes on from the other is the later.</summary>
    private static bool BeganBefore(Claim one, Claim other) =>
        (AdmittedOn(one), one.GoesOn).CompareTo((AdmittedOn(other), other.GoesOn)) < 0;

    private static DateOnly AdmittedOn(Claim claim) => claim.Admitted ?? claim.Discharged;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
