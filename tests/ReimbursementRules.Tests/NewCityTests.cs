using ReimbursementRules.Checks;
using ReimbursementRules.Reports;
using ReimbursementRules.Targets;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests;

/// <summary>Whoever follows the section "Write a new city" to the letter has a checked rulebook in the end.</summary>
public sealed class NewCityTests
{
    [Fact]
    public void Section_FollowedToTheLetter_GivesACheckedRulebook()
    {
        var rules = Directory.CreateTempSubdirectory("rules-").FullName;
        var frame = Directory.CreateDirectory(Path.Combine(rules, "national-frame")).FullName;
        File.Copy(Path.Combine(Repository.Rules, "national-frame", "targets.yaml"), Path.Combine(frame, "targets.yaml"));
        var city = Directory.CreateDirectory(Path.Combine(rules, "lakeside")).FullName;
        foreach (var (file, text) in ReadmeExample.FilesOf(Manual.Text, "Write a new city"))
            File.WriteAllText(Path.Combine(city, file), file == "index.yaml" ? text + "held_against: ../national-frame\n" : text);

        var report = RulebookCheck.Run(city);

        report.Problems.ShouldBeEmpty();
        report.Cases.Count.ShouldBe(3);
        report.Cases.SelectMany(one => one.Mismatches).Select(mismatch => mismatch.ToString()).ShouldBeEmpty();
        report.Warnings.ShouldBeEmpty();
        report.Targets.ShouldNotContain(target => target.Status == TargetStatus.Missed);
        report.Targets.Count(target => target.Status == TargetStatus.Met).ShouldBeGreaterThan(8);
        TextReport
            .Write(report.Rulebook!.Settle(TestClaim.Stay(20_000) with { Discharged = new(2024, 5, 10) }), Language.Chinese)
            .ShouldContain("湖滨市城乡居民医保", Shouldly.Case.Sensitive);
        Directory.Delete(rules, recursive: true);
    }
}
