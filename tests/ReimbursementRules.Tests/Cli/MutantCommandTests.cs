using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cli;

/// <summary>The command tells the score, each survivor with its case, and writes the cases.</summary>
public sealed class MutantCommandTests : IDisposable
{
    private const string Stay = """
        - case: A stay of 1,600 yuan
          why: (1600 − 600) × 75% = 750
          claim: { discharged: 2020-10-08, setting: inpatient, items: [{ class: A, amount: 1_600 }] }
          expect: { fund: 750.00, patient: 850.00, parts: { basic.deductible: 600.00 } }

        """;

    private readonly RulebookFolder _folder = new RulebookFolder().With("2-basic.cases.yaml", Stay);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Mutants_OfOneRulebook_AreToldWithTheCaseThatWouldNotice()
    {
        var run = CliRun.Of("check", _folder.Path, "--mutants");
        run.Code.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldContain("  mutants: 52.38%; killed 11, survived 10, proved equal 2, refused by the loader 11\n");
        run.Output.ShouldContain("    2-basic.yaml: 72.72%; killed 8, survived 3, proved equal 1, refused by the loader 4\n");
        run.Output.ShouldContain(
            "  2-basic.yaml:4:1: 'applies' is left out: { setting: inpatient }; this case would notice it\n    - case: "
        );
        run.Output.ShouldEndWith("\npassed: rulebooks 1, cases 1, targets 0\n2 passed, 0 failed\n");
    }

    [Fact]
    public void Mutants_InChinese_AreToldAlike()
    {
        var output = CliRun.Of("check", _folder.Path, "--mutants", "--lang", "zh").Output;
        output.ShouldContain("  改错：52.38%；被发现 11，未发现 10，已证明等同 2，加载时拒绝 11\n");
        output.ShouldContain("  2-basic.yaml:4:1：删去“applies”：{ setting: inpatient }；以下用例可以发现\n");
    }

    /// <summary>What is written in Chinese is Chinese: the name of each case and its sums.</summary>
    [Fact]
    public void WriteCases_InChinese_WritesChineseSums()
    {
        var file = Path.Combine(_folder.Path, "9-told.cases.yaml");
        CliRun.Of("check", _folder.Path, "--mutants", "--write-cases", file, "--lang", "zh").Code.ShouldBe(0);
        var lines = File.ReadAllLines(file).Where(line => line.Contains("case: ", StringComparison.Ordinal)).ToList();
        lines.ShouldAllBe(line => line.StartsWith("- case: \"若", StringComparison.Ordinal));
        var sums = File.ReadAllLines(file).Where(line => line.StartsWith("  why: ", StringComparison.Ordinal)).ToList();
        sums.Count.ShouldBe(lines.Count);
        sums.ShouldAllBe(line => line.Any(sign => sign >= '\u4e00'));
        sums.ShouldNotContain(line => line.Contains("The patient", StringComparison.Ordinal));
    }

    [Fact]
    public void WriteCases_WritesThemUnsigned_AndTheCheckCountsThem()
    {
        var file = Path.Combine(_folder.Path, "9-told.cases.yaml");
        var run = CliRun.Of("check", _folder.Path, "--mutants", "--write-cases", file);
        run.Code.ShouldBe(0);
        var told = File.ReadAllText(file).Split("\n- case: ").Length;
        run.Output.ShouldContain("; the case above would notice it too\n");
        told.ShouldBeGreaterThan(5);
        run = CliRun.Of("check", _folder.Path);
        run.Code.ShouldBe(0);
        run.Output.ShouldContain(
            $"  unsigned cases: {told}; work each out by hand, then take its line 'unsigned: true' out\n"
                + $"  loaded, cases passed: {told + 1}\n"
        );
        CliRun
            .Of("check", _folder.Path, "--lang", "zh")
            .Output.ShouldContain($"  未签字的用例：{told}；请逐一手工核算，然后删去“unsigned: true”一行\n");
    }

    /// <summary>11 of 21 changes are noticed: 52.3809…%.</summary>
    [Theory]
    [InlineData("52.38", 0, "passed: rulebooks 1, cases 1, targets 0, mutants 1\n3 passed, 0 failed\n")]
    [InlineData(
        "52.381",
        1,
        "the score of mutants is below 52.381%, which --mutants-fail-under asks\npassed: rulebooks 1, cases 1, targets 0\n"
            + "failed: rulebooks 0, cases 0, targets 0, mutants 1\n2 passed, 1 failed\n"
    )]
    public void FailUnder_FailsBelowThePercentage(string percent, int code, string ends)
    {
        var run = CliRun.Of("check", _folder.Path, "--mutants", "--mutants-fail-under", percent);
        run.Output.ShouldEndWith(ends);
        run.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("100.01", "'100.01' is not a percentage from 0 to 100.")]
    [InlineData("-1", "'-1' is not a percentage from 0 to 100.")]
    public void FailUnder_ThatIsNoPercentage_IsMisuse(string percent, string says)
    {
        var run = CliRun.Of("check", _folder.Path, "--mutants", "--mutants-fail-under", percent);
        run.Code.ShouldBe(2);
        run.Error.ShouldContain(says);
        CliRun.Of("check", _folder.Path, "--mutants-fail-under", "90").Error.ShouldContain("belong to --mutants. Add it.");
    }

    /// <summary>A file that is there may hold cases that someone worked out.</summary>
    [Fact]
    public void WriteCases_OverAFile_IsRefused()
    {
        var file = Path.Combine(_folder.Path, "2-basic.cases.yaml");
        var run = CliRun.Of("check", _folder.Path, "--mutants", "--write-cases", file);
        run.Code.ShouldBe(2);
        run.Error.ShouldContain("2-basic.cases.yaml' is there already, and may hold cases that were worked out by hand. Name a new file");
        File.ReadAllText(file).ShouldBe(Stay);
    }

    [Theory]
    [InlineData("1e3")]
    [InlineData("99999999999")]
    public void Sample_ThatIsNoNumber_IsMisuse(string number)
    {
        var run = CliRun.Of("check", _folder.Path, "--mutants", "--sample", number);
        run.Code.ShouldBe(2);
        run.Error.ShouldContain(number);
    }

    [Fact]
    public void Sample_LooksAtSomeOfThem()
    {
        var run = CliRun.Of("check", _folder.Path, "--mutants", "--sample", "7");
        run.Code.ShouldBe(0);
        run.Output.ShouldContain("\n    looked at 7 of 34 changes\n");
    }

    [Fact]
    public void SeveralRulebooks_AreAddedUp_AndTheirCasesAreNotWrittenToOneFile()
    {
        _folder
            .With("../other/index.yaml", RulebookFolder.Index.Replace("id: town", "id: other", StringComparison.Ordinal))
            .With("../other/1-catalogue.yaml", RulebookFolder.Catalogue)
            .With("../other/2-basic.yaml", RulebookFolder.Basic);
        var both = Path.GetDirectoryName(_folder.Path)!;
        CliRun.Of("check", both, "--mutants", "--sample", "3").Output.ShouldContain("\nmutants: ");
        var run = CliRun.Of("check", both, "--mutants", "--sample", "3", "--write-cases", Path.Combine(both, "told.cases.yaml"));
        run.Code.ShouldBe(1);
        run.Error.ShouldBe("--write-cases: the folder holds several rulebooks, whose cases cannot stand in one file. Name one of them.\n");
    }

    [Fact]
    public void Options_WithoutMutants_AreMisused()
    {
        var run = CliRun.Of("check", _folder.Path, "--sample", "3");
        run.Code.ShouldBe(2);
        run.Error.ShouldStartWith("--sample, --write-cases and --mutants-fail-under belong to --mutants. Add it.");
        CliRun.Of("check", _folder.Path, "--mutants", "--sample", "0").Code.ShouldBe(2);
    }

    /// <summary>What fails already is told, and no mutant is looked at.</summary>
    [Fact]
    public void FailingCase_IsToldWithoutMutants()
    {
        _folder.With("2-basic.cases.yaml", Stay.Replace("750.00", "750.01", StringComparison.Ordinal));
        var run = CliRun.Of("check", _folder.Path, "--mutants");
        run.Code.ShouldBe(1);
        run.Output.ShouldContain("mutants: none looked at, since cases fail\n");
    }
}
