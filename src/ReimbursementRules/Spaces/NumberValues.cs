using ReimbursementRules.Claims;
using ReimbursementRules.Facts;

namespace ReimbursementRules.Spaces;

/// <summary>The numbers that a rulebook tells apart.</summary>
internal static class NumberValues
{
    /// <summary>Some plain numbers, then each number at which an interval begins, with one below and one above; all of them
    /// valid.</summary>
    /// <param name="asked">The fact.</param>
    /// <param name="plain">The plain ones, the plainest first.</param>
    public static IReadOnlyList<int> Of(AskedFact asked, params ReadOnlySpan<int> plain) =>
        [.. plain.ToArray().Concat(Around(asked.CutAt)).Where(number => IsValid(asked.Fact, number)).Distinct()];

    /// <summary>The day before the first edge, then each edge and the day before it.</summary>
    public static IReadOnlyList<DateOnly> OfDates(AskedFact asked) =>
        [
            .. asked
                .CutAt.SelectMany(cut => (int[])[(int)cut - 1, (int)cut])
                .DefaultIfEmpty((int)asked.Fact.Domain.Least)
                .Where(number => IsValid(asked.Fact, number))
                .Distinct()
                .Select(DateOnly.FromDayNumber),
        ];

    private static IEnumerable<int> Around(IEnumerable<long> cuts) =>
        cuts.Where(cut => cut < int.MaxValue).SelectMany(cut => (int[])[(int)cut, (int)cut - 1, (int)cut + 1]);

    private static bool IsValid(Fact fact, int number) => number >= fact.Domain.Least && number <= fact.Domain.Most;
}
