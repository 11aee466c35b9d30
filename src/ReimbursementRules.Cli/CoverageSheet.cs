using System.Globalization;
using ReimbursementRules.Coverage;
using ReimbursementRules.Reports;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>What the cases of the checked rulebooks reach: lines for each rulebook, then for all of them, and the files for other
/// tools.</summary>
internal sealed class CoverageSheet
{
    private readonly List<CoverageReport> _reports = [];
    private CoverageCount _all;
    private bool _isBroken;

    /// <summary>The percentage that is asked, from 0 to 100; null for none.</summary>
    public required decimal? FailUnder { get; init; }

    /// <summary>Where the tracefile of lcov goes; null for nowhere.</summary>
    public required string? Lcov { get; init; }

    /// <summary>Where the Cobertura document goes; null for nowhere.</summary>
    public required string? Cobertura { get; init; }

    /// <summary>Whether less is reached than is asked.</summary>
    public bool Fails => FailUnder is { } percent && (!IsMeasured || !_all.IsAtLeast(percent));

    /// <summary>Whether all was measured, and there was something.</summary>
    private bool IsMeasured => !_isBroken && _reports.Count > 0;

    /// <summary>Takes a rulebook, and tells what is reached of it, and what is not.</summary>
    public IEnumerable<(BilingualText Line, bool IsGood)> Add(CoverageReport report)
    {
        if (report.Check.Problems.Count > 0)
        {
            _isBroken = true;
            yield return (new("  coverage: not measured, for the problems above", "  覆盖率：因上述问题未测"), false);
            yield break;
        }

        _reports.Add(report);
        foreach (var line in Tell(report.Count, report.Files))
            yield return line;
    }

    /// <summary>Tells what is reached of the folders that the rulebooks share, which are no rulebooks themselves.</summary>
    public IEnumerable<(BilingualText Line, bool IsGood)> Shared()
    {
        foreach (var shared in SharedCoverage.Of(_reports))
        {
            yield return (
                new(
                    $"{shared.Folder}: no rulebook itself, reached by those that build on it",
                    $"{shared.Folder}：本身不是规则册，由以其为基础的规则册覆盖"
                ),
                true
            );
            foreach (var line in Tell(shared.Count, shared.Files))
                yield return line;
        }
    }

    private IEnumerable<(BilingualText Line, bool IsGood)> Tell(CoverageCount count, IReadOnlyList<FileCoverage> files)
    {
        _all = new(_all.Reached + count.Reached, _all.Points + count.Points);
        yield return (Counted("  coverage", "  覆盖率", count), IsWhole(count));
        foreach (var file in files)
        {
            yield return (Counted($"    {file.File}", $"    {file.File}", file.Count), IsWhole(file.Count));
            foreach (var point in file.Points.Where(point => !point.IsReached))
                yield return (new($"      {point.Place}: {point.Missing.En}", $"      {point.Place}: {point.Missing.Zh}"), false);
        }
    }

    /// <summary>Tells what is reached of all rulebooks.</summary>
    public IEnumerable<(BilingualText Line, bool IsGood)> End()
    {
        yield return (_reports.Count == 0 ? new("coverage: not measured", "覆盖率：未测") : Counted("coverage", "覆盖率", _all), !Fails);
        if (FailUnder is not null && !IsMeasured)
            yield return (new("not all is measured, so that --fail-under fails", "并非全部测得，--fail-under 不通过"), false);
        else if (Fails)
        {
            var asked = FailUnder.GetValueOrDefault().ToString(CultureInfo.InvariantCulture);
            yield return (new($"coverage is below {asked}%, which --fail-under asks", $"覆盖率低于 --fail-under 要求的 {asked}%"), false);
        }
    }

    /// <summary>Writes the files that were asked for.</summary>
    /// <exception cref="OutputFileException">One cannot be written.</exception>
    public void Write()
    {
        if (Lcov is not null)
            OutputFile.Write(Lcov, LcovReport.Write(_reports), "--lcov");
        if (Cobertura is not null)
            OutputFile.Write(Cobertura, CoberturaReport.Write(_reports), "--cobertura");
    }

    private static bool IsWhole(CoverageCount count) => count.Reached == count.Points;

    private static BilingualText Counted(string en, string zh, CoverageCount count)
    {
        var percent = count.Percent.ToString("0.00", CultureInfo.InvariantCulture);
        return new($"{en}: {percent}%, {count.Reached} of {count.Points}", $"{zh}：{percent}%，{count.Reached}/{count.Points}");
    }
}
