using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>What is above a ceiling price: who bears it, and where the price stands.</summary>
public sealed class CeilingTests
{
    private const string Prices = """
        ceiling_prices:
          2020-01-01:
            reference: "Town order 8"
            rows:
              - { when: { item.code: plate }, value: 30 }
              - { otherwise: true, value: none }
          2020-10-01: { reference: "Town order 9", rows: [ { when: { item.code: plate }, value: 25 }, { otherwise: true, value: none } ] }
          2020-12-01: { value: repealed, reference: "Town order 10" }
        """;

    /// <summary>A bill of 5,000 items with a price each takes a few megabytes, not items times prices.</summary>
    [Fact]
    public void ListedPrices_OfEveryItem_TakeLittleMemory()
    {
        var rows = string.Concat(Enumerable.Range(0, 5_000).Select(code => $"      - {{ when: {{ item.code: c{code} }}, value: 1 }}\n"));
        var rulebook = Town.With(
            new GridEngine(),
            folder =>
                folder.Replace(
                    "1-catalogue.yaml",
                    "ceiling: trim",
                    $"ceiling: trim\nceiling_prices:\n  2020-01-01:\n    reference: Order\n    rows:\n{rows}      - {{ "
                        + "otherwise: true, value: none }"
                ),
            Town.Basic(StepText.Tiers("100%"))
        );
        var claim = TestClaim.Stay([.. Enumerable.Range(0, 5_000).Select(code => TestClaim.A(2) with { Code = $"c{code}" })]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        rulebook.Settle(claim).Fund().ShouldBe(5_000m);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000_000);
    }

    private static readonly Rulebook Hospital = Book("ceiling: hospital");

    private static readonly Rulebook Listed = Book($"ceiling: trim\n{Prices}");

    private static readonly Rulebook HospitalListed = Book($"ceiling: hospital\n{Prices}");

    private static readonly Rulebook RejectsListed = Book($"ceiling: reject\n{Prices}");

    /// <summary>Three units at most 30 each: 90 count, of them 10% are the patient's first share. The hospital bears the rest.</summary>
    [Theory]
    [Example("89.99", "0.00", "9.00", "80.99")] // 8.999 → 9.00
    [Example("90.00", "0.00", "9.00", "81.00")]
    [Example("90.01", "0.01", "9.00", "81.00")]
    [Example("120.00", "30.00", "9.00", "81.00")]
    public void Hospital_AroundTheCeiling_BearsWhatIsAbove(decimal fee, decimal over, decimal patient, decimal fund)
    {
        var settlement = Hospital.Settle(TestClaim.Stay(TestClaim.B(fee, 10) with { Quantity = 3, CeilingPrice = Money.Yuan(30) }));
        (settlement.Hospital.InYuan, settlement.Patient.InYuan, settlement.Fund()).ShouldBe((over, patient, fund));
        var item = settlement.Items.ShouldHaveSingleItem();
        (item.OverCeiling.InYuan, item.Hospital.InYuan, item.Patient.InYuan).ShouldBe((over, over, patient));
        settlement.Held("over_ceiling").ShouldBe(0);
        settlement.Findings.ShouldBeEmpty();
    }

    /// <summary>30 and 10 above two ceilings: one line, by the rows of the catalogue that cut the items. The third is not above its
    /// own.</summary>
    [Fact]
    public void Hospital_OfSeveralItems_IsToldByTheRowThatCutThem()
    {
        var settlement = Hospital.Settle(
            TestClaim.Stay(Own(120), Own(100), Own(90), TestClaim.B(100, 0) with { CeilingPrice = Money.Yuan(40) })
        );
        var lines = settlement.Steps.Where(step => step.Kind == StepKind.OverCeiling).ToList();
        lines
            .Select(step => (step.Layer, step.Step, step.Base.InYuan, step.Amount.InYuan, step.Source.Place.Line))
            .ShouldBe([("catalogue", "ceiling", 220m, 40m, 7), ("catalogue", "ceiling", 100m, 60m, 8)]);
        lines.ShouldAllBe(step =>
            step.Moves.Single().To == "hospital" && step.Moves.Single().Part == "over_ceiling" && step.Source.Reference == "Town order 1"
        );
        settlement.Items.Select(item => item.Hospital.InYuan).ShouldBe([30m, 10m, 0m, 60m]);
    }

    /// <summary>What the hospital bears is not the patient's: a layer on it has nothing to pay.</summary>
    [Fact]
    public void Hospital_BeforeALayerOnOverCeiling_LeavesItNothing()
    {
        var rulebook = Book("ceiling: hospital", Town.Layer("more", "aid", "over_ceiling", "", StepText.Tiers("100%")));
        var settlement = rulebook.Settle(TestClaim.Stay(Own(120)));
        (settlement.Hospital.InYuan, settlement.Aid(), settlement.Patient.InYuan).ShouldBe((30m, 0m, 90m));
    }

    /// <summary>Three units of the listed price of 30; the day before it falls to 25, and the day itself; repealed there is none.</summary>
    [Theory]
    [Example("2020-09-30", "89.99", "0.00")]
    [Example("2020-09-30", "90.00", "0.00")]
    [Example("2020-09-30", "90.01", "0.01")]
    [Example("2020-10-01", "75.00", "0.00")]
    [Example("2020-10-01", "75.01", "0.01")]
    [Example("2020-10-01", "90.01", "15.01")]
    [Example("2020-11-30", "90.01", "15.01")]
    [Example("2020-12-01", "90.01", "0.00")]
    public void ListedPrice_OnItsDays_IsTheCeiling(string day, decimal fee, decimal over)
    {
        var settlement = Listed.Settle(On(day, Plate(fee)));
        (settlement.Items[0].OverCeiling.InYuan, settlement.Held("over_ceiling"), settlement.Fund()).ShouldBe((over, over, fee - over));
    }

    /// <summary>The lower of the listed price of 25 and the item's own.</summary>
    [Theory]
    [Example("24.99", "0.03", false)]
    [Example("25.00", "0.00", true)]
    [Example("25.01", "0.00", true)]
    [Example("0.00", "75.00", false)]
    public void ListedPriceAndOwn_TheLowerCounts(decimal own, decimal over, bool isListed)
    {
        var plate = Plate(75) with { CeilingPrice = Money.Yuan(own) };
        HospitalListed.Settle(On("2020-10-08", plate)).Hospital.InYuan.ShouldBe(over);
        var line = HospitalListed
            .Settle(On("2020-10-08", plate with { Amount = Money.Yuan(75.04m) }))
            .Steps.Single(step => step.Kind == StepKind.OverCeiling);
        line.Source.Reference.ShouldBe(isListed ? "Town order 9" : "Town order 1");
    }

    [Fact]
    public void ListedPrice_OfAnotherCode_IsNone() =>
        Listed.Settle(On("2020-10-08", Plate(90) with { Code = "screw" })).Items[0].OverCeiling.ShouldBe(Money.Zero);

    /// <summary>A price that stands in the policy is told with its reference, although the patient bears what is above.</summary>
    [Fact]
    public void ListedPrice_WhereThePatientBearsIt_IsTold()
    {
        var line = Listed.Settle(On("2020-10-08", Plate(90))).Steps.Single(step => step.Kind == StepKind.OverCeiling);
        (line.Base.InYuan, line.Amount.InYuan, line.Source.Reference, line.Moves.IsEmpty).ShouldBe((90m, 15m, "Town order 9", true));
        Listed.Settle(On("2020-12-01", Own(90.01m))).Steps.ShouldNotContain(step => step.Kind == StepKind.OverCeiling);
    }

    [Theory]
    [Example("75.00", "0.00")]
    [Example("75.01", "75.01")]
    public void ListedPrice_WhereTheItemIsRejected_RefusesItWhole(decimal fee, decimal refused)
    {
        var settlement = RejectsListed.Settle(On("2020-10-08", Plate(fee)));
        settlement.Items[0].Refused.InYuan.ShouldBe(refused);
        settlement.Findings.Select(finding => finding.Source.Reference).ShouldBe(refused > 0 ? ["Town order 9"] : []);
    }

    /// <summary>Where the day of service decides, each item takes the price of its own day: 30 on 30 September, 25 on 1 October.</summary>
    [Fact]
    public void ListedPrice_ByTheDayOfService_IsThatOfTheItem()
    {
        var rulebook = Book($"ceiling: hospital\ndecided_by: service\n{Prices}");
        var settlement = rulebook.Settle(
            On("2020-10-08", Plate(100) with { Date = new(2020, 9, 30) }, Plate(100) with { Date = new(2020, 10, 1) })
        );
        settlement.Items.Select(item => item.Hospital.InYuan).ShouldBe([10m, 25m]);
        settlement
            .Steps.Where(step => step.Kind == StepKind.OverCeiling)
            .Select(step => step.Source.Reference)
            .ShouldBe(["Town order 8", "Town order 9"]);
    }

    [Fact]
    public void Reverse_OfWhatTheHospitalBears_NegatesIt() =>
        Hospital.Settle(TestClaim.Stay(Own(120))).Reverse().Hospital.InYuan.ShouldBe(-30);

    private static Rulebook Book(string ceiling, params string[] layers) =>
        Town.With(
            folder => folder.Replace("1-catalogue.yaml", "ceiling: trim", ceiling),
            layers.Length > 0 ? layers : [Town.Basic(StepText.Tiers("100%"))]
        );

    private static FeeItem Own(decimal fee) => TestClaim.A(fee) with { Quantity = 3, CeilingPrice = Money.Yuan(30) };

    private static FeeItem Plate(decimal fee) => TestClaim.A(fee) with { Code = "plate", Quantity = 3 };

    private static Claim On(string day, params ReadOnlySpan<FeeItem> items) => TestClaim.Stay(items) with { Discharged = Day.Of(day) };
}
