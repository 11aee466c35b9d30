using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Contracts;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Properties;

/// <summary>A random contract and a year of a provider under it.</summary>
public sealed record ContractTrial(ProviderContract Contract, ProviderYear Year)
{
    private static readonly string[] Ways =
    [
        Years.Standard("year", "{0}", $"excess: {Excess}, saving: {Dated("{1}%")}"),
        Years.Standard("month", "{0}", $"excess: {Dated("{1}%")}"),
        Years.Standard("case", "{0}", $"saving: {Dated("{2}%")}"),
        Years.Standard("head", "{0}", $"excess: {Dated("{2}%")}, shareable: {Shareable("1.3333", "{0}", "rest_not_shared")}"),
        Years.Standard(
            "point",
            "{0}",
            $"points: {Dated("1.2345")}, excess: {Dated("100%")}, shareable: {Shareable("1", "5", "nothing_shared")}"
        ),
        "{ id: s, kind: as_settled, reference: x }",
    ];

    private static readonly string[] More =
    [
        $"{{ id: avg, kind: average, each: quarter, target: {Dated("{0}")}, tolerance: {{2}}%, deducts: above_tolerance }}",
        $"{{ id: price, kind: price, amount: {Dated("{0}")} }}",
        "{ id: denied, kind: denials, reference: x }",
        $"{{ id: total, kind: total, amount: {Dated("{0}")} }}",
        $"{{ id: factor, kind: factor, table: {Dated("{1}%")} }}",
        $"{{ id: kept, kind: retention, of: total, rate: {Dated("{2}%")}, release: {Dated("{1}%")} }}",
        $"{{ id: ahead, kind: advance, of: total, rate: {Dated("{1}%")} }}",
        $"{{ id: split, kind: split, items: {{ item.kind: other }}, keeps: {Dated("{2}%")} }}",
    ];

    public static Arbitrary<ContractTrial> Any { get; } =
        Arb.From(
            from way in Gen.Elements(Ways)
            from amount in Amounts
            from rate in Gen.Choose(0, 1_000_000)
            from other in Gen.Choose(0, 1_000_000)
            from lines in Gen.ListOf(Lines)
            from denied in Gen.ListOf(Amounts)
            from heads in Gen.Choose(0, 5_000)
            select new ContractTrial(Of(way, amount, rate, other), Years.Of([.. lines]) with { Heads = heads, Denied = Denials(denied) })
        );

    private static string Excess => Dated("[{ above: 0%, fund: {1}% }, { above: 10%, fund: {2}% }, { above: 33.3333%, fund: 0% }]");

    private static Gen<long> Amounts => Gen.OneOf(Gen.Choose(0, 300), Gen.Choose(0, int.MaxValue)).Select(cents => (long)cents);

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

    private static ProviderContract Of(string way, long cents, int rate, int other)
    {
        string[] steps = [way, .. More];
        return Years.Contract([
            .. steps.Select(step =>
                step.Replace("{0}", Money.FromCents(cents).ToString(), StringComparison.Ordinal)
                    .Replace("{1}", Percent(rate), StringComparison.Ordinal)
                    .Replace("{2}", Percent(other), StringComparison.Ordinal)
            ),
        ]);
    }

    private static string Dated(string value) => StepText.Dated($"value: {value}");

    private static string Shareable(string cases, string cost, string otherwise) =>
        $"{{ cases_per_person: {Dated(cases)}, cost_per_case: {Dated(cost)}, otherwise: {otherwise} }}";

    private static ImmutableArray<Denial> Denials(IEnumerable<long> amounts) =>
        [.. amounts.Where(cents => cents > 0).Select(cents => new Denial(Money.FromCents(cents), "x"))];

    private static string Percent(int millionths) => (new decimal(millionths) / 10_000m).ToString("0.####", CultureInfo.InvariantCulture);
}
