using System.Text.Json;
using ReimbursementRules.Claims;
using ReimbursementRules.Curves;
using ReimbursementRules.Engines;
using ReimbursementRules.Mutants;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Spaces;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Comparisons;
using ReimbursementRules.Tests.Json;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>First shares that are raised or lowered after the catalogue has given them, and those that are an amount of each
/// unit.</summary>
public sealed class FirstShareTests
{
    private const string File = "1-catalogue.yaml";

    private static readonly VariedAmount First = new(0, Money.Zero, Money.Yuan(1_000));

    public static TheoryData<string> Engines => ["nrules", "grid"];

    /// <summary>The item's own share, with ten points more out of the city; what is out of scope has none to change.</summary>
    [Theory]
    [MemberData(nameof(Engines))]
    public void Own_ChangedByWhereTheCareIs_IsTheSumOfBoth(string engine)
    {
        var town = Elsewhere("add: 10%", engine == "grid" ? new GridEngine() : new NRulesEngine());
        Shares(town, Location.InArea).ShouldBe([0, 10, 0]);
        Shares(town, Location.OutOfCity).ShouldBe([10, 20, 0]);
    }

    [Theory]
    [Example("add: 10%", "95%", "100%")]
    [Example("add: 10%", "90%", "100%")]
    [Example("less: 10%", "9.9999%", "0%")]
    [Example("less: 10%", "10.0001%", "0.0001%")]
    [Example("times: 50%", "15%", "7.5%")]
    [Example("times: 33.3333%", "33.3333%", "11.1110888889%")]
    [Example("times: 1.5", "66.6666%", "99.9999%")]
    [Example("times: 1.5", "66.6667%", "100%")]
    [Example("add_of_rest: 10%", "10%", "19%")]
    [Example("add_of_rest: 10%", "0%", "10%")]
    [Example("add_of_rest: 10%", "100%", "100%")]
    public void Share_Changed_StaysBetweenNothingAndTheWhole(string change, string own, string becomes)
    {
        Rate.TryParse(own, out var share).ShouldBeTrue();
        var item = TestClaim.B(0, 0) with { Amount = Money.Yuan(10_000_000), FirstSelfPay = share };
        var settlement = Elsewhere(change).Settle(Stay(Location.OutOfCity, item));
        Rate.TryParseComputed(becomes, out var changed).ShouldBeTrue();
        settlement.Items[0].FirstSelfPay.ShouldBe(item.Amount.Portion(changed));
        var line = settlement.Steps.Where(step => step.Kind == StepKind.RateChange).ToList();
        line.Select(step => (step.RateBefore, step.Rate)).ShouldBe(share == changed ? [] : [(share, (Rate?)changed)]);
    }

    /// <summary>0.05 × 10% = 0.005, half up 0.01; × 9% = 0.0045, nothing.</summary>
    [Theory]
    [Example("add: 10%", "0.01")]
    [Example("add: 9%", "0.00")]
    public void Share_Changed_IsRoundedOnce(string change, decimal first) =>
        Elsewhere(change).Settle(Stay(Location.OutOfCity, TestClaim.B(0.05m, 0))).Items[0].FirstSelfPay.InYuan.ShouldBe(first);

    /// <summary>Above the ceiling of 30 for each of three first: 90 are left, of them 20%.</summary>
    [Fact]
    public void Share_OfAnItemAboveItsCeiling_IsOfTheRest()
    {
        var item = TestClaim.B(120, 10) with { Quantity = 3, CeilingPrice = Money.Yuan(30) };
        var cut = Elsewhere("add: 10%").Settle(Stay(Location.OutOfCity, item)).Items[0];
        (cut.OverCeiling.InYuan, cut.FirstSelfPay.InYuan, cut.InScope.InYuan).ShouldBe((30, 18, 72));
    }

    /// <summary>Each item by its own day where the catalogue says so; without a day of its own, by the discharge.</summary>
    [Fact]
    public void Change_FromADayOn_HoldsFromTheDay()
    {
        var town = Town.With(
            folder =>
                With(folder, "adjust: [{ 2020-01-01: { add: 0%, reference: x }, 2020-08-01: { add: 10%, reference: y } }]\n")
                    .Replace(File, "ceiling: trim", "ceiling: trim\ndecided_by: service"),
            Town.Basic(StepText.Tiers("100%"))
        );
        var stay = TestClaim.Stay(Dated(31, 7), Dated(1, 8), TestClaim.B(100, 10)) with
        {
            Admitted = new(2020, 7, 1),
            Discharged = new(2020, 8, 2),
        };
        town.Settle(stay).Items.Select(item => item.FirstSelfPay.InYuan).ShouldBe([10, 20, 20]);

        static FeeItem Dated(int day, int month) => TestClaim.B(100, 10) with { Date = new(2020, month, day) };
    }

    [Fact]
    public void Trace_TellsEachChangeOnceWithItsRow()
    {
        var town = Elsewhere("add: 10%");
        FeeItem[] items = [TestClaim.B(100, 10), TestClaim.A(50), TestClaim.B(70, 10), TestClaim.C(20)];
        var settlement = town.Settle(Stay(Location.OutOfCity, items));
        var lines = settlement.Steps.Where(step => step.Layer == "catalogue").ToList();
        lines
            .Select(step =>
                $"{step.Layer}.{step.Step} {step.Kind} {step.RateBefore} {step.Rate} {step.Source.Reference} {step.Source.Place.Line}"
            )
            .ShouldBe([
                "catalogue.first_self_pay RateChange 0% 10% Town order 9 13",
                "catalogue.first_self_pay RateChange 10% 20% Town order 9 13",
            ]);
        lines.Select(step => StepWords.Say(step, null).Zh).ShouldBe(["比例由 0% 调整为 10%。", "比例由 10% 调整为 20%。"]);
        TextReport.Write(settlement, Language.Chinese).ShouldContain("先行自付");
        TextReport.Write(settlement, Language.English).ShouldContain("The rate of 10% becomes 20%.");
        var turned = town.Settle(Stay(Location.OutOfCity, [.. items.Reverse()]));
        turned.Steps.Where(step => step.Layer == "catalogue").Select(step => step.Rate).ShouldBe(lines.Select(step => step.Rate));
        JsonSerializer.Deserialize<Settlement>(JsonSerializer.Serialize(settlement)).ShouldSayTheSameAs(settlement);
    }

    /// <summary>Two of 100 each: never more than the fee.</summary>
    [Theory]
    [Example("199.99", "199.99", "0.00")]
    [Example("200.00", "200.00", "0.00")]
    [Example("200.01", "200.00", "0.01")]
    [Example("500.00", "200.00", "300.00")]
    [Example("0.00", "0.00", "0.00")]
    public void Amount_OfEachUnit_IsNeverMoreThanTheItem(decimal fee, decimal first, decimal inScope)
    {
        var item = OfUnit("100").Settle(TestClaim.Stay(TestClaim.A(fee) with { Quantity = 2 })).Items[0];
        (item.FirstSelfPay.InYuan, item.InScope.InYuan).ShouldBe((first, inScope));
    }

    /// <summary>33.33 × 0.5 = 16.665, half up; without a quantity it is one.</summary>
    [Theory]
    [Example("", "33.33")]
    [Example("0.5", "16.67")]
    [Example("0", "0.00")]
    [Example("1000000000000", "100.00")]
    public void Amount_TimesTheQuantity_IsRoundedHalfUp(string quantity, decimal first)
    {
        var times = quantity.Length == 0 ? (decimal?)null : decimal.Parse(quantity, System.Globalization.CultureInfo.InvariantCulture);
        var item = OfUnit("33.33").Settle(TestClaim.Stay(TestClaim.A(100) with { Quantity = times })).Items[0];
        item.FirstSelfPay.InYuan.ShouldBe(first);
    }

    /// <summary>What is above the ceiling is no part of it: 40 of 60 count, of which 50 cannot be taken.</summary>
    [Fact]
    public void Amount_OfAnItemAboveItsCeiling_IsOfTheRest()
    {
        var item = OfUnit("50").Settle(TestClaim.Stay(TestClaim.A(60) with { CeilingPrice = Money.Yuan(40) })).Items[0];
        (item.OverCeiling.InYuan, item.FirstSelfPay.InYuan, item.InScope.InYuan).ShouldBe((20, 40, 0));
    }

    /// <summary>A change of shares leaves an amount as it is.</summary>
    [Fact]
    public void Amount_WhereSharesAreChanged_StaysAsItIs()
    {
        var town = Town.With(
            folder =>
                With(folder, "adjust: [{ add: 10%, reference: x }]\n")
                    .Replace(File, "first_self_pay: 0%", "first_self_pay: { amount: 30 }"),
            Town.Basic(StepText.Tiers("100%"))
        );
        var settlement = town.Settle(TestClaim.Stay(TestClaim.A(100), TestClaim.B(100, 10)));
        settlement.Items.Select(item => item.FirstSelfPay.InYuan).ShouldBe([30, 20]);
        settlement.Steps.Count(step => step.Kind == StepKind.RateChange).ShouldBe(1);
    }

    [Fact]
    public void Amount_OfAnItemThatStatesAShare_IsToldAsNotAsked()
    {
        var settlement = OfUnit("30").Settle(TestClaim.Stay(TestClaim.A(100) with { FirstSelfPay = Rate.Percent(10) }));
        settlement.Findings.Select(finding => finding.Id).ShouldBe(["not_asked"]);
    }

    /// <summary>Up to 300 all is the patient's, then the fund pays the rest; of two items the second changes nothing.</summary>
    [Theory]
    [Example(1)]
    [Example(2)]
    public void Curve_OfAnAmount_BendsWhereTheItemPassesIt(int items)
    {
        FeeItem[] all = [TestClaim.A(1) with { Quantity = 3 }, TestClaim.A(70)];
        var curve = Curve.Of(OfUnit("100"), TestClaim.Stay(all.AsSpan()[..items]), History.Empty, First);
        curve.IsProved.ShouldBeTrue();
        curve.Segments.Select(line => $"{line.From} {line.Lines[0].Slope}").ShouldBe(["0.00 0", "300.00 1"]);
        curve.Breaks.Single().Cause!.Source.Place.File.ShouldBe(File);
    }

    [Theory]
    [Example(1)]
    [Example(2)]
    public void Curve_OfAChangedShare_HasItsSlope(int items)
    {
        FeeItem[] all = [TestClaim.B(1, 10), TestClaim.A(70)];
        var curve = Curve.Of(Elsewhere("add_of_rest: 10%"), Stay(Location.OutOfCity, all[..items]), History.Empty, First);
        curve.IsProved.ShouldBeTrue();
        curve.Segments.ShouldHaveSingleItem().Lines[0].Slope.ToString().ShouldBe("0.81");
    }

    /// <summary>A change that asks the amount of the item decides otherwise at its edge.</summary>
    [Fact]
    public void Curve_OfAShareChangedByTheAmount_JumpsAtTheEdge()
    {
        var town = Town.With(
            folder =>
                With(
                    folder,
                    "adjust: [{ reference: x, rows: [{ when: { item.amount: { from: 500 } }, add: 10% }, { otherwise: true, add: 0% }] }]\n"
                ),
            Town.Basic(StepText.Tiers("100%"))
        );
        var curve = Curve.Of(town, TestClaim.Stay(TestClaim.B(1, 10)), History.Empty, First);
        curve.IsProved.ShouldBeTrue();
        curve.Segments.Select(line => $"{line.From} {line.Lines[0].Slope}").ShouldBe(["0.00 0.9", "500.00 0.8"]);
    }

    /// <summary>A row of a change is reached by an item that has a share: not by class C, nor by an amount.</summary>
    [Fact]
    public void Coverage_OfAChange_IsReachedByAnItemWithAShare()
    {
        using var folder = new RulebookFolder();
        With(folder, Changes("add: 10%")).Replace(File, "first_self_pay: 0%", "first_self_pay: { amount: 30 }");
        folder
            .Reached(
                "catalogue.adjust",
                CoverageTown.Items("fund: 0", "class: C, amount: 9"),
                CoverageTown.Items("fund: 0", "class: A, amount: 9"),
                CoverageTown.Items("fund: 0", "class: B, amount: 9, first_self_pay: 10%")
            )
            .ShouldBe("1-catalogue.yaml:12 catalogue.adjust.1: 3\n1-catalogue.yaml:13 catalogue.adjust.1: none\n");
    }

    [Fact]
    public void Comparison_OfChanges_TellsTheRow()
    {
        Changed("add: 10%", "add: 5%").ShouldBe(["catalogue.adjust.1"]);
        Changed("add: 10%", "add: 10%").ShouldBeEmpty();
        Pair.Of(_ => { }, folder => With(folder, Changes("add: 10%")))
            .Changes.Select(change => change.Where)
            .Distinct()
            .ShouldBe(["catalogue.adjust.1"]);

        static IEnumerable<string> Changed(string before, string after) =>
            Pair.Of(folder => With(folder, Changes(before)), folder => With(folder, Changes(after))).Changes.Select(change => change.Where);
    }

    [Fact]
    public void Sums_OfItems_SayTheShareThatWasTaken()
    {
        var town = Elsewhere("add: 10%");
        Said(town, Stay(Location.OutOfCity, TestClaim.B(200, 10)))
            .ShouldBe("Item 1: 200.00 = 40.00 first self-pay (20% of 200.00) + 160.00 in scope.");
        Said(OfUnit("30"), TestClaim.Stay(TestClaim.A(200) with { Quantity = 2 }))
            .ShouldBe("Item 1: 200.00 = 60.00 first self-pay (2 × 30.00) + 140.00 in scope.");
        Said(OfUnit("300"), TestClaim.Stay(TestClaim.A(200)))
            .ShouldBe("Item 1: 200.00 = 200.00 first self-pay (1 × 300.00, at most the fee).");

        static string Said(Rulebook town, Claim claim) => string.Join(' ', ItemWords.Say(town, town.Settle(claim)).Select(one => one.En));
    }

    [Fact]
    public void Space_OfClaims_HasTheAmountOfAUnit() => ClaimSpace.Of(OfUnit("123.45")).Amounts.ShouldContain(Money.Yuan(123.45m));

    private static decimal[] Shares(Rulebook town, Location location) =>
        [
            .. town.Settle(Stay(location, TestClaim.A(100), TestClaim.B(100, 10), TestClaim.C(100)))
                .Items.Select(item => item.FirstSelfPay.InYuan),
        ];

    private static Claim Stay(Location location, params FeeItem[] items) => TestClaim.Stay(items) with { Location = location };

    private static Rulebook Elsewhere(string change, IRuleEngine? engine = null) =>
        Town.With(engine ?? new GridEngine(), folder => With(folder, Changes(change)), Town.Basic(StepText.Tiers("100%")));

    private static Rulebook OfUnit(string amount) =>
        Town.With(
            folder => folder.Replace(File, "first_self_pay: 0%", $"first_self_pay: {{ amount: {amount} }}"),
            Town.Basic(StepText.Tiers("100%"))
        );

    private static string Changes(string change) =>
        $$"""
            adjust:
              - reference: Town order 9
                rows: [{ when: { location: in_area }, add: 0% },
                       { otherwise: true, {{change}} }]

            """;

    private static RulebookFolder With(RulebookFolder folder, string more) => folder.With(File, RulebookFolder.Catalogue + more);
}
