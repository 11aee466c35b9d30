using ReimbursementRules.Values;

namespace ReimbursementRules.Mutants;

/// <summary>The amounts of an item at which a change is likeliest to show.</summary>
internal static class AimedAmounts
{
    private static readonly long[] Round = [10_000_00, 100_000_00, 1_000_00, 100_00, 1_000_000_00, 10_000_000_00];

    /// <summary>What the items of two claims cost of which the second may be in another period: enough to be beyond most edges, and little
    /// that comes after it.</summary>
    public static IReadOnlyList<Money> OfPeriods { get; } = [Money.Yuan(1_000_000), Money.Yuan(10_000), Money.Yuan(100_000)];

    /// <summary>Round amounts; then the numbers that are changed, with a cent and a yuan around them, and well above, where a few more
    /// cents let the halves of cents show; then what the rulebook decides by.</summary>
    /// <param name="numbers">The numbers, in yuan.</param>
    /// <param name="edges">The amounts at which the rulebook decides otherwise.</param>
    public static IReadOnlyList<Money> Of(IReadOnlyList<decimal> numbers, IReadOnlyList<Money> edges)
    {
        var largest = Money.Largest.Cents / 1_000;
        long[] aimed = [.. numbers.Where(number => number > 0 && number < largest / 100).Select(number => (long)(number * 100))];
        return
        [
            .. Round
                .Concat(aimed.SelectMany(cents => (long[])[cents, cents + 1, cents - 1, cents * 2, cents + 1_00, cents + 10_000_00]))
                .Concat(
                    Enumerable
                        .Range(1, 9)
                        .SelectMany(more => Round.Take(2).Concat(aimed.Select(cents => cents * 2)).Select(cents => cents + more))
                )
                .Concat(edges.Select(edge => edge.Cents).SelectMany(edge => aimed.Take(1).Select(cents => cents + edge + 1_00)))
                .Concat(edges.SelectMany(edge => (long[])[edge.Cents, edge.Cents + 1, edge.Cents + 1_000_00, edge.Cents * 2]))
                .Where(cents => cents > 0 && cents <= largest)
                .Distinct()
                .Select(Money.FromCents),
        ];
    }
}
