using ReimbursementRules.Checks;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cases;

/// <summary>Several claims of one member in a case: what need not be said of each, and what is said of all together.</summary>
public sealed class SequenceTests
{
    private const string File = """
        - case: Three stays
          why: "(1000 - 600) x 75% = 300 each; the first in the year before"
          claims:
            - claim: { discharged: 2020-12-31, setting: inpatient, items: [{ class: A, amount: 1_000 }] }
            - claim: { discharged: 2021-01-01, setting: inpatient, items: [{ class: A, amount: 1_400 }] }
            - claim: { discharged: 2021-12-31, setting: inpatient, items: [{ class: A, amount: 1_000 }] }
              expect: { fund: 300 }

        """;

    [Fact]
    public void Claims_ButTheLast_NeedNotSayWhatComesOfThem() => Told("fund", "fund").ShouldBeEmpty();

    [Fact]
    public void TheLastClaim_MustSayWhatComesOfIt() =>
        Told("\n      expect: { fund: 300 }", "").ShouldBe(["2-basic.cases.yaml:6:7: 'expect' is missing here. Add it."]);

    /// <summary>Nobody expects that it is not valid.</summary>
    [Fact]
    public void Claim_OfWhichNothingIsSaid_MustBeValid() =>
        Told("2020-12-31, setting: inpatient", "2019-12-31, setting: inpatient")
            .ShouldHaveSingleItem()
            .ShouldStartWith("2-basic.cases.yaml:4:14: the day of discharge, 2019-12-31, is before town begins on 2020-01-01.");

    /// <summary>Of the three the first belongs to the year before: 600 + 300 of 1,400 + 1,000.</summary>
    [Theory]
    [InlineData("year: { fund: 900, patient: 1_500.00, fund + aid: 900, bill: 2_400, in_scope: 2_400, fund / bill: 37.5% }")]
    [InlineData("年度合计: { 基金: 900, 患者: 1_500, 基金 + 救助: 900, 费用总额: 2_400 }")]
    public void Year_IsOfTheClaimsOfTheBenefitYear(string expect) => Told("fund: 300", $"fund: 300, {expect}").ShouldBeEmpty();

    [Fact]
    public void Year_OfAClaimBefore_EndsWithIt() =>
        Told("amount: 1_400 }] }", "amount: 1_400 }] }\n      expect: { year: { fund: 600 } }").ShouldBeEmpty();

    [Theory]
    [InlineData("year: { fund: 900.01 }", "2-basic.cases.yaml:7:31: claim 3: expected fund 900.01, was 900.00.")]
    [InlineData(
        "year: { funds: 900 }",
        "2-basic.cases.yaml:7:25: 'funds' is no amount of this rulebook. Sums are written as fund + aid, ratios as fund / bill. Did you "
            + "mean 'fund'?"
    )]
    [InlineData("year: 900", "2-basic.cases.yaml:7:23: expected lines of the form 'key: value', found '900'.")]
    public void Year_ThatDiffers_IsTold(string expect, string told) => Told("{ fund: 300 }", $"{{ {expect} }}").ShouldBe([told]);

    private static IReadOnlyList<string> Told(string old, string now)
    {
        File.ShouldContain(old);
        using var folder = new RulebookFolder();
        var report = RulebookCheck.Run(folder.With("2-basic.cases.yaml", File.Replace(old, now, StringComparison.Ordinal)).Path);
        return [.. report.Problems.Concat(report.Cases.SelectMany(one => one.Mismatches)).Select(problem => problem.ToString())];
    }
}
