using System.Globalization;
using System.Text;
using ReimbursementRules.Coverage;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Writes what cases reach as a tracefile of lcov, for <c>genhtml</c> and whatever else reads <c>lcov.info</c>.</summary>
/// <remarks>A line is hit as often as there are cases that reach a point on it. Where several points stand on one line, or a point is one
/// of several ways, each is a branch.</remarks>
public static class LcovReport
{
    /// <summary>The tracefile of some rulebooks.</summary>
    /// <param name="reports">What the cases of each reach; paths are as their folders were named.</param>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">A report is null.</exception>
    public static string Write(IReadOnlyList<CoverageReport> reports)
    {
        reports = Given.Each(reports);
        var text = new StringBuilder();
        foreach (var file in CoveredFile.Of(reports))
        {
            Line($"TN:\nSF:{file.Path}");
            foreach (var line in file.Lines)
                for (var branch = 0; branch < line.Branches.Count; branch++)
                    Line($"BRDA:{line.Number},0,{branch},{(line.Hits == 0 ? "-" : Shown(line.Branches[branch]))}");
            Line($"BRF:{file.Branches}\nBRH:{file.BranchesTaken}");
            foreach (var line in file.Lines)
                Line($"DA:{line.Number},{line.Hits}");
            Line($"LF:{file.Lines.Count}\nLH:{file.LinesHit}\nend_of_record");
        }

        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Shown(int number) => number.ToString(CultureInfo.InvariantCulture);
}
