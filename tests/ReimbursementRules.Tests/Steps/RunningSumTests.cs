using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Comparisons;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>What the rows of one step add up to over a period: one sum, or one each, as the policy says.</summary>
public sealed class RunningSumTests
{
    private const string NoneForHypertension = "rows: [{ when: { disease: hypertension }, value: none }, { otherwise: true, value: 300 }]";
    private const string ByLevel = "rows: [{ when: { hospital.level: two }, value: 300 }, { otherwise: true, value: 500 }]";

    private const string ByBand =
        "rows: [{ when: { hospital.level: two }, value: [{ above: 0, rate: 0% }, { above: 1_000, rate: 80% }] }, "
        + "{ otherwise: true, value: [{ above: 0, rate: 0% }, { above: 2_000, rate: 80% }] }]";

    private const string Told = "can change from claim to claim of a year, and it does not say what adds up";

    private static Claim Of(string disease, decimal bill) => TestClaim.Stay(bill) with { Disease = disease };

    private static Claim At(HospitalLevel level, decimal bill) => TestClaim.Stay(bill) with { Provider = new() { Level = level } };

    private static string Counting(string how, string step) =>
        step.Replace("per: year", $"per: year, counts: {how}", StringComparison.Ordinal);

    private static string ForEach(string fact, string step) => step.Replace(", per: ", $", each: {fact}, per: ", StringComparison.Ordinal);

    private static Rulebook CappedForEach(string value) =>
        Town.Of(Town.Basic(StepText.Tiers("50%"), ForEach("disease", StepText.Cap("payment", "year", value))));

    private static Rulebook Capped(string how) =>
        Town.Of(Town.Basic(StepText.Tiers("50%"), Counting(how, StepText.CapOf("payment", "year", NoneForHypertension))));

    private static string WhyNot(params string[] steps) =>
        Should.Throw<PolicyException>(() => Town.Of(Town.Basic(steps))).Problems.ShouldHaveSingleItem().ToString();

    /// <summary>350 was paid for hypertension, which has no cap. Of 300 for the others 299.99, 300.00 and 300.01 are asked.</summary>
    [Theory]
    [Example("599.98", "299.99")]
    [Example("600.00", "300.00")]
    [Example("600.02", "300.00")]
    public void Cap_Apart_RowWithoutOneUsesUpNoOther(decimal bill, decimal fund)
    {
        var first = Capped("apart").Settle(Of("hypertension", 700));
        first.Fund().ShouldBe(350);
        first.History.Entries.ShouldHaveSingleItem().What.ShouldBe("admissions");
        Capped("apart").Settle(Of("influenza", bill), first.History).Fund().ShouldBe(fund);
    }

    /// <summary>All rows are one sum: 250 were paid for hypertension, so of 300 there are 50 left.</summary>
    [Theory]
    [Example("99.98", "49.99")]
    [Example("100.00", "50.00")]
    [Example("100.02", "50.00")]
    public void Cap_Together_CountsWhatRowsWithoutOnePaid(decimal bill, decimal fund)
    {
        var first = Capped("together").Settle(Of("hypertension", 500));
        Capped("together").Settle(Of("influenza", bill), first.History).Fund().ShouldBe(fund);
    }

    /// <summary>Influenza and a cold have the same row, so they share its 300.</summary>
    [Fact]
    public void Cap_Apart_ClaimsOfOneRowAddUp()
    {
        var first = Capped("apart").Settle(Of("influenza", 500));
        Capped("apart").Settle(Of("cold", 500), first.History).Fund().ShouldBe(50);
    }

    /// <summary>200 of the 300 at level two were kept. Level three has 500 of its own, or 300 more with what was kept before.</summary>
    [Theory]
    [Example("apart", "500.00", "0.00")]
    [Example("apart", "500.01", "0.01")]
    [Example("together", "300.00", "0.00")]
    [Example("together", "300.01", "0.01")]
    public void Deductible_CountsAsItSays(string how, decimal bill, decimal fund)
    {
        var town = Town.Of(Town.Basic(Counting(how, StepText.DeductibleOf("year", ByLevel)), StepText.Tiers("100%")));
        var first = town.Settle(At(HospitalLevel.Two, 200));
        first.Fund().ShouldBe(0);
        town.Settle(At(HospitalLevel.Three, bill), first.History).Fund().ShouldBe(fund);
    }

    /// <summary>500 at level two were below its edge of 1,000. At level three the edge is 2,000: of that claim, or of both.</summary>
    [Theory]
    [Example("apart", "2000.00", "0.00")]
    [Example("apart", "2000.02", "0.02")]
    [Example("together", "1500.00", "0.00")]
    [Example("together", "1500.02", "0.02")]
    public void Tiers_BandsGoOnAsItSays(string how, decimal bill, decimal fund)
    {
        var town = Town.Of(Town.Basic(Counting(how, StepText.TiersOf(ByBand, "year"))));
        var first = town.Settle(At(HospitalLevel.Two, 500));
        first.Fund().ShouldBe(0);
        town.Settle(At(HospitalLevel.Three, bill), first.History).Fund().ShouldBe(fund);
    }

    /// <summary>200 of 300 were paid for a cold; influenza has 300 of its own, and a second cold what is left.</summary>
    [Theory]
    [Example("influenza", "599.98", "299.99")]
    [Example("influenza", "600.00", "300.00")]
    [Example("influenza", "600.02", "300.00")]
    [Example("cold", "199.98", "99.99")]
    [Example("cold", "200.00", "100.00")]
    [Example("cold", "200.02", "100.00")]
    public void Cap_ForEachDisease_HasASumForEach(string disease, decimal bill, decimal fund)
    {
        var first = CappedForEach("300").Settle(Of("cold", 400));
        var entry = first.History.Entries.Single(entry => entry.What == "basic.cap");
        (entry.Each, entry.Amount).ShouldBe(("cold", Money.Yuan(200)));
        CappedForEach("300").Settle(Of(disease, bill), first.History).Fund().ShouldBe(fund);
    }

    /// <summary>Rows that differ by that fact alone need not say what adds up; a claim that names no disease has a sum without a
    /// word.</summary>
    [Fact]
    public void Cap_ForEachDisease_RowsMayDifferByIt()
    {
        const string rows = "rows: [{ when: { disease: cold }, value: 300 }, { otherwise: true, value: 500 }]";
        var town = Town.Of(Town.Basic(StepText.Tiers("50%"), ForEach("disease", StepText.CapOf("payment", "quarter", rows))));
        var first = town.Settle(Of("cold", 1_000));
        first.Fund().ShouldBe(300);
        var second = town.Settle(TestClaim.Stay(1_200), first.History);
        second.Fund().ShouldBe(500);
        second.History.Entries.Where(entry => entry.What == "basic.cap").Select(entry => entry.Each).ShouldBe([null, "cold"]);
    }

    /// <summary>Rows that differ by another fact too must say it, and then each disease has one sum over all of them.</summary>
    [Theory]
    [Example("cold", "400.00", "200.00")]
    [Example("cold", "400.02", "200.00")]
    [Example("influenza", "1000.00", "500.00")]
    [Example("influenza", "1000.02", "500.00")]
    public void Cap_ForEachDiseaseTogether_CountsAllRows(string disease, decimal bill, decimal fund)
    {
        var cap = ForEach("disease", StepText.CapOf("payment", "year", ByLevel));
        WhyNot(StepText.Tiers("50%"), cap).ShouldContain($"the rows of this cap differ by 'hospital.level', which {Told}");
        var town = Town.Of(Town.Basic(StepText.Tiers("50%"), Counting("together", cap)));
        var first = town.Settle(Of("cold", 600) with { Provider = new() { Level = HospitalLevel.Two } });
        first.Fund().ShouldBe(300);
        town.Settle(Of(disease, bill) with { Provider = new() { Level = HospitalLevel.Three } }, first.History).Fund().ShouldBe(fund);
    }

    /// <summary>A stay and a visit of one disease use up one cap, and another disease has its own.</summary>
    [Theory]
    [Example("cold", "50.00")]
    [Example("influenza", "250.00")]
    public void Shared_ForEachDisease_AddsUpOverLayers(string disease, decimal fund)
    {
        var cap = ForEach("disease", StepText.Cap("payment", "year", "300")).Replace("per: year", "per: year, shared: both");
        var town = Town.Of(
            Town.Layer("basic", "fund", "in_scope", "applies: { setting: inpatient }", StepText.Tiers("50%"), cap),
            Town.Layer("visits", "fund", "in_scope", "applies: { setting: outpatient }", StepText.Tiers("50%"), cap)
        );
        var first = town.Settle(Of("cold", 500));
        town.Settle(Of(disease, 500) with { Setting = Setting.Outpatient }, first.History).Fund().ShouldBe(fund);
    }

    [Fact]
    public void Deductible_ForEachLevel_AsksForIt()
    {
        var town = Town.Of(Town.Basic(ForEach("hospital.level", StepText.Deductible("year", "100")), StepText.Tiers("100%")));
        var problem = Should.Throw<InputException>(() => town.Settle(TestClaim.Stay(300) with { Provider = new() }));
        problem.Problems.ShouldHaveSingleItem().Code.ShouldBe("fact.missing");
        var first = town.Settle(At(HospitalLevel.Two, 300));
        first.Fund().ShouldBe(200);
        town.Settle(At(HospitalLevel.Two, 300), first.History).Fund().ShouldBe(300);
        town.Settle(At(HospitalLevel.Three, 300), first.History).Fund().ShouldBe(200);
        town.Facts.ShouldContain(fact => fact.Name == "hospital.level" && fact.AskedBy.Any(by => by.Written == "basic"));
    }

    [Theory]
    [InlineData("four", "'four' is no word of 'hospital.level', for each of which 'basic.deductible' has a sum. Write one of these")]
    [InlineData(null, "'basic.deductible' has a sum for each 'hospital.level'. Write one of these under 'each'")]
    public void History_OfNoWord_IsRefused(string? each, string said)
    {
        var town = Town.Of(Town.Basic(ForEach("hospital.level", StepText.Deductible("year", "100")), StepText.Tiers("100%")));
        var history = History.Of([new("basic.deductible", each, Period.Year, new(2020, 1, 1), Money.Yuan(100), 0)]);
        var problem = Should.Throw<InputException>(() => town.Settle(At(HospitalLevel.Two, 300), history)).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("history.each");
        problem.Text.En.ShouldStartWith(said);
    }

    [Fact]
    public void Comparison_TellsThatItCountsForEachDisease() =>
        RulebookComparison(CappedForEach("300"), Town.Of(Town.Basic(StepText.Tiers("50%"), StepText.Cap("payment", "year", "300"))))
            .ShouldContain("basic.cap.each");

    [Fact]
    public void Cap_DoesNotSay_IsRefusedWithBothWaysOut()
    {
        var said = WhyNot(StepText.Tiers("50%"), StepText.CapOf("payment", "year", NoneForHypertension));
        said.ShouldContain($"the rows of this cap differ by 'disease', which {Told}");
        said.ShouldContain("'counts: together'");
        said.ShouldContain("'counts: apart'");
    }

    [Fact]
    public void Deductible_DoesNotSay_IsRefused() =>
        WhyNot(StepText.DeductibleOf("year", ByLevel), StepText.Tiers("50%"))
            .ShouldContain($"the rows of this deductible differ by 'hospital.level', which {Told}");

    [Fact]
    public void Tiers_OtherEdgesAndDoesNotSay_IsRefused() =>
        WhyNot(StepText.TiersOf(ByBand, "year")).ShouldContain($"the rows of this tiers differ by 'hospital.level', which {Told}");

    /// <summary>Bands that begin at the same amounts go on from one sum, whatever their rates; a claim's own period has no sum; and what
    /// differs by the member is the member's one sum.</summary>
    [Fact]
    public void Steps_ThatCanMeanOneThingOnly_NeedNotSay()
    {
        const string byScheme = "rows: [{ when: { scheme: employee }, value: 300 }, { otherwise: true, value: 500 }]";
        const string byMonth = "rows: [{ when: { month: { from: 1, below: 7 } }, value: 300 }, { otherwise: true, value: 500 }]";
        const string rates = "rows: [{ when: { hospital.level: two }, value: 80% }, { otherwise: true, value: 60% }]";
        Town.Of(
            Town.Basic(
                StepText.DeductibleOf("claim", ByLevel),
                StepText.DeductibleOf("month", byMonth, "own"),
                StepText.TiersOf(rates, "year"),
                StepText.CapOf("payment", "year", byScheme)
            )
        );
    }

    [Fact]
    public void Deductible_MonthsWithinAYear_MustSay()
    {
        const string byMonth = "rows: [{ when: { month: { from: 1, below: 7 } }, value: 300 }, { otherwise: true, value: 500 }]";
        WhyNot(StepText.DeductibleOf("year", byMonth), StepText.Tiers("50%")).ShouldContain($"differ by 'month', which {Told}");
    }

    /// <summary>The words of a row are the same for every way of writing it, so that its sum outlives a move.</summary>
    [Theory]
    [InlineData("{ hospital.level: [three, two], disease: [b, a] }")]
    [InlineData("{ disease: [a, b], hospital.level: [two, three] }")]
    public void Row_WrittenOtherwise_KeepsItsSum(string when)
    {
        var rows = $"rows: [{{ when: {when}, value: 300 }}, {{ otherwise: true, value: 500 }}]";
        var town = Town.Of(Town.Basic(StepText.Tiers("50%"), Counting("apart", StepText.CapOf("payment", "year", rows))));
        var entry = town.Settle(Of("a", 100)).History.Entries.Single(entry => entry.What == "basic.cap");
        entry.Each.ShouldBe("disease: [a, b], hospital.level: [three, two]");
    }

    [Theory]
    [InlineData("together", "hypertension", "'basic.cap' is one sum, not one for each 'hypertension'. Leave 'each' out")]
    [InlineData("apart", null, "'basic.cap' has a sum for each of its rows. Write which under 'each'")]
    [InlineData("apart", "hypertension", "'basic.cap' has no row 'hypertension'. Write one of these under 'each'")]
    public void History_CountedOtherwise_IsRefused(string how, string? each, string said)
    {
        var history = History.Of([new("basic.cap", each, Period.Year, new(2020, 1, 1), Money.Yuan(100), 0)]);
        var problem = Should.Throw<InputException>(() => Capped(how).Settle(Of("cold", 100), history)).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("history.each");
        problem.Text.En.ShouldStartWith(said);
    }

    [Fact]
    public void Comparison_TellsThatRowsCountApart()
    {
        var changed = RulebookComparison(Capped("together"), Capped("apart"));
        changed.ShouldContain("basic.cap.counts");
        changed.ShouldContain("300, counts: apart (otherwise)");
    }

    /// <summary>One row for two diseases is one sum; two rows that say the same are two.</summary>
    [Fact]
    public void Comparison_TellsThatARowCountedApartWasSplit()
    {
        const string one = "rows: [{ when: { disease: [a, b] }, value: 300 }, { otherwise: true, value: none }]";
        const string two =
            "rows: [{ when: { disease: a }, value: 300 }, { when: { disease: b }, value: 300 }, { otherwise: true, value: none }]";
        RulebookComparison(Of(one), Of(two)).ShouldContain("300, counts: apart (disease: [a, b]) → 300, counts: apart (disease: a)");

        static Rulebook Of(string rows) =>
            Town.Of(Town.Basic(StepText.Tiers("50%"), Counting("apart", StepText.CapOf("payment", "year", rows))));
    }

    private static string RulebookComparison(Rulebook before, Rulebook after)
    {
        var comparison = ReimbursementRules.Comparisons.RulebookComparison.Of(before, after);
        return string.Join('\n', comparison.Lines().Concat(comparison.CaseLines()));
    }
}
