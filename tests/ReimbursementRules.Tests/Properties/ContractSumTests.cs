using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Contracts;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Properties;

/// <summary>The sums that hold of every provider's year, to the cent, whatever the contract says.</summary>
public sealed class ContractSumTests
{
    private static readonly string[] Ways =
    [
        Years.Standard("year", "{0}", $"excess: {StepText.Dated("value: [{ above: 0%, fund: {1}% }, { above: 10%, fund: {2}% }, { above: 33.3333%, fund: 0% }]")}, saving: {StepText.Dated("value: {1}%")}"),
        Years.Standard("month", "{0}", $"excess: {StepText.Dated("value: {1}%")}"),
        Years.Standard("case", "{0}", $"saving: {StepText.Dated("value: {2}%")}"),
        Years.Standard("head", "{0}", $"excess: {StepText.Dated("value: {2}%")}, shareable: {{ cases_per_person: {StepText.Dated("value: 1.3333")}, cost_per_case: {StepText.Dated("value: {0}")}, otherwise: rest_not_shared }}"),
        Years.Standard("point", "{0}", $"points: {StepText.Dated("value: 1.2345")}, excess: {StepText.Dated("value: 100%")}, shareable: {{ cases_per_person: {StepText.Dated("value: 1")}, cost_per_case: {StepText.Dated("value: 5")}, otherwise: nothing_shared }}"),
        "{ id: s, kind: as_settled, reference: x }",
    ];

    private static readonly string[] More =
    [
        $"{{ id: avg, kind: average, each: quarter, target: {StepText.Dated("value: {0}")}, tolerance: {{2}}%, deducts: above_tolerance }}",
        $"{{ id: price, kind: price, amount: {StepText.Dated("value: {0}")} }}",
        "{ id: denied, kind: denials, reference: x }",
        $"{{ id: total, kind: total, amount: {StepText.Dated("value: {0}")} }}",
        $"{{ id: factor, kind: factor, table: {StepText.Dated("value: {1}%")} }}",
        $"{{ id: kept, kind: retention, of: total, rate: {StepText.Dated("value: {2}%")}, release: {StepText.Dated("value: {1}%")} }}",
        $"{{ id: ahead, kind: advance, of: total, rate: {StepText.Dated("value: {1}%")} }}",
        $"{{ id: split, kind: split, items: {{ item.kind: other }}, keeps: {StepText.Dated("value: {2}%")} }}",
    ];

    private static Arbitrary<(ProviderContract Contract, ProviderYear Year)> Any { get; } = Arb.From(
        from way in Gen.Elements(Ways)
        from amount in Amounts
        from rate in Gen.Choose(0, 1_000_000)
        from other in Gen.Choose(0, 1_000_000)
        from lines in Gen.ListOf(Lines)
        from denied in Gen.ListOf(Amounts)
        from heads in Gen.Choose(0, 5_000)
        select (Contract(way, amount, rate, other), Years.Of([.. lines]) with { Heads = heads, Denied = [.. denied.Where(cents => cents > 0).Select(cents => new Denial(Money.FromCents(cents), "x"))] }));

    private static Gen<long> Amounts => Gen.OneOf(Gen.Choose(0, 300).Select(cents => (long)cents), Gen.Choose(0, int.MaxValue).Select(cents => (long)cents));

    private static Gen<ProviderLine> Lines =>
        from month in Gen.Choose(1, 12)
        from cases in Gen.Choose(0, 60)
        from persons in Gen.Choose(0, 40)
        from actual in Amounts
        from bill in Amounts
        select Years.Total(month, 0, cases) with
        {
            Persons = persons,
            Actual = Money.FromCents(actual),
            Bill = Money.FromCents(bill),
            Facts = Years.Total(month, 0).Facts with { Items = [new() { Amount = Money.FromCents(bill) }] },
        };

    [Fact]
    public void Year_Settled_AddsUpToTheCent() => Always.Holds(Any, trial =>
    {
        var settlement = trial.Contract.Settle(trial.Year);
        settlement.Actual.ShouldBe(trial.Year.Lines.Sum(line => line.Actual));
        (settlement.Paid + settlement.Borne).ShouldBe(settlement.Actual);
        (settlement.Due + settlement.PassedOn).ShouldBe(settlement.Paid);
        (settlement.Advances + settlement.Final).ShouldBe(settlement.Due);
        settlement.Trace.Sum(line => line.Paid).ShouldBe(settlement.Paid);
        settlement.Paid.ShouldBeGreaterThanOrEqualTo(Money.Zero);
        settlement.Trace.ShouldAllBe(line => line.Amount >= Money.Zero && line.NotTaken >= Money.Zero);
        settlement.Released.ShouldBeLessThanOrEqualTo(settlement.Retained);
        settlement.Trace.Where(line => line.Step == "s" && line.Kind != ContractLineKind.Standard && line.Kind != ContractLineKind.Saving).Sum(line => line.Kind == ContractLineKind.Within || line.Kind == ContractLineKind.AsSettled ? line.Amount : line.Base)
            .ShouldBe(settlement.Actual);
    });

    private static ProviderContract Contract(string way, long cents, int rate, int other)
    {
        string[] steps = [way, .. More];
        return Years.Contract([.. steps.Select(step => step
            .Replace("{0}", Money.FromCents(cents).ToString(), StringComparison.Ordinal)
            .Replace("{1}", Percent(rate), StringComparison.Ordinal)
            .Replace("{2}", Percent(other), StringComparison.Ordinal))]);
    }

    private static string Percent(int millionths) => (new decimal(millionths) / 10_000m).ToString("0.####", CultureInfo.InvariantCulture);
}
