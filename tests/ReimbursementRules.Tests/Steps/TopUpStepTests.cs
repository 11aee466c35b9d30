using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Messages;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>What was paid is raised to a share of the bill or of parts of it.</summary>
public sealed class TopUpStepTests
{
    /// <summary>The fund pays 41.4894% of (10,000 − 600) in scope: 3,900. The floor is 45% of 9,400 = 4,230, so 330 more.</summary>
    [Theory]
    [Example("44%", "236.00")]
    [Example("45%", "330.00")]
    [Example("41.4894%", "0.00")]
    [Example("41.4895%", "0.01")]
    [Example("40%", "0.00")]
    public void TopUp_OfTheBillLessTheDeductible_PaysTheDifference(string share, decimal more)
    {
        var rulebook = Of("bill", "less: [basic.deductible], ", share);
        var settlement = rulebook.Settle(TestClaim.Stay(10_000));
        settlement.Fund().ShouldBe(3_900m); // 9,400 × 41.4894% = 3,900.0036
        settlement.Aid().ShouldBe(more);
        settlement.Patient.InYuan.ShouldBe(10_000 - 3_900 - more);
    }

    /// <summary>90% of the 8,000 in scope is 7,200; of the whole bill of 10,000, 2,000 of it out of scope, 9,000.</summary>
    [Theory]
    [Example("in_scope", "7200.00")]
    [Example("bill", "9000.00")]
    [Example("[in_scope, out_of_scope]", "9000.00")]
    public void TopUp_OfParts_CountsThemAsTheyWereAtFirst(string of, decimal paid)
    {
        var settlement = Of(of, "", "90%").Settle(TestClaim.Stay(TestClaim.A(8_000), TestClaim.C(2_000)));
        (settlement.Fund() + settlement.Aid()).ShouldBe(paid);
    }

    /// <summary>Half of the bill of 1,000 is due of the fund; of the base, 1,000 at first, another has left 100.</summary>
    [Fact]
    public void TopUp_OnABaseAsItWasAtFirst_PaysNoMoreThanIsHeld()
    {
        var settlement = Town.Of(
                Town.Layer("first", "aid", "in_scope", "rest: unchanged", StepText.Tiers("90%")),
                Town.Layer(
                    "second",
                    "fund",
                    "{ parts: [in_scope], as: original }",
                    "",
                    $"{{ id: more, kind: top_up, of: bill, counts: [fund], to: {StepText.Dated("value: 50%")} }}"
                )
            )
            .Settle(TestClaim.Stay(1_000));
        (settlement.Aid(), settlement.Fund(), settlement.Patient.InYuan).ShouldBe((900m, 100m, 0m));
    }

    /// <summary>No more than the base holds: only the deductible of 600 can be topped up.</summary>
    [Fact]
    public void TopUp_BeyondItsBase_PaysTheBase()
    {
        var settlement = Of("bill", "", "90%", "basic.deductible").Settle(TestClaim.Stay(10_000));
        settlement.Aid().ShouldBe(600);
        settlement.Held("basic.deductible").ShouldBe(0);
    }

    /// <summary>Counting only the aid, nothing was paid before: the whole 45% of 10,000.</summary>
    [Fact]
    public void TopUp_CountingOnePayer_LeavesTheOthersOut() =>
        Of("bill", "counts: [aid], ", "45%").Settle(TestClaim.Stay(10_000)).Aid().ShouldBe(4_500);

    [Fact]
    public void TopUp_InTheTrace_ShowsTheSum()
    {
        var step = Of("bill", "less: [basic.deductible], ", "45%")
            .Settle(TestClaim.Stay(10_000))
            .Steps.Single(s => s.Kind == StepKind.TopUp);
        (step.Base.InYuan, step.Limit.InYuan, step.Before.InYuan, step.Amount.InYuan).ShouldBe((9_400m, 4_230m, 3_900m, 330m));
    }

    /// <summary>The fund pays 50 of the bill and 100 beyond it: 45% of 500 is 225, and 175 are added; the sentence of the step adds
    /// up.</summary>
    [Fact]
    public void TopUp_AfterAQuota_CountsWhatWasPaidOfTheBill()
    {
        var settlement = Town.Of(
                Town.Basic(StepText.Quota("quota", "300", "50%", "{ hospital: 100% }", "hospital")),
                Town.Layer(
                    "floor",
                    "fund",
                    "out_of_scope",
                    "",
                    $"{{ id: raise, kind: top_up, of: bill, to: {StepText.Dated("value: 45%")} }}"
                )
            )
            .Settle(TestClaim.Stay(TestClaim.A(100), TestClaim.C(400)));
        (settlement.Fund(), settlement.Patient.InYuan, settlement.Hospital.InYuan).ShouldBe((325, 275, -100));
        TextReport.Write(settlement).ShouldContain("Raised to 45% of 500.00 = 225.00; 50.00 of the bill was paid before: 175.00 is added.");
        TextReport
            .Write(settlement, Language.Chinese)
            .ShouldContain("补足至 500.00 × 45% = 225.00 元；此前已支付费用 50.00 元，补足 175.00 元。");
    }

    /// <summary>The share was in scope at first: both together would raise by too much.</summary>
    [Fact]
    public void TopUp_OfAPartAndWhatWasCutFromIt_IsRefused() =>
        Should
            .Throw<PolicyException>(() => Of("[in_scope, basic.share]", "", "45%"))
            .Problems.ShouldRead(
                "base.twice",
                "3-layer.yaml:6:36: as they were at first, a layer's part is still within the part that it was cut from, and "
                    + "would count twice. Name one of them."
            );

    private static Rulebook Of(string of, string more, string share, string @base = "[basic.deductible, basic.share, out_of_scope]") =>
        Town.Of(
            Town.Basic(StepText.Deductible("claim", "600"), StepText.Tiers("41.4894%")),
            Town.Layer("floor", "aid", @base, "", $"{{ id: raise, kind: top_up, of: {of}, {more}to: {StepText.Dated($"value: {share}")} }}")
        );
}
