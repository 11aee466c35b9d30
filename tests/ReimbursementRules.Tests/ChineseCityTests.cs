using ReimbursementRules.Checks;
using ReimbursementRules.Targets;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Cli;

namespace ReimbursementRules.Tests;

/// <summary>Whoever follows the page "一座完整的城市" to the letter has a checked rulebook in the end, as the page says.</summary>
public sealed class ChineseCityTests : IDisposable
{
    private readonly string _rules = Directory.CreateTempSubdirectory("rules-").FullName;

    public void Dispose() => Directory.Delete(_rules, recursive: true);

    [Fact]
    public void Page_FollowedToTheLetter_GivesACheckedRulebook()
    {
        Copy("national-frame", "targets.yaml");
        Copy("national-law", "0-law.yaml");
        var city = Directory.CreateDirectory(Path.Combine(_rules, "lakeside")).FullName;
        foreach (var (file, text) in ReadmeExample.FilesOf(ChineseManual.Text, "湖滨市的文件"))
            File.WriteAllText(Path.Combine(city, file), file == "index.yaml" ? text + Shown("frame") : text);

        var report = RulebookCheck.Run(city);

        report.Problems.ShouldBeEmpty();
        report.Cases.Count.ShouldBe(3);
        report.Cases.SelectMany(one => one.Mismatches).Select(mismatch => mismatch.ToString()).ShouldBeEmpty();
        report.Warnings.ShouldBeEmpty();
        report.Targets.ShouldNotContain(target => target.Status == TargetStatus.Missed);
        report.Targets.Count(target => target.Status == TargetStatus.Met).ShouldBeGreaterThan(8);
        CliRun.Of("check", city, "--lang", "zh").Output.Replace(city, "rules/lakeside", StringComparison.Ordinal).ShouldBe(Shown("city"));
    }

    private static string Shown(string mark) => ChineseManual.Page("12-new-city.md").Split($"<!-- {mark} -->\n```\n")[1].Split("```")[0];

    private void Copy(string folder, string file) =>
        File.Copy(
            Path.Combine(Repository.Rules, folder, file),
            Path.Combine(Directory.CreateDirectory(Path.Combine(_rules, folder)).FullName, file)
        );
}
