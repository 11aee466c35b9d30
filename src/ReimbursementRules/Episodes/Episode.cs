using ReimbursementRules.Claims;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Episodes;

/// <summary>Two claims of a member that belong together, ready to be asked.</summary>
/// <param name="Earlier">What the claim that ended first must be.</param>
/// <param name="Later">What the other must be.</param>
/// <param name="Items">Which items move; null for all.</param>
/// <param name="WithinDays">The most days between them, included.</param>
/// <param name="SameProvider">Whether both name the same provider.</param>
/// <param name="SameDisease">Whether both name the same disease.</param>
/// <param name="IntoLater">True where the later claim takes the items.</param>
internal sealed record Episode(
    Table<bool> Earlier,
    Table<bool> Later,
    Table<bool>? Items,
    int WithinDays,
    bool SameProvider,
    bool SameDisease,
    bool IntoLater
)
{
    /// <summary>What the claim that gives its items must be.</summary>
    public Table<bool> Giver => IntoLater ? Earlier : Later;

    /// <summary>What the claim that takes them must be.</summary>
    public Table<bool> Taker => IntoLater ? Later : Earlier;

    /// <summary>The days from the discharge of one claim to the admission of the other, 0 where two stays overlap; null where days or names
    /// keep them apart, or where the other ended first. A visit during a stay is not before it. A name that a claim does not state is like
    /// no
    /// other.</summary>
    public int? DaysBetween(Claim earlier, Claim later)
    {
        var days = (later.Admitted ?? later.Discharged).DayNumber - earlier.Discharged.DayNumber;
        if (days < 0 && Lasts(earlier) && Lasts(later) && earlier.Discharged <= later.Discharged)
            days = 0;
        return
            days >= 0
            && days <= WithinDays
            && (!SameProvider || (earlier.Provider.Id.Length > 0 && earlier.Provider.Id == later.Provider.Id))
            && (!SameDisease || (earlier.Disease is { } disease && disease == later.Disease))
            ? days
            : null;
    }

    private static bool Lasts(Claim claim) => claim.Setting == Setting.Inpatient || claim.Admitted < claim.Discharged;
}
