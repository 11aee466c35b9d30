using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Ledgers;

/// <summary>Our lines and what the other side states. A of 3,000: fund 1,000, aid 100. B of 100 after it: fund 50, aid 5.</summary>
public sealed class ReconciliationTests
{
    private static readonly MemberLedger Ledger = LedgerTown.Empty.Settle("A", "2020-03-01", 3_000).Settle("B", "2020-03-02", 100);

    private static readonly StatedSettlement A = Stated("2020-03-01", "A", 1_000, 100);
    private static readonly StatedSettlement B = Stated("2020-03-02", "B", 50, 5);

    [Fact]
    public void Compare_TheSame_IsEmpty() => Reconciliation.Compare(Ledger.Lines, [B, A]).ShouldBeEmpty();

    [Fact]
    public void Compare_MissingThere_NamesTheClaim() =>
        Told([A]).ShouldBe(["2020-03-02, claim 'B': 55.00 stands here, nothing is stated."]);

    [Fact]
    public void Compare_MissingHere_NamesTheClaim() =>
        Told([A, B, Stated("2020-03-02", "C", 7, 0)]).ShouldBe(["2020-03-02, claim 'C': 7.00 is stated, nothing stands here."]);

    [Fact]
    public void Compare_AnotherDay_IsMissingOnBoth() =>
        Told([A, B with { Day = Day.Of("2020-03-03") }])
            .ShouldBe([
                "2020-03-02, claim 'B': 55.00 stands here, nothing is stated.",
                "2020-03-03, claim 'B': 55.00 is stated, nothing stands here.",
            ]);

    [Fact]
    public void Compare_Twice_IsADuplicate() =>
        Told([A, A, B]).ShouldBe(["2020-03-01, claim 'A': it stands more than once: 1,100.00 here, 2,200.00 stated."]);

    [Fact]
    public void Compare_ACentBetweenPayers_NamesBoth() =>
        Told([Stated("2020-03-01", "A", 999.99m, 100.01m), B])
            .ShouldBe([
                "2020-03-01, claim 'A', fund: 1,000.00 stands here, 999.99 is stated, a difference of 0.01.",
                "2020-03-01, claim 'A', aid: 100.00 stands here, 100.01 is stated, a difference of -0.01.",
            ]);

    [Fact]
    public void Compare_APayerWeDoNotKnow_IsNamed() =>
        Told([A with { Pays = A.Pays.Add("account", Money.Yuan(1)) }, B])
            .ShouldBe(["2020-03-01, claim 'A', account: 0.00 stands here, 1.00 is stated, a difference of -1.00."]);

    [Fact]
    public void Compare_TakenBackOnTheSameDay_NeedNotBeStated() =>
        Reconciliation.Compare(Ledger.Reverse("B", Day.Of("2020-03-02")).Lines, [A]).ShouldBeEmpty();

    [Fact]
    public void Compare_TakenBackLater_IsStatedOnItsOwnDay()
    {
        var lines = Ledger.Reverse("B", Day.Of("2020-03-05")).Lines;
        Reconciliation.Compare(lines, [A, B, Stated("2020-03-05", "B", -50, -5)]).ShouldBeEmpty();
        Reconciliation
            .Compare(lines, [A, B])
            .Select(mismatch => mismatch.Message.Zh)
            .ShouldBe(["2020-03-05，单据“B”：本方为 -55.00，对方没有。"]);
    }

    [Fact]
    public void Compare_AClaimOfTwoMembers_IsADuplicate()
    {
        var other = LedgerTown.Empty.Settle(
            LedgerTown.Stay("B", "2020-03-02", 3_000) with
            {
                Member = new() { Id = "M-2" },
            },
            Day.Of("2020-03-02")
        );
        Reconciliation
            .Compare([.. Ledger.Lines, .. other.Lines], [A, B])
            .Select(mismatch => mismatch.Message.En)
            .ShouldBe(["2020-03-02, claim 'B': it stands more than once: 1,155.00 here, 55.00 stated."]);
    }

    [Fact]
    public void Compare_AHeldClaim_DoesNotCount()
    {
        var held = LedgerTown.Empty.Settle(
            LedgerTown.Stay("A", "2020-03-01", 50_000) with
            {
                Channel = ClaimChannel.Manual,
            },
            Day.Of("2020-03-01")
        );
        Reconciliation.Compare(held.Lines, []).ShouldBeEmpty();
        Reconciliation.Compare(held.Review("A", true, Day.Of("2020-03-02")).Lines, []).Single().Ours.InYuan.ShouldBe(26_950);
    }

    private static IEnumerable<string> Told(StatedSettlement[] stated) =>
        Reconciliation.Compare(Ledger.Lines, stated).Select(mismatch => mismatch.Message.En);

    private static StatedSettlement Stated(string day, string claim, decimal fund, decimal aid) =>
        new(
            Day.Of(day),
            claim,
            ImmutableDictionary.CreateRange(
                StringComparer.Ordinal,
                [KeyValuePair.Create("fund", Money.Yuan(fund)), KeyValuePair.Create("aid", Money.Yuan(aid))]
            )
        );
}
