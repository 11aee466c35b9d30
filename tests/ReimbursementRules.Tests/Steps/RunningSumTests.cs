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
