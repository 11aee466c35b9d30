using System.Globalization;
using ReimbursementRules.Coverage;

namespace ReimbursementRules.Reports;

/// <summary>A policy file as tools for the coverage of programs take it: lines with hits, and their branches.</summary>
/// <param name="Path">Its path: the folder as it was named, and the file.</param>
/// <param name="Folder">The folder alone.</param>
/// <param name="File">The file alone.</param>
/// <param name="Lines">The lines on which points stand, in order.</param>
internal sealed record CoveredFile(string Path, string Folder, string File, IReadOnlyList<CoveredLine> Lines)
{
    public int LinesHit => Lines.Count(line => line.Hits > 0);

    public int Branches => Lines.Sum(line => line.Branches.Count);

    public int BranchesTaken => Lines.Sum(line => line.Taken);

    /// <summary>The files of rulebooks, in their order, then those of the folders that they share.</summary>
    public static IReadOnlyList<CoveredFile> Of(IReadOnlyList<CoverageReport> reports) =>
        [
            .. reports.SelectMany(report =>
                Of(System.IO.Path.TrimEndingDirectorySeparator(report.Check.Folder).Replace('\\', '/'), report.Files)
            ),
            .. SharedCoverage.Of(reports).SelectMany(shared => Of(shared.Folder, shared.Files)),
        ];

    private static IEnumerable<CoveredFile> Of(string folder, IReadOnlyList<FileCoverage> files) =>
        files.Select(file => new CoveredFile(
            $"{folder}/{file.File}",
            folder,
            file.File,
            [.. file.Points.GroupBy(point => point.Place.Line).Select(line => CoveredLine.Of(line.Key, [.. line]))]
        ));

    /// <summary>A share as a number from 0 to 1 with four decimals, rounded down; 1 of nothing.</summary>
    public static string Rate(int part, int whole) =>
        (whole == 0 ? 1m : decimal.Truncate(part * 10_000m / whole) / 10_000).ToString("0.####", CultureInfo.InvariantCulture);
}

/// <summary>A line of a policy file.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Hits">How many cases reach anything on it.</param>
/// <param name="Branches">How many cases reach each point of a line that has several, or one way of several; else empty.</param>
internal sealed record CoveredLine(int Number, int Hits, IReadOnlyList<int> Branches)
{
    public int Taken => Branches.Count(cases => cases > 0);

    public static CoveredLine Of(int number, IReadOnlyList<CoveragePoint> points) =>
        new(
            number,
            points.SelectMany(point => point.Cases).Distinct().Count(),
            points.Count > 1 || points[0].IsBranch ? [.. points.Select(point => point.Cases.Count)] : []
        );
}
