using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cli;

public sealed class CheckCommandTests : IDisposable
{
    private const string Cases = """
        - case: A stay of 1,600 yuan
          why: (1600 − 600) × 75% = 750
          claim: { discharged: 2020-10-08, setting: inpatient, items: [ { class: A, amount: 1_600 } ] }
          expect: { fund: 750.00, patient: 850.00 }

        """;

    private readonly RulebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Check_GoodRulebook_PassesItsLoadAndCases()
    {
        _folder.With("2-basic.cases.yaml", Cases);
        CliRun
            .Of("check", _folder.Path)
            .ShouldBe(
                new(
                    0,
                    $"{_folder.Path}: Town\n  warning: index.yaml:10:3: no file of the rulebook names 'aid', which stands under "
                        + "'payers'. Use it, or leave it out.\n  without cases: 1-catalogue.yaml\n  loaded, cases passed: 1\n"
                        + "passed: rulebooks 1, cases 1, targets 0\n2 passed, 0 failed\n",
                    ""
                )
            );
    }

    [Fact]
    public void Check_InChinese_SaysAllOfItInChinese()
    {
        _folder.With("2-basic.cases.yaml", Cases);
        CliRun
            .Of("check", _folder.Path, "--lang", "zh")
            .Output.ShouldBe(
                $"{_folder.Path}：某镇\n  提示：index.yaml:10:3: 规则册中没有文件用到“payers”下的“aid”。请使用或删去。\n"
                    + "  没有用例：1-catalogue.yaml\n  已加载，用例通过：1\n通过：规则册 1，用例 1，目标 0\n合计：通过 2，未通过 0\n"
            );
    }

    /// <summary>A case that fails is named in the language that is asked; what it has once is the same in both.</summary>
    [Theory]
    [InlineData("en", "  2-basic.cases.yaml:1:3: A stay\n")]
    [InlineData("zh", "  2-basic.cases.yaml:1:3: 住院一次\n")]
    public void Check_FailedCase_IsNamedInTheLanguage(string language, string line)
    {
        var named = Cases.Replace("A stay of 1,600 yuan", "{ en: A stay, zh: 住院一次 }", StringComparison.Ordinal);
        var second = named.Replace("{ en: A stay, zh: 住院一次 }", "{ zh: 又一次 }", StringComparison.Ordinal);
        _folder.With("2-basic.cases.yaml", (named + second).Replace("fund: 750.00", "fund: 751.00", StringComparison.Ordinal));
        var output = CliRun.Of("check", _folder.Path, "--lang", language).Output;
        output.ShouldContain(line);
        output.ShouldContain(": 又一次\n");
    }

    /// <summary>A folder that is named again, itself, by another path, or by one above or below, counts once, and that is said.</summary>
    [Fact]
    public void Check_AFolderNamedTwice_IsCheckedOnce()
    {
        _folder.With("2-basic.cases.yaml", Cases);
        var path = _folder.Path;
        foreach (var again in (string[])[path, path + Path.DirectorySeparatorChar, Path.Combine(path, "..", Path.GetFileName(path))])
        {
            var run = CliRun.Of("check", path, again);
            run.Code.ShouldBe(0);
            run.Output.ShouldContain(
                $"\n{again}: checked above, and counted once.\npassed: rulebooks 1, cases 1, targets 0\n2 passed, 0 failed\n"
            );
        }

        CliRun.Of("check", path, path, "--lang", "zh").Output.ShouldContain($"\n{path}：上文已检查，只计一次。\n");
        CliRun.Of("check", path, "nowhere", "nowhere").Output.ShouldContain("\nnowhere: checked above, and counted once.\n");
    }

    [Fact]
    public void Check_AFolderAboveOneThatWasNamed_IsCheckedButForThat()
    {
        var above = Directory.CreateTempSubdirectory("above-").FullName;
        foreach (var name in (string[])["one", "other"])
        {
            using var town = new RulebookFolder();
            Directory.Move(town.Path, Path.Combine(above, name));
            Directory.CreateDirectory(town.Path);
        }

        var run = CliRun.Of("check", Path.Combine(above, "other"), above);
        run.Output.ShouldContain($"\n{Path.Combine(above, "other")}: checked above, and counted once.\n");
        run.Output.ShouldEndWith("\n2 passed, 0 failed\n");
        Directory.Delete(above, recursive: true);
    }

    /// <summary>A file without cases fails where cases are demanded, and only then.</summary>
    [Fact]
    public void Check_DemandsCases_FailsForTheFileWithout()
    {
        _folder.With("2-basic.cases.yaml", Cases);
        var run = CliRun.Of("check", _folder.Path, "--demand-cases");
        run.Code.ShouldBe(1);
        run.Output.ShouldContain("\n  without cases: 1-catalogue.yaml\n");
        run.Output.ShouldEndWith("\n2 passed, 1 failed\n");
        CliRun.Of("check", _folder.With("1-catalogue.cases.yaml", "[]\n").Path, "--demand-cases").Code.ShouldBe(1);
    }

    [Fact]
    public void Check_FailingCase_ShowsItWithItsPlace()
    {
        _folder.With("2-basic.cases.yaml", Cases.Replace("850.00", "850.01", StringComparison.Ordinal));
        var run = CliRun.Of("check", _folder.Path);
        run.Code.ShouldBe(1);
        run.Output.ShouldContain("  2-basic.cases.yaml:1:");
        run.Output.ShouldContain("A stay of 1,600 yuan");
        run.Output.ShouldMatch(@"    2-basic\.cases\.yaml:4:\d+: expected patient 850\.01, was 850\.00\.");
        run.Output.ShouldEndWith(
            "\npassed: rulebooks 1, cases 0, targets 0\nfailed: rulebooks 0, cases 1, targets 0\n1 passed, 1 failed\n"
        );
    }

    [Fact]
    public void Check_BrokenRulebook_ShowsItsProblemsAndCountsOneFailure()
    {
        _folder.With("2-basic.cases.yaml", Cases).Replace("2-basic.yaml", "value: 75%", "value: 0.75");
        var run = CliRun.Of("check", _folder.Path);
        run.Code.ShouldBe(1);
        run.Output.ShouldMatch(@"  2-basic\.yaml:\d+:\d+: '0\.75' is not a rate: it has no '%'\.");
        run.Output.ShouldEndWith("\n0 passed, 1 failed\n");
    }

    [Fact]
    public void Folders_OfARelativePath_StayRelative() =>
        ReimbursementRules.Checks.RulebookCheck.Folders("rules").ShouldBe([Path.Combine("rules", "tiered-care-district")]);

    [Fact]
    public void Check_FolderWithoutRulebook_IsAProblem()
    {
        var empty = Directory.CreateTempSubdirectory("empty-").FullName;
        CliRun
            .Of("check", empty)
            .Output.ShouldBe(
                $"{empty}\n  {empty}: there is no rulebook here: no index.yaml in it or below it.\n"
                    + "passed: rulebooks 0, cases 0, targets 0\nfailed: rulebooks 1, cases 0, targets 0\n0 passed, 1 failed\n"
            );
        Directory.Delete(empty);
    }

    [Fact]
    public void Check_MissingFolder_IsAProblem()
    {
        var none = Path.Combine(_folder.Path, "none");
        var run = CliRun.Of("check", none, _folder.Path);
        run.Code.ShouldBe(1);
        run.Output.ShouldStartWith($"{none}\n  {none}: there is no such folder. Name a rulebook, or a folder above rulebooks.\n");
        run.Output.ShouldEndWith("\n1 passed, 1 failed\n");
    }

    [Fact]
    public void Check_AllRules_Pass()
    {
        var run = CliRun.Of("check", Repository.Rules);
        run.Code.ShouldBe(0, run.Output);
        run.Output.ShouldMatch(@"\n\d+ passed, 0 failed\n$");
    }

    [Fact]
    public void Check_Nothing_IsAUsageError() => CliRun.Of("check").Code.ShouldBe(2);
}
