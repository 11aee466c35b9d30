using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>Running sums begin again with their period: on its first day, not the day before.</summary>
public sealed class HistoryPeriodTests
{
    /// <summary>A deductible of 100 for the period; the claim before used it up.</summary>
    [Theory]
    [Example("day", "2020-10-08", "2020-10-08", true)]
    [Example("day", "2020-10-08", "2020-10-09", false)]
    [Example("month", "2020-10-01", "2020-10-31", true)]
    [Example("month", "2020-10-31", "2020-11-01", false)]
    [Example("month", "2020-10-08", "2021-10-08", false)]
    [Example("quarter", "2020-07-01", "2020-09-30", true)]
    [Example("quarter", "2020-09-30", "2020-10-01", false)]
    [Example("quarter", "2020-10-08", "2021-10-08", false)]
    [Example("year", "2020-01-01", "2020-12-31", true)]
    [Example("year", "2020-12-31", "2021-01-01", false)]
    public void Sum_OnADayOfThePeriod_GoesOn(string per, string before, string now, bool goesOn) =>
        Settled("01-01", "discharge", per, Stay(before), Stay(now)).ShouldBe(goesOn ? 100 : 0);

    [Theory]
    [Example("2020-06-30", "2020-07-01", false)]
    [Example("2020-07-01", "2021-06-30", true)]
    [Example("2020-12-31", "2021-01-01", true)]
    [Example("2021-06-30", "2021-07-01", false)]
    public void Sum_OfABenefitYearFromJuly_GoesOnUntilTheEndOfJune(string before, string now, bool goesOn) =>
        Settled("07-01", "discharge", "year", Stay(before), Stay(now)).ShouldBe(goesOn ? 100 : 0);

    /// <summary>Both stays end in 2021; the first began in 2020 and belongs there where the admission decides.</summary>
    [Theory]
    [Example("discharge", 100)]
    [Example("admission", 0)]
    public void Sum_OfAStayOverTheTurnOfTheYear_BelongsToTheDayThatDecides(string decidedBy, decimal fund) =>
        Settled("01-01", decidedBy, "year", Stay("2021-01-03") with { Admitted = new(2020, 12, 28) }, Stay("2021-02-01")).ShouldBe(fund);

    [Fact]
    public void Sum_InTheHistory_SaysWhatItIsAndSinceWhen()
    {
        var history = Book("07-01", "discharge", "year").Settle(Stay("2021-02-01")).History;
        history.Entries.ShouldBe([
            new HistoryEntry("admissions", null, Period.Year, new(2020, 7, 1), Money.Zero, 1),
            new HistoryEntry("basic.deductible", null, Period.Year, new(2020, 7, 1), Money.Yuan(100), 0),
        ]);
    }

    private static decimal Settled(string starts, string decidedBy, string per, Claim before, Claim now)
    {
        var rulebook = Book(starts, decidedBy, per);
        return rulebook.Settle(now, rulebook.Settle(before).History).Fund();
    }

    private static Rulebook Book(string starts, string decidedBy, string per) =>
        Town.With(
            folder =>
                folder.Replace(
                    "index.yaml",
                    "{ starts: 01-01, decided_by: discharge }",
                    $"{{ starts: {starts}, decided_by: {decidedBy} }}"
                ),
            Town.Basic(StepText.Deductible(per, "100"), StepText.Tiers("100%"))
        );

    private static Claim Stay(string day) => TestClaim.Stay(100) with { Discharged = Day.Of(day) };
}
