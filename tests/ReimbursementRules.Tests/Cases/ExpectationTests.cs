using System.Globalization;
using ReimbursementRules.Checks;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Cases;

/// <summary>What a case can expect beside amounts of bearers: the lines of a step, and the actual ratio.</summary>
public sealed class ExpectationTests
{
    /// <summary>Of 10,000 the fund pays what its cap allows: 1,234.50 is 12.345%, which is rounded up.</summary>
    [Theory]
    [Example("1234.49", "12.34%")]
    [Example("1234.50", "12.35%")]
    [Example("1234.51", "12.35%")]
    [Example("0.00", "0.00%")]
    [Example("0.49", "0%")]
    [Example("0.50", "0.01%")]
    [Example("10000.00", "100%")]
    public void ActualRatio_AroundHalfAHundredth_IsRoundedHalfUp(decimal paid, string ratio) =>
        Passes(Town.Basic(StepText.Tiers("100%"), StepText.Cap("payment", "claim", Yuan(paid))), "10_000", $"actual_ratio: {ratio}");

    /// <summary>4,200 on a bill of 1,000: the hospital's saving of 3,500 does not count against it.</summary>
    [Fact]
    public void ActualRatio_OfAPaymentBeyondTheBill_IsAbove100Percent() =>
        Passes(Town.Basic(StepText.Quota("quota", "6_000", "70%", "{ hospital: 100% }", "hospital")), "1_000", "actual_ratio: 420%");

    [Fact]
    public void ActualRatio_OfABillOfZero_IsNothing() =>
        Mismatches(Town.Basic(StepText.Tiers("100%")), "0", "actual_ratio: 0%")
            .ShouldHaveSingleItem()
            .ShouldEndWith("expected actual_ratio 0.00%, was nothing.");

    /// <summary>What is read most is read in Chinese: the keys of results and the words of statuses.</summary>
    [Theory]
    [InlineData("patient: 1", "“患者负担”（patient）预期为 1.00，实际为 0.00。")]
    [InlineData("cash: 1", "“现金支付”（cash）预期为 1.00，实际为 0.00。")]
    [InlineData("status: held", "“状态”（status）预期为 待审核（held），实际为 已结算（settled）。")]
    [InlineData("fund: 1", "fund 预期为 1.00，实际为 100.00。")]
    public void Mismatch_InChinese_NamesTheKey(string expect, string says)
    {
        Mismatches(Town.Basic(StepText.Tiers("100%")), "100", expect, Language.Chinese).ShouldHaveSingleItem().ShouldEndWith(says);
    }

    /// <summary>Of 30,000 less 600: 20,000 at 70%, then 9,400 at 80%.</summary>
    [Fact]
    public void Steps_OfBands_AreTheirAmountsInOrder() =>
        Passes(
            Town.Basic(
                StepText.Deductible("claim", "600"),
                StepText.Tiers("[{ above: 0, rate: 70% }, { above: 20_000, rate: 80% }]"),
                StepText.Cap("payment", "claim", "20_000")
            ),
            "30_000",
            "steps: { basic.deductible: 600, basic.share: [14_000, 7_520.00], basic.cap: [1_520.00] }"
        );

    [Fact]
    public void Steps_OfALayerThatDoesNotApply_AreNone() =>
        Passes(
            Town.Layer("basic", "fund", "in_scope", "applies: { setting: outpatient }", StepText.Tiers("70%")),
            "100",
            "steps: { basic.share: [] }"
        );

    /// <summary>Of 30,000 less 600: the deductible works on all, the bands on 20,000 and 9,400.</summary>
    [Fact]
    public void Bases_OfSteps_AreWhatTheyWorkedOn() =>
        Passes(Bands, "30_000", "bases: { basic.deductible: 30_000, basic.share: [20_000, 9_400.00] }");

    /// <summary>Of the bands 30% and 20% stay with the patient; of the deductible 29,400 go on.</summary>
    [Fact]
    public void Left_OfSteps_IsTheBaseLessTheAmount() =>
        Passes(Bands, "30_000", "left: { basic.deductible: 29_400, basic.share: [6_000, 1_880.00] }");

    [Theory]
    [InlineData("bases: { basic.share: [20_000, 9_400.01] }", "expected basic.share 20,000.00; 9,400.01, was 20,000.00; 9,400.00.")]
    [InlineData("left: { basic.share: [6_000, 1_879.99] }", "expected basic.share 6,000.00; 1,879.99, was 6,000.00; 1,880.00.")]
    [InlineData("left: { basic.shares: 1 }", "'basic.shares' cannot be expected here. Did you mean 'basic.share'?")]
    public void BasesAndLeft_ThatDiffer_AreTold(string expect, string told) =>
        Mismatches(Bands, "30_000", expect).ShouldHaveSingleItem().ShouldEndWith(told);

    /// <summary>The fund pays 14,000 + 7,520 = 21,520, the patient 8,480 of 30,000; a sum and a ratio are of whatever names are put
    /// together.</summary>
    [Theory]
    [InlineData("fund + aid: 21_520.00")]
    [InlineData("fund + patient: 30_000.00")]
    [InlineData("in_scope: 30_000, out_of_scope: 0, over_ceiling: 0, first_self_pay: 0, refused: 0")]
    [InlineData("basic.deductible + basic.share: 8_480")]
    [InlineData("基金 + 救助: 21_520.00, 基金 / 费用总额: 71.7%, 政策范围内: 30_000")]
    [InlineData("fund / bill: 71.73%, fund + aid / in_scope: 72%, patient / fund + patient: 28.3%, aid / bill: 0%")]
    public void SumsAndRatios_OfNames_AreThoseOfTheirAmounts(string expect) => Passes(Bands, "30_000", expect);

    [Theory]
    [InlineData("fund + aid: 21_520.01", "expected fund + aid 21,520.01, was 21,520.00.")]
    [InlineData("in_scope: 29_999.99", "expected in_scope 29,999.99, was 30,000.00.")]
    [InlineData("fund / bill: 71.74%", "expected fund / bill 71.74%, was 71.73%.")]
    [InlineData("fund / aid: 71.74%", "expected fund / aid 71.74%, was nothing.")]
    [InlineData(
        "fund / bill: 0.7173",
        "'0.7173' is not a ratio. Write a percentage with the decimals to which it is rounded, six at most, such as 73.6%."
    )]
    [InlineData(
        "fund / bill: 71.7333333%",
        "'71.7333333%' is not a ratio. Write a percentage with the decimals to which it is rounded, six at most, such as 73.6%."
    )]
    [InlineData(
        "fund + aids: 1",
        "'aids' is no amount of this rulebook. Sums are written as fund + aid, ratios as fund / bill. Did you mean 'aid'?"
    )]
    public void SumsAndRatios_ThatDiffer_AreTold(string expect, string told) =>
        Mismatches(Bands, "30_000", expect).ShouldHaveSingleItem().ShouldEndWith(told);

    [Theory]
    [InlineData("fund + aids: 1", "本规则册没有金额“aids”。合计写成 fund + aid，比例写成 fund / bill。是否想写“aid”？")]
    [InlineData("in_scope: 1", "“政策范围内”（in_scope）预期为 1.00，实际为 30,000.00。")]
    [InlineData("fund / bill: 1", "“1”不是比例。请写百分数，小数写到四舍五入的那一位，至多六位，如 73.6%。")]
    public void SumsAndRatios_InChinese_AreTold(string expect, string told) =>
        Mismatches(Bands, "30_000", expect, Language.Chinese).ShouldHaveSingleItem().ShouldEndWith(told);

    /// <summary>1,234.50 of 10,000 is 12.345%: how it is rounded is said by the decimals that are written.</summary>
    [Theory]
    [Example("1234.49", "12.34%")]
    [Example("1234.50", "12.35%")]
    [Example("1234.50", "12.345%")]
    [Example("1234.50", "12.3450%")]
    [Example("1249.99", "12%")]
    [Example("1250.00", "13%")]
    [Example("1250.00", "12.5%")]
    public void Ratio_IsRoundedHalfUp_ToTheDecimalsWritten(decimal paid, string ratio) =>
        Passes(Town.Basic(StepText.Tiers("100%"), StepText.Cap("payment", "claim", Yuan(paid))), "10_000", $"fund / bill: {ratio}");

    private static string Bands =>
        Town.Basic(StepText.Deductible("claim", "600"), StepText.Tiers("[{ above: 0, rate: 70% }, { above: 20_000, rate: 80% }]"));

    private static void Passes(string layer, string amount, string expect) => Mismatches(layer, amount, expect).ShouldBeEmpty();

    private static IReadOnlyList<string> Mismatches(string layer, string amount, string expect, Language language = Language.English)
    {
        using var folder = new RulebookFolder();
        folder
            .With("2-basic.yaml", layer)
            .With(
                "2-basic.cases.yaml",
                $"- case: One\n  why: x\n  claim: {{ discharged: 2020-10-08, setting: inpatient, items: [ {{ class: A, "
                    + $"amount: {amount} }} ] }}\n  expect: {{ {expect} }}\n"
            );
        var report = RulebookCheck.Run(folder.Path);
        report.Problems.ShouldBeEmpty();
        return [.. report.Cases.ShouldHaveSingleItem().Mismatches.Select(mismatch => mismatch.In(language))];
    }

    private static string Yuan(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
