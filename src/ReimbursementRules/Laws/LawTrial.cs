using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Laws;

/// <summary>A settlement on which a law is tried.</summary>
/// <param name="Tried">The rulebook that settled it.</param>
/// <param name="Settlement">The settlement.</param>
internal sealed record LawTrial(TriedRulebook Tried, Settlement Settlement)
{
    public Rulebook Rulebook => Tried.Rulebook;

    public Claim Claim => Settlement.Claim;

    /// <summary>Another claim in its place, after the same history; null where that is not valid.</summary>
    public Settlement? Instead(Claim claim) =>
        Rulebook.TrySettle(claim, Settlement.HistoryBefore, out var settlement, out _) ? settlement : null;

    /// <summary>What all funds pay.</summary>
    public static Money Funds(Settlement settlement) => settlement.Payers.Sum(payer => payer.Amount);
}
