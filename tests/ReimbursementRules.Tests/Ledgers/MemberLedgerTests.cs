using ReimbursementRules.Claims;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Ledgers;

/// <summary>A member's year: settled, corrected, taken back and closed.</summary>
public sealed class MemberLedgerTests
{
    /// <summary>A alone keeps 1,000 and is paid nothing. B of 600 comes late for an earlier day: of the 1,000, A now keeps 400 and is paid
    /// half of 600.</summary>
    [Fact]
    public void Settle_ALateClaim_SettlesTheLaterOnesAgain()
    {
        var ledger = LedgerTown.Empty.Settle("A", "2020-05-01", 1_000).Settle("B", "2020-03-01", 600, on: "2020-06-01");
        ledger
            .Lines.Told()
            .ShouldBe([
                "1 05-01 Settled A 0.00 by A",
                "2 06-01 Settled B 0.00 by B",
                "3 06-01 Resettled A 0.00 by B",
                "4 06-01 Resettled A 300.00 by B",
            ]);
        ledger.Settlements.Select(one => one.Claim.Id).ShouldBe(["B", "A"]);
        ledger.Used().ShouldBe("admissions 2, basic.deductible 1000.00");
    }

    /// <summary>B uses the whole deductible; whether A came before or after, C is paid half.</summary>
    [Fact]
    public void Settle_ALateClaimThatChangesNothing_PostsOneLine()
    {
        var ledger = LedgerTown
            .Empty.Settle("B", "2020-01-02", 5_000)
            .Settle("C", "2020-05-01", 1_000)
            .Settle("A", "2020-03-01", 600, on: "2020-06-01");
        ledger.Lines.Told().Skip(2).ShouldBe(["3 06-01 Settled A 300.00 by A"]);
    }

    [Fact]
    public void Settle_OnTheSameDay_GoesByArrival()
    {
        var ledger = LedgerTown.Empty.Settle("B", "2020-05-01", 1_000).Settle("A", "2020-05-01", 1_000);
        ledger.Settlements.Select(one => (one.Claim.Id, one.Fund())).ShouldBe([("B", 0m), ("A", 500m)]);
    }

    [Fact]
    public void Settle_InTheNextBenefitYear_IsNotChangedByALateClaim()
    {
        var ledger = LedgerTown.Empty.Settle("A", "2021-01-01", 1_000).Settle("B", "2020-12-31", 600, on: "2021-02-01");
        ledger.Lines.Length.ShouldBe(2);
        ledger
            .Settle("C", "2020-12-30", 600, on: "2021-02-02")
            .Lines.Told()
            .Skip(2)
            .ShouldBe(["3 02-02 Settled C 0.00 by C", "4 02-02 Resettled B 0.00 by C", "5 02-02 Resettled B 100.00 by C"]);
    }

    [Fact]
    public void Correct_AClaim_PostsTheDifferenceOfItAndOfLaterOnes()
    {
        var ledger = LedgerTown
            .Empty.Settle("A", "2020-03-01", 1_000)
            .Settle("B", "2020-05-01", 1_000)
            .Correct(LedgerTown.Stay("A", "2020-03-01", 900), Day.Of("2020-06-01"));
        ledger
            .Lines.Told()
            .Skip(2)
            .ShouldBe([
                "3 06-01 Corrected A 0.00 by A",
                "4 06-01 Corrected A 0.00 by A",
                "5 06-01 Resettled B -500.00 by A",
                "6 06-01 Resettled B 450.00 by A",
            ]);
    }

    /// <summary>The day of A moves behind B: then B keeps the deductible.</summary>
    [Fact]
    public void Correct_TheDayOfAClaim_MovesItInTheOrder()
    {
        var ledger = LedgerTown
            .Empty.Settle("A", "2020-03-01", 1_000)
            .Settle("B", "2020-05-01", 1_000)
            .Correct(LedgerTown.Stay("A", "2020-05-02", 1_000), Day.Of("2020-06-01"));
        ledger.Settlements.Select(one => (one.Claim.Id, one.Fund())).ShouldBe([("B", 0m), ("A", 500m)]);
        ledger.Lines.Sum(line => line.Settlement.Fund()).ShouldBe(500);
    }

    [Fact]
    public void Reverse_AClaim_IsAsIfItHadNeverBeenSettled()
    {
        var only = LedgerTown.Empty.Settle("B", "2020-05-01", 3_000);
        var ledger = LedgerTown.Empty.Settle("A", "2020-03-01", 1_000).Settle("B", "2020-05-01", 3_000).Reverse("A", Day.Of("2020-06-01"));
        ledger
            .Lines.Told()
            .Skip(2)
            .ShouldBe(["3 06-01 Reversed A 0.00 by A", "4 06-01 Resettled B -1500.00 by A", "5 06-01 Resettled B 1000.00 by A"]);
        ledger.Used().ShouldBe(only.Used());
        ledger.Lines.ShouldAllBe(line => line.Settlement.History.Entries.All(entry => entry.Amount.Cents >= 0 && entry.Times >= 0));
        ledger.Lines[2].Settlement.History.Entries.ShouldBe(ledger.History.Entries);
    }

    [Fact]
    public void Reverse_TheOnlyClaim_LeavesTheOpeningHistory()
    {
        var opening = LedgerTown.Empty.Settle("A", "2020-03-01", 400).History;
        var ledger = MemberLedger.Open(LedgerTown.Book, opening).Settle("B", "2020-05-01", 1_000);
        ledger.Settlements.Single().Fund().ShouldBe(200);
        var back = ledger.Reverse("B", Day.Of("2020-05-02"));
        back.History.ShouldBeSameAs(opening);
        back.Lines[^1].Settlement.History.Entries.ShouldBe(opening.Entries);
        back.Settle("B", "2020-05-03", 1_000).Settlements.Single().Fund().ShouldBe(200);
    }

    [Theory]
    [InlineData("2020-03-30", true)]
    [InlineData("2020-03-31", false)]
    public void Reverse_AClaimOfTheLastOfMarch_DependsOnTheClosedDay(string closed, bool possible)
    {
        var ledger = LedgerTown.Empty.Settle("A", "2020-03-31", 3_000).Close(Day.Of(closed));
        if (possible)
            ledger.Reverse("A", Day.Of("2020-04-01")).History.Entries.ShouldBeEmpty();
        else
            Should.Throw<LedgerException>(() => ledger.Reverse("A", Day.Of("2020-04-01"))).Problems.Single().Code.ShouldBe("ledger.closed");
    }

    [Theory]
    [InlineData("0001-01-01", false)]
    [InlineData("1949-12-31", false)]
    [InlineData("1950-01-01", true)]
    public void Settle_OnADayThatNobodyMeans_IsRefused(string on, bool possible)
    {
        if (possible)
            LedgerTown.Empty.Settle("A", "2020-03-31", 10, on).Lines.Length.ShouldBe(1);
        else
            Should
                .Throw<LedgerException>(() => LedgerTown.Empty.Settle("A", "2020-03-31", 10, on))
                .Problems.Single()
                .Code.ShouldBe("ledger.day");
    }

    [Theory]
    [InlineData("2020-03-31", false)]
    [InlineData("2020-04-01", true)]
    public void Settle_AfterClosing_PostsFromTheNextDayOn(string on, bool possible)
    {
        var ledger = LedgerTown.Empty.Close(Day.Of("2020-03-31"));
        if (possible)
            ledger.Settle("A", "2020-03-31", 10, on).Lines.Length.ShouldBe(1);
        else
            Should.Throw<LedgerException>(() => ledger.Settle("A", "2020-03-31", 10, on)).Problems.Single().Code.ShouldBe("ledger.day");
    }

    [Fact]
    public void Settle_ALateClaimAfterClosing_PostsTheDifferencesInTheOpenPeriod()
    {
        var ledger = LedgerTown
            .Empty.Settle("A", "2020-03-01", 1_000)
            .Close(Day.Of("2020-03-31"))
            .Settle("B", "2020-02-01", 600, on: "2020-04-02");
        ledger
            .Lines.Told()
            .Skip(1)
            .ShouldBe(["2 04-02 Settled B 0.00 by B", "3 04-02 Resettled A 0.00 by B", "4 04-02 Resettled A 300.00 by B"]);
        Should.Throw<LedgerException>(() => ledger.Reverse("A", Day.Of("2020-04-03"))).Problems.Single().Code.ShouldBe("ledger.closed");
    }

    [Fact]
    public void Operation_ThatIsRefused_LeavesTheLedgerAsItWas()
    {
        var ledger = LedgerTown.Empty.Settle("A", "2020-03-01", 1_000);
        Should.Throw<LedgerException>(() => ledger.Settle("A", "2020-03-02", 1));
        Should.Throw<InputException>(() => ledger.Settle("B", "2019-12-31", 1));
        ledger.Lines.Length.ShouldBe(1);
    }
}
