using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Testing;

/// <summary>A settlement on which a law is tried.</summary>
/// <param name="Rulebook">The rulebook that settled it.</param>
/// <param name="Settlement">The settlement.</param>
internal sealed record LawTrial(Rulebook Rulebook, Settlement Settlement)
{
    public Claim Claim => Settlement.Claim;

    /// <summary>Another claim in its place, after the same history; null where that is not valid.</summary>
    public Settlement? Instead(Claim claim) =>
        Rulebook.TrySettle(claim, Settlement.HistoryBefore, out var settlement, out _) ? settlement : null;

    /// <summary>What all funds pay.</summary>
    public static Money Funds(Settlement settlement) => Sum(settlement.Payers.Select(payer => payer.Amount));

    public static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
