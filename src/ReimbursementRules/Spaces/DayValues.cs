using System.Collections.Immutable;
using ReimbursementRules.Facts;
using ReimbursementRules.Layers;
using ReimbursementRules.Settling;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Spaces;

/// <summary>The days on which a rulebook decides otherwise than the day before.</summary>
internal sealed class DayValues
{
    public DayValues(CompiledRulebook book)
    {
        First = book.Legend.AsOn ?? book.Index.From;
        Edges =
        [
            .. Stated(book)
                .Append(First)
                .Where(day => day >= First && day <= DecidingDays.Last.AddYears(-DayBounds.MostYearsAfter))
                .Distinct()
                .Order(),
        ];
        All = [.. Around(book).Distinct()];
    }

    /// <summary>The first day of which a claim may be.</summary>
    public DateOnly First { get; }

    /// <summary>The days from which on something is decided otherwise, the first day of the rulebook among them; ascending.</summary>
    public ImmutableArray<DateOnly> Edges { get; }

    /// <summary>The days to choose from: the last edge, then each edge with the day before it, and days of every month that is
    /// asked.</summary>
    public ImmutableArray<DateOnly> All { get; }

    private static IEnumerable<DateOnly> Stated(CompiledRulebook book) =>
        [
            .. book.Asked.Where(asked => asked.IsDay).SelectMany(asked => asked.CutAt).Select(cut => DateOnly.FromDayNumber((int)cut)),
            .. book.Layers.Where(layer => layer.From != OneDay.Never).SelectMany(layer => Ends(layer.From, layer.Until)),
            .. book.Policy.Gates.Where(gate => gate.Days.From != OneDay.Never).SelectMany(gate => Ends(gate.Days.From, gate.Days.Until)),
            .. book
                .Written.SelectMany(table => table.Rows)
                .Select(row => row.Value)
                .OfType<DatedAmount>()
                .SelectMany(amount => amount.Changes),
            .. book.Register?.Changes ?? [],
        ];

    private IEnumerable<DateOnly> Around(CompiledRulebook book)
    {
        yield return Edges[^1];
        foreach (var edge in Edges.Concat(YearStarts(book)).Concat(Quarters(book)).Concat(Months(book)).Where(day => day >= First))
        {
            yield return edge;
            if (edge > First)
                yield return edge.AddDays(-1);
        }
    }

    /// <summary>The first two benefit years that begin after the first day, and the two after the last change.</summary>
    private IEnumerable<DateOnly> YearStarts(CompiledRulebook book) =>
        from day in (DateOnly[])[First, Edges[^1]]
        from years in (int[])[1, 2]
        select book.Year.Start(Period.Year, day).AddYears(years);

    /// <summary>Where something adds up over quarters, the first day of the quarter after the last change.</summary>
    private IEnumerable<DateOnly> Quarters(CompiledRulebook book) =>
        book.Legend.Slots.Any(slot => slot.Per == Period.Quarter) ? [book.Year.Start(Period.Quarter, Edges[^1].AddMonths(3))] : [];

    /// <summary>Where months are asked, the first day of each month at which something changes, in the year after the last edge.</summary>
    private IEnumerable<DateOnly> Months(CompiledRulebook book) =>
        from asked in book.Asked
        where asked.Fact.Name == "month"
        from cut in asked.CutAt
        where cut is >= 1 and <= 12
        select new DateOnly(Edges[^1].Year + 1, (int)cut, 1);

    private static IEnumerable<DateOnly> Ends(DateOnly from, DateOnly? until) => until is { } end ? [from, end] : [from];
}
