using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>Rates that are raised, lowered, or grow with a number of the claim.</summary>
public sealed class RateAdjustmentTests
{
    /// <summary>80% of 1,000: points on or off, a factor, a factor on the patient's 20%; never below nothing or above the whole.</summary>
    [Theory]
    [Example("add: 5%", "850.00")]
    [Example("add: 20%", "1000.00")]
    [Example("add: 20.0001%", "1000.00")]
    [Example("less: 10%", "700.00")]
    [Example("less: 80%", "0.00")]
    [Example("less: 80.0001%", "0.00")]
    [Example("times: 90%", "720.00")]
    [Example("times: 100%", "800.00")]
    [Example("times: 124.99%", "999.92")]
    [Example("times: 125%", "1000.00")]
    [Example("times: 125.01%", "1000.00")]
    [Example("times: 1.1", "880.00")]
    [Example("times: 1_000%", "1000.00")]
    [Example("own_share_times: 60%", "880.00")]
    [Example("own_share_times: 0%", "1000.00")]
    [Example("add: 0%", "800.00")]
    public void Rate_Adjusted_IsTakenAsChanged(string change, decimal fund)
    {
        var settlement = Of("80%", Adjust(change)).Settle(TestClaim.Stay(1_000));
        (settlement.Fund(), settlement.Held("basic.share")).ShouldBe((fund, 1_000 - fund));
    }

    /// <summary>66.6667% × 90% is 60.00003% with all its decimals, and 100% − 33.3333% × 90% is 70.00003%: of 50,000.00 half a cent is
    /// rounded up. A rate rounded to four decimals would be 60% and pay 30,000.00.</summary>
    [Theory]
    [Example("times: 90%", "49999.99", "30000.01")]
    [Example("times: 90%", "50000.00", "30000.02")]
    [Example("times: 90%", "50000.01", "30000.02")]
    [Example("times: 90%", "1000000.00", "600000.30")]
    [Example("own_share_times: 90%", "49999.99", "35000.01")]
    [Example("own_share_times: 90%", "50000.00", "35000.02")]
    [Example("own_share_times: 90%", "50000.01", "35000.02")]
    public void Rate_Multiplied_KeepsAllItsDecimals(string change, decimal bill, decimal fund)
    {
        foreach (var each in (ReadOnlySpan<string>)["move", "item", "total"])
            Rounded(each, "66.6667%", Adjust(change)).Settle(TestClaim.Stay(bill)).Fund().ShouldBe(fund, each);
    }

    /// <summary>Three factors of 66.6667% are 29.6296740740962963%, of which none is lost on a thousand billion.</summary>
    [Fact]
    public void Rate_MultipliedAgain_KeepsAllItsDecimals()
    {
        var settlement = Of("66.6667%", Adjust("times: 66.6667%", "times: 66.6667%")).Settle(TestClaim.Stay(1_000_000_000_000));
        settlement.Fund().ShouldBe(296_296_740_740.96m);
        settlement
            .Steps.Select(step => $"{step.RateBefore} {step.Rate}")
            .ShouldBe(["66.6667% 44.4444888889%", "44.4444888889% 29.6296740740962963%", " 29.6296740740962963%"]);
    }

    /// <summary>A fourth factor has more decimals than sixteen: the last is rounded half up, which moves no cent of any amount that is
    /// settled.</summary>
    [Fact]
    public void Rate_MultipliedOnceMore_IsRoundedAtTheSixteenthDecimal()
    {
        var settlement = Of("66.6667%", Adjust("times: 66.6667%", "times: 66.6667%", "times: 66.6667%")).Settle(TestClaim.Stay(100));
        settlement.Steps[^1].Rate.ToString().ShouldBe("19.7531259259555556%");
    }

    /// <summary>The band of 900 is 60.00003% of it for two items of 600.05 and 299.95: 360.03018 and 179.9700899 are rounded for
    /// each.</summary>
    [Fact]
    public void Rate_MultipliedByItem_IsRoundedForEach()
    {
        var settlement = Rounded("item", "66.6667%", Adjust("times: 90%"))
            .Settle(TestClaim.Stay(TestClaim.A(600.05m), TestClaim.A(299.95m)));
        settlement.Items.Select(item => item.Payers[0].Amount.InYuan).ShouldBe([360.03m, 179.97m]);
    }

    /// <summary>80% of 1,000 each, and a tenth less of the one item: the 80 that it costs stay with that item, where another fund finds
    /// them.</summary>
    [Fact]
    public void Rate_LoweredForAnItem_LeavesWhatItCostsWithTheItem()
    {
        var adjust =
            "adjust: [ { part: elsewhere, table: "
            + StepText.Dated("rows: [ { when: { item.essential: yes }, times: 90% }, { when: { item.essential: no }, times: 100% } ]")
            + " } ]";
        var tiers = $"{{ id: share, kind: tiers, edges: after_deductible, table: {StepText.Dated("value: 80%")}, {adjust} }}";
        var settlement = Town.Of(Town.Basic(tiers), Town.Layer("more", "aid", "basic.elsewhere", "", StepText.Tiers("100%")))
            .Settle(TestClaim.Stay(TestClaim.A(1_000) with { Essential = true }, TestClaim.A(1_000)));
        settlement.Items.Select(item => item.Payers[0].Amount.InYuan).ShouldBe([720, 800]);
        settlement.Items.Select(item => item.Payers[1].Amount.InYuan).ShouldBe([80, 0]);
    }

    /// <summary>Items of one change and of several rows are paid by their own: 80% of 1,000 and 50% of 1,000.</summary>
    [Fact]
    public void Rate_OfRowsByItemWithAChangeByItem_IsThatOfEach()
    {
        var rows = StepText.Dated("rows: [ { when: { item.essential: yes }, value: 80% }, { when: { item.essential: no }, value: 50% } ]");
        var change = StepText.Dated("rows: [ { when: { item.class: A }, times: 100% }, { when: { item.class: [B, C] }, times: 90% } ]");
        Town.Of(Town.Basic($"{{ id: share, kind: tiers, edges: after_deductible, table: {rows}, adjust: [ {change} ] }}"))
            .Settle(TestClaim.Stay(TestClaim.A(1_000) with { Essential = true }, TestClaim.A(1_000)))
            .Items.Select(item => item.Payers[0].Amount.InYuan)
            .ShouldBe([800, 500]);
    }

    /// <summary>Half of 0.03 is 0.02 for each of three items, and 0.06 of all; a rate of their sum would be 0.05.</summary>
    [Fact]
    public void Rate_RoundedForEachItem_IsToldAsTheirSum()
    {
        var line = Rounded("item", "50%", "")
            .Settle(TestClaim.Stay(TestClaim.A(0.03m), TestClaim.A(0.03m), TestClaim.A(0.03m)))
            .Steps.ShouldHaveSingleItem();
        (line.Amount.InYuan, line.Due).ShouldBe((0.06m, null));
    }

    /// <summary>Of three items of 10.03 another has left 1.00 each: half of each would be 5.02, and 15.06 of all.</summary>
    [Fact]
    public void Rate_RoundedForItemsThatHoldLess_TellsTheirSum()
    {
        var line = Town.With(
                folder => folder.Replace("index.yaml", "each: move", "each: item"),
                Town.Layer("first", "aid", "in_scope", "rest: unchanged", StepText.Tiers("90%")),
                Town.Layer("basic", "fund", "{ parts: [in_scope], as: original }", "", StepText.Tiers("50%"))
            )
            .Settle(TestClaim.Stay(TestClaim.A(10.03m), TestClaim.A(10.03m), TestClaim.A(10.03m)))
            .Steps.Last();
        (line.Amount.InYuan, line.Due?.InYuan).ShouldBe((3m, 15.06m));
    }

    /// <summary>Of 1,100 less 100, 72% in place of 80%: 720 are paid, and the 80 less are told apart from the patient's 20%, over all
    /// items.</summary>
    [Theory]
    [Example("move")]
    [Example("item")]
    [Example("total")]
    public void Rate_LoweredAfterADeductible_CostsWhatTheRateBeforeWouldPayMore(string each)
    {
        var settlement = Town.With(
                folder => folder.Replace("index.yaml", "each: move", $"each: {each}"),
                Town.Basic(
                    StepText.Deductible("claim", "100"),
                    $"{{ id: share, kind: tiers, edges: after_deductible, table: {StepText.Dated("value: 80%")}{Named("times: 90%")} }}"
                )
            )
            .Settle(TestClaim.Stay(TestClaim.A(700), TestClaim.A(400)));
        (settlement.Fund(), settlement.Held("basic.elsewhere"), settlement.Held("basic.share")).ShouldBe((720, 80, 200));
    }

    /// <summary>Where another has paid all, half of 1,000 as they were at first would be 500, and nothing is left to pay it.</summary>
    [Theory]
    [Example("move")]
    [Example("item")]
    [Example("total")]
    public void Rate_OfWhatIsNoLongerHeld_TellsWhatItWouldPay(string each)
    {
        var line = Town.With(
                folder => folder.Replace("index.yaml", "each: move", $"each: {each}"),
                Town.Layer("first", "aid", "in_scope", "rest: unchanged", StepText.Tiers("100%")),
                Town.Layer("basic", "fund", "{ parts: [in_scope], as: original }", "", StepText.Tiers("50%"))
            )
            .Settle(TestClaim.Stay(1_000))
            .Steps.Last();
        (line.Base.InYuan, line.Amount.InYuan, line.Due?.InYuan).ShouldBe((1_000m, 0m, 500m));
    }

    /// <summary>What is read back says the same rates.</summary>
    [Fact]
    public void Rate_Multiplied_IsReadBackWithAllItsDecimals()
    {
        var settlement = Of("66.6667%", Adjust("times: 66.6667%", "times: 66.6667%")).Settle(TestClaim.Stay(1_000));
        var json = JsonReport.Write(settlement);
        json.ShouldContain("29.6296740740962963%");
        JsonReport.Write(Settlement.Parse(json)).ShouldBe(json);
        TextReport.Write(settlement).ShouldContain("29.6296740740962963% of 1,000.00 = 296.30.");
        TextReport.Write(settlement).ShouldContain("The rate of 66.6667% becomes 44.4444888889%.");
    }

    /// <summary>(80% + 5%) × 90% = 76.5%, and 80% × 90% + 5% = 77%: the order in the file counts.</summary>
    [Fact]
    public void Adjustments_InTurn_WorkOnEachOthersResult()
    {
        Of("80%", Adjust("add: 5%", "times: 90%")).Settle(TestClaim.Stay(1_000)).Fund().ShouldBe(765);
        Of("80%", Adjust("times: 90%", "add: 5%")).Settle(TestClaim.Stay(1_000)).Fund().ShouldBe(770);
    }

    /// <summary>Each band is changed: 1,000 × 85% + 500 × 95%.</summary>
    [Fact]
    public void Adjustment_OfBands_ChangesEveryBand() =>
        Of("[ { above: 0, rate: 80% }, { above: 1_000, rate: 90% } ]", Adjust("add: 5%"))
            .Settle(TestClaim.Stay(1_500))
            .Fund()
            .ShouldBe(1_325);

    /// <summary>The essential medicine takes 85% of 100, the other 75% of 100; each group has a line, and the trace says which rate became
    /// which.</summary>
    [Fact]
    public void Adjustment_ByItem_GivesEachGroupItsRate()
    {
        var rulebook = Of(
            "75%",
            ", adjust: [ { 2020-01-01: { reference: Town order, rows: [ { when: { item.essential: yes }, add: 10% }, { when: "
                + "{ item.essential: no }, add: 0% } ] } } ]"
        );
        var settlement = rulebook.Settle(TestClaim.Stay(TestClaim.A(100) with { Essential = true }, TestClaim.A(100)));
        settlement.Items.Select(item => item.Payers[0].Amount.InYuan).ShouldBe([85m, 75m]);
        settlement
            .Steps.Select(step => (step.Kind, step.RateBefore, step.Rate))
            .ShouldBe([
                (StepKind.RateChange, Rate.Percent(75), Rate.Percent(85)),
                (StepKind.Band, null, Rate.Percent(85)),
                (StepKind.Band, null, Rate.Percent(75)),
            ]);
    }

    /// <summary>75% and 0.2% for each year of age, at most 90%: 83% at 40, 89.8% at 74, 90% from 75 on.</summary>
    [Theory]
    [Example(0, "7500.00")]
    [Example(40, "8300.00")]
    [Example(74, "8980.00")]
    [Example(75, "9000.00")]
    [Example(150, "9000.00")]
    public void Rate_GrowingWithAge_StopsAtItsMost(int age, decimal fund) =>
        Of("{ rate: 75%, add: 0.2%, each: age, at_most: 90% }", "")
            .Settle(TestClaim.Stay(10_000) with { Member = new() { Age = age } })
            .Fund()
            .ShouldBe(fund);

    [Fact]
    public void Rate_GrowingWithoutAMost_StopsAtTheWhole() =>
        Of("{ rate: 90%, add: 1%, each: days }", "")
            .Settle(TestClaim.Stay(1_000) with { Admitted = new(2020, 9, 1) })
            .Fund()
            .ShouldBe(1_000);

    /// <summary>The age is then asked of every claim.</summary>
    [Fact]
    public void Rate_GrowingWithAge_AsksForIt() =>
        Should
            .Throw<InputException>(() => Of("{ rate: 75%, add: 0.2%, each: age }", "").Settle(TestClaim.Stay(1_000)))
            .Problems.Single()
            .Code.ShouldBe("fact.missing");

    /// <summary>90% of 1,000.01 is 900.009, which is 900.01; 72% is 720.0072, which is 720.01: the change costs 180.00, and 100.00 is the
    /// patient's share.</summary>
    [Theory]
    [Example("less: 18%", "720.01", "180.00", "100.00")]
    [Example("times: 80%", "720.01", "180.00", "100.00")]
    [Example("less: 90%", "0.00", "900.01", "100.00")]
    [Example("add: 5%", "950.01", "0.00", "50.00")]
    [Example("add: 0%", "900.01", "0.00", "100.00")]
    public void Change_WithAPart_KeepsWhatItCostsApart(string change, decimal fund, decimal lost, decimal share)
    {
        var settlement = Of("90%", Named(change)).Settle(TestClaim.Stay(1_000.01m));
        settlement.Fund().ShouldBe(fund);
        settlement.Held("basic.elsewhere").ShouldBe(lost);
        settlement.Held("basic.share").ShouldBe(share);
    }

    /// <summary>1,000 × 80% and 500 × 90%, each ten points lower: 100 and 50.</summary>
    [Fact]
    public void Change_WithAPart_CountsEveryBand()
    {
        var settlement = Of("[ { above: 0, rate: 80% }, { above: 1_000, rate: 90% } ]", Named("less: 10%")).Settle(TestClaim.Stay(1_500));
        settlement.Held("basic.elsewhere").ShouldBe(150);
        settlement.Held("basic.share").ShouldBe(250);
        settlement
            .Steps.Where(step => step.Kind == StepKind.RateChange)
            .Select(step => (step.Base.InYuan, step.Amount.InYuan))
            .ShouldBe([(1_000m, 100m), (500m, 50m)]);
    }

    /// <summary>A change before it belongs to the share: 80% + 5% is 85%, and ten points less cost 100.</summary>
    [Fact]
    public void Change_WithAPart_CostsWhatComesAfterTheOthers()
    {
        var settlement = Of(
                "80%",
                $", adjust: [ {StepText.Dated("add: 5%")}, {{ part: elsewhere, table: {StepText.Dated("less: 10%")} }} ]"
            )
            .Settle(TestClaim.Stay(1_000));
        (settlement.Fund(), settlement.Held("basic.elsewhere"), settlement.Held("basic.share")).ShouldBe((750, 100, 150));
    }

    /// <summary>Only the essential medicine is paid less: what that costs stays with it.</summary>
    [Theory]
    [Example("move")]
    [Example("item")]
    [Example("total")]
    public void Change_WithAPartByItem_StaysWithItsItems(string each)
    {
        var rows =
            "{ part: essential, table: { 2020-01-01: { reference: Town order, rows: [ { when: { item.essential: yes }, less: "
            + "25% }, { when: { item.essential: no }, less: 0% } ] } } }";
        var rulebook = Town.With(
            folder => folder.Replace("index.yaml", "each: move", $"each: {each}"),
            Town.Basic($"{{ id: share, kind: tiers, edges: after_deductible, table: {StepText.Dated("value: 75%")}, adjust: [ {rows} ] }}")
        );
        var settlement = rulebook.Settle(TestClaim.Stay(TestClaim.A(100) with { Essential = true }, TestClaim.A(300)));
        settlement.Items.Select(item => item.Payers[0].Amount.InYuan).ShouldBe([50m, 225m]);
        (settlement.Held("basic.essential"), settlement.Held("basic.share")).ShouldBe((25, 100));
    }

    /// <summary>80% of 1,000 until the rates are repealed: from that day nothing is paid, whatever changes the rates, and the trace shows
    /// no changed rate.</summary>
    [Theory]
    [Example("add: 5%", "850.00")]
    [Example("less: 5%", "750.00")]
    [Example("times: 90%", "720.00")]
    [Example("own_share_times: 60%", "880.00")]
    public void Rate_Repealed_TakesNoAdjustment(string change, decimal before)
    {
        foreach (var adjust in (ReadOnlySpan<string>)[Adjust(change), Adjust("add: 0%", change), ByItem(change), Named(change)])
        {
            var rulebook = Repealed(adjust);
            var stay = TestClaim.Stay(TestClaim.A(1_000) with { Essential = true });
            rulebook.Settle(stay with { Discharged = new(2020, 6, 30) }).Fund().ShouldBe(before, adjust);
            var settlement = rulebook.Settle(stay with { Discharged = new(2020, 7, 1) });
            (settlement.Fund(), settlement.Held("basic.share")).ShouldBe((0, 1_000), adjust);
            settlement.Steps.Select(step => (step.Kind, step.Rate)).ShouldBe([(StepKind.Band, (Rate?)Rate.None)], adjust);
        }
    }

    /// <summary>A rate of 0% that is in force is raised as any other.</summary>
    [Fact]
    public void Rate_OfNothing_IsAdjusted() => Of("0%", Adjust("add: 5%")).Settle(TestClaim.Stay(1_000)).Fund().ShouldBe(50);

    private static string ByItem(string change) =>
        ", adjust: [ { 2020-01-01: { reference: Town order, rows: [ { when: { item.essential: yes }, "
        + $"{change} }}, {{ when: {{ item.essential: no }}, add: 0% }} ] }} }} ]";

    private static Rulebook Repealed(string adjust) =>
        Town.Of(
            Town.Basic(
                "{ id: share, kind: tiers, edges: after_deductible, table: { 2020-01-01: { value: 80%, reference: Order 1 }, "
                    + $"2020-07-01: {{ value: repealed, reference: Order 2 }} }}{adjust} }}"
            )
        );

    private static string Named(string change) => $", adjust: [ {{ part: elsewhere, table: {StepText.Dated(change)} }} ]";

    private static string Adjust(params string[] changes) => $", adjust: [ {string.Join(", ", changes.Select(StepText.Dated))} ]";

    private static Rulebook Of(string value, string adjust) => Rounded("move", value, adjust);

    private static Rulebook Rounded(string each, string value, string adjust) =>
        Town.With(
            folder => folder.Replace("index.yaml", "each: move", $"each: {each}"),
            Town.Basic($"{{ id: share, kind: tiers, edges: after_deductible, table: {StepText.Dated($"value: {value}")}{adjust} }}")
        );
}
