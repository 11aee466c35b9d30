using ReimbursementRules.Checks;
using ReimbursementRules.Values;

namespace ReimbursementRules.Coverage;

/// <summary>What the cases of a rulebook reach of its own files.</summary>
/// <param name="Check">What the check found, with the result of each case.</param>
/// <param name="Points">Everything that a case could reach in the rulebook's own files, in the order of files and lines; none where the
/// rulebook or a case file has problems.</param>
/// <param name="Inherited">As <paramref name="Points"/>, in the files of the folders on which the rulebook builds. They count for those
/// folders, not for this one; see <see cref="SharedCoverage"/> for folders that are no rulebooks.</param>
public sealed partial record CoverageReport(CheckReport Check, IReadOnlyList<CoveragePoint> Points, IReadOnlyList<CoveragePoint> Inherited)
{
    /// <inheritdoc cref="CoverageReport" path="/param[@name='Check']/node()"/>
    public CheckReport Check
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Check);

    /// <inheritdoc cref="CoverageReport" path="/param[@name='Points']/node()"/>
    public IReadOnlyList<CoveragePoint> Points
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Points);

    /// <inheritdoc cref="CoverageReport" path="/param[@name='Inherited']/node()"/>
    public IReadOnlyList<CoveragePoint> Inherited
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Inherited);

    /// <summary>What is reached of all files.</summary>
    public CoverageCount Count => CoverageCount.Of(Points);

    /// <summary>The points by file, in the order of their names; a file without points is not among them.</summary>
    public IReadOnlyList<FileCoverage> Files => FileCoverage.Of(Points);
}

/// <summary>What is reached of one file.</summary>
/// <param name="File">The file's name without its folder.</param>
/// <param name="Points">Its points, in the order of its lines.</param>
public sealed partial record FileCoverage(string File, IReadOnlyList<CoveragePoint> Points)
{
    /// <inheritdoc cref="FileCoverage" path="/param[@name='File']/node()"/>
    public string File
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(File);

    /// <inheritdoc cref="FileCoverage" path="/param[@name='Points']/node()"/>
    public IReadOnlyList<CoveragePoint> Points
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Points);

    /// <summary>How many of them are reached.</summary>
    public CoverageCount Count => CoverageCount.Of(Points);

    internal static IReadOnlyList<FileCoverage> Of(IReadOnlyList<CoveragePoint> points) =>
        [
            .. points
                .GroupBy(point => point.Place.File, StringComparer.Ordinal)
                .Select(file => new FileCoverage(file.Key, [.. file]))
                .OrderBy(file => file.File, StringComparer.Ordinal),
        ];
}

/// <summary>How many points are reached, of how many.</summary>
/// <param name="Reached">Those that some case reaches.</param>
/// <param name="Points">All of them.</param>
public readonly partial record struct CoverageCount(int Reached, int Points)
{
    /// <summary>The share in percent, from 0 to 100, rounded down to two decimals, so that 100 is all of them; 100 where there are
    /// none.</summary>
    public decimal Percent => Points == 0 ? 100 : decimal.Truncate(Reached * 10_000m / Points) / 100;

    /// <summary>Whether the exact share is at least a percentage.</summary>
    /// <param name="percent">The percentage, from 0 to 100, with any decimals.</param>
    /// <exception cref="ArgumentOutOfRangeException">The percentage is below 0 or above 100.</exception>
    public bool IsAtLeast(decimal percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        return Reached * 100m >= percent * Points;
    }

    internal static CoverageCount Of(IReadOnlyCollection<CoveragePoint> points) =>
        new(points.Count(point => point.IsReached), points.Count);
}
