using ReimbursementRules.Cases;
using ReimbursementRules.Values;

namespace ReimbursementRules.Coverage;

/// <summary>Everything that cases can reach, and which of it each has reached.</summary>
internal sealed class PointBook
{
    private readonly List<Point> _points = [];
    private readonly HashSet<Point> _now = [];
    private readonly Dictionary<(FilePlace, CoverageKind, string), Point> _known = [];

    /// <summary>A new point, or the same of another step that has the table where it stands.</summary>
    public Point Add(FilePlace place, CoverageKind kind, string of, string branch, BilingualText missing)
    {
        if (_known.TryGetValue((place, kind, branch), out var known) && known.Of != of)
            return known;
        _points.Add(new(place, kind, of, branch, missing));
        return _known[(place, kind, branch)] = _points[^1];
    }

    /// <summary>The case that runs reaches a point; nothing where there is none.</summary>
    public void Reach(Point? point)
    {
        if (point is not null)
            _now.Add(point);
    }

    /// <summary>A case has run. One that fails reaches nothing.</summary>
    public void End(CaseResult result)
    {
        if (result.Passed)
            foreach (var point in _now)
                point.Cases.Add(result.Place);
        _now.Clear();
    }

    /// <summary>All points, in the order of files and lines.</summary>
    public IReadOnlyList<CoveragePoint> All() =>
        [
            .. _points
                .OrderBy(point => point.Place.File, StringComparer.Ordinal)
                .ThenBy(point => point.Place.Line)
                .ThenBy(point => point.Place.Column)
                .Select(point => new CoveragePoint(point.Place, point.Kind, point.Of, point.Branch, point.Missing, [.. point.Cases])),
        ];
}

/// <summary>One thing that cases can reach, with those that do so far.</summary>
internal sealed class Point(FilePlace place, CoverageKind kind, string of, string branch, BilingualText missing)
{
    public FilePlace Place => place;

    public CoverageKind Kind => kind;

    public string Of => of;

    public string Branch => branch;

    public BilingualText Missing => missing;

    public List<FilePlace> Cases { get; } = [];
}
