using System.Globalization;
using ReimbursementRules.Checks;
using ReimbursementRules.Coverage;
using ReimbursementRules.Engines;
using ReimbursementRules.Mutants;
using ReimbursementRules.Targets;
using ReimbursementRules.Values;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ReimbursementRules.Testing;

/// <summary>A rulebook of a folder, which the test run lists by its own name.</summary>
public sealed class TestedRulebook : IXunitSerializable
{
    /// <summary>Made by xunit, which sets what it is of afterwards.</summary>
    public TestedRulebook() { }

    internal TestedRulebook(string name, string path) => (Name, FolderPath) = (name, path);

    /// <summary>Its folder, seen from that which the attribute names.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its folder as a whole path.</summary>
    public string FolderPath { get; private set; } = "";

    /// <summary>All that was found of it: problems, warnings, targets and what came of each case. It is checked once in a test
    /// run.</summary>
    public CheckReport Report => RulesFolder.Report(FolderPath);

    /// <summary>The rulebook.</summary>
    /// <exception cref="XunitException">Its files have problems.</exception>
    public Rulebook Rulebook => Report.Rulebook ?? throw new XunitException(RulesFolder.Problems(Name, Report));

    /// <summary>The rulebook in a folder, for properties of one rulebook.</summary>
    /// <param name="folder">The folder with <c>index.yaml</c>: a whole path, or one beside the tests or in the nearest folder above
    /// them.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="PolicyException">The files are not a rulebook: every problem is listed.</exception>
    public static Rulebook Load(string folder) => ReimbursementRules.Rulebook.Load(RulesFolder.Find(folder));

    /// <summary>Fails where its files have problems, it has no case, or a target that must be met is not.</summary>
    /// <exception cref="XunitException">It says which, with file and line.</exception>
    public void AssertPasses()
    {
        if (Report.Problems.Count > 0)
            throw new XunitException(RulesFolder.Problems(Name, Report));
        if (Report.Cases.Count == 0)
            throw new XunitException(
                $"{Name} has no case: expected a *.cases.yaml beside its files. Write one with what a claim must come to. "
                    + $"{Name} 没有用例：其文件旁应有 *.cases.yaml。请写明单据应得的结果。"
            );
        var missed = Report.Targets.Where(target => target is { Status: TargetStatus.Missed, IsWish: false }).ToList();
        if (missed.Count > 0)
            throw new XunitException(
                $"{Name} misses {string.Join(", ", missed.Select(target => target.Id))}. {Name} 未达到目标：\n"
                    + RulesFolder.InBoth(missed.SelectMany(target => target.Misses))
            );
    }

    /// <summary>Fails where its cases reach less of its files than a share.</summary>
    /// <param name="percent">The least share in percent, included, from 0 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is below 0 or above 100.</exception>
    /// <exception cref="XunitException">It tells what no case reaches, with file and line, and what a case would need.</exception>
    public void AssertReaches(decimal percent)
    {
        var report = RulebookCoverage.Run(FolderPath, new NRulesEngine());
        if (report.Check.Problems.Count > 0)
            throw new XunitException(RulesFolder.Problems(Name, report.Check));
        if (report.Count.IsAtLeast(percent))
            return;
        throw new XunitException(
            $"{Name}: its cases reach {report.Count.Reached} of {Counted.Of(report.Count.Points, "point")}, expected at least "
                + $"{Show(percent)}%. "
                + $"{Name}：用例覆盖 {report.Count.Points} 点中的 {report.Count.Reached} 点，应不少于 {Show(percent)}%。\n"
                + Lines(report.Points.Where(point => !point.IsReached).Select(point => (point.Place, point.Missing)))
        );
    }

    /// <summary>Fails where its cases notice less of what could be wrong in its files (a cent, a day, a row, a word) than a
    /// share.</summary>
    /// <param name="percent">The least share in percent, included, from 0 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is below 0 or above 100.</exception>
    /// <exception cref="XunitException">It tells each change that no case notices, with file and line; or that cases fail as it
    /// is.</exception>
    public void AssertNotices(decimal percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        var report = MutantCheck.Run(FolderPath, new() { Tries = 0 });
        if (!report.Problems.IsEmpty)
            throw new XunitException($"{Name}:\n{RulesFolder.InBoth(report.Problems)}");
        if (!report.FailedCases.IsEmpty)
            throw new XunitException(
                $"{Name}: {Counted.Of(report.FailedCases.Length, "case fails", "cases fail")}, so that no change can be looked at. "
                    + $"{Name}：有 {report.FailedCases.Length} 个用例未通过，无法做改错试验。"
            );
        var total = report.Total;
        if (total.IsAtLeast(percent))
            return;
        var (killed, all) = (total.Killed, total.Killed + total.Survived);
        throw new XunitException(
            $"{Name}: its cases notice {killed} of {Counted.Of(all, "change")} of its files, expected at least {Show(percent)}%. "
                + "'reimburse check --mutants' shows for each a case that would. "
                + $"{Name}：用例发现 {all} 处改错中的 {killed} 处，应不少于 {Show(percent)}%。"
                + "“reimburse check --mutants”会给出能发现它的用例。\n"
                + Lines(report.Survivors.Where(survivor => !survivor.IsEqual).Select(survivor => (survivor.Place, survivor.Change)))
        );
    }

    private static string Show(decimal percent) => percent.ToString(CultureInfo.InvariantCulture);

    private static string Lines(IEnumerable<(FilePlace Place, BilingualText Words)> all) =>
        string.Join("\n", all.Select(one => $"{one.Place}: {one.Words.En} {one.Words.Zh}"));

    /// <inheritdoc />
    public void Deserialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        (Name, FolderPath) = (info.GetValue<string>(nameof(Name)), info.GetValue<string>(nameof(FolderPath)));
    }

    /// <inheritdoc />
    public void Serialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        info.AddValue(nameof(Name), Name);
        info.AddValue(nameof(FolderPath), FolderPath);
    }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
