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
