using ReimbursementRules.Values;

namespace ReimbursementRules.Coverage;

/// <summary>The days on which a layer or gate begins and ends: a case on each, and one on the day before.</summary>
internal sealed class DaySpanPoints
{
    private readonly PointBook _book;
    private readonly DayRange _days;
    private readonly DayChange? _begins;
    private readonly DayChange? _ends;

    /// <param name="book">Takes the points.</param>
    /// <param name="of">What begins and ends.</param>
    /// <param name="days">The days on which it is in force.</param>
    /// <param name="begins">Whether it begins after the rulebook.</param>
    /// <param name="places">Where it says when it begins, and when it ends.</param>
    public DaySpanPoints(PointBook book, string of, DayRange days, bool begins, (FilePlace From, FilePlace Until) places)
    {
        (_book, _days) = (book, days);
        _begins = begins ? DayChange.Of(book, places.From, of, days.From, Asking.OfClaims) : null;
        _ends = days.Until is { } until ? DayChange.Of(book, places.Until, of, until, Asking.OfClaims) : null;
    }

    /// <summary>It was at work on a day of its own.</summary>
    public void Within(DateOnly day)
    {
        if (day == _days.From)
            _book.Reach(_begins?.First);
        if (_days.Until is { } until && day == until.AddDays(-1))
            _book.Reach(_ends?.Before);
    }

    /// <summary>It was not at work on a day, but for the day.</summary>
    public void Outside(DateOnly day)
    {
        if (_days.From > DateOnly.MinValue && day == _days.From.AddDays(-1))
            _book.Reach(_begins?.Before);
        if (day == _days.Until)
            _book.Reach(_ends?.First);
    }
}
