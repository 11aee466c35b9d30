using ReimbursementRules.Claims;
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
    [Example("own_share_times: 60%", "880.00")]
    [Example("own_share_times: 0%", "1000.00")]
    [Example("add: 0%", "800.00")]
    public void Rate_Adjusted_IsTakenAsChanged(string change, decimal fund) =>
        Of("80%", Adjust(change)).Settle(TestClaim.Stay(1_000)).Fund().ShouldBe(fund);

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
        Of("[ { above: 0, rate: 80% }, { above: 1_000, rate: 90% } ]", Adjust("add: 5%")).Settle(TestClaim.Stay(1_500)).Fund().ShouldBe(1_325);

    /// <summary>The essential medicine takes 85% of 100, the other 75% of 100; each group has a line, and the trace says which rate became which.</summary>
    [Fact]
    public void Adjustment_ByItem_GivesEachGroupItsRate()
    {
        var rulebook = Of("75%", ", adjust: [ { 2020-01-01: { reference: Town order, rows: [ { when: { item.essential: yes }, add: 10% }, { when: { item.essential: no }, add: 0% } ] } } ]");
        var settlement = rulebook.Settle(TestClaim.Stay(TestClaim.A(100) with { Essential = true }, TestClaim.A(100)));
        settlement.Items.Select(item => item.Payers[0].Amount.InYuan).ShouldBe([85m, 75m]);
        settlement.Steps.Select(step => (step.Kind, step.RateBefore, step.Rate)).ShouldBe(
        [
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
        Of("{ rate: 75%, add: 0.2%, each: age, at_most: 90% }", "").Settle(TestClaim.Stay(10_000) with { Member = new() { Age = age } }).Fund().ShouldBe(fund);

    [Fact]
    public void Rate_GrowingWithoutAMost_StopsAtTheWhole() =>
        Of("{ rate: 90%, add: 1%, each: days }", "").Settle(TestClaim.Stay(1_000) with { Admitted = new(2020, 9, 1) }).Fund().ShouldBe(1_000);

    /// <summary>The age is then asked of every claim.</summary>
    [Fact]
    public void Rate_GrowingWithAge_AsksForIt() =>
        Should.Throw<ClaimException>(() => Of("{ rate: 75%, add: 0.2%, each: age }", "").Settle(TestClaim.Stay(1_000)))
            .Problems.Single().Code.ShouldBe("fact.missing");

    private static string Adjust(params string[] changes) => $", adjust: [ {string.Join(", ", changes.Select(StepText.Dated))} ]";

    private static Rulebook Of(string value, string adjust) =>
        Town.Of(Town.Basic($"{{ id: share, kind: tiers, edges: after_deductible, table: {StepText.Dated($"value: {value}")}{adjust} }}"));
}
