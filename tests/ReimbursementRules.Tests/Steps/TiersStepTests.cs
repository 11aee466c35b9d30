using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>A rate of the cost, or marginal rates in bands of it.</summary>
public sealed class TiersStepTests
{
    private const string Bands = "[ { above: 0, rate: 50% }, { above: 10_000, rate: 75% }, { above: 20_000, rate: 90% } ]";

    /// <summary>50% to 10,000, 75% to 20,000, 90% above; half a cent up.</summary>
    [Theory]
    [Example("9999.99", "5000.00")] // 4999.995
    [Example("10000.00", "5000.00")]
    [Example("10000.01", "5000.01")] // 5000 + 0.0075
    [Example("19999.99", "12499.99")] // 5000 + 7499.9925
    [Example("20000.00", "12500.00")]
    [Example("20000.01", "12500.01")] // 12500 + 0.009
    [Example("30000.00", "21500.00")] // 12500 + 9000
    public void Bands_AroundTheirEdges_PayEachRateOfItsOwnBand(decimal bill, decimal fund) =>
        Town.Of(Town.Basic(StepText.Tiers(Bands))).Settle(TestClaim.Stay(bill)).Fund().ShouldBe(fund);

    /// <summary>A band for each cent of 700 yuan: every one has a line of its own, and the last is the one above 699.99.</summary>
    [Fact]
    public void Bands_MoreThan65536_AllPay()
    {
        var bands = string.Join(", ", Enumerable.Range(0, 70_000).Select(cents => $"{{ above: {Money.FromCents(cents)}, rate: 100% }}"));
        var settlement = Town.Of(Town.Basic(StepText.Tiers($"[ {bands} ]"))).Settle(TestClaim.Stay(1_000));
        (settlement.Fund(), settlement.Bill.InYuan).ShouldBe((1_000m, 1_000m));
    }

    /// <summary>Bill 10,500 with a deductible of 1,000. Bands after it: 9,500 × 50%. Bands on the base: 9,000 of the first band are left,
    /// then 500 × 75%.</summary>
    [Theory]
    [Example("after_deductible", 10_500, 4_750)]
    [Example("on_base", 10_500, 4_875)]
    [Example("after_deductible", 11_000, 5_000)]
    [Example("on_base", 10_000, 4_500)]
    public void Bands_WithADeductible_BeginAfterItOrIncludeIt(string edges, decimal bill, decimal fund) =>
        Town.Of(Town.Basic(StepText.Deductible("claim", "1_000"), StepText.Tiers(Bands, edges: edges)))
            .Settle(TestClaim.Stay(bill))
            .Fund()
            .ShouldBe(fund);

    /// <summary>A band that nothing of the cost reaches has no line: at its edge, and a cent above it.</summary>
    [Theory]
    [Example("10000.00", 1)]
    [Example("10000.01", 2)]
    public void Band_ThatIsNotReached_HasNoLine(decimal bill, int lines) =>
        Town.Of(Town.Basic(StepText.Tiers(Bands))).Settle(TestClaim.Stay(bill)).Steps.Length.ShouldBe(lines);

    /// <summary>Bands after the deductible of 1,000 go on over the year with what lies above it: 9,000 of the first claim and 2,000 of the
    /// second, of which 1,000 at 50% and 1,000 at 75%.</summary>
    [Fact]
    public void Bands_OfAYearAfterADeductible_DoNotCountIt()
    {
        var rulebook = Town.Of(Town.Basic(StepText.Deductible("claim", "1_000"), StepText.Tiers(Bands, "year")));
        rulebook.Settle(TestClaim.Stay(3_000), rulebook.Settle(TestClaim.Stay(10_000)).History).Fund().ShouldBe(1_250);
    }

    /// <summary>Bands of a year that are repealed pay until the day before.</summary>
    [Theory]
    [Example("2020-06-30", 500)]
    [Example("2020-07-01", 0)]
    public void Bands_OfAYear_AreRepealedFromADay(string day, decimal fund)
    {
        var step =
            "{ id: share, kind: tiers, edges: after_deductible, per: year, table: { 2020-01-01: { value: 50%, reference: Order 1 }, "
            + "2020-07-01: { value: repealed, reference: Order 2 } } }";
        Town.Of(Town.Basic(step)).Settle(TestClaim.Stay(1_000) with { Discharged = Day.Of(day) }).Fund().ShouldBe(fund);
    }

    /// <summary>Bands that begin at the base count the deductible and others do not: no sum can be made of the two.</summary>
    [Fact]
    public void Bands_OnTheBaseAndAfterTheDeductible_CannotShareASum()
    {
        string Shared(string edges) =>
            StepText.Tiers(Bands, "year", edges).Replace("per: year", "per: year, shared: bands", StringComparison.Ordinal);
        Should
            .Throw<PolicyException>(() =>
                Town.Of(
                    Town.Layer("one", "fund", "in_scope", "", Shared("after_deductible")),
                    Town.Layer("two", "fund", "out_of_scope", "", Shared("on_base"))
                )
            )
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("shared.other");
    }

    /// <summary>A deductible of each item lies in the bands that begin at the base: of 8,000 + 2,000 each keeps 600, and the bands go on
    /// at 1,200, so that the edge of 10,000 is reached by 8,800 of cost.</summary>
    [Theory]
    [Example("1999.98", "4399.99")]
    [Example("2000.00", "4400.00")]
    [Example("2000.02", "4400.02")] // 4400 + 0.015
    public void Bands_OnTheBase_IncludeADeductibleOfEachItem(decimal second, decimal fund)
    {
        var rulebook = Town.Of(Town.Basic(StepText.Deductible("item", "600"), StepText.Tiers(Bands, "year", "on_base")));
        var settlement = rulebook.Settle(TestClaim.Stay(TestClaim.A(8_000), TestClaim.A(second)));
        settlement.Fund().ShouldBe(fund);
        settlement.History.Entries.Single(entry => entry.What == "basic.share").Amount.InYuan.ShouldBe(8_000 + second);
    }

    /// <summary>So does what a deductible takes of the base; what it takes of the first share beside the base does not. Of 10% first share
    /// and a deductible of 1,000 from both, 900 are of the base, and the bands go on at 900: 9,100 × 50%, then 75%.</summary>
    [Theory]
    [Example("11111.09", "4549.99")] // in scope 9,999.98
    [Example("11111.11", "4550.00")] // in scope 10,000.00
    [Example("11111.13", "4550.02")] // in scope 10,000.02: 4550 + 0.015
    public void Bands_OnTheBase_IncludeWhatADeductibleTakesOfTheBase(decimal bill, decimal fund)
    {
        var deductible =
            $"{{ id: deductible, kind: deductible, per: claim, amount: {StepText.Dated("value: 1_000")}, taken_from: "
            + "[first_self_pay, in_scope] }";
        Town.Of(Town.Basic(deductible, StepText.Tiers(Bands, edges: "on_base")))
            .Settle(TestClaim.Stay(TestClaim.B(bill, 10)))
            .Fund()
            .ShouldBe(fund);
    }

    /// <summary>8,000 × 50% = 4,000; then 2,000 × 50% + 3,000 × 75% = 3,250: the second claim goes on where the first left off.</summary>
    [Fact]
    public void Bands_PerYear_GoOnWithTheNextClaim()
    {
        var rulebook = Town.Of(Town.Basic(StepText.Tiers(Bands, "year")));
        var first = rulebook.Settle(TestClaim.Stay(8_000));
        first.Fund().ShouldBe(4_000);
        rulebook.Settle(TestClaim.Stay(5_000), first.History).Fund().ShouldBe(3_250);
        rulebook.Settle(TestClaim.Stay(5_000) with { Discharged = new(2021, 1, 1) }, first.History).Fund().ShouldBe(2_500);
    }

    /// <summary>A yearly deductible of 1,000 in bands that include it: 8,000 fills 8,000 of the first band, so 2,000 × 50% + 1,000 × 75% of
    /// the next 3,000.</summary>
    [Fact]
    public void Bands_PerYearOnTheBase_CountTheDeductibleOnce()
    {
        var rulebook = Town.Of(Town.Basic(StepText.Deductible("year", "1_000"), StepText.Tiers(Bands, "year", "on_base")));
        var first = rulebook.Settle(TestClaim.Stay(8_000));
        first.Fund().ShouldBe(3_500);
        rulebook.Settle(TestClaim.Stay(3_000), first.History).Fund().ShouldBe(1_750);
    }

    /// <summary>Essential medicines 80%, others 70%: 100 × 80% + 50 × 70%.</summary>
    [Fact]
    public void Rates_ByFactOfTheItem_PayEachGroupItsOwn()
    {
        var rulebook = Town.Of(
            Town.Basic(
                StepText.TiersOf("rows: [ { when: { item.essential: yes }, value: 80% }, { when: { item.essential: no }, value: 70% } ]")
            )
        );
        var settlement = rulebook.Settle(
            TestClaim.Stay(TestClaim.A(60) with { Essential = true }, TestClaim.A(50), TestClaim.A(40) with { Essential = true })
        );
        settlement.Items.Select(item => item.Payers[0].Amount.InYuan).ShouldBe([48m, 35m, 32m]);
    }

    /// <summary>Two essential items of a cent in two bands of a cent at 100%: each band pays another item. (The first item once got both
    /// cents.)</summary>
    [Theory]
    [Example("move")]
    [Example("item")]
    [Example("total")]
    public void Bands_OfACentByItem_NeverPayMoreThanTheItem(string each)
    {
        var rulebook = Town.With(
            folder => folder.Replace("index.yaml", "each: move", $"each: {each}"),
            Town.Basic(
                StepText.TiersOf(
                    "rows: [ { when: { item.essential: yes }, value: [ { above: 0, rate: 100% }, { above: 0.01, rate: 100% } "
                        + "] }, { when: { item.essential: no }, value: 0% } ]"
                )
            )
        );
        var cent = TestClaim.A(0.01m) with { Essential = true };
        rulebook.Settle(TestClaim.Stay(cent, cent)).Items.ShouldAllBe(item => item.Payers[0].Amount == Money.Yuan(0.01m));
    }

    /// <summary>Three items of 0.01 at 50%. Each move: 0.015 → 0.02. Each item: 3 × 0.005 → 3 × 0.01. In total: 0.015 → 0.02.</summary>
    [Theory]
    [Example("move", "0.02")]
    [Example("item", "0.03")]
    [Example("total", "0.02")]
    public void Rounding_OfThreeItems_IsWhereTheRulebookSays(string each, decimal fund) =>
        Rounded(each, "50%").Settle(TestClaim.Stay(TestClaim.A(0.01m), TestClaim.A(0.01m), TestClaim.A(0.01m))).Fund().ShouldBe(fund);

    /// <summary>0.01 in each of two bands at 50%. Each move: 2 × 0.005 → 0.02. In total: 0.01.</summary>
    [Theory]
    [Example("move", "0.02")]
    [Example("total", "0.01")]
    public void Rounding_OfTwoBands_IsWhereTheRulebookSays(string each, decimal fund) =>
        Rounded(each, "[ { above: 0, rate: 50% }, { above: 0.01, rate: 50% } ]").Settle(TestClaim.Stay(0.02m)).Fund().ShouldBe(fund);

    [Theory]
    [Example("0%", 0)]
    [Example("100%", "123.45")]
    [Example("33.3333%", "41.15")] // 41.1499…
    public void Rate_OfTheWholeCost_PaysIt(string rate, decimal fund)
    {
        var settlement = Town.Of(Town.Basic(StepText.Tiers(rate))).Settle(TestClaim.Stay(123.45m));
        settlement.Fund().ShouldBe(fund);
        settlement.Held("basic.share").ShouldBe(123.45m - fund);
    }

    /// <summary>75% of 1,000,000,000,000.01 = 750,000,000,000.0075.</summary>
    [Fact]
    public void Rate_OfATrillion_IsExactToTheCent() =>
        Town.Of(Town.Basic(StepText.Tiers("75%"))).Settle(TestClaim.Stay(1_000_000_000_000.01m)).Fund().ShouldBe(750_000_000_000.01m);

    [Fact]
    public void Trace_OfABand_SaysItsEdgesBaseRateAndRow()
    {
        var settlement = Town.Of(Town.Basic(StepText.Tiers(Bands))).Settle(TestClaim.Stay(15_000));
        var band = settlement.Steps.Last();
        (band.Kind, band.Base.InYuan, band.Rate, band.Amount.InYuan, band.Limit.InYuan, band.Upper?.InYuan).ShouldBe(
            (StepKind.Band, 5_000m, Rate.Percent(75), 3_750m, 10_000m, 20_000m)
        );
        (band.Source.Place.File, band.Source.Reference).ShouldBe(("2-layer.yaml", "Town order"));
    }

    private static Rulebook Rounded(string each, string rate) =>
        Town.With(folder => folder.Replace("index.yaml", "each: move", $"each: {each}"), Town.Basic(StepText.Tiers(rate)));
}
