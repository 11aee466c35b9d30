using System.Globalization;
using System.Text;
using ReimbursementRules.Coverage;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Writes what cases reach as Cobertura XML (coverage-04), which GitLab, GitHub actions and ReportGenerator read.</summary>
/// <remarks>A rulebook is a package, a file a class. Lines and branches are those of <see cref="LcovReport"/>. The time is 0, so that the
/// same cases make the same file.</remarks>
public static class CoberturaReport
{
    private const string Zero = "complexity=\"0\"";
    private const string Stamp = "version=\"1\" timestamp=\"0\"";

    /// <summary>The document of some rulebooks.</summary>
    /// <param name="reports">What the cases of each reach; paths are as their folders were named.</param>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">A report is null.</exception>
    public static string Write(IReadOnlyList<CoverageReport> reports)
    {
        reports = Given.Each(reports);
        var files = CoveredFile.Of(reports);
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        xml.Append("<!DOCTYPE coverage SYSTEM \"http://cobertura.sourceforge.net/xml/coverage-04.dtd\">\n");
        var (lines, hit) = (files.Sum(file => file.Lines.Count), files.Sum(file => file.LinesHit));
        var (branches, taken) = (files.Sum(file => file.Branches), files.Sum(file => file.BranchesTaken));
        Line($"<coverage {Rates(files)} {Count("lines", hit, lines)} {Count("branches", taken, branches)} {Zero} {Stamp}>");
        Line($"<sources><source>.</source></sources>\n<packages>");
        foreach (var folder in files.GroupBy(file => file.Folder, StringComparer.Ordinal))
        {
            Line($"<package name=\"{Html.Escape(folder.Key)}\" {Rates([.. folder])} {Zero}>\n<classes>");
            foreach (var file in folder)
                Class(file);
            Line($"</classes>\n</package>");
        }

        Line($"</packages>\n</coverage>");
        return xml.ToString();

        void Class(CoveredFile file)
        {
            Line($"""<class name="{Html.Escape(file.File)}" filename="{Html.Escape(file.Path)}" {Rates([file])} {Zero}>""");
            Line($"<methods/>\n<lines>");
            foreach (var line in file.Lines)
                if (line.Branches.Count == 0)
                    Line($"<line number=\"{line.Number}\" hits=\"{line.Hits}\" branch=\"false\"/>");
                else
                    Branches(line);
            Line($"</lines>\n</class>");
        }

        void Branches(CoveredLine line)
        {
            var (taken, all) = (line.Taken, line.Branches.Count);
            var percent = taken * 100 / all;
            Line($"""<line number="{line.Number}" hits="{line.Hits}" branch="true" condition-coverage="{percent}% ({taken}/{all})">""");
            Line($"<conditions><condition number=\"0\" type=\"switch\" coverage=\"{percent}%\"/></conditions>\n</line>");
        }

        void Line(FormattableString line) => xml.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Count(string of, int part, int whole) => $"""{of}-covered="{part}" {of}-valid="{whole}" """.TrimEnd();

    private static string Rates(IReadOnlyList<CoveredFile> files) =>
        $"line-rate=\"{CoveredFile.Rate(files.Sum(file => file.LinesHit), files.Sum(file => file.Lines.Count))}\" "
        + $"branch-rate=\"{CoveredFile.Rate(files.Sum(file => file.BranchesTaken), files.Sum(file => file.Branches))}\"";
}
