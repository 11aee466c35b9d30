using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Steps;

/// <summary>A running sum that steps of several layers add up to.</summary>
public sealed class SharedSumTests
{
    private static readonly string Cap =
        "{ id: cap, kind: cap, of: payment, per: year, shared: fund_year, amount: " + StepText.Dated("value: 1_000") + " }";

    private static readonly Rulebook TwoSettings = Town.Of(
        Town.Layer("stays", "fund", "in_scope", "applies: { setting: inpatient }", StepText.Tiers("80%"), Cap),
        Town.Layer("visits", "fund", "in_scope", "applies: { setting: outpatient }", StepText.Tiers("50%"), Cap)
    );

    /// <summary>A cap of cost and a cap of payment count different amounts, of which no sum can be made.</summary>
    [Fact]
    public void Caps_OfCostAndOfPayment_CannotShareASum()
    {
        var ofCost = Cap.Replace("of: payment", "of: cost", StringComparison.Ordinal);
        Should
            .Throw<PolicyException>(() =>
                Town.Of(
                    Town.Layer("stays", "fund", "in_scope", "", StepText.Tiers("80%"), Cap),
                    Town.Layer("more", "fund", "stays.share", "", ofCost, StepText.Tiers("50%"))
                )
            )
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("shared.other");
    }

    /// <summary>The stay pays 800 of 1,000 a year, so a visit may still pay 200: 50% of 399.98, 400.00 and 400.02.</summary>
    [Theory]
    [Example("399.98", "199.99")]
    [Example("400.00", "200.00")]
    [Example("400.02", "200.00")]
    public void Cap_SharedByLayers_CountsWhatBothPaid(decimal visit, decimal fund)
    {
        var stay = TwoSettings.Settle(TestClaim.Stay(1_000));
        var after = TwoSettings.Settle(TestClaim.Stay(visit) with { Setting = Setting.Outpatient }, stay.History);
        after.Fund().ShouldBe(fund);
        after.History.Entries.Single(entry => entry.What == "fund_year").Amount.InYuan.ShouldBe(800 + fund);
    }

    /// <summary>Both layers work on one claim: 800 and then at most 200 of the other item's 300.</summary>
    [Fact]
    public void Cap_SharedWithinOneClaim_CountsTheLayerBefore()
    {
        var rulebook = Town.Of(
            Town.Layer("drugs", "fund", "in_scope", "items: { item.kind: drug }", StepText.Tiers("80%"), Cap),
            Town.Layer("beds", "fund", "in_scope", "items: { item.kind: bed }", StepText.Tiers("100%"), Cap)
        );
        var settlement = rulebook.Settle(
            TestClaim.Stay(TestClaim.A(1_000) with { Kind = ItemKind.Drug }, TestClaim.A(300) with { Kind = ItemKind.Bed })
        );
        settlement.Items.Select(item => item.Payers[0].Amount.InYuan).ShouldBe([800m, 200m]);
        settlement
            .History.Entries.Single(entry => entry.What != "admissions")
            .ShouldSatisfyAllConditions(entry => entry.What.ShouldBe("fund_year"), entry => entry.Amount.InYuan.ShouldBe(1_000));
    }

    /// <summary>One deductible of 500 a year for both kinds of care.</summary>
    [Fact]
    public void Deductible_SharedByLayers_IsTakenOnce()
    {
        const string deductible =
            "{ id: deductible, kind: deductible, per: year, shared: own_year, amount: { 2020-01-01: { value: 500, reference: "
            + "Town order } } }";
        var rulebook = Town.Of(
            Town.Layer("stays", "fund", "in_scope", "applies: { setting: inpatient }", deductible, StepText.Tiers("100%")),
            Town.Layer("visits", "fund", "in_scope", "applies: { setting: outpatient }", deductible, StepText.Tiers("100%"))
        );
        var visit = rulebook.Settle(TestClaim.Stay(300) with { Setting = Setting.Outpatient });
        visit.Fund().ShouldBe(0);
        rulebook.Settle(TestClaim.Stay(1_000), visit.History).Fund().ShouldBe(800);
    }
}
