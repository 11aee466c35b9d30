using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Steps;

/// <summary>A cap of payment that leaves the whole cost beyond it for the next fund: <c>cuts: cost</c>.</summary>
public sealed class CostCutTests
{
    /// <summary>80% of the bill, at most 400: of 500 all is paid for; of 500.01 the fund would pay 400.01, which is a cent too much.
    /// What is left of the cost is 500.01 × 400 / 400.01 = 499.9975, which is 500.00.
    /// Of 1,000 it would pay 800: the 400 above are 80% of 500, and the whole 500 are left for the next fund.</summary>
    [Theory]
    [Example("500.00", "400.00", "0.00", "100.00")]
    [Example("500.01", "400.00", "0.01", "100.00")]
    [Example("500.02", "400.00", "0.02", "100.00")]
    [Example("1000.00", "400.00", "500.00", "100.00")]
    public void Cap_ThatCutsTheCost_LeavesTheWholeCostBeyondIt(decimal bill, decimal fund, decimal beyond, decimal share)
    {
        var settlement = Town.Of(Town.Basic(StepText.Tiers("80%"), CuttingCost("400"))).Settle(TestClaim.Stay(bill));
        (settlement.Fund(), settlement.Held("basic.cap"), settlement.Held("basic.share")).ShouldBe((fund, beyond, share));
    }

    /// <summary>80% up to 1,000 and 90% above, at most 980: of 1,500 the fund would pay 800 + 450 = 1,250. 270 of it are too much, 90% of
    /// 300: 1,200 of the cost
    /// are left, of which it pays 800 + 180. At most 700: the whole upper band and 100 of the lower, 80% of 125.</summary>
    [Theory]
    [Example("980", "980.00", "300.00", "220.00")]
    [Example("800", "800.00", "500.00", "200.00")]
    [Example("700", "700.00", "625.00", "175.00")]
    [Example("0", "0.00", "1500.00", "0.00")]
    public void Cap_ThatCutsTheCost_BeginsWithTheLastBand(string limit, decimal fund, decimal beyond, decimal share)
    {
        var settlement = Town.Of(Town.Basic(StepText.Tiers("[ { above: 0, rate: 80% }, { above: 1_000, rate: 90% } ]"), CuttingCost(limit)))
            .Settle(TestClaim.Stay(1_500));
        (settlement.Fund(), settlement.Held("basic.cap"), settlement.Held("basic.share")).ShouldBe((fund, beyond, share));
    }

    /// <summary>What lowering the rate costs belongs to the cost that is paid for: 72% of 500 is 360, and ten percent of 80% of 500 is
    /// 40.</summary>
    [Fact]
    public void Cap_ThatCutsTheCost_CutsWhatALowerRateCostsToo()
    {
        var tiers =
            $"{{ id: share, kind: tiers, edges: after_deductible, table: {StepText.Dated("value: 80%")}, adjust: [ {{ part: "
            + $"elsewhere, table: {StepText.Dated("times: 90%")} }} ] }}";
        var settlement = Town.Of(Town.Basic(tiers, CuttingCost("360"))).Settle(TestClaim.Stay(1_000));
        (settlement.Fund(), settlement.Held("basic.cap"), settlement.Held("basic.elsewhere"), settlement.Held("basic.share")).ShouldBe(
            (360, 500, 40, 100)
        );
    }

    /// <summary>Over the year: 400 of the 400 are paid by the first claim, so that the whole cost of the second is beyond.</summary>
    [Fact]
    public void Cap_ThatCutsTheCostOfTheYear_LeavesAllOfALaterClaim()
    {
        var rulebook = Town.Of(Town.Basic(StepText.Tiers("80%"), CuttingCost("400", "year")));
        var settlement = rulebook.Settle(TestClaim.Stay(300), rulebook.Settle(TestClaim.Stay(500)).History);
        (settlement.Fund(), settlement.Held("basic.cap"), settlement.Held("basic.share")).ShouldBe((0, 300, 0));
    }

    /// <summary>80% of 1,000 is 800, of which the first cap leaves 400. The payment reaches the second at 250 of the cost, 50 of which are
    /// the patient's share; the 750 beyond are the second cap's but for what the first keeps of them: 500 of cost, or 400 of
    /// payment.</summary>
    [Theory]
    [Example("cuts: cost", "500.00", "250.00", "50.00")]
    [Example("cuts: payment", "400.00", "350.00", "50.00")]
    [Example("beyond: hospital", "0.00", "350.00", "50.00")]
    public void Cap_ThatCutsTheCostAfterAnother_CutsWhatThatLeft(string first, decimal visit, decimal beyond, decimal share)
    {
        var settlement = Town.Of(
                Town.Basic(
                    StepText.Tiers("80%"),
                    $"{{ id: visit, kind: cap, of: payment, {first}, per: claim, amount: {StepText.Dated("value: 400")} }}",
                    CuttingCost("200")
                )
            )
            .Settle(TestClaim.Stay(1_000));
        (settlement.Fund(), settlement.Held("basic.visit"), settlement.Held("basic.cap"), settlement.Held("basic.share")).ShouldBe(
            (200, visit, beyond, share)
        );
    }

    /// <summary>As above at 72%, which is 90% of 80%: the point is 250 again, of which 20 are lost and 50 are the patient's share. Of the
    /// 750 beyond the first cap keeps 360.</summary>
    [Fact]
    public void Cap_ThatCutsTheCostAfterAnother_LeavesTheLossOfTheRest()
    {
        var tiers =
            $"{{ id: share, kind: tiers, edges: after_deductible, table: {StepText.Dated("value: 80%")}, adjust: [ {{ part: "
            + $"elsewhere, table: {StepText.Dated("times: 90%")} }} ] }}";
        var settlement = Town.Of(Town.Basic(tiers, StepText.Cap("payment", "claim", "360", "visit"), CuttingCost("180")))
            .Settle(TestClaim.Stay(1_000));
        (
            settlement.Fund(),
            settlement.Held("basic.visit"),
            settlement.Held("basic.cap"),
            settlement.Held("basic.elsewhere"),
            settlement.Held("basic.share")
        ).ShouldBe((180, 360, 390, 20, 50));
        settlement
            .Steps.Where(step => step.Kind == StepKind.RateChange)
            .Select(step => (step.Base.InYuan, step.Amount.InYuan))
            .ShouldBe([(250m, 20m)]);
    }

    /// <summary>Half of 1,000, of which the visit's cap leaves 100; the year's, which may pay what it says, is just reached by them and
    /// cuts nothing, or is reached at twice its amount of the cost: what is beyond is the year's but for the 400 of the visit.</summary>
    [Theory]
    [Example("100.01", "100.00", "0.00", "500.00")]
    [Example("100.00", "100.00", "0.00", "500.00")]
    [Example("99.99", "99.99", "400.02", "99.99")]
    [Example("50.00", "50.00", "500.00", "50.00")]
    [Example("0.00", "0.00", "600.00", "0.00")]
    public void Cap_ThatCutsTheCostAfterAnother_BeginsWhereThePaymentReachesIt(string year, decimal fund, decimal beyond, decimal share)
    {
        foreach (var each in (ReadOnlySpan<string>)["move", "item", "total"])
        {
            var rulebook = Town.With(
                folder => folder.Replace("index.yaml", "each: move", $"each: {each}"),
                Town.Basic(StepText.Tiers("50%"), StepText.Cap("payment", "claim", "100", "visit"), CuttingCost(year, "year"))
            );
            var settlement = rulebook.Settle(TestClaim.Stay(TestClaim.A(600), TestClaim.A(400)));
            (settlement.Fund(), settlement.Held("basic.visit"), settlement.Held("basic.cap"), settlement.Held("basic.share")).ShouldBe(
                (fund, 400, beyond, share),
                each
            );
        }
    }

    /// <summary>500 × 50% + 500 × 80% is 650, of which the visit's cap leaves 200, all of the lower band. They reach the year's 100 at
    /// 200 of the cost: the 300 of that band above and the whole upper band are beyond it, 800 less the visit's 450.</summary>
    [Fact]
    public void Cap_ThatCutsTheCostAfterAnother_TakesTheBandThatItCutWhole()
    {
        var settlement = Town.Of(
                Town.Basic(
                    StepText.Tiers("[ { above: 0, rate: 50% }, { above: 500, rate: 80% } ]"),
                    StepText.Cap("payment", "claim", "200", "visit"),
                    CuttingCost("100")
                )
            )
            .Settle(TestClaim.Stay(1_000));
        (settlement.Fund(), settlement.Held("basic.visit"), settlement.Held("basic.cap"), settlement.Held("basic.share")).ShouldBe(
            (100, 450, 350, 100)
        );
    }

    /// <summary>Two items at 50% and 80%, in rows of their own: 500 + 800 = 1,300, of which the visit's cap leaves 650 and the year's 130.
    /// Each row is cut in proportion: 50 of the first, reached at 100, and 80 of the second, at 100 too. Of the 900 beyond in each the
    /// visit has 250 and 400.</summary>
    [Fact]
    public void Cap_ThatCutsTheCostAfterAnother_StaysWithTheItemsOfEachRow()
    {
        var tiers = StepText.TiersOf(
            "rows: [ { when: { item.essential: yes }, value: 80% }, { when: { item.essential: no }, value: 50% } ]"
        );
        var settlement = Town.Of(
                Town.Basic(tiers, StepText.Cap("payment", "claim", "650", "visit"), CuttingCost("130")),
                Town.Layer("large", "aid", "basic.cap", "", StepText.Tiers("100%"))
            )
            .Settle(TestClaim.Stay(TestClaim.A(1_000), TestClaim.A(1_000) with { Essential = true }));
        (settlement.Fund(), settlement.Aid(), settlement.Held("basic.visit"), settlement.Held("basic.share")).ShouldBe(
            (130, 1_150, 650, 70)
        );
        settlement.Items.Select(item => item.Payers.Single(payer => payer.Payer == "aid").Amount.InYuan).ShouldBe([650m, 500m]);
    }

    /// <summary>80% of essential medicines, at most 400, and nothing of others: these do not lie beyond the cap, wherever it
    /// cuts.</summary>
    [Theory]
    [Example("500.00", "0.00")]
    [Example("500.01", "0.01")]
    [Example("501.00", "1.00")]
    public void Cap_ThatCutsTheCost_LeavesItemsOfWhichNothingIsPaid(decimal essential, decimal beyond)
    {
        var tiers = StepText.TiersOf(
            "rows: [ { when: { item.essential: yes }, value: 80% }, { when: { item.essential: no }, value: 0% } ]"
        );
        var settlement = Town.Of(Town.Basic(tiers, CuttingCost("400")))
            .Settle(TestClaim.Stay(TestClaim.A(essential) with { Essential = true }, TestClaim.A(1_000)));
        (settlement.Fund(), settlement.Held("basic.cap"), settlement.Held("basic.share")).ShouldBe((400, beyond, 1_100));
    }

    /// <summary>80% up to 1,000 and nothing above: what lies above the 500 that are paid for is beyond the cap, all of it.</summary>
    [Fact]
    public void Cap_ThatCutsTheCost_TakesABandOfNothingAboveIt()
    {
        var settlement = Town.Of(Town.Basic(StepText.Tiers("[ { above: 0, rate: 80% }, { above: 1_000, rate: 0% } ]"), CuttingCost("400")))
            .Settle(TestClaim.Stay(1_500));
        (settlement.Fund(), settlement.Held("basic.cap"), settlement.Held("basic.share")).ShouldBe((400, 1_000, 100));
    }

    private static string CuttingCost(string limit, string per = "claim") =>
        $"{{ id: cap, kind: cap, of: payment, cuts: cost, per: {per}, amount: {StepText.Dated($"value: {limit}")} }}";
}
