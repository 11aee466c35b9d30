using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>How a fee line is cut: over ceiling first, then the first share of the rest, then in scope.</summary>
public sealed class CatalogueTests
{
    private static readonly Rulebook Trims = Town.Of(Town.Basic(StepText.Tiers("100%")));

    private static readonly Rulebook Rejects = Town.With(
        folder => folder.Replace("1-catalogue.yaml", "ceiling: trim", "ceiling: reject"),
        Town.Basic(StepText.Tiers("100%"))
    );

    /// <summary>Three units at most 30 each: 90 count. Of them 10% are the patient's first share.</summary>
    [Theory]
    [Example("89.99", "0.00", "9.00", "80.99")] // 8.999 → 9.00
    [Example("90.00", "0.00", "9.00", "81.00")]
    [Example("90.01", "0.01", "9.00", "81.00")]
    [Example("120.00", "30.00", "9.00", "81.00")]
    public void ClassB_AroundItsCeiling_IsCutAboveItFirst(decimal fee, decimal over, decimal first, decimal inScope)
    {
        var item = Cut(Trims, TestClaim.B(fee, 10) with { Quantity = 3, CeilingPrice = Money.Yuan(30) });
        (item.OverCeiling.InYuan, item.FirstSelfPay.InYuan, item.InScope.InYuan).ShouldBe((over, first, inScope));
    }

    [Theory]
    [Example("90.00", "0.00")]
    [Example("90.01", "90.01")]
    public void Item_AboveTheCeilingWhereItRejects_IsRefusedWhole(decimal fee, decimal refused)
    {
        var settlement = Rejects.Settle(TestClaim.Stay(TestClaim.A(fee) with { Quantity = 3, CeilingPrice = Money.Yuan(30) }));
        settlement.Items[0].Refused.InYuan.ShouldBe(refused);
        settlement.Fund().ShouldBe(fee - refused);
        settlement.Findings.Length.ShouldBe(refused > 0 ? 1 : 0);
    }

    [Theory]
    [Example(CatalogueClass.A, 0, 0, 100)]
    [Example(CatalogueClass.B, 0, 15, 85)]
    [Example(CatalogueClass.C, 100, 0, 0)]
    public void Item_ByItsClass_IsCut(CatalogueClass @class, decimal outside, decimal first, decimal inScope)
    {
        var item = Cut(Trims, TestClaim.B(100, 15) with { Class = @class });
        (item.OutOfScope.InYuan, item.FirstSelfPay.InYuan, item.InScope.InYuan).ShouldBe((outside, first, inScope));
    }

    /// <summary>Class C has no ceiling to be above: all of it is out of scope.</summary>
    [Fact]
    public void ClassC_AboveACeiling_IsOutOfScopeWhole() =>
        Cut(Trims, TestClaim.C(100) with { CeilingPrice = Money.Yuan(30) }).OutOfScope.InYuan.ShouldBe(100);

    [Fact]
    public void Quantity_OfNothing_LeavesAllOverTheCeiling() =>
        Cut(Trims, TestClaim.A(100) with { Quantity = 0, CeilingPrice = Money.Yuan(30) }).OverCeiling.InYuan.ShouldBe(100);

    /// <summary>The product leaves the range of amounts: no fee can be above it.</summary>
    [Fact]
    public void Quantity_BeyondAllAmounts_LeavesNothingOverTheCeiling() =>
        Cut(Trims, TestClaim.A(100) with { Quantity = 1_000_000_000_000m, CeilingPrice = Money.Largest }).InScope.InYuan.ShouldBe(100);

    /// <summary>An own rate of nothing is a rate; no rate at all is not. So it is where a ceiling price must be asked too.</summary>
    [Theory]
    [Example(false)]
    [Example(true)]
    public void ClassB_WithoutARate_IsAProblemAndWithARateOfNothingIsNone(bool hasCeiling)
    {
        var price = hasCeiling ? Money.Yuan(30) : (Money?)null;
        Cut(Trims, TestClaim.B(20, 0) with { CeilingPrice = price }).InScope.InYuan.ShouldBe(20);
        Should
            .Throw<InputException>(() => Cut(Trims, TestClaim.B(20, 0) with { CeilingPrice = price, FirstSelfPay = null }))
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("item.first_self_pay");
    }

    private static ItemSettlement Cut(Rulebook rulebook, FeeItem item) =>
        rulebook.Settle(TestClaim.Stay(item)).Items.ShouldHaveSingleItem();
}
