using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Steps;

/// <summary>A deductible that is taken before the patient's first share, or from some items first.</summary>
public sealed class TakenFromTests
{
    /// <summary>Class B 3,172.87 with 10% first: of the deductible 120 are first share and 1,080 in scope, so (3172.87 − 1200) × 90% × 60%
    /// = 1,065.35 and 4,088.05 × 60% = 2,452.83.</summary>
    [Fact]
    public void Deductible_FromClassBInFull_LowersTheFirstShareToo()
    {
        var settlement = Of("1_200", "{ parts: [first_self_pay, in_scope], items: { item.class: B } }", "60%")
            .Settle(TestClaim.Stay(TestClaim.A(4_088.05m), TestClaim.B(3_172.87m, 10), TestClaim.C(394.10m)));
        settlement.Items.Select(item => item.Payers[0].Amount.InYuan).ShouldBe([2_452.83m, 1_065.35m, 0m]);
        (settlement.Held("basic.deductible"), settlement.Held("first_self_pay")).ShouldBe((1_200m, 197.29m));
    }

    /// <summary>Class B of 1,000 bears the deductible up to its whole fee; what is left of it falls to class A.</summary>
    [Theory]
    [Example("999.99", "2000.00", "0.01")]
    [Example("1000.00", "2000.00", "0.00")]
    [Example("1000.01", "1999.99", "0.00")]
    [Example("1500.00", "1500.00", "0.00")]
    [Example("3500.00", "0.00", "0.00")]
    public void Deductible_AboveTheItems_GoesOnWithTheRest(string amount, decimal ofA, decimal ofB)
    {
        var settlement = Of(amount, "{ parts: [first_self_pay, in_scope], items: { item.class: B } }", "100%")
            .Settle(TestClaim.Stay(TestClaim.A(2_000), TestClaim.B(1_000, 10)));
        settlement.Items[0].Payers[0].Amount.InYuan.ShouldBe(ofA);
        (settlement.Items[1].Payers[0].Amount.InYuan + settlement.Held("first_self_pay")).ShouldBe(ofB);
    }

    /// <summary>100 of deductible over 10 of first share and 90 in scope of one item, taken in proportion from both.</summary>
    [Fact]
    public void Deductible_FromParts_WithoutItemsTakesAll()
    {
        var settlement = Of("50", "[first_self_pay, in_scope]", "100%").Settle(TestClaim.Stay(TestClaim.B(100, 10)));
        (settlement.Fund(), settlement.Held("first_self_pay"), settlement.Held("basic.deductible")).ShouldBe((45m, 5m, 50m));
    }

    /// <summary>A base of two parts: 50 come off the part that is named, of the item that holds it, and all else is paid.</summary>
    [Theory]
    [Example("in_scope", "50, 100")]
    [Example("out_of_scope", "100, 50")]
    public void Deductible_FromOnePartOfTheBase_LeavesTheOther(string part, string paid)
    {
        var step = $"{{ id: deductible, kind: deductible, per: claim, amount: {StepText.Dated("value: 50")}, taken_from: {part} }}";
        var settlement = Town.Of(Town.Layer("basic", "fund", "[in_scope, out_of_scope]", "", step, StepText.Tiers("100%")))
            .Settle(TestClaim.Stay(TestClaim.A(100), TestClaim.C(100)));
        string.Join(", ", settlement.Items.Select(item => item.Payers[0].Amount.InYuan.ToString("0", CultureInfo.InvariantCulture)))
            .ShouldBe(paid);
    }

    /// <summary>1,200 are more than either of two items of class B holds and less than both: nothing is left for class A.</summary>
    [Fact]
    public void Deductible_FromSeveralItems_TakesWhatTheyHoldTogether() =>
        Of("1_200", "{ parts: [first_self_pay, in_scope], items: { item.class: B } }", "100%")
            .Settle(TestClaim.Stay(TestClaim.A(2_000), TestClaim.B(1_000, 10), TestClaim.B(500, 10)))
            .Items[0]
            .Payers[0]
            .Amount.InYuan.ShouldBe(2_000);

    /// <summary>50 are taken of two parts or of two items of one, 25 of each; half of the other 150 is paid.</summary>
    [Theory]
    [Example(CatalogueClass.A)]
    [Example(CatalogueClass.C)]
    public void Deductible_FromSeveralPlacesOfTheBase_IsOffTheBaseInFull(CatalogueClass @class)
    {
        var step =
            $"{{ id: deductible, kind: deductible, per: claim, amount: {StepText.Dated("value: 50")}, "
            + "taken_from: [in_scope, out_of_scope] }";
        Town.Of(Town.Layer("basic", "fund", "[in_scope, out_of_scope]", "", step, StepText.Tiers("50%")))
            .Settle(TestClaim.Stay(TestClaim.A(100), TestClaim.A(100) with { Class = @class }))
            .Fund()
            .ShouldBe(75);
    }

    /// <summary>1,000 with 100 of first share: 500 are 50 of it and 450 of the 900 in scope, so that the deductible works on these 50 and
    /// 900.</summary>
    [Fact]
    public void Deductible_FromAPartBesideTheBase_TellsBoth()
    {
        var line = Of("500", "[first_self_pay, in_scope]", "100%")
            .Settle(TestClaim.Stay(TestClaim.B(1_000, 10)))
            .Steps.Single(step => step.Kind == StepKind.Deductible);
        (line.Base.InYuan, line.Amount.InYuan, line.Due).ShouldBe((950m, 500m, null));
    }

    /// <summary>Which items it is taken from is a rule, which stands where its conditions stand: two lines below the step.</summary>
    [Fact]
    public void Deductible_FromSomeItems_HasARuleWhereTheConditionsStand()
    {
        var step =
            $"{{ id: deductible, kind: deductible, per: claim, amount: {StepText.Dated("value: 50")}, "
            + "taken_from:\n      { parts: in_scope,\n      items: { item.class: B } } }";
        Town.Of(Town.Basic(step, StepText.Tiers("50%")))
            .Rules.Where(rule => rule.Table == "basic.deductible.taken_from")
            .Select(rule => rule.Source.Place.Line)
            .Distinct()
            .ShouldBe([8]);
    }

    /// <summary>Not even from the first part that a layer has named.</summary>
    [Fact]
    public void Deductible_FromWhatALayerLeaves_IsRefused()
    {
        var step = $"{{ id: deductible, kind: deductible, per: claim, amount: {StepText.Dated("value: 50")}, taken_from: first.share }}";
        Should
            .Throw<PolicyException>(() =>
                Town.Of(
                    Town.Layer("first", "fund", "in_scope", "", StepText.Tiers("50%")),
                    Town.Layer("second", "aid", "[in_scope, first.share]", "", step, StepText.Tiers("50%"))
                )
            )
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("deductible.taken_from");
    }

    /// <summary>What is taken of the year's 1,200 counts in full, first share and all.</summary>
    [Fact]
    public void Deductible_OfAYear_CountsWhatWasTaken()
    {
        var rulebook = Of("1_200", "[first_self_pay, in_scope]", "100%", "year");
        var first = rulebook.Settle(TestClaim.Stay(TestClaim.B(1_000, 10)));
        first.History.Entries.Single(entry => entry.What == "basic.deductible").Amount.InYuan.ShouldBe(1_000);
        rulebook.Settle(TestClaim.Stay(TestClaim.B(1_000, 10)), first.History).Fund().ShouldBe(720); // (1000 - 200) × 90%
    }

    /// <summary>The first takes 100 of 150 first share and the second the 50 that are left, then 50 of what is in scope.</summary>
    [Fact]
    public void Deductible_AfterAnotherOfTheSamePart_TakesWhatIsLeft()
    {
        var step = (string id) =>
            $"{{ id: {id}, kind: deductible, per: claim, amount: {StepText.Dated("value: 100")}, taken_from: first_self_pay }}";
        var settlement = Town.Of(Town.Basic(step("one"), step("two"), StepText.Tiers("100%")))
            .Settle(TestClaim.Stay(TestClaim.B(1_500, 10)));
        (settlement.Fund(), settlement.Held("first_self_pay"), settlement.Held("basic.one"), settlement.Held("basic.two")).ShouldBe(
            (1_300m, 0m, 100m, 100m)
        );
    }

    /// <summary>A layer for drugs leaves the first share of a bed alone.</summary>
    [Fact]
    public void Deductible_InALayerOfSomeItems_TakesNothingOfOthers()
    {
        var settlement = Town.Of(
                Town.Layer(
                    "basic",
                    "fund",
                    "in_scope",
                    "items: { item.kind: drug }",
                    $"{{ id: deductible, kind: deductible, per: claim, amount: {StepText.Dated("value: 100")}, taken_from: "
                        + "[first_self_pay, in_scope] }",
                    StepText.Tiers("100%")
                )
            )
            .Settle(TestClaim.Stay(TestClaim.B(1_000, 10) with { Kind = ItemKind.Bed }, TestClaim.A(1_000) with { Kind = ItemKind.Drug }));
        (settlement.Fund(), settlement.Held("first_self_pay")).ShouldBe((900m, 100m));
    }

    private static Rulebook Of(string amount, string takenFrom, string rate, string per = "claim") =>
        Town.Of(
            Town.Basic(
                $"{{ id: deductible, kind: deductible, per: {per}, amount: {StepText.Dated($"value: {amount}")}, taken_from: "
                    + $"{takenFrom} }}",
                StepText.Tiers(rate)
            )
        );
}
