using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Layers;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Settling;
using ReimbursementRules.Values;

namespace ReimbursementRules.Spaces;

/// <summary>The amounts at which a rulebook decides otherwise than a cent below or above.</summary>
internal sealed class AmountValues
{
    /// <summary>The most amounts to choose from; beyond it the larger edges are not added up.</summary>
    private const int Most = 3000;

    /// <summary>How many amounts there are that are nothing but odd, up to some 200,000 yuan, for whatever is rounded.</summary>
    private const int Odd = 50;

    private const long Plain = 100_00;

    private static readonly long[] Others = [1, 2, 50, 99, 1_00, 333_33, 1_000_00, 12_345_67, 1_000_000_01];

    public AmountValues(CompiledRulebook book)
    {
        Edges =
        [
            .. book
                .Asked.Where(asked => asked.Fact.Kind == FactKind.Amount)
                .SelectMany(asked => asked.CutAt)
                .Concat(book.Written.SelectMany(table => table.Rows).SelectMany(row => Of(row.Value)))
                .Concat(book.Layers.SelectMany(layer => layer.Steps).SelectMany(step => step.Amounts))
                .Where(IsAmount)
                .Distinct()
                .Order()
                .Select(Money.FromCents),
        ];
        All = [.. Around(BandsBegin(book)).Where(IsAmount).Prepend(Plain).Distinct().Take(Most).Select(Money.FromCents)];
    }

    /// <summary>The amounts themselves, above zero, ascending.</summary>
    public ImmutableArray<Money> Edges { get; }

    /// <summary>The amounts of an item to choose from: one hundred yuan, then each edge with a cent below and above it, and sums of
    /// edges.</summary>
    public ImmutableArray<Money> All { get; }

    private IEnumerable<long> Around(IReadOnlyList<long> bands)
    {
        foreach (var edge in Edges.Select(edge => edge.Cents))
        {
            yield return edge;
            yield return edge - 1;
            yield return edge + 1;
        }

        foreach (var cents in Others)
            yield return cents;
        for (var i = 1; i <= Odd; i++)
            yield return i * i * 7_919L + i;
        foreach (var edge in Edges.Select(edge => edge.Cents))
        {
            yield return edge * 2;
            yield return edge * 10;
        }

        // A band begins above what a deductible has taken.
        foreach (var edge in Edges.Select(edge => edge.Cents))
        foreach (var band in bands)
        {
            yield return edge + band;
            yield return edge + band + 1;
        }
    }

    private static IReadOnlyList<long> BandsBegin(CompiledRulebook book) =>
        [
            .. book
                .Written.SelectMany(table => table.Rows)
                .Select(row => row.Value)
                .OfType<Bands>()
                .SelectMany(bands => bands.Above)
                .Where(IsAmount)
                .Distinct()
                .Order(),
        ];

    private static long[] Of(object? value) =>
        value switch
        {
            FixedAmount amount => [amount.Cents],
            ParameterAmount amount =>
            [
                .. amount.Changes.Select(amount.On),
                amount.On(DateOnly.MaxValue),
                amount.Multiple.AtLeast,
                amount.Multiple.AtMost,
            ],
            ComputedAmount amount => Of(amount),
            AmountChange { IsOfShare: false } change => [change.Number],
            BedDays amount => [.. amount.Cents, .. amount.Cents.Select(cents => cents * 7)],
            Bands bands => bands.Above,
            long price => [price],
            CatalogueRow { OfUnit: { } ofUnit } => [ofUnit],
            _ => [],
        };

    /// <summary>Its bounds, what it is before it grows and after some steps; of a share, also that of which the share is one of
    /// these.</summary>
    private static long[] Of(ComputedAmount amount)
    {
        var (multiple, most) = (amount.Multiple, Money.Largest.Cents);
        List<long> values = [multiple.AtLeast, multiple.AtMost];
        if (amount.Base.AtLast is { } cents)
            values.AddRange(
                ((long[])[0, 1, 2, 3]).Select(steps => multiple.Of(amount.Growth?.Of(multiple.Product(cents), steps) ?? cents))
            );
        else if (multiple.Times > 0)
            values.AddRange(values.ToArray().Select(value => (long)Math.Min(value / multiple.Times, most)));
        return [.. values];
    }

    private static bool IsAmount(long cents) => cents > 0 && cents <= Money.Largest.Cents / 100_000;
}
