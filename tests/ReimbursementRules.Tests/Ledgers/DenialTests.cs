using ReimbursementRules.Claims;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;
using static ReimbursementRules.Tests.Ledgers.ReceivablesTests;

namespace ReimbursementRules.Tests.Ledgers;

/// <summary>Amounts denied after settlement, which the provider bears. Of items of 1,000 and 2,000 the fund pays 333.33 and 666.67, aid
/// 33.33 and 66.67.</summary>
public sealed class DenialTests
{
    private static readonly MemberLedger Ledger = LedgerTown.Empty.Settle(
        LedgerTown.Stay("A", "2020-03-01", 1) with
        {
            Items = [TestClaim.A(1_000), TestClaim.A(2_000)],
        },
        Day.Of("2020-03-01")
    );

    [Theory]
    [Example("0.01", "fund for fund 999.99", "aid for aid 100.00")]
    [Example("110.00", "fund for fund 900.00", "aid for aid 90.00")]
    [Example("366.66", "fund for fund 666.67", "aid for aid 66.67")]
    public void Deny_OfTheFirstItem_LowersWhatEachPayerOwes(decimal amount, string fund, string aid) =>
        Told(Denied(0, amount)).ShouldBe([fund, aid]);

    [Fact]
    public void Deny_MoreThanIsPaidOfTheItem_IsRefused()
    {
        Should.Throw<LedgerException>(() => Denied(0, 366.67m));
        Should.Throw<LedgerException>(() => Denied(0, 300m).Deny(Ledger.Lines[0], 0, Money.Yuan(66.67m), "exam", Day.Of("2020-04-01")));
        Told(Denied(0, 300m).Deny(Ledger.Lines[0], 0, Money.Yuan(66.66m), "exam", Day.Of("2020-04-01")))
            .ShouldBe(["fund for fund 666.67", "aid for aid 66.67"]);
    }

    [Fact]
    public void Deny_Posts_ItemAndReason() =>
        Denied(1, 110m)
            .Postings.Where(posting => posting.Kind == PostingKind.Denial)
            .Select(posting => (posting.ClaimId, posting.Item, posting.Reason, posting.Amount.InYuan))
            .ShouldBe([("A", 1, "exam", -100m), ("A", 1, "exam", -10m)]);

    [Fact]
    public void Deny_OfAClaimTakenBackLater_IsTakenBackToo() =>
        Told(Denied(0, 110m).Post(Ledger.Reverse("A", Day.Of("2020-04-02")))).ShouldBe(["fund for fund 0.00", "aid for aid 0.00"]);

    /// <summary>B comes late and uses the deductible: A is paid 1,500 and 150, and 110 of it stay denied.</summary>
    [Fact]
    public void Deny_OfAClaimSettledAgain_Stands() =>
        Told(Denied(0, 110m).Post(Ledger.Settle("B", "2020-02-01", 1_000, on: "2020-04-02")))
            .ShouldBe(["fund for fund 1400.00", "aid for aid 140.00"]);

    /// <summary>B is taken back, so that A keeps the deductible: its first item is paid 366.66 and not 550, and no more of it can be
    /// denied.</summary>
    [Fact]
    public void Deny_OfAClaimSettledAgainForLess_IsAtMostWhatIsPaid()
    {
        var ledger = LedgerTown.Empty.Settle("B", "2020-02-01", 1_000).Settle(Ledger.Lines[0].Settlement.Claim, Day.Of("2020-03-01"));
        var receivables = Receivables.Empty.Post(ledger).Deny(ledger.Lines[1], 0, Money.Yuan(550), "exam", Day.Of("2020-04-01"));
        Told(receivables.Post(ledger.Reverse("B", Day.Of("2020-04-02")))).ShouldBe(["fund for fund 666.67", "aid for aid 66.67"]);
    }

    [Fact]
    public void Deny_OfAClaimCorrected_IsForgotten()
    {
        var corrected = Ledger.Correct(
            Ledger.Lines[0].Settlement.Claim with
            {
                Provider = new() { Id = "H-2", Level = HospitalLevel.Two },
            },
            Day.Of("2020-04-02")
        );
        var receivables = Denied(0, 110m).Post(corrected);
        Told(receivables).ShouldBe(["fund for fund 1000.00", "aid for aid 100.00"]);
        Told(receivables.Deny(corrected.Lines[^1], 0, Money.Yuan(366.66m), "exam", Day.Of("2020-04-03")))
            .ShouldBe(["fund for fund 666.67", "aid for aid 66.67"]);
    }

    private static Receivables Denied(int item, decimal amount) =>
        Receivables.Empty.Post(Ledger).Deny(Ledger.Lines[0], item, Money.Yuan(amount), "exam", Day.Of("2020-04-01"));
}
