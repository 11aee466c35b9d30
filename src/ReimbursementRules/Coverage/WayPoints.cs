using ReimbursementRules.Values;

namespace ReimbursementRules.Coverage;

/// <summary>The ways in which one thing can come out, each with its point.</summary>
internal sealed class WayPoints
{
    private readonly Dictionary<string, Point> _ways = new(StringComparer.Ordinal);

    /// <param name="book">Takes the points.</param>
    /// <param name="place">Where the thing stands.</param>
    /// <param name="kind">What the points are.</param>
    /// <param name="what">What the thing is, as <see cref="BranchWords"/> calls it.</param>
    /// <param name="of">Its name.</param>
    /// <param name="ways">The ways that there are.</param>
    public WayPoints(PointBook book, FilePlace place, CoverageKind kind, string what, string of, params IEnumerable<string> ways)
    {
        foreach (var way in ways)
            _ways.Add(way, book.Add(place, kind, of, way, CoverageWords.Way(what, way, of)));
    }

    /// <summary>It came out this way; nothing where it is none that counts.</summary>
    public void Reach(PointBook book, string way) => book.Reach(_ways.GetValueOrDefault(way));

    /// <summary>Conditions that hold or not.</summary>
    public static WayPoints OfConditions(PointBook book, FilePlace place, string of) =>
        new(book, place, CoverageKind.Branch, "conditions", of, "hold", "do_not_hold");

    public void ReachIf(PointBook book, bool hold) => Reach(book, hold ? "hold" : "do_not_hold");
}
