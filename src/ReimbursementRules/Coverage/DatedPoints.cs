using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Coverage;

/// <summary>The versions of a parameter or list, each with its own point, and the days on which one follows another.</summary>
internal sealed class DatedPoints
{
    private readonly (DateOnly From, DayChange? Change, Point InForce)[] _versions;

    /// <param name="book">Takes the points.</param>
    /// <param name="of">The name of the parameter or list.</param>
    /// <param name="versions">The first day and the place of each, in the order of days.</param>
    /// <param name="asking">Who asks it first: the sentences speak of its days or periods.</param>
    private DatedPoints(PointBook book, string of, IReadOnlyList<(DateOnly From, FilePlace Place)> versions, Asking asking)
    {
        _versions =
        [
            .. versions.Select(
                (version, i) =>
                    (
                        version.From,
                        i == 0 ? null : DayChange.Of(book, version.Place, of, version.From, asking),
                        book.Add(
                            version.Place,
                            CoverageKind.Value,
                            of,
                            "",
                            CoverageWords.Version(of, version.From, i + 1 < versions.Count ? versions[i + 1].From : null)
                        )
                    )
            ),
        ];
    }

    public static DatedPoints OfParameter(PointBook book, string name, IReadOnlyList<Dated<decimal>> versions, Asking asking) =>
        new(book, $"parameters.{name}", [.. versions.Select(version => (version.From, version.Source.Place))], asking);

    public static DatedPoints OfList(PointBook book, string name, ListPolicy list, Asking asking) =>
        new(book, $"lists.{name}", [.. list.Versions.Select(version => (version.From, version.Value.Place))], asking);

    /// <summary>Something was decided by it on a day.</summary>
    public void Reach(PointBook book, DateOnly day, Asking asking)
    {
        for (var i = 0; i < _versions.Length; i++)
        {
            var version = _versions[i];
            var isLast = i + 1 == _versions.Length || day < _versions[i + 1].From;
            if ((i == 0 || day >= version.From) && isLast)
                book.Reach(version.InForce);
            if (version.Change is not { } change)
                continue;
            if (day == asking.First(version.From))
                book.Reach(change.First);
            if (day == asking.Before(version.From))
                book.Reach(change.Before);
        }
    }
}
