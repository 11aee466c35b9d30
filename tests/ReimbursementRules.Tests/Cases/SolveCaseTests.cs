using ReimbursementRules.Checks;
using ReimbursementRules.Coverage;
using ReimbursementRules.Engines;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cases;

/// <summary>Cases in which the amount of an item is looked for.</summary>
public sealed class SolveCaseTests
{
    private const string File = """
        - case: What bill gives 4,650
          why: "(6800 - 600) x 75% = 4650; 6800 - 4650 = 2150"
          claim: { discharged: 2020-10-08, setting: inpatient, items: [{ class: A }] }
          solve: { for: { fund: 4_650 } }
          expect: { solved: 6_800 }

        """;

    /// <summary>(x - 600) x 75% = 4,650 at 6,800.00, and 4,649.9975 at 6,799.997; a cent less gives 4,649.99.</summary>
    [Theory]
    [InlineData("solved: 6_800.00, patient: 2_150.00, bill: 6_800")]
    [InlineData("solved: 6_800.0")]
    [InlineData("solved: 6_800")]
    [InlineData("求得: 6_800, 患者: 2_150")]
    public void Amount_ThatGivesIt_Passes(string expect) => Told("solved: 6_800", expect).ShouldBeEmpty();

    /// <summary>600.02 and 600.03 give two cents: the least counts, and a claim is settled with the one that is written.</summary>
    [Theory]
    [InlineData("fund: 0.02", "solved: 600.02, patient: 600.00")]
    [InlineData("fund: 0.02", "solved: 600, patient: 600.00")]
    [InlineData("fund: 0", "solved: 0")]
    [InlineData("fund: 0.01", "solved: 600.01")]
    [InlineData("fund + aid: 4_650", "solved: 6_800")]
    [InlineData("基金: 4_650", "solved: 6_800")]
    [InlineData("patient: 2_150", "solved: 6_800")]
    [InlineData("fund: 900_000", "solved: none")]
    [InlineData("基金: 900_000", "求得: 无")]
    public void Amount_ThatIsLeast_IsTheOne(string goal, string expect) =>
        Told(("fund: 4_650", goal), ("solved: 6_800", expect)).ShouldBeEmpty();

    /// <summary>The fund pays 75% of all but 600: half of the bill from 1,800.00 on, and as it is written from
    /// less: 49.5% and more are at 1,764.70. All of it is never paid.</summary>
    [Theory]
    [InlineData("fund / bill: 50.00%", "solved: 1_799.65")]
    [InlineData("fund / bill: 50.0%", "solved: 1_796.41")]
    [InlineData("fund / bill: 50%", "solved: 1_764.70")]
    [InlineData("fund / bill: 75.1%", "solved: none")]
    [InlineData("patient / bill: 100%", "solved: 0.01")]
    public void Amount_ThatGivesARatio_IsTheLeast(string goal, string expect) =>
        Told(("fund: 4_650", goal), ("solved: 6_800", expect)).ShouldBeEmpty();

    [Theory]
    [InlineData("item: 2, for: { fund: 4_650 }", "[{ class: A, amount: 600 }, { class: A }]", "solved: 6_200")]
    [InlineData("for: { fund: 0 }, from: 100", "[{ class: A }]", "solved: 100")]
    [InlineData("for: { fund: 4_650 }, to: 6_799.99", "[{ class: A }]", "solved: none")]
    [InlineData("for: { fund: 4_650 }, to: 6_800", "[{ class: A }]", "solved: 6_800")]
    [InlineData("第几条明细: 1, 应得: { 基金: 4_650 }, 自: 0, 至: 10_000", "[{ 目录类别: 甲类 }]", "solved: 6_800")]
    public void Item_AndRange_AreThoseStated(string solve, string items, string expect) =>
        Told(("for: { fund: 4_650 }", solve), ("[{ class: A }]", items), ("solved: 6_800", expect)).ShouldBeEmpty();

    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            { "solved: 6_800", "solved: 6_800.01", "2-basic.cases.yaml:5:21: expected solved 6,800.01, was 6,800.00." },
            { "solved: 6_800", "solved: 6_799", "2-basic.cases.yaml:5:21: expected solved 6,799.00, was 6,800.00." },
            { "solved: 6_800", "solved: none", "2-basic.cases.yaml:5:21: expected solved none, was 6,800.00." },
            { "fund: 4_650", "fund: 900_000", "2-basic.cases.yaml:5:21: expected solved 6,800.00, was none." },
            { "solved: 6_800", "solved: 6_800, patient: 1", "2-basic.cases.yaml:5:37: expected patient 1.00, was 2,150.00." },
            {
                "fund: 4_650",
                "funds: 4_650",
                "2-basic.cases.yaml:4:19: 'funds' is no amount of this rulebook. Sums are written as fund + aid, ratios as fund / bill. "
                    + "Did you mean 'fund'?"
            },
            {
                "fund: 4_650",
                "fund / bill: 0.5",
                "2-basic.cases.yaml:4:32: '0.5' is not a ratio. Write a percentage with the decimals to which it is rounded, six at most, "
                    + "such as 73.6%."
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Case_ThatFails_SaysWhatWasFound(string old, string now, string told) => Told(old, now).ShouldBe([told]);

    /// <summary>What is tried on the way is not what the case is about.</summary>
    [Fact]
    public void Coverage_OfACase_IsOfTheAmountThatIsFound()
    {
        using var folder = new RulebookFolder();
        folder.With("2-basic.cases.yaml", File);
        RulebookCoverage
            .Run(folder.Path, new GridEngine())
            .Points.Where(point => !point.IsReached)
            .Select(point => point.Missing.En)
            .ShouldContain(missing => missing.Contains("'basic.deductible'", StringComparison.Ordinal), "amounts below it were tried");
    }

    private static IReadOnlyList<string> Told(string old, string now) => Told((old, now));

    private static IReadOnlyList<string> Told(params ReadOnlySpan<(string Old, string Now)> changes)
    {
        var text = File;
        foreach (var (old, now) in changes)
        {
            text.ShouldContain(old);
            text = text.Replace(old, now, StringComparison.Ordinal);
        }

        using var folder = new RulebookFolder();
        var report = RulebookCheck.Run(folder.With("2-basic.cases.yaml", text).Path);
        return [.. report.Problems.Concat(report.Cases.SelectMany(one => one.Mismatches)).Select(problem => problem.ToString())];
    }
}
