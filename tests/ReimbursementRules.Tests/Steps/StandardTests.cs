using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Steps;

/// <summary>Payment standards: with a tolerance, by days in hospital, and as the measure of a later layer.</summary>
public sealed class StandardTests
{
    private const string Aid =
        "{ id: own, kind: deductible, per: claim, amount: { 2020-01-01: { value: { standard: major.quota, times: 10% }, "
        + "reference: Town order } } }";

    /// <summary>Standard 6,000 raised by 10% to 6,600, rate 70%: the hospital bears what is above it.</summary>
    [Theory]
    [Example("6599.99", "4619.99", "0.00")]
    [Example("6600.00", "4620.00", "0.00")]
    [Example("6600.01", "4620.00", "0.01")]
    public void Tolerance_RaisesTheStandard(decimal bill, decimal fund, decimal hospital)
    {
        var settlement = Quota("value: 6_000", "limit", $", tolerance: {StepText.Dated("value: 10%")}").Settle(TestClaim.Stay(bill));
        (settlement.Fund(), settlement.Hospital.InYuan).ShouldBe((fund, hospital));
        settlement.Steps.Single(step => step.Kind == StepKind.Tolerance).Amount.InYuan.ShouldBe(600);
    }

    [Fact]
    public void Tolerance_OfNothing_HasNoLine() =>
        Quota("value: 6_000", "limit", $", tolerance: {StepText.Dated("value: 0%")}")
            .Settle(TestClaim.Stay(100))
            .Steps.ShouldNotContain(step => step.Kind == StepKind.Tolerance);

    /// <summary>300 a day for the first three days, then 200: a stay of n days; one that ends on the day it began has one.</summary>
    [Theory]
    [Example(0, "300.00")]
    [Example(1, "300.00")]
    [Example(2, "600.00")]
    [Example(3, "900.00")]
    [Example(4, "1100.00")]
    [Example(10, "2300.00")]
    public void Standard_PerDay_AddsUpThePhases(int days, decimal standard)
    {
        var rulebook = Quota("value: { per_day: [ { above: 0, value: 300 }, { above: 3, value: 200 } ] }", "limit", "");
        var settlement = rulebook.Settle(TestClaim.Stay(100_000) with { Admitted = new DateOnly(2020, 10, 8).AddDays(-days) });
        settlement.Fund().ShouldBe(standard * 0.7m);
        settlement.Hospital.InYuan.ShouldBe(100_000 - standard);
        settlement.Steps.Where(step => step.Kind == StepKind.BedDays).Sum(step => step.Amount.InYuan).ShouldBe(standard);
        settlement.Steps.Where(step => step.Kind == StepKind.BedDays).Sum(step => step.Days).ShouldBe(Math.Max(1, days));
    }

    [Fact]
    public void Standard_OfOneAmountPerDay_TakesEveryDay() =>
        Quota("value: { per_day: 300 }", "limit", "")
            .Settle(TestClaim.Stay(10_000) with { Admitted = new(2020, 10, 3) })
            .Fund()
            .ShouldBe(1_050);

    /// <summary>A standard of 80,000, a bill of 90,000: fund 56,000, hospital 10,000, the aid pays down to 10% of the standard, 24,000 −
    /// 8,000.</summary>
    [Theory]
    [Example("90000.00", "16000.00", "8000.00")]
    [Example("60000.00", "10000.00", "8000.00")]
    [Example("26666.67", "0.00", "8000.00")]
    [Example("26666.71", "0.01", "8000.00")]
    [Example("20000.00", "0.00", "6000.00")]
    public void Amount_OfAStandard_IsAShareOfIt(decimal bill, decimal aid, decimal patient)
    {
        var settlement = Major("instead_of: other").Settle(TestClaim.Stay(bill));
        (settlement.Aid(), settlement.Patient.InYuan).ShouldBe((aid, patient));
    }

    /// <summary>Where no quota was at work there is no standard: the aid does not apply, and says so.</summary>
    [Fact]
    public void Amount_OfNoStandard_LeavesTheLayerOut()
    {
        var settlement = Major("applies: { disease: leukaemia }").Settle(TestClaim.Stay(10_000));
        settlement.Aid().ShouldBe(0);
        settlement.Skipped.Select(skipped => (skipped.Layer, skipped.Reason)).ShouldContain(("aid_down", SkipReason.NoStandard));
    }

    /// <summary>A standard of nothing is one: all of the bill is above it, and half of nothing is kept of that.</summary>
    [Fact]
    public void Amount_OfAStandardOfNothing_IsNothing() =>
        Town.Of(
                Town.Layer("major", "fund", "in_scope", "", StepText.Quota("limit", "0", "70%", "{ patient: 100% }")),
                Town.Layer(
                    "second",
                    "aid",
                    "major.excess",
                    "",
                    StepText.Deductible("claim", "{ standard: major.quota, times: 50% }"),
                    StepText.Tiers("100%")
                )
            )
            .Settle(TestClaim.Stay(1_000))
            .Aid()
            .ShouldBe(1_000);

    /// <summary>Nor does a quota that is a share of that standard: else its own would be nothing, and all of the bill above it.</summary>
    [Fact]
    public void Quota_OfNoStandard_LeavesTheLayerOut()
    {
        var settlement = Town.Of(
                Town.Layer(
                    "major",
                    "fund",
                    "in_scope",
                    "applies: { disease: leukaemia }",
                    StepText.Quota("quota", "80_000", "70%", "{ hospital: 100% }", "fund")
                ),
                Town.Layer(
                    "second",
                    "aid",
                    "in_scope",
                    "",
                    StepText.Quota("limit", "{ standard: major.quota, times: 50% }", "70%", "{ hospital: 100% }")
                )
            )
            .Settle(TestClaim.Stay(10_000));
        (settlement.Hospital.InYuan, settlement.Patient.InYuan).ShouldBe((0m, 10_000m));
        settlement.Skipped.Select(skipped => (skipped.Layer, skipped.Reason)).ShouldContain(("second", SkipReason.NoStandard));
    }

    /// <summary>A deductible of each item that is a tenth of the standard for drugs and 100 for others. Without a quota there is no such
    /// tenth: the layer is left out where a drug of the claim needs it, and pays where none does or the drug has nothing in
    /// scope.</summary>
    [Theory]
    [Example(ItemKind.Drug, CatalogueClass.A, false)]
    [Example(ItemKind.Drug, CatalogueClass.C, true)]
    [Example(ItemKind.Bed, CatalogueClass.A, true)]
    public void DeductibleOfItems_OfNoStandard_LeavesTheLayerOut(ItemKind kind, CatalogueClass of, bool pays)
    {
        var settlement = ByItem("applies: { disease: leukaemia }")
            .Settle(TestClaim.Stay(TestClaim.A(1_000) with { Kind = kind, Class = of }, TestClaim.A(1_000) with { Kind = ItemKind.Bed }));
        settlement
            .Aid()
            .ShouldBe(
                !pays ? 0
                : of == CatalogueClass.C ? 900
                : 1_800
            );
        settlement.Skipped.Any(skipped => skipped is { Layer: "own", Reason: SkipReason.NoStandard }).ShouldBe(!pays);
    }

    /// <summary>A standard of 6,000, of which the fund pays 70% of 5,000: of the 1,500 that are left 1,200 are the drug's, which keeps the
    /// tenth, 600, and 300 the bed's, which keeps 100.</summary>
    [Fact]
    public void DeductibleOfItems_OfAStandard_IsAShareOfIt()
    {
        var settlement = ByItem("")
            .Settle(TestClaim.Stay(TestClaim.A(4_000) with { Kind = ItemKind.Drug }, TestClaim.A(1_000) with { Kind = ItemKind.Bed }));
        settlement.Aid().ShouldBe(600 + 200);
    }

    /// <summary>1,376 days at the largest amount there is: the standard and its line are the largest amount.</summary>
    [Fact]
    public void Standard_PerDay_BeyondTheLargest_IsTheLargest()
    {
        var settlement = Quota("value: { per_day: 90_000_000_000_000 }", "limit", "")
            .Settle(TestClaim.Stay(100) with { Admitted = new(2017, 1, 1) });
        settlement.Fund().ShouldBe(70m);
        settlement.Steps.Single(step => step.Kind == StepKind.BedDays).Amount.InYuan.ShouldBe(90_000_000_000_000m);
    }

    private static Rulebook Quota(string amount, string paysOn, string more) =>
        Town.Of(
            Town.Basic(
                $"{{ id: quota, kind: quota, pays_on: {paysOn}, amount: {StepText.Dated(amount)}, rate: "
                    + $"{StepText.Dated("value: 70%")}, excess: {{ hospital: 100% }}{more} }}"
            )
        );

    private static Rulebook ByItem(string more) =>
        Town.Of(
            Town.Layer("major", "fund", "in_scope", more, StepText.Quota("limit", "6_000", "70%", "{ hospital: 100% }")),
            Town.Layer(
                "own",
                "aid",
                "[in_scope, major.share]",
                "",
                StepText.DeductibleOf(
                    "item",
                    "rows: [ { when: { item.kind: drug }, value: { standard: major.quota, times: 10% } }, { otherwise: true, value: 100 } ]"
                ),
                StepText.Tiers("100%")
            )
        );

    private static Rulebook Major(string more) =>
        Town.Of(
            Town.Layer("other", "fund", "in_scope", "", StepText.Tiers("50%")),
            Town.Layer("major", "fund", "in_scope", more, StepText.Quota("quota", "80_000", "70%", "{ hospital: 100% }", "fund")),
            Town.Layer("aid_down", "aid", "[major.share, other.share]", "", Aid, StepText.Tiers("100%"))
        );
}
