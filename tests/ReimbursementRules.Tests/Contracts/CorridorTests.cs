using ReimbursementRules.Contracts;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Contracts;

/// <summary>What is above and below a budget, cent by cent around the edges.</summary>
public sealed class CorridorTests
{
    private static readonly ProviderContract Corridors = Years.Contract(
        Years.Standard(
            "year",
            "1_000_000",
            $"excess: {StepText.Dated("value: [{ above: 0%, fund: 70% }, { above: 10%, fund: 30% }, { above: 20%, fund: 0% }]")}"
        )
    );

    [Theory]
    [InlineData("0", "1000000")]
    [InlineData("999999.99", "1000000")]
    [InlineData("1000000", "1000000")]
    [InlineData("1000000.01", "1000000.01")]
    [InlineData("1080000", "1056000")]
    [InlineData("1099999.98", "1069999.99")]
    [InlineData("1099999.99", "1069999.99")]
    [InlineData("1100000", "1070000")]
    [InlineData("1100000.01", "1070000")]
    [InlineData("1100000.02", "1070000.01")]
    [InlineData("1150000", "1085000")]
    [InlineData("1199999.98", "1099999.99")]
    [InlineData("1199999.99", "1100000")]
    [InlineData("1200000", "1100000")]
    [InlineData("1200000.01", "1100000")]
    [InlineData("1300000", "1100000")]
    [InlineData("90000000000000", "1100000")]
    public void Corridor_AroundItsEdges_IsSharedToTheCent(string actual, string paid)
    {
        var used = decimal.Parse(actual, System.Globalization.CultureInfo.InvariantCulture);
        var settlement = Corridors.Settle(Years.Of(Years.Total(6, used)));
        settlement.Paid.InYuan.ShouldBe(decimal.Parse(paid, System.Globalization.CultureInfo.InvariantCulture));
        (settlement.Paid + settlement.Borne).InYuan.ShouldBe(used);
    }

    [Fact]
    public void Budget_RevisedInJuly_CountsFromTheMonthThatBeginsThen()
    {
        var contract = Years.Contract(
            "{ id: s, kind: standard, per: year, amount: { 2020-01-01: { value: 1_200, reference: x }, 2020-07-01: { value: "
                + "2_400, reference: x }, 2020-10-02: { value: 3_600, reference: x } } }",
            $"{{ id: a, kind: advance, of: s, rate: {StepText.Dated("value: 100%")} }}"
        );
        var settlement = contract.Settle(Years.Of());
        settlement
            .Trace.Where(line => line.Kind == ContractLineKind.Advance)
            .Select(line => line.Amount.InYuan)
            .ShouldBe([100, 100, 100, 100, 100, 100, 200, 200, 200, 200, 300, 300]);
        settlement
            .Trace.Where(line => line.Kind == ContractLineKind.Standard)
            .Select(line => (line.From!.Value.Month, line.Months, line.Amount.InYuan))
            .ShouldBe([(1, 6, 600m), (7, 4, 800m), (11, 2, 600m)]);
        settlement.Final.InYuan.ShouldBe(0m);
    }

    [Theory]
    [InlineData("0.01")]
    [InlineData("100")]
    [InlineData("1_000_000.07")]
    [InlineData("90_000_000_000_000")]
    public void Months_OfOneValue_AddUpToTheYear(string amount)
    {
        var settlement = Years
            .Contract(Years.Standard("year", amount), $"{{ id: a, kind: advance, of: s, rate: {StepText.Dated("value: 100%")} }}")
            .Settle(Years.Of());
        settlement.Advances.ShouldBe(settlement.Paid);
        settlement.Advances.InYuan.ShouldBe(
            decimal.Parse(amount.Replace("_", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    [Fact]
    public void YearThatBeginsInJuly_CountsItsMonthsFromThen()
    {
        using var folder = new RulebookFolder();
        var contract = folder
            .Replace("index.yaml", "starts: 01-01", "starts: 07-01")
            .With(
                "contract.yaml",
                "contracts:\n  - { id: c, title: { en: C, zh: 合同 }, fund: fund, steps: [ { id: s, kind: standard, per: "
                    + "month, saving: { 2020-01-01: { value: 0%, reference: x } }, amount: { 2020-01-01: { value: 100, reference: "
                    + "x }, 2021-01-01: { value: 50, reference: x } } } ] }\n"
            )
            .Load()
            .Contracts.Single();
        var settlement = contract.Settle(
            Years.Of(
                Years.Total(7, 120),
                Years.Total(12, 100.01m),
                Years.Total(1, 50) with
                {
                    Facts = new() { Discharged = new(2021, 1, 31) },
                }
            ) with
            {
                Starts = new(2020, 7, 1),
            }
        );
        settlement.Paid.InYuan.ShouldBe(250m);
        settlement
            .Trace.Where(line => line.Kind == ContractLineKind.Within)
            .Select(line => line.Amount.InYuan)
            .ShouldBe([100, 0, 0, 0, 0, 100, 50, 0, 0, 0, 0, 0]);
    }

    [Fact]
    public void Deduction_AboveWhatIsPaid_TakesNoMore()
    {
        var contract = Years.Contract("{ id: s, kind: as_settled, reference: x }", "{ id: d, kind: denials, reference: x }");
        var settlement = contract.Settle(
            Years.Of(Years.Total(1, 100)) with
            {
                Denied = [new(Money.Yuan(70), "a"), new(Money.Yuan(50), "b")],
            }
        );
        settlement.Paid.InYuan.ShouldBe(0m);
        settlement.Trace[^1].NotTaken.InYuan.ShouldBe(20m);
    }
}
