using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Curves;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Curves;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>The deductibles of single claims come to no more than a ceiling over a longer period.</summary>
public sealed class DeductibleCeilingTests
{
    private static readonly Rulebook Book = Of("per: year, amount: " + StepText.Dated("value: 2_000"));

    private static readonly History Twice = Book.Settle(TestClaim.Stay(5_000), Book.Settle(TestClaim.Stay(5_000)).History).History;

    /// <summary>900 and 900 are 1,800 of 2,000: of the third stay 200 are kept, and of the fourth nothing.</summary>
    [Theory]
    [Example("199.99", "0.00", "199.99")]
    [Example("200.00", "0.00", "200.00")]
    [Example("200.01", "0.01", "200.00")]
    [Example("5000.00", "4800.00", "200.00")]
    public void Deductible_OfTheThirdStay_IsWhatIsLeft(decimal bill, decimal fund, decimal kept)
    {
        var third = Book.Settle(TestClaim.Stay(bill), Twice);
        (third.Fund(), third.Held("basic.deductible")).ShouldBe((fund, kept));
        Book.Settle(TestClaim.Stay(1_000), third.History).Held("basic.deductible").ShouldBe(200 - kept);
    }

    /// <summary>What counts is what was kept: of a bill of 500 no more than that.</summary>
    [Fact]
    public void Sum_OfASmallBill_CountsWhatWasKept()
    {
        var first = Book.Settle(TestClaim.Stay(500));
        var entry = first.History.Entries.Single(one => one.What == "basic.deductible");
        (entry.Per, entry.Since, entry.Amount).ShouldBe((Period.Year, new DateOnly(2020, 1, 1), Money.Yuan(500)));
        Book.Settle(TestClaim.Stay(5_000), Book.Settle(TestClaim.Stay(5_000), first.History).History)
            .Held("basic.deductible")
            .ShouldBe(600);
    }

    [Theory]
    [Example("2020-12-31", "200.00")]
    [Example("2021-01-01", "900.00")]
    public void Sum_OfANewYear_BeginsAnew(string day, decimal kept) =>
        Book.Settle(TestClaim.Stay(5_000) with { Discharged = Day.Of(day) }, Twice).Held("basic.deductible").ShouldBe(kept);

    /// <summary>A ceiling of a month: the second stay of October has 100 left, and that of November its own.</summary>
    [Theory]
    [Example("2020-10-31", "100.00")]
    [Example("2020-11-01", "900.00")]
    public void Sum_OfAMonth_BeginsAnew(string day, decimal kept)
    {
        var book = Of("per: month, amount: " + StepText.Dated("value: 1_000"));
        book.Settle(TestClaim.Stay(5_000) with { Discharged = Day.Of(day) }, book.Settle(TestClaim.Stay(5_000)).History)
            .Held("basic.deductible")
            .ShouldBe(kept);
    }

    /// <summary>A ceiling that changes within the year: 1,800 were kept before, of 2,000 and from July of 2,500.</summary>
    [Theory]
    [Example("2020-06-30", "200.00")]
    [Example("2020-07-01", "700.00")]
    public void Ceiling_FromADay_ChangesThatDay(string day, decimal kept)
    {
        var book = Of(
            "per: year, amount: { 2020-01-01: { value: 2_000, reference: x }, 2020-07-01: { value: 2_500, reference: x } }",
            amount: "900"
        );
        var history = History.Of([new("basic.deductible", null, Period.Year, new(2020, 1, 1), Money.Yuan(1_800), 0)]);
        book.Settle(TestClaim.Stay(5_000) with { Discharged = Day.Of(day) }, history).Held("basic.deductible").ShouldBe(kept);
    }

    [Fact]
    public void Ceiling_OfNone_CutsNothingAndCountsTogether()
    {
        var book = Of(
            "per: year, counts: together, amount: "
                + StepText.Dated("rows: [ { when: { hospital.level: three }, value: none }, { otherwise: true, value: 1_000 } ]")
        );
        var three = TestClaim.Stay(5_000) with { Provider = new() { Level = HospitalLevel.Three } };
        var first = book.Settle(three, book.Settle(three).History);
        first.Held("basic.deductible").ShouldBe(900);
        var two = TestClaim.Stay(5_000) with { Provider = new() { Level = HospitalLevel.Two } };
        book.Settle(two, first.History).Held("basic.deductible").ShouldBe(0);
    }

    [Fact]
    public void Ceiling_OfNone_CountsNothingApart()
    {
        var book = Of(
            "per: year, counts: apart, amount: "
                + StepText.Dated("rows: [ { when: { hospital.level: three }, value: none }, { otherwise: true, value: 1_000 } ]")
        );
        var first = book.Settle(TestClaim.Stay(5_000) with { Provider = new() { Level = HospitalLevel.Three } });
        var two = TestClaim.Stay(5_000) with { Provider = new() { Level = HospitalLevel.Two } };
        var second = book.Settle(two, first.History);
        second.Held("basic.deductible").ShouldBe(900);
        book.Settle(two, second.History).Held("basic.deductible").ShouldBe(100);
    }

    /// <summary>Two layers share a ceiling: 900 of stays and 200 of visits are 1,100, and no more than 1,000 are kept.</summary>
    [Fact]
    public void Ceiling_Shared_CountsBothLayers()
    {
        var shared = "per: year, shared: own, amount: " + StepText.Dated("value: 1_000");
        var book = Town.Of(
            Town.Layer("stays", "fund", "in_scope", "applies: { setting: inpatient }", Step("900", shared), StepText.Tiers("100%")),
            Town.Layer("visits", "fund", "in_scope", "applies: { setting: outpatient }", Step("200", shared), StepText.Tiers("100%"))
        );
        var visit = TestClaim.Stay(5_000) with { Setting = Setting.Outpatient };
        var second = book.Settle(visit, book.Settle(TestClaim.Stay(5_000)).History);
        second.Held("visits.deductible").ShouldBe(100);
        second.History.Entries.Single(entry => entry.What == "own").Amount.ShouldBe(Money.Yuan(1_000));
    }

    /// <summary>What is taken first of other parts counts too: 900 of class B before its first share, and then 100.</summary>
    [Fact]
    public void Ceiling_OfADeductibleTakenFirstElsewhere_CountsAllOfIt()
    {
        var ceiling = "taken_from: [first_self_pay, in_scope], at_most: { per: year, amount: " + StepText.Dated("value: 1_000") + " }";
        var book = Town.Of(Town.Basic(StepOf("900", ceiling), StepText.Tiers("100%")));
        var first = book.Settle(TestClaim.Stay(TestClaim.B(5_000, 10)));
        first.Held("basic.deductible").ShouldBe(900);
        book.Settle(TestClaim.Stay(TestClaim.B(5_000, 10)), first.History).Held("basic.deductible").ShouldBe(100);
    }

    /// <summary>An adjusted deductible is held against the ceiling as it is changed: half of 900 are 450, of which 200 are left.</summary>
    [Fact]
    public void Ceiling_OfAnAdjustedDeductible_CutsWhatIsChanged()
    {
        var ceiling = "at_most: { per: year, amount: " + StepText.Dated("value: 2_000") + " }";
        var settled = Town.Of(Town.Basic(StepOf("900", $"{ceiling}, adjust: [ {StepText.Dated("times: 50%")} ]"), StepText.Tiers("100%")))
            .Settle(TestClaim.Stay(5_000), Twice);
        settled
            .Steps.Select(step => (step.Kind, step.Base.InYuan, step.Amount.InYuan, step.Limit.InYuan))
            .ShouldBe([
                (StepKind.AmountShare, 900m, 450m, 0m),
                (StepKind.DeductibleCeiling, 450m, 250m, 2_000m),
                (StepKind.Deductible, 5_000m, 200m, 200m),
                (StepKind.Band, 4_800m, 4_800m, 0m),
            ]);
    }

    [Fact]
    public void Trace_OfTheCeiling_SaysWhatIsLeft()
    {
        var lines = Book.Settle(TestClaim.Stay(5_000), Twice).Steps;
        StepWords
            .Say(lines[0], null)
            .ShouldBe(
                new(
                    "Deductibles come to 2,000.00 a benefit year at most, 1,800.00 used before, 200.00 left: "
                        + "900.00 − 700.00 = 200.00 is due.",
                    "年度起付线累计不超过 2,000.00 元，此前已计 1,800.00 元，尚可计 200.00 元：本次应扣 900.00 − 700.00 = 200.00 元。"
                )
            );
        StepWords
            .Say(Book.Settle(TestClaim.Stay(5_000)).Steps[0], null)
            .ShouldBe(
                new(
                    "Deductibles come to 2,000.00 a benefit year at most, 0.00 used before, 2,000.00 left: 900.00 is due.",
                    "年度起付线累计不超过 2,000.00 元，此前已计 0.00 元，尚可计 2,000.00 元：本次应扣 900.00 元。"
                )
            );
    }

    /// <summary>The curve bends at the 200 that are left, to the cent.</summary>
    [Fact]
    public void Curve_OfTheThirdStay_BendsAtWhatIsLeft()
    {
        var curve = Curve.Of(Book, TestClaim.Stay(1), Twice, new(0, Money.Zero, Money.Yuan(10_000)));
        curve.IsProved.ShouldBeTrue();
        curve.Segments.Select(segment => $"{segment.From} {segment.To} {segment.Lines[0].Slope}").ShouldContain("200.00 10000.00 1");
        foreach (var at in (decimal[])[0, 0.01m, 199.99m, 200, 200.01m, 900, 10_000])
            CurveAgreement.HoldsAsStated(curve, Twice, Money.Yuan(at));
    }

    /// <summary>What a ceiling says beside its amounts is compared as well.</summary>
    [Fact]
    public void Compare_OfTheCeiling_TellsItsPeriodAndItsAmount() =>
        RulebookComparison
            .Of(Book, Of("per: month, amount: " + StepText.Dated("value: 3_000")))
            .Changes.Select(change => $"{change.Where}: {change.Before!.Says.Written} to {change.After!.Says.Written}")
            .ShouldBe(["basic.deductible.at_most: 2,000 to 3,000", "basic.deductible.at_most.per: year to month"], ignoreOrder: true);

    [Theory]
    [Example("per: admission", "per: claim", "deductibles add up over several claims")]
    [Example("per: year", "per: year", "a ceiling is for deductibles that begin anew with each claim")]
    [Example("per: item", "per: year", "a ceiling is for deductibles that begin anew with each claim")]
    public void Ceiling_OfAnotherPeriod_IsRefused(string per, string ofCeiling, string said) =>
        WhyNot(
                $"{{ id: deductible, kind: deductible, {per}, amount: {StepText.Dated("value: 900")}, "
                    + $"at_most: {{ {ofCeiling}, amount: {StepText.Dated("value: 2_000")} }} }}"
            )
            .ShouldStartWith(said);

    [Fact]
    public void Ceiling_ByItem_IsRefused() =>
        WhyNot(
                Step(
                    "900",
                    "per: year, counts: together, amount: "
                        + StepText.Dated("rows: [ { when: { item.essential: yes }, value: 1 }, { otherwise: true, value: 2 } ]")
                )
            )
            .ShouldStartWith("the ceiling of deductibles is one for the claim and cannot ask facts of items");

    private static string WhyNot(string step) =>
        Should.Throw<PolicyException>(() => Town.Of(Town.Basic(step, StepText.Tiers("100%")))).Problems.ShouldHaveSingleItem().Message.En;

    private static Rulebook Of(string ceiling, string amount = "900") => Town.Of(Town.Basic(Step(amount, ceiling), StepText.Tiers("100%")));

    private static string Step(string amount, string ceiling) => StepOf(amount, $"at_most: {{ {ceiling} }}");

    private static string StepOf(string amount, string more) =>
        $"{{ id: deductible, kind: deductible, per: admission, {more}, amount: {StepText.Dated($"value: {amount}")} }}";
}
