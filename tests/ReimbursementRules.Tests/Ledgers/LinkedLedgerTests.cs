using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Ledgers;

/// <summary>In a ledger each claim follows from those before it, as in a batch.</summary>
public sealed class LinkedLedgerTests
{
    private static MemberLedger Empty => MemberLedger.Open(LinkTown.Book);

    /// <summary>(1,600 − 600) × 75% = 750; the second stay waits.</summary>
    [Fact]
    public void Settle_ASecondStayWithinTwoWeeks_Waits()
    {
        var ledger = Settle(Settle(Empty, Stay("S-1", "2020-03-01", "2020-03-02")), Stay("S-2", "2020-03-10", "2020-03-17"));
        Told(ledger).ShouldBe("S-1 Settled 750.00 ; S-2 Held 750.00 readmission");
        Owed(ledger).ShouldBe(750);
    }

    /// <summary>A late stay makes the one after it a readmission; once it is taken back, that one is none.</summary>
    [Fact]
    public void Settle_AStayThatComesLate_LinksThoseAfterItAgain()
    {
        var late = Settle(
            Settle(Empty, Stay("S-2", "2020-03-10", "2020-03-17")),
            Stay("S-1", "2020-03-01", "2020-03-02"),
            on: "2020-03-20"
        );
        Told(late).ShouldBe("S-1 Settled 750.00 ; S-2 Held 750.00 readmission");
        late.Lines.Length.ShouldBe(4);
        Owed(late).ShouldBe(750);
        Told(late.Reverse("S-1", Day.Of("2020-03-21"))).ShouldBe("S-2 Settled 750.00 ");
    }

    /// <summary>The correction names another disease, so that the stay after it is no readmission any more; then again the old
    /// one.</summary>
    [Fact]
    public void Correct_TheDiseaseOfAStay_LinksThoseAfterItAgain()
    {
        var ledger = Settle(Settle(Empty, Stay("S-1", "2020-03-01", "2020-03-02")), Stay("S-2", "2020-03-10", "2020-03-17"))
            .Correct(Stay("S-1", "2020-03-01", "2020-03-02") with { Disease = "cold" }, Day.Of("2020-03-20"));
        Told(ledger).ShouldBe("S-1 Settled 750.00 ; S-2 Settled 750.00 ");
        Told(ledger.Correct(Stay("S-1", "2020-03-01", "2020-03-02"), Day.Of("2020-03-21")))
            .ShouldBe("S-1 Settled 750.00 ; S-2 Held 750.00 readmission");
    }

    /// <summary>Whoever corrects the claim of a settlement does not state what was filled in.</summary>
    [Fact]
    public void Correct_TheClaimOfItsSettlement_IsLinkedAnew()
    {
        var ledger = Settle(Settle(Empty, Stay("S-1", "2020-03-01", "2020-03-02")), Stay("S-2", "2020-03-10", "2020-03-17"))
            .Reverse("S-1", Day.Of("2020-03-20"));
        var held = Settle(ledger, Stay("S-1", "2020-03-01", "2020-03-02"), on: "2020-03-21").LineOf("S-2").Settlement.Claim;
        held.DaysSinceDischarge.ShouldBe(8);
        Told(ledger.Correct(held with { Department = "surgery" }, Day.Of("2020-03-22"))).ShouldBe("S-2 Settled 750.00 ");
    }

    [Fact]
    public void Settle_TheSameTestWithinAWeek_IsTheHospitals()
    {
        var ledger = Settle(Settle(Empty, Visit("V-1", "2020-03-02")), Visit("V-2", "2020-03-05"));
        ledger.Settlements.Select(one => (one.Hospital.InYuan, one.Patient.InYuan)).ShouldBe([(0m, 80m), (80m, 0m)]);
        ledger = Settle(ledger, Visit("V-0", "2020-02-27"), on: "2020-03-06");
        ledger.Settlements.Select(one => one.Hospital.InYuan).ShouldBe([0m, 80m, 80m], "V-1 is the second now");
    }

    /// <summary>By the day of filing S-1 is settled first; the late S-0, filed last, ended before it, so that S-1 waits then.</summary>
    [Fact]
    public void Settle_ALateClaimThatIsSettledLast_LinksThoseBeforeIt()
    {
        var ledger = MemberLedger
            .Open(LinkTown.Deciding("filing"))
            .Settle(Stay("S-1", "2020-03-10", "2020-03-17") with { Filed = Day.Of("2020-03-18") }, Day.Of("2020-03-18"))
            .Settle(Stay("S-0", "2020-03-01", "2020-03-05") with { Filed = Day.Of("2020-03-19") }, Day.Of("2020-03-19"));
        Told(ledger).ShouldBe("S-1 Held 750.00 readmission; S-0 Settled 750.00 ");
    }

    /// <summary>Whatever was done to a ledger, each claim is linked as it is in a batch of those that stand.</summary>
    [Property]
    public void Settlements_AfterAnyOperations_AreThoseOfABatch(Trial trial)
    {
        var dice = new Dice(trial.Seed + trial.Claims.Count);
        var book = dice.Chance(50) ? LinkTown.Book : ByFiling;
        var ledger = MemberLedger.Open(book);
        var standing = new List<Claim>();
        foreach (var (i, claim) in trial.Claims.Index())
        {
            var one = claim with { Id = $"{i}", Member = claim.Member with { Id = "M" }, VisitsThisMonth = dice.Chance(20) ? 3 : null };
            ledger = ledger.Settle(one, one.Filed ?? one.Discharged);
            standing.Add(one);
            if (!dice.Chance(30))
                continue;
            var at = dice.Below(standing.Count);
            ledger = ledger.Reverse(standing[at].Id, Day.Of("2023-01-01").AddDays(i));
            standing.RemoveAt(at);
        }

        foreach (var result in book.SettleAll(standing))
            SettlementText
                .Of(ledger.Settlements.Single(one => one.Claim.Id == result.Claim!.Id))
                .ShouldBe(SettlementText.Of(result.Settlement!));
    }

    private static readonly Rulebook ByFiling = LinkTown.Deciding("filing");

    private static string Told(MemberLedger ledger) =>
        string.Join(
            "; ",
            ledger.Settlements.Select(one =>
                $"{one.Claim.Id} {one.Status} {one.Fund():0.00} {string.Join(' ', one.Findings.Select(found => found.Id))}"
            )
        );

    private static decimal Owed(MemberLedger ledger) =>
        Receivables.Empty.Post(ledger).Balances.Where(balance => balance.Receivable.Payer == "fund").Sum(balance => balance.Amount.InYuan);

    private static MemberLedger Settle(MemberLedger ledger, Claim claim, string? on = null) =>
        ledger.Settle(claim, on is null ? claim.Discharged : Day.Of(on));

    private static Claim Stay(string id, string admitted, string discharged) =>
        TestClaim.Stay(1_600) with
        {
            Id = id,
            Admitted = Day.Of(admitted),
            Discharged = Day.Of(discharged),
            Disease = "flu",
        };

    private static Claim Visit(string id, string day) =>
        TestClaim.Stay(TestClaim.A(80) with { Kind = ItemKind.Examination, Code = "ct" }) with
        {
            Id = id,
            Setting = Setting.Outpatient,
            Discharged = Day.Of(day),
        };
}
