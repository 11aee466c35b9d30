using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Steps;

/// <summary>Amounts of deductibles, caps and payment standards that are raised or lowered after their table has given them.</summary>
public sealed class AmountAdjustmentTests
{
    /// <summary>A deductible of 400 of a stay of 1,000: a sum more or less, a share of it, a share of it more or less; never below
    /// nothing.</summary>
    [Theory]
    [Example("add: 100", "500.00")]
    [Example("add: 0.01", "400.01")]
    [Example("less: 399.99", "0.01")]
    [Example("less: 400", "0.00")]
    [Example("less: 400.01", "0.00")]
    [Example("times: 50%", "200.00")]
    [Example("times: 0%", "0.00")]
    [Example("times: 100%", "400.00")]
    [Example("times: 33.3333%", "133.33")]
    [Example("add: 10%", "440.00")]
    [Example("add: 100%", "800.00")]
    [Example("less: 10%", "360.00")]
    [Example("less: 100%", "0.00")]
    public void Deductible_Adjusted_IsTakenAsChanged(string change, decimal kept) =>
        Of("400", change).Settle(TestClaim.Stay(1_000)).Held("basic.deductible").ShouldBe(kept);

    /// <summary>Half of 400 is 200: of a cent less and of 200 nothing is paid, of a cent more a cent.</summary>
    [Theory]
    [Example("199.99", "0.00")]
    [Example("200.00", "0.00")]
    [Example("200.01", "0.01")]
    public void Deductible_Halved_IsTheThreshold(decimal bill, decimal fund) =>
        Of("400", "times: 50%").Settle(TestClaim.Stay(bill)).Fund().ShouldBe(fund);

    /// <summary>Half a cent is rounded up: half of 0.01 is 0.01, and half of 0.03 is 0.02.</summary>
    [Theory]
    [Example("0.01", "0.01")]
    [Example("0.02", "0.01")]
    [Example("0.03", "0.02")]
    public void Deductible_Halved_IsRoundedHalfUp(string amount, decimal kept) =>
        Of(amount, "times: 50%").Settle(TestClaim.Stay(100)).Held("basic.deductible").ShouldBe(kept);

    /// <summary>One after another: 400 / 2 + 50, and (400 + 50) / 2.</summary>
    [Theory]
    [Example("times: 50%", "add: 50", "250.00")]
    [Example("add: 50", "times: 50%", "225.00")]
    [Example("less: 500", "add: 50", "50.00")]
    public void Deductible_AdjustedTwice_IsChangedInTheirOrder(string first, string second, decimal kept) =>
        Of("400", first, second).Settle(TestClaim.Stay(1_000)).Held("basic.deductible").ShouldBe(kept);

    [Theory]
    [Example("2020-06-30", "400.00")]
    [Example("2020-07-01", "200.00")]
    public void Deductible_AdjustedFromADay_ChangesThatDay(string day, decimal kept)
    {
        var step =
            $"{{ id: deductible, kind: deductible, per: admission, amount: {StepText.Dated("value: 400")}, "
            + "adjust: [ { 2020-01-01: { times: 100%, reference: x }, 2020-07-01: { times: 50%, reference: x } } ] }";
        Town.Of(Town.Basic(step, StepText.Tiers("100%")))
            .Settle(TestClaim.Stay(1_000) with { Discharged = Day.Of(day) })
            .Held("basic.deductible")
            .ShouldBe(kept);
    }

    /// <summary>Half from the second stay on is one row for every level.</summary>
    [Fact]
    public void Deductible_HalvedFromTheSecondStayOn_NeedsOneRow()
    {
        var step =
            "{ id: deductible, kind: deductible, per: admission, amount: "
            + StepText.Dated("rows: [ { when: { hospital.level: three }, value: 800 }, { otherwise: true, value: 400 } ]")
            + ", adjust: [ "
            + StepText.Dated("rows: [ { when: { admission: first }, times: 100% }, { otherwise: true, times: 50% } ]")
            + " ] }";
        var book = Town.Of(Town.Basic(step, StepText.Tiers("100%")));
        var history = History.Empty;
        foreach (var (level, kept) in new[] { (HospitalLevel.Three, 800m), (HospitalLevel.Two, 200m), (HospitalLevel.Three, 400m) })
        {
            var settled = book.Settle(TestClaim.Stay(1_000) with { Provider = new() { Level = level } }, history);
            settled.Held("basic.deductible").ShouldBe(kept);
            history = settled.History;
        }
    }

    /// <summary>A year's deductible of 400 / 2: 150 of it were used, so that 50 are left.</summary>
    [Theory]
    [Example("49.99", "0.00")]
    [Example("50.00", "0.00")]
    [Example("50.01", "0.01")]
    public void Deductible_OfAYear_RunsOnUnderTheChangedAmount(decimal bill, decimal fund)
    {
        var book = Town.Of(Town.Basic(Step("deductible", "per: year", "400", "times: 50%"), StepText.Tiers("100%")));
        book.Settle(TestClaim.Stay(bill), book.Settle(TestClaim.Stay(150)).History).Fund().ShouldBe(fund);
    }

    /// <summary>10 of each item, and a fifth more: 12 of 100 and all of 11.99, and the line says so of all of them.</summary>
    [Fact]
    public void DeductiblePerItem_Adjusted_IsTakenOfEach()
    {
        var settled = Town.Of(Town.Basic(Step("deductible", "per: item", "10", "add: 20%"), StepText.Tiers("100%")))
            .Settle(TestClaim.Stay(TestClaim.A(100), TestClaim.A(11.99m)));
        settled.Items.Select(item => item.Payers[0].Amount.InYuan).ShouldBe([88, 0]);
        settled
            .Steps.Select(step => (step.Kind, step.Base.InYuan, step.Amount.InYuan))
            .ShouldBe([(StepKind.AmountShare, 10m, 12m), (StepKind.Deductible, 111.99m, 23.99m), (StepKind.Band, 88m, 88m)]);
    }

    /// <summary>A cap of 1,000 less a tenth on what is paid, 100% of the bill; and on the cost that counts.</summary>
    [Theory]
    [Example("payment", "899.99", "899.99")]
    [Example("payment", "900.00", "900.00")]
    [Example("payment", "900.01", "900.00")]
    [Example("cost", "899.99", "899.99")]
    [Example("cost", "900.00", "900.00")]
    [Example("cost", "900.01", "900.00")]
    public void Cap_Adjusted_IsTheLimit(string of, decimal bill, decimal fund)
    {
        var cap = Step("cap", $"per: year, of: {of}", "1_000", "less: 10%");
        string[] steps = of == "cost" ? [cap, StepText.Tiers("100%")] : [StepText.Tiers("100%"), cap];
        Town.Of(Town.Basic(steps)).Settle(TestClaim.Stay(bill)).Fund().ShouldBe(fund);
    }

    /// <summary>None is no amount that could be changed.</summary>
    [Fact]
    public void Cap_OfNone_StaysNone()
    {
        var settled = Town.Of(Town.Basic(StepText.Tiers("100%"), Step("cap", "per: claim, of: payment", "none", "add: 100")))
            .Settle(TestClaim.Stay(5_000));
        settled.Fund().ShouldBe(5_000);
        settled.Steps.ShouldHaveSingleItem().Kind.ShouldBe(StepKind.Band);
    }

    /// <summary>(6,000 × 90%) × 110% = 5,940, of which 70% are paid where the bill is as much: 4,158.</summary>
    [Theory]
    [Example("5939.99", "4157.99")]
    [Example("5940.00", "4158.00")]
    [Example("5940.01", "4158.00")]
    public void Quota_Adjusted_IsThePaymentStandard(decimal bill, decimal fund)
    {
        var quota =
            $"{{ id: quota, kind: quota, pays_on: limit, amount: {StepText.Dated("value: 6_000")}, "
            + $"adjust: [ {StepText.Dated("times: 90%")} ], tolerance: {StepText.Dated("value: 10%")}, "
            + $"rate: {StepText.Dated("value: 70%")}, excess: {{ hospital: 100% }} }}";
        var settled = Town.Of(Town.Basic(quota)).Settle(TestClaim.Stay(bill));
        settled.Fund().ShouldBe(fund);
        settled
            .Steps.Take(3)
            .Select(step => (step.Kind, step.Base.InYuan, step.Amount.InYuan))
            .ShouldBe([
                (StepKind.AmountShare, 6_000m, 5_400m),
                (StepKind.Tolerance, 5_400m, 540m),
                (StepKind.QuotaShare, Math.Min(bill, 5_940), fund),
            ]);
    }

    /// <summary>Each change has a line of its own, with its reference; what changes nothing has none.</summary>
    [Theory]
    [Example("add: 100", "The amount of 400.00 becomes 500.00: 100.00 more.", "金额由 400.00 元增加 100.00 元，为 500.00 元。")]
    [Example("less: 100", "The amount of 400.00 becomes 300.00: 100.00 less.", "金额由 400.00 元减少 100.00 元，为 300.00 元。")]
    [Example(
        "less: 500",
        "The amount of 400.00 becomes 0.00: 500.00 less, and never below nothing.",
        "金额由 400.00 元减少 500.00 元，减完为止，为 0.00 元。"
    )]
    [Example("times: 50%", "The amount is 50% of 400.00 = 200.00.", "金额按 400.00 × 50% = 200.00 元计。")]
    [Example("less: 10%", "The amount is 90% of 400.00 = 360.00.", "金额按 400.00 × 90% = 360.00 元计。")]
    [Example(
        "add: 10%",
        "The amount of 400.00 is raised: 10% of 400.00 = 40.00, together 440.00.",
        "金额 400.00 元提高：400.00 × 10% = 40.00 元，合计 440.00 元。"
    )]
    public void Trace_OfAChange_IsASum(string change, string en, string zh)
    {
        var line = Of("400", "add: 0", change).Settle(TestClaim.Stay(1_000)).Steps[0];
        StepWords.Say(line, null).ShouldBe(new(en, zh));
        (line.Step, line.Source.Reference.En).ShouldBe(("deductible", "Town order"));
    }

    /// <summary>Where nothing of the base is left nothing is said of the amount.</summary>
    [Fact]
    public void Trace_OfAnEmptyBase_SaysNothingOfTheChange() =>
        Of("400", "times: 50%").Settle(TestClaim.Stay(0)).Steps.ShouldNotContain(step => step.Kind == StepKind.AmountShare);

    /// <summary>A change by facts of items would be many amounts for one claim.</summary>
    [Theory]
    [Example("", "a change of an amount cannot ask facts of items")]
    [Example("decided_by: service", "'decided_by: service' gives each item the values of its own day")]
    public void Change_ByItem_IsRefused(string more, string said)
    {
        var change = more.Length > 0 ? "times: 50%" : "rows: [ { when: { item.essential: yes }, add: 1 }, { otherwise: true, add: 0 } ]";
        var step = Step("deductible", "per: item", "10", change);
        Should
            .Throw<PolicyException>(() => Town.Of(Town.Layer("basic", "fund", "in_scope", more, step, StepText.Tiers("100%"))))
            .Problems.ShouldHaveSingleItem()
            .Message.En.ShouldStartWith(said);
    }

    /// <summary>What is changed differs only between the days and cases in which it does.</summary>
    [Fact]
    public void Compare_OfAChange_TellsItsTable() =>
        RulebookComparison
            .Of(Of("400", "times: 50%"), Of("400", "times: 60%"))
            .Changes.Select(change => $"{change.Where}: {change.Before!.Says.Written} to {change.After!.Says.Written}")
            .ShouldBe(["basic.deductible.adjust.1: times: 50% to times: 60%"]);

    private static Rulebook Of(string amount, params string[] changes) =>
        Town.Of(Town.Basic(Step("deductible", "per: admission", amount, changes), StepText.Tiers("100%")));

    private static string Step(string kind, string more, string amount, params string[] changes) =>
        $"{{ id: {kind}, kind: {kind}, {more}, amount: {StepText.Dated($"value: {amount}")}, "
        + $"adjust: [ {string.Join(", ", changes.Select(StepText.Dated))} ] }}";
}
