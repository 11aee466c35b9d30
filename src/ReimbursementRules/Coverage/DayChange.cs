using ReimbursementRules.Values;

namespace ReimbursementRules.Coverage;

/// <summary>The points of a day on which something changes: a case on the day before, and one on the day.</summary>
internal sealed record DayChange(Point Before, Point First)
{
    /// <param name="book">Takes the points.</param>
    /// <param name="place">Where the change stands.</param>
    /// <param name="of">What changes.</param>
    /// <param name="day">The first day of what stands there.</param>
    /// <param name="asking">Who asks it: the sentences speak of its days or periods.</param>
    public static DayChange Of(PointBook book, FilePlace place, string of, DateOnly day, Asking asking) =>
        new(
            book.Add(
                place,
                CoverageKind.Day,
                of,
                "day_before",
                asking.IsByPeriod ? CoverageWords.PeriodBefore(of, day) : CoverageWords.DayBefore(of, day.AddDays(-1))
            ),
            book.Add(
                place,
                CoverageKind.Day,
                of,
                "first_day",
                asking.IsByPeriod ? CoverageWords.FirstPeriod(of, day) : CoverageWords.FirstDay(of, day)
            )
        );
}
