using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Properties;

/// <summary>What was used is handed on from claim to claim, and nothing else is.</summary>
public sealed class HistoryTests
{
    [Property]
    public void History_ThroughItsEntries_SettlesTheNextClaimAlike(Trial trial) =>
        Handed(trial, history => History.Of(history.Entries.Reverse()));

    [Property]
    public void History_ThroughAFile_SettlesTheNextClaimAlike(Trial trial) => Handed(trial, HistoryFile.ThereAndBack);

    [Property]
    public void History_AnyClaims_HoldsNothingBelowZeroAndNothingTwice(Trial trial)
    {
        var entries = trial.Settled()[^1].History.Entries;
        entries.ShouldAllBe(entry => entry.Amount >= Money.Zero && entry.Times >= 0 && (entry.Amount != Money.Zero) != (entry.Times != 0));
        entries.Select(entry => (entry.What, entry.Each, entry.Per, entry.Since)).ShouldBeUnique();
    }

    private static void Handed(Trial trial, Func<History, History> hand)
    {
        var history = History.Empty;
        foreach (var claim in trial.Claims)
        {
            var settlement = trial.Rulebook.Settle(claim, history);
            SettlementText.Of(trial.Rulebook.Settle(claim, hand(history))).ShouldBe(SettlementText.Of(settlement));
            history = settlement.History;
        }
    }
}
