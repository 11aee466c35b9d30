using ReimbursementRules.Contracts.Steps;
using ReimbursementRules.Layers;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Coverage;

/// <summary>The points of a table: its rows, the bands of each, and the days on which one value follows another.</summary>
internal sealed class TablePoints
{
    private readonly RowPoints[] _rows;

    /// <param name="written">The table, of rows.</param>
    /// <param name="asking">Who asks it.</param>
    /// <param name="book">Takes the points.</param>
    /// <param name="names">The parameters and lists.</param>
    public TablePoints(WrittenTable written, Asking asking, PointBook book, NamedPoints names)
    {
        Written = written;
        var of = written.Name.ToString();
        _rows = new RowPoints[written.Rows.Count];
        var versions = Versions(written);
        DayChange? begins = null;
        for (var version = 0; version < versions.Count; version++)
        {
            var from = Since(versions[version])!.Value.From;
            var next = version + 1 < versions.Count ? Since(versions[version + 1]) : null;
            var ends = next is var (day, place) && IsAsked(written, day) ? DayChange.Of(book, place, of, day, asking) : null;
            for (var row = versions[version].Start.Value; row < versions[version].End.Value; row++)
            {
                var days = (version == 0 ? (DateOnly?)null : from, next?.From ?? written.Days.Until);
                _rows[row] = new(Row(written.Rows[row], of, days, asking.Who, book), written.Rows[row], of, asking, book, names)
                {
                    First = begins is null ? null : (asking.First(from), begins.First),
                    Last = ends is null ? null : (asking.Before(next.GetValueOrDefault().From), ends.Before),
                };
            }

            begins = ends;
        }

        (DateOnly From, FilePlace Place)? Since(Range rows) => written.Rows[rows.Start.Value].Since;
    }

    public WrittenTable Written { get; }

    public RowPoints this[int row] => _rows[row];

    /// <summary>Whether a row, by its place in the legend, is one of the table's.</summary>
    public bool Has(int row) => row >= Written.First && row < Written.First + _rows.Length;

    /// <summary>The rows of each dated value.</summary>
    private static List<Range> Versions(WrittenTable written)
    {
        var versions = new List<Range>();
        for (var (start, row) = (0, 1); row <= written.Rows.Count; row++)
            if (row == written.Rows.Count || written.Rows[row].Since?.From != written.Rows[start].Since?.From)
            {
                versions.Add(start..row);
                start = row;
            }

        return versions;
    }

    private static bool IsAsked(WrittenTable written, DateOnly day) => day > written.Days.From && !(day >= written.Days.Until);

    private static Point Row(WrittenRow row, string of, (DateOnly? From, DateOnly? Until) days, BilingualText asked, PointBook book)
    {
        var isAlone = row.Source.Place == row.Since?.Place;
        return book.Add(
            row.Source.Place,
            isAlone ? CoverageKind.Value : CoverageKind.Row,
            of,
            "",
            CoverageWords.Row(of, isAlone ? "" : row.Text!.When, row.Text!.Says, days, asked)
        );
    }
}

/// <summary>The points of a row.</summary>
internal sealed class RowPoints
{
    private readonly IReadOnlyList<DatedPoints> _named;
    private readonly Point _row;
    private readonly Asking _asking;
    private readonly object? _value;

    public RowPoints(Point point, WrittenRow row, string of, Asking asking, PointBook book, NamedPoints names)
    {
        var place = row.Source.Place;
        (_row, _asking, _value) = (point, asking, row.Value);
        _named =
        [
            .. names.Lists(row.When, asking),
            .. names.Parameter(row.Value, asking) is { } parameter ? [parameter] : (DatedPoints[])[],
        ];
        Bands = row.Value switch
        {
            Bands { Above.Length: > 1 } bands =>
            [
                .. bands.Above.Select(
                    (above, i) =>
                        book.Add(bands.Places[i], CoverageKind.Band, of, "", CoverageWords.Band(of, Money.FromCents(above).ToReadable()))
                ),
            ],
            Corridor { Above.Length: > 1 } corridor =>
            [
                .. corridor.Above.Select(
                    (above, i) => book.Add(corridor.Places[i], CoverageKind.Band, of, "", CoverageWords.Band(of, above.ToString()))
                ),
            ],
            BedDays { After.Length: > 1 } days =>
            [
                .. days.After.Select(after => book.Add(place, CoverageKind.Band, of, Phase(after), CoverageWords.Phase(of, after))),
            ],
            _ => [],
        };
        if (row.Value is Amount { Computed: { } multiple })
            Bound(multiple);
        else if (row.Value is Bands { Growth.AtMost: < Rate.WholeMillionths })
            (AtMost, Between) = (Way("at_most"), Way("computed"));

        void Bound(Multiple bounded)
        {
            AtLeast = bounded.AtLeast > 0 ? Way("at_least") : null;
            AtMost = bounded.AtMost < long.MaxValue ? Way("at_most") : null;
            Between = AtLeast is not null || AtMost is not null ? Way("computed") : null;
        }

        Point Way(string way) => book.Add(place, CoverageKind.Branch, of, way, CoverageWords.Way("amount", way, of));
    }

    /// <summary>The first day of its value, where another was in force before.</summary>
    public required (DateOnly Day, Point Point)? First { get; init; }

    /// <summary>The last day of its value, where another follows.</summary>
    public required (DateOnly Day, Point Point)? Last { get; init; }

    /// <summary>Each of several bands or phases.</summary>
    public Point[] Bands { get; }

    /// <summary>What is computed is raised to a least amount.</summary>
    public Point? AtLeast { get; private set; }

    /// <summary>What is computed is lowered to a most.</summary>
    public Point? AtMost { get; private set; }

    /// <summary>What is computed stays as it is.</summary>
    public Point? Between { get; private set; }

    /// <summary>The row applies on a day.</summary>
    public void Reach(PointBook book, DateOnly day)
    {
        book.Reach(_row);
        if (First is { } first && first.Day == day)
            book.Reach(first.Point);
        if (Last is { } last && last.Day == day)
            book.Reach(last.Point);
        foreach (var named in _named)
            named.Reach(book, day, _asking);
        if (_value is ParameterAmount amount)
            Compute(book, amount.On(day), amount.Multiple.AtLeast, amount.Multiple.AtMost);
    }

    /// <summary>A number was computed, which has a least and a most.</summary>
    public void Compute(PointBook book, long value, long atLeast, long atMost) =>
        book.Reach(
            AtLeast is not null && value == atLeast ? AtLeast
            : AtMost is not null && value == atMost ? AtMost
            : Between
        );

    private static string Phase(int after) => $"above_{after.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
