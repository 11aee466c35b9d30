using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Contributions;

/// <summary>What members and others pay in: thresholds, days, shares and rounding.</summary>
public sealed class ContributionTests
{
    private const string ByAge =
        "{ who: member, amount: { 2020-01-01: { rows: [ { when: { age: { below: 18 } }, value: 40 }, { when: { age: { from: "
        + "18 } }, value: 150 } ], reference: x } } }";
    private const string TwoValues =
        "{ who: member, amount: { 2020-01-01: { value: 150, reference: x }, 2021-03-01: { value: 180, reference: x } } }";
    private const string Halved =
        "{ who: employer, base: wage, rate: { 2020-01-01: { value: 6%, reference: x } }, factor: { 2020-01-01: { value: "
        + "100%, reference: x }, 2020-03-01: { value: 50%, reference: x }, 2020-06-01: { value: 100%, reference: x } } }";

    [Theory]
    [Example(17, "member 40.00")]
    [Example(18, "member 150.00")]
    public void Amount_ByAge_IsThatOfTheRow(int age, string paid) =>
        ContributionTown
            .Plan(ByAge)
            .Of(
                new()
                {
                    On = Day.Of("2020-10-08"),
                    Member = new() { Age = age },
                }
            )
            .Paid()
            .ShouldBe(paid);

    /// <summary>The age is that on the first day of the period: who becomes 18 on 2 January is a minor for the whole year.</summary>
    [Theory]
    [Example("2002-01-01", "member 150.00")]
    [Example("2002-01-02", "member 40.00")]
    public void Age_FromBirth_IsThatOfTheFirstDay(string born, string paid) =>
        ContributionTown
            .Plan(ByAge)
            .Of(
                new()
                {
                    On = Day.Of("2020-12-31"),
                    Member = new() { Born = Day.Of(born) },
                }
            )
            .Paid()
            .ShouldBe(paid);

    [Theory]
    [Example("per: year", "2020-12-31", "member 150.00")]
    [Example("per: year", "2021-12-31", "member 150.00")]
    [Example("per: year", "2022-01-01", "member 180.00")]
    [Example("per: year\nyear_starts: 03-01", "2021-02-28", "member 150.00")]
    [Example("per: year\nyear_starts: 03-01", "2021-03-01", "member 180.00")]
    [Example("per: month", "2021-02-28", "member 150.00")]
    [Example("per: month", "2021-03-01", "member 180.00")]
    public void Value_OfAPeriod_IsThatOfItsFirstDay(string keys, string day, string paid) =>
        ContributionTown.PlanWith(keys, TwoValues).Of(ContributionTown.On(day)).Paid().ShouldBe(paid);

    [Theory]
    [Example("2020-02-29", "employer 600.00")]
    [Example("2020-03-01", "employer 300.00")]
    [Example("2020-05-31", "employer 300.00")]
    [Example("2020-06-01", "employer 600.00")]
    public void Factor_OfSomeMonths_CountsInThemAlone(string day, string paid) =>
        ContributionTown.PlanWith("per: month", Halved).Of(ContributionTown.On(day) with { Amounts = Wage(10_000) }).Paid().ShouldBe(paid);

    /// <summary>0.17 × 6% × 50% = 0.0051 is a cent; 0.16 gives 0.0048. Rounded twice, 0.09 × 6% would be a cent and its half
    /// another.</summary>
    [Theory]
    [Example("0.16", "")]
    [Example("0.17", "employer 0.01")]
    public void Amount_OfARateAndAFactor_IsRoundedOnce(string wage, string paid) =>
        ContributionTown
            .PlanWith("per: month", Halved)
            .Of(
                ContributionTown.On("2020-03-01") with
                {
                    Amounts = Wage(decimal.Parse(wage, System.Globalization.CultureInfo.InvariantCulture)),
                }
            )
            .Paid()
            .ShouldBe(paid);

    [Theory]
    [Example("{ government: 100% }", "150.01", "government 150.01")]
    [Example("{ government: 50% }", "150.01", "member 75.00, government 75.01")]
    [Example("{ government: 50%, employer: 50% }", "0.01", "government 0.01")]
    [Example("{ government: 33.3333%, employer: 66.6667% }", "0.05", "government 0.02, employer 0.03")]
    [Example("{ government: 25%, employer: 25% }", "0.01", "employer 0.01")]
    [Example("none", "150.01", "member 150.01")]
    [Example("repealed", "150.01", "member 150.01")]
    public void PaidBy_Shares_MoveToThem(string shares, string amount, string paid) =>
        ContributionTown
            .Plan(
                $"{{ who: member, amount: {{ 2020-01-01: {{ value: {amount}, reference: x }} }}, paid_by: {{ 2020-01-01: {{ "
                    + $"value: {shares}, reference: x }} }} }}"
            )
            .Of(ContributionTown.On("2020-10-08"))
            .Paid()
            .ShouldBe(paid);

    [Fact]
    public void Heads_ManyAlike_PayWholeCentsEach()
    {
        var contribution = ContributionTown
            .Plan(
                "{ who: member, amount: { 2020-01-01: { value: 0.01, reference: x } }, paid_by: { 2020-01-01: { value: { "
                    + "government: 50% }, reference: x } } }"
            )
            .Of(ContributionTown.On("2020-10-08") with { Heads = 1_000 });
        (contribution.Paid(), contribution.Parts[0].PerHead).ShouldBe(("government 10.00", Money.Yuan(0.01m)));
    }

    [Fact]
    public void Plan_ThatDoesNotApply_AsksNothing()
    {
        var contribution = ContributionTown
            .PlanWith("per: year\napplies: { scheme: resident }", ByAge)
            .Of(
                new()
                {
                    On = Day.Of("2020-10-08"),
                    Member = new() { Scheme = Scheme.Employee, Age = 40 },
                }
            );
        (contribution.Applies, contribution.Total, contribution.Found()).ShouldBe((false, Money.Zero, "does_not_apply"));
    }

    [Fact]
    public void Plan_WithDaysOfItsOwn_MayBeginBeforeTheRulebook() =>
        ContributionTown
            .PlanWith(
                "per: year\nfrom: 2019-01-01\nuntil: 2021-01-01",
                "{ who: member, amount: { 2019-01-01: { value: 120, reference: x } } }"
            )
            .Of(ContributionTown.On("2019-06-01"))
            .Paid()
            .ShouldBe("member 120.00");

    [Fact]
    public void Trace_OfARate_HasBaseRateFactorAndBothSources()
    {
        var step = ContributionTown
            .PlanWith("per: month", Halved)
            .Of(ContributionTown.On("2020-03-01") with { Amounts = Wage(10_000) })
            .Parts[0]
            .Steps.ShouldHaveSingleItem();
        (step.Base, step.Rate, step.Factor, step.Amount).ShouldBe((Money.Yuan(10_000), Rate.Percent(6), Rate.Percent(50), Money.Yuan(300)));
        (step.BaseName, step.Source.Place.Line, step.FactorSource!.Place.Line).ShouldBe(("wage", 9, 9));
    }

    /// <summary>The largest amounts neither wrap nor lose a cent.</summary>
    [Fact]
    public void Amount_TheLargest_IsExact() =>
        ContributionTown
            .PlanWith("per: month", Halved)
            .Of(ContributionTown.On("2020-03-01") with { Amounts = Wage(90_000_000_000_000m) })
            .Total.ShouldBe(Money.Yuan(2_700_000_000_000m));

    private static System.Collections.Immutable.ImmutableDictionary<string, Money> Wage(decimal yuan) =>
        System.Collections.Immutable.ImmutableDictionary<string, Money>.Empty.Add("wage", Money.Yuan(yuan));
}
