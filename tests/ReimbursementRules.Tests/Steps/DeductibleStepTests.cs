using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Steps;

/// <summary>The patient keeps the bottom of the base.</summary>
public sealed class DeductibleStepTests
{
    /// <summary>Rates by the day of service, one deductible of 600 and a cap of 2,000 on the cost for the stay: a layer before takes both
    /// and
    /// pays nothing. Of three items of 1,000 each bears 200 of the deductible: 800 × 75% + 2 × 800 × 80% = 1,880; of 2,000 within the cap
    /// 1,400 are left, 466.67 + 466.66 + 466.67: 350.00 + 373.33 + 373.34.</summary>
    [Theory]
    [Example("", "1880.00")]
    [Example("2_000", "1096.67")]
    public void Deductible_OfALayerBefore_LeavesTheShareToALayerByService(string cap, decimal fund)
    {
        string[] first =
        [
            .. cap.Length > 0 ? [StepText.Cap("cost", "claim", cap)] : (string[])[],
            StepText.Deductible("admission", "600"),
            StepText.Tiers("0%"),
        ];
        const string dated =
            "{ id: share, kind: tiers, edges: after_deductible, table: { 2020-01-01: { value: 75%, reference: x }, "
            + "2020-10-05: { value: 80%, reference: x } } }";
        var book = Town.Of(
            Town.Layer("first", "fund", "in_scope", "", first),
            Town.Layer("basic", "fund", "first.share", "decided_by: service", dated)
        );
        var items = Enumerable.Range(4, 3).Select(day => TestClaim.A(1_000) with { Date = new(2020, 10, day) }).ToArray();
        book.Settle(TestClaim.Stay(items)).Fund().ShouldBe(fund);
    }

    private static readonly Rulebook PerYear = Town.Of(Town.Basic(StepText.Deductible("year", "600"), StepText.Tiers("100%")));

    private static readonly Rulebook ByAdmission = Town.Of(
        Town.Basic(
            StepText.DeductibleOf(
                "admission",
                "rows: [ { when: { admission: first }, value: 600 }, { when: { admission: second }, value: 300 }, { when: { "
                    + "admission: later }, value: 0 } ]"
            ),
            StepText.Tiers("100%")
        )
    );

    private static readonly Rulebook Consultation = Town.Of(
        Town.Layer(
            "visit",
            "fund",
            "in_scope",
            "items: { item.kind: general_consultation }",
            StepText.Deductible("item", "1.5"),
            StepText.Tiers("100%")
        )
    );

    [Theory]
    [Example("599.99", "0.00", "599.99")]
    [Example("600.00", "0.00", "600.00")]
    [Example("600.01", "0.01", "600.00")]
    [Example("0.00", "0.00", "0.00")]
    public void Deductible_PerAdmission_IsKeptByThePatient(decimal bill, decimal fund, decimal kept)
    {
        var settlement = Town.Of(Town.Basic(StepText.Deductible("admission", "600"), StepText.Tiers("100%"))).Settle(TestClaim.Stay(bill));
        settlement.Fund().ShouldBe(fund);
        settlement.Held("basic.deductible").ShouldBe(kept);
    }

    /// <summary>400 leaves 200 of the 600; of the next 200 nothing is paid, of 200.01 one cent, and of the third bill everything.</summary>
    [Theory]
    [Example("199.99", "0.00", "99.99")]
    [Example("200.00", "0.00", "100.00")]
    [Example("200.01", "0.01", "100.00")]
    public void Deductible_PerYear_AddsUpOverTheClaims(decimal second, decimal fund, decimal ofThird)
    {
        var first = PerYear.Settle(TestClaim.Stay(400));
        first.Fund().ShouldBe(0);
        var then = PerYear.Settle(TestClaim.Stay(second), first.History);
        then.Fund().ShouldBe(fund);
        PerYear.Settle(TestClaim.Stay(100), then.History).Fund().ShouldBe(ofThird);
    }

    /// <summary>1,000 - 600, 1,000 - 300, 1,000 - 0 and again 1,000 - 0: the history counts the admissions.</summary>
    [Fact]
    public void Deductible_ByAdmission_FallsWithTheirNumber()
    {
        var history = History.Empty;
        foreach (var fund in new[] { 400m, 700m, 1000m, 1000m })
        {
            var settlement = ByAdmission.Settle(TestClaim.Stay(1000), history);
            settlement.Fund().ShouldBe(fund);
            history = settlement.History;
        }
    }

    [Theory]
    [Example(1, 400)]
    [Example(2, 700)]
    [Example(3, 1000)]
    [Example(4, 1000)]
    public void Deductible_ByAdmission_TakesTheNumberThatTheClaimStates(int admission, decimal fund) =>
        ByAdmission.Settle(TestClaim.Stay(1000) with { Admission = admission }).Fund().ShouldBe(fund);

    /// <summary>An outpatient visit is no admission.</summary>
    [Fact]
    public void Deductible_ByAdmission_CountsStaysOnly()
    {
        var visit = ByAdmission.Settle(TestClaim.Stay(10) with { Setting = Setting.Outpatient });
        ByAdmission.Settle(TestClaim.Stay(1000), visit.History).Fund().ShouldBe(400);
    }

    /// <summary>Of each consultation fee the patient pays 1.50: 10 - 1.5 and 1.51 - 1.5 are paid, of 1.50 and 1.49 nothing, and the drug is
    /// another layer's.</summary>
    [Fact]
    public void Deductible_PerItem_IsKeptOfEachItem()
    {
        FeeItem[] fees = [Fee(10m), Fee(1.51m), Fee(1.50m), Fee(1.49m), TestClaim.A(100) with { Kind = ItemKind.Drug }];
        var settlement = Consultation.Settle(TestClaim.Stay(fees));
        settlement.Items.Select(item => item.Payers[0].Amount.InYuan).ShouldBe([8.50m, 0.01m, 0.00m, 0.00m, 0.00m]);
        settlement.Held("visit.deductible").ShouldBe(1.50m + 1.50m + 1.50m + 1.49m);
        settlement.Held("in_scope").ShouldBe(100);
    }

    /// <summary>Essential drugs 2, others 5 each: (10 - 2) + (10 - 5) = 13.</summary>
    [Fact]
    public void Deductible_PerItemByFactOfTheItem_TakesEachItemsRow()
    {
        var rulebook = Town.Of(
            Town.Basic(
                StepText.DeductibleOf(
                    "item",
                    "rows: [ { when: { item.essential: yes }, value: 2 }, { when: { item.essential: no }, value: 5 } ]"
                ),
                StepText.Tiers("100%")
            )
        );
        rulebook.Settle(TestClaim.Stay(TestClaim.A(10) with { Essential = true }, TestClaim.A(10))).Fund().ShouldBe(13);
    }

    [Theory]
    [Example("2020-06-30", 600)]
    [Example("2020-07-01", 0)]
    public void Deductible_Repealed_IsNoneFromThatDay(string day, decimal kept)
    {
        var step =
            "{ id: deductible, kind: deductible, per: claim, amount: { 2020-01-01: { value: 600, reference: Order 1 }, "
            + "2020-07-01: { value: repealed, reference: Order 2 } } }";
        var settlement = Town.Of(Town.Basic(step, StepText.Tiers("100%"))).Settle(TestClaim.Stay(1000) with { Discharged = Day.Of(day) });
        settlement.Held("basic.deductible").ShouldBe(kept);
        settlement.Steps.Count(step => step.Kind == StepKind.Deductible).ShouldBe(kept > 0 ? 1 : 0);
    }

    /// <summary>Nor is one of each item, for which the trace then has no line.</summary>
    [Theory]
    [Example("2020-06-30", 20)]
    [Example("2020-07-01", 0)]
    public void DeductiblePerItem_Repealed_IsNoneFromThatDay(string day, decimal kept)
    {
        var step =
            "{ id: deductible, kind: deductible, per: item, amount: { 2020-01-01: { value: 10, reference: Order 1 }, "
            + "2020-07-01: { value: repealed, reference: Order 2 } } }";
        var settlement = Town.Of(Town.Basic(step, StepText.Tiers("100%")))
            .Settle(TestClaim.Stay(TestClaim.A(100), TestClaim.A(100)) with { Discharged = Day.Of(day) });
        settlement.Held("basic.deductible").ShouldBe(kept);
        settlement.Steps.Count(line => line.Kind == StepKind.Deductible).ShouldBe(kept > 0 ? 1 : 0);
    }

    /// <summary>The trace has a line for each row that applies to an item, with what all its items keep: 2 of each of two, and none for
    /// the row of which there is no item.</summary>
    [Fact]
    public void DeductiblePerItem_ByRows_HasALineForTheItemsOfEach()
    {
        var rows = "rows: [ { when: { item.essential: yes }, value: 2 }, { when: { item.essential: no }, value: 5 } ]";
        var item = TestClaim.A(10) with { Essential = true };
        Town.Of(Town.Basic(StepText.DeductibleOf("item", rows), StepText.Tiers("100%")))
            .Settle(TestClaim.Stay(item, item))
            .Steps.Where(step => step.Kind == StepKind.Deductible)
            .Select(step => (step.Base.InYuan, step.Amount.InYuan, step.Limit.InYuan))
            .ShouldBe([(20m, 4m, 2m)]);
    }

    private static FeeItem Fee(decimal amount) => TestClaim.A(amount) with { Kind = ItemKind.GeneralConsultation };
}
