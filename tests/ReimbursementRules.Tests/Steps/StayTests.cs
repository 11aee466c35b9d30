using ReimbursementRules.Claims;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>What adds up over the claims of one stay: it is known by its first day, over the turn of a year and over hospitals.</summary>
public sealed class StayTests
{
    private const string ByLevel = "rows: [{ when: { hospital.level: two }, value: 400 }, { otherwise: true, value: 800 }]";

    private static readonly DateOnly Began = new(2020, 12, 20);

    private static Rulebook Book(string decidedBy = "discharge") =>
        Town.With(
            folder => folder.Replace("index.yaml", "decided_by: discharge", $"decided_by: {decidedBy}"),
            Town.Basic(
                StepText.DeductibleOf("stay", ByLevel).Replace("per: stay", "per: stay, counts: together", StringComparison.Ordinal),
                StepText.Tiers("100%")
            )
        );

    private static Claim First => Of(HospitalLevel.Two, 1_000) with { Admitted = Began, Discharged = new(2020, 12, 31) };

    private static Claim Of(HospitalLevel level, decimal bill) => TestClaim.Stay(bill) with { Provider = new() { Level = level } };

    /// <summary>The first part took 400. At level three 400 more are due, at level two nothing more, whichever year decides.</summary>
    [Theory]
    [Example("discharge", HospitalLevel.Three, "399.99", "0.00")]
    [Example("discharge", HospitalLevel.Three, "400.00", "0.00")]
    [Example("discharge", HospitalLevel.Three, "400.01", "0.01")]
    [Example("admission", HospitalLevel.Three, "400.01", "0.01")]
    [Example("discharge", HospitalLevel.Two, "0.01", "0.01")]
    public void Deductible_OfTheNextPart_IsTheDifference(string decidedBy, HospitalLevel level, decimal bill, decimal fund)
    {
        var book = Book(decidedBy);
        var first = book.Settle(First);
        first.Fund().ShouldBe(600);
        first.History.Entries.ShouldContain(new HistoryEntry("basic.deductible", null, Period.Stay, Began, Money.Yuan(400), 0));
        var next = Of(level, bill) with { StayBegan = Began, Admitted = new(2020, 12, 31), Discharged = new(2021, 1, 10) };
        book.Settle(next, first.History).Fund().ShouldBe(fund);
    }

    /// <summary>A stay that began a day earlier or later is another.</summary>
    [Theory]
    [Example("2020-12-19", 200)]
    [Example("2020-12-20", 600)]
    [Example("2020-12-21", 200)]
    public void Deductible_OfAnotherStay_BeginsAnew(string began, decimal fund)
    {
        var next = Of(HospitalLevel.Three, 1_000) with
        {
            StayBegan = Day.Of(began),
            Admitted = new(2020, 12, 31),
            Discharged = new(2021, 1, 10),
        };
        Book().Settle(next, Book().Settle(First).History).Fund().ShouldBe(fund);
    }

    /// <summary>The first day of a stay is its admission where it states none, and the day of the visit where there is none.</summary>
    [Fact]
    public void Stay_ThatStatesNoFirstDay_BeginsWithTheAdmission()
    {
        var again = Of(HospitalLevel.Three, 1_000) with { Admitted = Began, Discharged = new(2021, 1, 10) };
        Book().Settle(again, Book().Settle(First).History).Fund().ShouldBe(600);
    }

    /// <summary>A claim that goes on with a stay is no new admission, as one that says that it was transferred; one whose stay began with
    /// its own admission is.</summary>
    [Theory]
    [Example("2020-12-30", 1)]
    [Example("2020-12-31", 2)]
    public void Admission_OfAStayThatGoesOn_IsTheSame(string began, int admissions)
    {
        var first = Book("admission").Settle(First);
        var next = Of(HospitalLevel.Two, 100) with
        {
            StayBegan = Day.Of(began),
            Admitted = new(2020, 12, 31),
            Discharged = new(2021, 1, 10),
        };
        var history = Book("admission").Settle(next, first.History).History;
        history.Entries.Single(entry => entry.What == "admissions").Times.ShouldBe(admissions);
    }

    /// <summary>The first day is the admission or before, at most 1,827 days.</summary>
    [Theory]
    [Example("2020-10-02", false)]
    [Example("2020-10-01", true)]
    [Example("2015-10-01", true)]
    [Example("2015-09-30", false)]
    public void StayBegan_OutOfBounds_IsRefused(string began, bool settles)
    {
        var claim = TestClaim.Stay(100) with { StayBegan = Day.Of(began), Admitted = new(2020, 10, 1), Discharged = new(2020, 10, 8) };
        var said = Record.Exception(() => Book().Settle(claim with { Provider = new() { Level = HospitalLevel.Two } }));
        (said is null).ShouldBe(settles, said?.Message);
        if (said is InputException input)
            input.Problems.ShouldHaveSingleItem().Path.ShouldBe("stay_began");
    }

    /// <summary>Without the admission nobody knows whether a claim goes on with a stay or is the whole of it.</summary>
    [Theory]
    [Example("2020-10-07", false)]
    [Example("2020-10-08", true)]
    public void StayBegan_WithoutTheAdmission_IsRefused(string began, bool settles)
    {
        var claim = Of(HospitalLevel.Two, 100) with { StayBegan = Day.Of(began), Admitted = null, Discharged = new(2020, 10, 8) };
        var said = Record.Exception(() => Book().Settle(claim));
        (said is null).ShouldBe(settles, said?.Message);
        if (said is InputException input)
            input.Problems.ShouldHaveSingleItem().Text.En.ShouldContain("'admitted'");
    }

    /// <summary>A corrected first part settles the second again, although another benefit year has begun.</summary>
    [Fact]
    public void Ledger_CorrectsTheFirstPart_SettlesTheSecondAgain()
    {
        var next = Of(HospitalLevel.Three, 1_000) with
        {
            Id = "2",
            StayBegan = Began,
            Admitted = new(2020, 12, 31),
            Discharged = new(2021, 1, 10),
        };
        var (one, other) = (new DateOnly(2021, 1, 1), new DateOnly(2021, 1, 11));
        var ledger = MemberLedger.Open(Book()).Settle(First with { Id = "1" }, one).Settle(next, other);
        ledger.Settlements.Single(settlement => settlement.Claim.Id == "2").Fund().ShouldBe(600);
        ledger = ledger.Correct(
            First with
            {
                Id = "1",
                Provider = new() { Level = HospitalLevel.Three },
            },
            other
        );
        ledger.Settlements.Single(settlement => settlement.Claim.Id == "2").Fund().ShouldBe(1_000);
    }
}
