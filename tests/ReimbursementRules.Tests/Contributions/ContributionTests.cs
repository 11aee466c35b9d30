using ReimbursementRules.Claims;
using ReimbursementRules.Contributions;
using ReimbursementRules.Reports;
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

    private const string Ends =
        "{ who: employer, base: wage, rate: { 2020-01-01: { value: 8%, reference: x } }, at_least: { 2020-01-01: { value: { "
        + "parameter: average, times: 60% }, reference: Floor 1 }, 2020-07-01: { value: repealed, reference: x } }, at_most: { "
        + "2020-01-01: { value: { parameter: average, times: 3 }, reference: Ceiling 1 }, 2020-07-01: { value: repealed, "
        + "reference: x } } }";

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

    /// <summary>8% of what counts: no less than 60% of the average wage of 7,000, and no more than 300% of it.</summary>
    [Theory]
    [Example("4199.99", "employer 336.00", "4,200.00 (wage: 4,199.99 stated, at least 4,200.00)")]
    [Example("4200.00", "employer 336.00", "4,200.00 (wage)")]
    [Example("4212.50", "employer 337.00", "4,212.50 (wage)")]
    [Example("20987.50", "employer 1679.00", "20,987.50 (wage)")]
    [Example("21000.00", "employer 1680.00", "21,000.00 (wage)")]
    [Example("21000.01", "employer 1680.00", "21,000.00 (wage: 21,000.01 stated, at most 21,000.00)")]
    [Example("0.00", "employer 336.00", "4,200.00 (wage: 0.00 stated, at least 4,200.00)")]
    public void Base_BetweenItsEnds_CountsAsItIs(string wage, string paid, string told)
    {
        var contribution = Bounded("2020-01-01", wage);
        contribution.Paid().ShouldBe(paid);
        var text = ContributionReport.Write(contribution);
        text.ShouldContain($"owes {told} × 8%");
        ContributionReport.Write(contribution, Language.Chinese).Contains("：申报 ", StringComparison.Ordinal).ShouldBe(told.Contains(':'));
        (text.Contains("Floor 1", StringComparison.Ordinal), text.Contains("Ceiling 1", StringComparison.Ordinal)).ShouldBe(
            (told.Contains("at least", StringComparison.Ordinal), told.Contains("at most", StringComparison.Ordinal))
        );
    }

    /// <summary>A floor of another month, and one that is repealed; a ceiling that is repealed is none.</summary>
    [Theory]
    [Example("2020-06-30", "1000.00", "employer 336.00")]
    [Example("2020-07-01", "1000.00", "employer 80.00")]
    [Example("2020-06-30", "30000.00", "employer 1680.00")]
    [Example("2020-07-01", "30000.00", "employer 2400.00")]
    public void Base_WithEndsOfAnotherMonth_IsThatOfTheFirstDay(string day, string wage, string paid) =>
        Bounded(day, wage).Paid().ShouldBe(paid);

    [Fact]
    public void Base_WhoseFloorIsAboveItsCeiling_IsTold() =>
        Should
            .Throw<InputException>(() => Bounded("2020-01-01", "5000", Ends.Replace("60%", "3.01", StringComparison.Ordinal)))
            .Problems.ShouldHaveSingleItem()
            .Text.En.ShouldBe("Own: the least base, 21,070.00, is above the most, 21,000.00. Correct one of them.");

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

    private static Contribution Bounded(string day, string wage, string part = Ends)
    {
        using var folder = new RulebookFolder();
        folder.With("index.yaml", RulebookFolder.Index + "parameters: { average: { 2020-01-01: { value: 7_000, reference: x } } }\n");
        return folder
            .With("contributions.yaml", ContributionTown.Text("per: month", part))
            .Load()
            .Contributions.ShouldHaveSingleItem()
            .Of(ContributionTown.On(day) with { Amounts = Wage(decimal.Parse(wage, System.Globalization.CultureInfo.InvariantCulture)) });
    }

    private static System.Collections.Immutable.ImmutableDictionary<string, Money> Wage(decimal yuan) =>
        System.Collections.Immutable.ImmutableDictionary<string, Money>.Empty.Add("wage", Money.Yuan(yuan));
}
