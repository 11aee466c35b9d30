using ReimbursementRules.Values;

namespace ReimbursementRules.Coverage;

/// <summary>Who asks a table, and on which days: claims on every day, others on the first day of each of their periods.</summary>
/// <param name="Who">Who asks, in words.</param>
/// <param name="StartOf">The first day of the period in which a day lies; null where every day asks.</param>
internal sealed record Asking(BilingualText Who, Func<DateOnly, DateOnly>? StartOf)
{
    public static Asking OfClaims { get; } = new(new("claim", "单据"), null);

    /// <summary>The lines of a provider's year.</summary>
    public static Asking OfLines { get; } = new(new("line of a provider's year", "机构年度明细"), null);

    /// <summary>A provider's year, month by month.</summary>
    public static Asking OfMonths { get; } = new(new("provider's year", "机构年度"), day => new(day.Year, day.Month, 1));

    public static Asking OfContributors(Func<DateOnly, DateOnly> startOf) => new(new("contributor", "缴费人"), startOf);

    public bool IsByPeriod => StartOf is not null;

    /// <summary>The first day from a day on that asks.</summary>
    public DateOnly First(DateOnly from)
    {
        if (StartOf is null || StartOf(from) == from)
            return from;
        var month = StartOf(from.AddMonths(1));
        return month > from ? month : StartOf(from.AddYears(1));
    }

    /// <summary>The last day before a day that asks.</summary>
    public DateOnly Before(DateOnly day) => StartOf is null ? day.AddDays(-1) : StartOf(day.AddDays(-1));
}
