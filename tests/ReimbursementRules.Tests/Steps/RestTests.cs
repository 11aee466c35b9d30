using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Steps;

/// <summary>What a layer leaves: named after it or unchanged, with the patient or with the hospital, counted or not.</summary>
public sealed class RestTests
{
    private static readonly string Basic = Town.Basic(StepText.Deductible("claim", "100"), StepText.Tiers("50%"));

    /// <summary>Another party owes 40% of everything; the fund then pays 50% of (600 − 100) of what is still in scope.</summary>
    [Fact]
    public void Rest_Unchanged_IsThereForTheNextLayer()
    {
        var liable = Town.Layer("liable", "aid", "[in_scope, out_of_scope]", "rest: unchanged", StepText.Tiers("40%"));
        var settlement = Town.Of(liable, Basic).Settle(TestClaim.Stay(TestClaim.A(1_000), TestClaim.C(100)));
        (settlement.Aid(), settlement.Fund(), settlement.Held("out_of_scope"), settlement.Held("liable.share")).ShouldBe(
            (440m, 250m, 60m, 0m)
        );
    }

    [Fact]
    public void Rest_Named_IsNoLongerInScope()
    {
        var liable = Town.Layer("liable", "aid", "in_scope", "rest: named", StepText.Tiers("40%"));
        var settlement = Town.Of(liable, Basic).Settle(TestClaim.Stay(1_000));
        (settlement.Aid(), settlement.Fund(), settlement.Held("liable.share")).ShouldBe((400m, 0m, 600m));
    }

    /// <summary>Three payers share one item: 30%, 30% of what it was at first, and the patient 40%.</summary>
    [Fact]
    public void Item_SharedByPayers_IsDividedByTheirShares()
    {
        const string item = "items: { item.kind: service }\nrest: unchanged";
        var rulebook = Town.Of(
            Town.Layer("a", "fund", "{ parts: [in_scope], as: original }", item, StepText.Tiers("30%")),
            Town.Layer("b", "aid", "{ parts: [in_scope], as: original }", item, StepText.Tiers("30%"))
        );
        var settlement = rulebook.Settle(TestClaim.Stay(TestClaim.A(100) with { Kind = ReimbursementRules.Claims.ItemKind.Service }));
        (settlement.Fund(), settlement.Aid(), settlement.Patient.InYuan).ShouldBe((30m, 30m, 40m));
    }

    /// <summary>Of five items of 100 the fund has paid two; half of what is left is paid of the other three, however many are counted at
    /// once.</summary>
    [Fact]
    public void Rest_OfManyItems_IsDividedOverWhatEachStillHolds()
    {
        var rows = "rows: [ { when: { item.essential: yes }, value: 100% }, { when: { item.essential: no }, value: 0% } ]";
        var (essential, other) = (TestClaim.A(100) with { Essential = true }, TestClaim.A(100));
        Town.Of(
                Town.Layer("basic", "fund", "in_scope", "rest: unchanged", StepText.TiersOf(rows)),
                Town.Layer("more", "aid", "in_scope", "", StepText.Tiers("50%"))
            )
            .Settle(TestClaim.Stay(essential, essential, other, other, other))
            .Items.Select(item => item.Payers[1].Amount.InYuan)
            .ShouldBe([0, 0, 50, 50, 50]);
    }

    /// <summary>The fund's part of 1,600 is paid up to 1,430; the hospital bears the rest, and the patient no more than before.</summary>
    [Theory]
    [Example("1429.99", "1429.99", "0.00")]
    [Example("1430.00", "1430.00", "0.00")]
    [Example("1430.01", "1430.00", "0.01")]
    [Example("1600.00", "1430.00", "170.00")]
    public void Cap_BeyondToTheHospital_LeavesThePatientAlone(decimal bill, decimal fund, decimal hospital)
    {
        var cap = $"{{ id: cap, kind: cap, of: payment, per: admission, beyond: hospital, amount: {StepText.Dated("value: 1_430")} }}";
        var settlement = Town.Of(Town.Basic(StepText.Tiers("100%"), cap)).Settle(TestClaim.Stay(TestClaim.A(bill), TestClaim.C(900)));
        (settlement.Fund(), settlement.Hospital.InYuan, settlement.Patient.InYuan).ShouldBe((fund, hospital, 900m));
    }

    /// <summary>800 due; at most 600 a day to the hospital's loss, and of these 500 a year to the patient's.</summary>
    [Fact]
    public void Caps_OneAfterTheOther_EachKeepTheirPart()
    {
        var day = $"{{ id: daily, kind: cap, of: payment, per: day, beyond: hospital, amount: {StepText.Dated("value: 600")} }}";
        var settlement = Town.Of(Town.Basic(StepText.Tiers("80%"), day, StepText.Cap("payment", "year", "500")))
            .Settle(TestClaim.Stay(1_000));
        (settlement.Fund(), settlement.Hospital.InYuan, settlement.Held("basic.cap"), settlement.Held("basic.share")).ShouldBe(
            (500m, 200m, 100m, 200m)
        );
    }

    /// <summary>Once a year, except that courses of one treatment neither count nor are counted.</summary>
    [Fact]
    public void Use_Unless_IsNeitherLimitedNorCounted()
    {
        var rulebook = Town.Of(
            Basic,
            Town.Layer(
                "special",
                "fund",
                "in_scope",
                "instead_of: basic\nat_most: { times: 1, per: year, unless: { emergency: yes } }",
                StepText.Tiers("100%")
            )
        );
        var emergency = rulebook.Settle(TestClaim.Stay(1_000) with { Emergency = true });
        emergency.Fund().ShouldBe(1_000);
        var first = rulebook.Settle(TestClaim.Stay(1_000), emergency.History);
        first.Fund().ShouldBe(1_000);
        rulebook.Settle(TestClaim.Stay(1_000), first.History).Fund().ShouldBe(450);
        rulebook.Settle(TestClaim.Stay(1_000) with { Emergency = true }, first.History).Fund().ShouldBe(1_000);
    }
}
