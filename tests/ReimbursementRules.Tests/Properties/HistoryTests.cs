using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Properties;

/// <summary>What was used is handed on from claim to claim, and nothing else is.</summary>
public sealed class HistoryTests
{
    [Fact]
    public void History_ThroughItsEntries_SettlesTheNextClaimAlike() => Handed(history => History.Of(history.Entries.Reverse()));

    [Fact]
    public void History_ThroughAFile_SettlesTheNextClaimAlike() => Handed(HistoryFile.ThereAndBack);

    [Fact]
    public void History_AnyClaims_HoldsNothingBelowZeroAndNothingTwice() => Always.Holds(Trial.Any, trial =>
    {
        var entries = trial.Settled()[^1].History.Entries;
        entries.ShouldAllBe(entry => entry.Amount >= Money.Zero && entry.Times >= 0 && (entry.Amount != Money.Zero) != (entry.Times != 0));
        entries.Select(entry => (entry.What, entry.Each, entry.Per, entry.Since)).ShouldBeUnique();
    });

    private static void Handed(Func<History, History> hand) => Always.Holds(Trial.Any, trial =>
    {
        var history = History.Empty;
        foreach (var claim in trial.Claims)
        {
            var settlement = trial.Rulebook.Settle(claim, history);
            SettlementText.Of(trial.Rulebook.Settle(claim, hand(history))).ShouldBe(SettlementText.Of(settlement));
            history = settlement.History;
        }
    });
}
