using ReimbursementRules.Claims;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Ledgers;

/// <summary>Claims that a gate holds until someone has looked at them.</summary>
public sealed class ReviewTests
{
    private static MemberLedger With(decimal amount) =>
        LedgerTown.Empty.Settle(LedgerTown.Stay("A", "2020-03-02", amount) with { Channel = ClaimChannel.Manual }, Day.Of("2020-03-02"));

    [Theory]
    [Example("49999.99", false)]
    [Example("50000.00", true)]
    [Example("50000.01", true)]
    public void Settle_APaperClaim_IsHeldFromTheThreshold(decimal amount, bool held)
    {
        With(amount).Held.Any().ShouldBe(held);
        With(amount).Lines.Single().IsHeld.ShouldBe(held);
    }

    /// <summary>Filed on Monday 2020-03-02: ten working days later is Monday 2020-03-16.</summary>
    [Fact]
    public void Held_Claim_SaysWhenTheReviewIsDue() => With(50_000).Held.Single().Due.ShouldBe(new DateOnly(2020, 3, 16));

    [Fact]
    public void Review_Passed_SettlesTheClaim()
    {
        var ledger = With(51_000).Review("A", passed: true, Day.Of("2020-03-16"));
        ledger
            .Lines.Told()
            .ShouldBe(["1 03-02 Settled A 25000.00 by A", "2 03-16 Reviewed A -25000.00 by A", "3 03-16 Reviewed A 25000.00 by A"]);
        ledger.Lines.Select(line => line.IsHeld).ShouldBe([true, true, false]);
        ledger.StatusOf("A").ShouldBe(SettlementStatus.Settled);
        ledger.Settlements.Single().Findings.Single().Verdict.ShouldBe(Verdict.Hold);
        ledger.Held.ShouldBeEmpty();
    }

    [Fact]
    public void Review_Failed_RefusesTheClaim()
    {
        var ledger = With(51_000).Review("A", passed: false, Day.Of("2020-03-16"));
        var settlement = ledger.Settlements.Single();
        (settlement.Status, settlement.Fund(), settlement.Patient.InYuan, settlement.Held("refused")).ShouldBe(
            (SettlementStatus.Refused, 0m, 51_000m, 51_000m)
        );
        settlement.Findings.Select(found => (found.Id, found.Verdict, found.Due)).ShouldBe([("large_manual", Verdict.Refuse, null)]);
        ledger.History.Entries.ShouldBeEmpty();
    }

    /// <summary>While it is held it counts in the history; failed, it does not, and the next claim keeps the deductible.</summary>
    [Fact]
    public void Review_Failed_SettlesLaterClaimsAgain()
    {
        var ledger = With(51_000).Settle("B", "2020-03-10", 1_000).Review("A", passed: false, Day.Of("2020-03-16"));
        ledger
            .Lines.Told()
            .Skip(1)
            .ShouldBe([
                "2 03-10 Settled B 500.00 by B",
                "3 03-16 Reviewed A -25000.00 by A",
                "4 03-16 Reviewed A 0.00 by A",
                "5 03-16 Resettled B -500.00 by A",
                "6 03-16 Resettled B 0.00 by A",
            ]);
    }

    [Fact]
    public void Review_OnceMade_StaysWhenTheClaimIsSettledAgain()
    {
        var ledger = With(51_000).Review("A", passed: true, Day.Of("2020-03-16")).Settle("B", "2020-02-01", 600, on: "2020-03-17");
        ledger.StatusOf("A").ShouldBe(SettlementStatus.Settled);
        ledger.Lines.Told().Skip(4).ShouldBe(["5 03-17 Resettled A -25000.00 by B", "6 03-17 Resettled A 25300.00 by B"]);
    }

    [Fact]
    public void Correct_AReviewedClaim_IsHeldAnew() =>
        With(51_000)
            .Review("A", passed: true, Day.Of("2020-03-16"))
            .Correct(LedgerTown.Stay("A", "2020-03-02", 50_000) with { Channel = ClaimChannel.Manual }, Day.Of("2020-03-17"))
            .StatusOf("A")
            .ShouldBe(SettlementStatus.Held);

    /// <summary>A review takes nothing back: it is possible after closing, and posts on its own day.</summary>
    [Fact]
    public void Review_AfterClosing_IsPosted()
    {
        var ledger = With(51_000).Close(Day.Of("2020-03-31")).Review("A", passed: true, Day.Of("2020-04-01"));
        ledger.Lines[^1].Posted.ShouldBe(new DateOnly(2020, 4, 1));
        ledger.Reverse("A", Day.Of("2020-04-02")).History.Entries.ShouldBeEmpty();
    }
}
