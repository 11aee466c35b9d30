using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Episodes;

/// <summary>Two claims of a member that belong together, and which of them takes the items of the other.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Earlier">Conditions on the claim that ended first.</param>
/// <param name="Later">Conditions on the other.</param>
/// <param name="Items">Conditions on the items that move; none for all.</param>
/// <param name="WithinDays">The most days from the discharge of the earlier to the admission of the later claim, included.</param>
/// <param name="SameProvider">Whether both name the same provider.</param>
/// <param name="SameDisease">Whether both name the same disease.</param>
/// <param name="IntoLater">True where the later claim takes the items, false where the earlier does.</param>
/// <param name="Source">The reference.</param>
internal sealed record EpisodePolicy(
    string Id,
    ConditionsPolicy Earlier,
    ConditionsPolicy Later,
    ConditionsPolicy Items,
    int WithinDays,
    bool SameProvider,
    bool SameDisease,
    bool IntoLater,
    PolicySource Source
);
