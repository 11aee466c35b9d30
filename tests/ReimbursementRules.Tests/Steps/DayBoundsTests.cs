using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Steps;

/// <summary>Days that nobody can mean are refused: the last day that is settled, and the next that is not.</summary>
public sealed class DayBoundsTests
{
    private static readonly Rulebook Book = Town.Of(Town.Basic(StepText.Tiers("50%")));

    [Theory]
    [InlineData("2015-10-08", true)]
    [InlineData("2015-10-07", false)]
    [InlineData("1900-01-01", false)]
    [InlineData("0001-01-01", false)]
    public void Stay_OfMoreThanFiveYears_IsRefused(string admitted, bool settles) =>
        Settles(claim => claim with { Admitted = Day.Of(admitted) }).ShouldBe(settles);

    [Theory]
    [InlineData("1890-10-08", true)]
    [InlineData("1890-10-07", false)]
    [InlineData("0001-01-01", false)]
    public void Birth_MoreThan130YearsBefore_IsRefused(string born, bool settles) =>
        Settles(claim => claim with { Member = new() { Born = Day.Of(born) } }).ShouldBe(settles);

    [Theory]
    [InlineData("2030-10-08", true)]
    [InlineData("2030-10-09", false)]
    [InlineData("2999-12-31", false)]
    public void FilingOrApproval_MoreThanTenYearsAfter_IsRefused(string day, bool settles)
    {
        Settles(claim => claim with { Filed = Day.Of(day) }).ShouldBe(settles);
        Settles(claim => claim with { Approved = Day.Of(day) }).ShouldBe(settles);
    }

    [Theory]
    [InlineData("1950-01-01", true)]
    [InlineData("1949-12-31", false)]
    [InlineData("0001-01-01", false)]
    public void Approval_Before1950_IsRefused(string day, bool settles) =>
        Settles(claim => claim with { Approved = Day.Of(day) }).ShouldBe(settles);

    [Theory]
    [InlineData("2015-10-08", null, true)]
    [InlineData("2015-10-07", null, false)]
    [InlineData("2025-10-09", "C", true)]
    [InlineData("2025-10-10", "C", false)]
    public void Service_MoreThanFiveYearsFromTheDischarge_IsRefused(string day, string? moved, bool settles) =>
        Settles(claim => claim with { Items = [TestClaim.A(1) with { Date = Day.Of(day), MovedFrom = moved }] }).ShouldBe(settles);

    [Fact]
    public void Discharge_OnTheLastDayThatIsSettled_IsSettled()
    {
        Settles(claim => claim with { Discharged = new(2999, 12, 31), Filed = new DateOnly(2999, 12, 31) }).ShouldBeTrue();
        Settles(claim => claim with { Discharged = DateOnly.MaxValue }).ShouldBeFalse();
    }

    /// <summary>The town knows no change after its first day, 2020-01-01: the claim of 2025-01-01 is not marked, that of the next day is,
    /// once.</summary>
    [Theory]
    [InlineData("2020-10-08", false)]
    [InlineData("2025-01-01", false)]
    [InlineData("2025-01-02", true)]
    [InlineData("2035-01-01", true)]
    public void Values_MoreThanFiveYearsOld_AreMarked(string day, bool marked)
    {
        var settlement = Book.Settle(TestClaim.Stay(TestClaim.A(100), TestClaim.A(1)) with { Discharged = Day.Of(day) });
        settlement.Fund().ShouldBe(50.5m);
        settlement.Findings.Select(found => found.Id).ShouldBe(marked ? ["old_values"] : []);
        if (marked)
            settlement
                .Findings[0]
                .Message.En.ShouldBe(
                    $"The rulebook knows no change after 2020-01-01, more than 5 years before {day}. See whether its values are still in "
                        + $"force."
                );
    }

    /// <summary>A change of any value or parameter counts, and a layer that ends.</summary>
    [Theory]
    [InlineData("2-basic.yaml", "2020-01-01: { value: 600", "2020-01-01: { value: 500, reference: x }\n      2022-05-01: { value: 600")]
    [InlineData("2-basic.yaml", "payer: fund", "payer: fund\nuntil: 2022-05-01")]
    [InlineData("index.yaml", "payers:", "parameters: { wage: { 2022-05-01: { value: 1, reference: x } } }\npayers:")]
    public void Change_OfAnything_CountsAsTheLast(string file, string old, string now)
    {
        using var folder = new RulebookFolder().Replace(file, old, now);
        var book = folder.Load();
        book.Settle(TestClaim.Stay(100) with { Discharged = new(2027, 5, 1) }).Findings.ShouldBeEmpty();
        book.Settle(TestClaim.Stay(100) with { Discharged = new(2027, 5, 2) }).Findings.ShouldHaveSingleItem().Id.ShouldBe("old_values");
        book.AsOn(new(2020, 1, 1)).Settle(TestClaim.Stay(100) with { Discharged = new(2090, 1, 1) }).Findings.ShouldBeEmpty();
    }

    private static bool Settles(Func<Claim, Claim> change)
    {
        try
        {
            Book.Settle(change(TestClaim.Stay(100)));
            return true;
        }
        catch (InputException)
        {
            return false;
        }
    }
}
