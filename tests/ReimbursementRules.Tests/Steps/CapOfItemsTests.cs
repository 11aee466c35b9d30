using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Curves;
using ReimbursementRules.Engines;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Curves;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>A cap of some items within the whole cap of its layer.</summary>
public sealed class CapOfItemsTests
{
    private const string Half = "{ id: share, kind: tiers, table: { 2020-01-01: { value: 50%, reference: x } } }";

    public static TheoryData<IRuleEngine> Engines => [new NRulesEngine(), new GridEngine()];

    /// <summary>Half of the drugs is paid up to 200, half of the bed whole; what is cut off stays with the drugs.</summary>
    [Theory]
    [MemberData(nameof(Engines))]
    public void CapOnPayment_OfDrugs_CutsThemAlone(IRuleEngine engine)
    {
        var book = Town.With(engine, _ => { }, Town.Basic(Half, OfDrugs("payment", "claim", "200")));
        (Fund(book, 399.98m, 300), Fund(book, 400, 300), Fund(book, 400.02m, 300)).ShouldBe((199.99m + 150, 350m, 350m));
        var settlement = book.Settle(Claim(1_000, 300));
        Paid(settlement).ShouldBe([200m, 150m]);
        Left(settlement).ShouldBe(300m);
        Fund(book, 0, 300).ShouldBe(150m);
    }

    /// <summary>Of the drugs 200 count.</summary>
    [Theory]
    [MemberData(nameof(Engines))]
    public void CapOnCost_OfDrugs_CutsThemAlone(IRuleEngine engine)
    {
        var book = Town.With(engine, _ => { }, Town.Basic(OfDrugs("cost", "claim", "200"), StepText.Tiers("100%")));
        (Fund(book, 199.99m, 300), Fund(book, 200, 300), Fund(book, 200.01m, 300)).ShouldBe((499.99m, 500m, 500m));
        var settlement = book.Settle(Claim(1_000, 300));
        Paid(settlement).ShouldBe([200m, 300m]);
        Left(settlement).ShouldBe(800m);
    }

    /// <summary>200 of the drugs and 400 of the bed are 600, of which the whole cap leaves 400: a third and two thirds of it.</summary>
    [Fact]
    public void WholeCap_AfterOneOfDrugs_CutsWhatThatLeaves() =>
        Paid(
                Town.Of(Town.Basic(Half, OfDrugs("payment", "claim", "200"), StepText.Cap("payment", "claim", "400")))
                    .Settle(Claim(1_000, 800))
            )
            .ShouldBe([133.33m, 266.67m]);

    /// <summary>First 150 + 100. Then of 100 for drugs 50 are left, and of 50 + 50 the whole cap leaves 50, half for each: the drugs have
    /// used 150 + 25.</summary>
    [Fact]
    public void CapOnPayment_OfDrugsOfTheYear_CountsWhatTheWholeCapLeavesThem()
    {
        var book = Town.Of(Town.Basic(Half, OfDrugs("payment", "year", "200"), StepText.Cap("payment", "year", "300")));
        var first = book.Settle(Claim(300, 200));
        first.Fund().ShouldBe(250m);
        var second = book.Settle(Claim(200, 100), first.History);
        Paid(second).ShouldBe([25m, 25m]);
        Used(second).ShouldBe(["basic.cap 300.00", "basic.drug_cap 175.00"]);
        book.Settle(Claim(1_000, 0), second.History).Fund().ShouldBe(0m);
    }

    /// <summary>Of 200 + 200 the whole cap leaves 200, half of it drugs.</summary>
    [Fact]
    public void CapOnCost_OfDrugsOfTheYear_CountsWhatTheWholeCapLeavesThem() =>
        Used(
                Town.Of(Town.Basic(OfDrugs("cost", "year", "300"), StepText.Cap("cost", "year", "200"), StepText.Tiers("100%")))
                    .Settle(Claim(200, 200))
            )
            .ShouldBe(["basic.cap 200.00", "basic.drug_cap 100.00"]);

    /// <summary>A whole cap that stands first leaves 300, half for each; the cap of the drugs then leaves them 100, and both count
    /// that.</summary>
    [Fact]
    public void CapOnPayment_OfDrugsAfterTheWholeCap_IsCountedByBoth()
    {
        var settlement = Town.Of(Town.Basic(Half, StepText.Cap("payment", "year", "300"), OfDrugs("payment", "year", "100")))
            .Settle(Claim(400, 400));
        Paid(settlement).ShouldBe([100m, 150m]);
        Used(settlement).ShouldBe(["basic.cap 250.00", "basic.drug_cap 100.00"]);
    }

    /// <summary>Bands over all: 500 of the first 1,000 and 800 of the next, half for each. 150 of the drugs' 650 are cut, of the higher
    /// band.</summary>
    [Fact]
    public void CapOnPayment_OfDrugs_CutsTheHighestBandFirst() =>
        Paid(
                Town.Of(
                        Town.Basic(
                            StepText.Tiers("[{ above: 0, rate: 50% }, { above: 1_000, rate: 80% }]"),
                            OfDrugs("payment", "claim", "500")
                        )
                    )
                    .Settle(Claim(1_000, 1_000))
            )
            .ShouldBe([500m, 650m]);

    /// <summary>Where rows pay items apart, the cap cuts the drugs of both rows in proportion: 500 + 800 become 650, so 250 +
    /// 400.</summary>
    [Fact]
    public void CapOnPayment_OfItemsOfTwoRows_CutsEachInProportion()
    {
        var book = Town.Of(
            Town.Basic(
                StepText.TiersOf("rows: [ { when: { item.essential: yes }, value: 80% }, { when: { item.essential: no }, value: 50% } ]"),
                OfDrugs("payment", "claim", "650")
            )
        );
        FeeItem[] drugs = [Drug(1_000), Drug(1_000) with { Essential = true }, TestClaim.A(100)];
        Paid(book.Settle(TestClaim.Stay(drugs))).ShouldBe([250m, 400m, 50m]);
    }

    [Fact]
    public void CapOnPayment_OfDrugs_BeyondWhichTheHospitalBears() =>
        Town.Of(Town.Basic(Half, OfDrugs("payment", "claim", "200", "beyond: hospital, ")))
            .Settle(Claim(1_000, 300))
            .Hospital.ShouldBe(Money.Yuan(300));

    /// <summary>The items of a cap are told by comparisons.</summary>
    [Fact]
    public void Items_OfACap_AreCompared()
    {
        var (one, other) = (
            Town.Of(Town.Basic(Half, StepText.Cap("payment", "claim", "200", "drug_cap"))),
            Town.Of(Town.Basic(Half, OfDrugs("payment", "claim", "200")))
        );
        RulebookComparison.Of(one, other).Changes.ShouldNotBeEmpty();
        RulebookComparison.Of(other, other).IsUnchanged.ShouldBeTrue();
    }

    /// <summary>As the amount of the drugs grows, and that of the bed: each as claims settle.</summary>
    [Theory]
    [Example("payment", 0)]
    [Example("payment", 1)]
    [Example("cost", 0)]
    [Example("cost", 1)]
    public void Curve_WithACapOfDrugs_IsAsClaimsSettle(string of, int item)
    {
        var (cap, whole) = (OfDrugs(of, "claim", "200"), StepText.Cap("payment", "claim", "400"));
        var book = Town.Of(of == "cost" ? Town.Basic(cap, Half, whole) : Town.Basic(Half, cap, whole));
        var curve = Curve.Of(book, Claim(500, 300), History.Empty, new VariedAmount(item, Money.Zero, Money.Yuan(2_000)));
        foreach (var cents in (long[])[0, 1, 19_999, 20_000, 20_001, 39_999, 40_000, 40_001, 60_000, 80_000, 80_001, 150_000])
            CurveAgreement.HoldsAsStated(curve, History.Empty, Money.FromCents(cents));
    }

    /// <summary>A claim of one drug: half of it, from 400 on no more.</summary>
    [Fact]
    public void Curve_OfOneDrug_EndsAtItsCap()
    {
        var book = Town.Of(Town.Basic(Half, OfDrugs("payment", "claim", "200")));
        var curve = Curve.Of(book, TestClaim.Stay(Drug(1)), History.Empty, new VariedAmount(0, Money.Zero, Money.Yuan(2_000)));
        curve.IsProved.ShouldBeTrue();
        foreach (var cents in (long[])[39_999, 40_000, 40_001, 150_000])
            CurveAgreement.HoldsAsStated(curve, History.Empty, Money.FromCents(cents));
    }

    private static string OfDrugs(string of, string per, string amount, string more = "") =>
        $"{{ id: drug_cap, kind: cap, of: {of}, per: {per}, {more}items: {{ item.kind: drug }}, "
        + $"amount: {StepText.Dated($"value: {amount}")} }}";

    private static FeeItem Drug(decimal amount) => TestClaim.A(amount) with { Kind = ItemKind.Drug };

    private static Claim Claim(decimal drugs, decimal bed) => TestClaim.Stay(Drug(drugs), TestClaim.A(bed) with { Kind = ItemKind.Bed });

    private static decimal Fund(Rulebook book, decimal drugs, decimal bed) => book.Settle(Claim(drugs, bed)).Fund();

    private static IEnumerable<decimal> Paid(Settlement settlement) =>
        settlement.Items.Select(item => item.Payers.Sum(payer => payer.Amount.InYuan));

    private static decimal Left(Settlement settlement) => settlement.Parts.Single(part => part.Name == "basic.drug_cap").Amount.InYuan;

    private static IEnumerable<string> Used(Settlement settlement) =>
        settlement
            .History.Entries.Where(entry => entry.What.StartsWith("basic.", StringComparison.Ordinal))
            .Select(entry => $"{entry.What} {entry.Amount}")
            .Order(StringComparer.Ordinal);
}
