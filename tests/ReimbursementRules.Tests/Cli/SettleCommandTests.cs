using System.Text.Json;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cli;

public sealed class SettleCommandTests : IDisposable
{
    private static readonly string Stay = CliRun.Claim("level-two-stay.yaml");

    private readonly string _folder = Directory.CreateTempSubdirectory("analyst-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Settle_ByEitherEngine_PrintsTheSame() =>
        CliRun
            .Of("settle", CliRun.District, Stay, "--engine", "grid")
            .Output.ShouldBe(CliRun.Of("settle", CliRun.District, Stay, "--engine", "nrules").Output);

    [Fact]
    public void Settle_ByAnUnknownEngine_IsAUsageError() =>
        CliRun.Of("settle", CliRun.District, Stay, "--engine", "drools").Code.ShouldBe(2);

    [Fact]
    public void Settle_LevelTwoStay_PrintsTheSumsWithTheirReferences()
    {
        var run = CliRun.Of("settle", CliRun.District, Stay);
        run.Code.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldContain("The patient keeps 600.00 of 18,000.00: deductible 600.00, 0.00 used before.");
        run.Output.ShouldContain("75% of 17,400.00 = 13,050.00.");
        run.Output.ShouldContain("District plan 2020");
        run.Output.ShouldMatch(@"\[2-basic\.yaml:\d+\]");
    }

    [Fact]
    public void Settle_Printed_StandsOnThePage()
    {
        string[] asked = ["settle", CliRun.District, Stay, "--format", "html", "--lang", "zh"];
        CliRun.Of([.. asked, "--printed", "2026-01-02"]).Output.ShouldContain("<p class=\"printed\">打印日期：2026-01-02</p>");
        CliRun.Of(asked).Output.ShouldNotContain("打印日期");
    }

    [Fact]
    public void Settle_InChinese_WordsTheSheetInChinese() =>
        CliRun.Of("settle", CliRun.District, Stay, "--lang", "zh").Output.ShouldContain("17,400.00 × 75% = 13,050.00 元。");

    [Theory]
    [InlineData("level-two-stay.yaml", "13050.00", "6950.00", "0.00")]
    [InlineData("tiered-care-quota-saving.yaml", "3600.00", "2000.00", "-600.00")]
    [InlineData("tiered-care-quota-excess.yaml", "3600.00", "2400.00", "800.00")]
    [InlineData("out-of-city-stay.json", "11500.00", "16000.00", "0.00")]
    [InlineData("class-b-and-ceiling.yaml", "9060.00", "6240.00", "0.00")]
    public void Settle_SampleClaim_PaysAsTheSampleSays(string claim, string fund, string patient, string hospital)
    {
        using var json = JsonDocument.Parse(CliRun.Of("settle", CliRun.District, CliRun.Claim(claim), "--format", "json").Output);
        json.RootElement.GetProperty("payers").GetProperty("resident_fund").GetRawText().ShouldBe(fund);
        json.RootElement.GetProperty("patient").GetRawText().ShouldBe(patient);
        json.RootElement.GetProperty("hospital").GetRawText().ShouldBe(hospital);
    }

    [Fact]
    public void Settle_Json_HasWhatProgramsRead()
    {
        using var json = JsonDocument.Parse(CliRun.Of("settle", CliRun.District, Stay, "--format", "json").Output);
        foreach (var key in (string[])["bill", "payers", "parts", "items", "steps", "findings", "history"])
            json.RootElement.TryGetProperty(key, out _).ShouldBeTrue(key);
    }

    [Fact]
    public void Settle_WithHistoryFile_CountsOn() =>
        CliRun
            .Of("settle", CliRun.District, CliRun.Claim("second-stay.yaml"), "--history", CliRun.Claim("second-stay.history.yaml"))
            .Output.ShouldMatch(@"Admissions +admissions +benefit year +2020-01-01 +1 +1 +2");

    [Fact]
    public void Settle_WithTheJsonOfTheSettlementBefore_CountsOn()
    {
        var before = Path.Combine(_folder, "before.json");
        CliRun.Of("settle", CliRun.District, Stay, "--format", "json", "--out", before).Code.ShouldBe(0);
        CliRun
            .Of("settle", CliRun.District, CliRun.Claim("second-stay.yaml"), "--history", before)
            .Output.ShouldMatch(@"Admissions +admissions +benefit year +2020-01-01 +1 +1 +2");
    }

    [Fact]
    public void Settle_OnAnotherDate_MovesTheWholeStay()
    {
        var run = CliRun.Of("settle", CliRun.District, Stay, "--date", "2020-12-31");
        run.Output.ShouldContain("Discharged  2020-12-31");
        run.Output.ShouldContain("Admitted    2020-12-24");
    }

    [Fact]
    public void Settle_BeforeTheRulebookBegins_SaysSo()
    {
        var run = CliRun.Of("settle", CliRun.District, Stay, "--date", "2019-12-31");
        run.Code.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("is before tiered-care-district begins on 2020-01-01");
    }

    [Fact]
    public void Settle_ToFile_WritesItWhole()
    {
        var path = Path.Combine(_folder, "sheet.html");
        File.WriteAllText(path, "old");
        var run = CliRun.Of("settle", CliRun.District, Stay, "--format", "html", "--out", path);
        run.ShouldBe(new(0, "", ""));
        File.ReadAllText(path).ShouldStartWith("<!DOCTYPE html>");
        Directory.GetFiles(_folder).ShouldBe([path]);
    }

    [Fact]
    public void Settle_ToAPlaceThatIsNoFile_SaysSo()
    {
        CliRun
            .Of("settle", CliRun.District, Stay, "--out", _folder)
            .ShouldBe(new(1, "", $"--out: '{_folder}' is not a file. Name a file.\n"));
        CliRun.Of("settle", CliRun.District, Stay, "--out", "").ShouldBe(new(1, "", "--out: '' is not a file. Name a file.\n"));
        var nowhere = Path.Combine(_folder, "none", "sheet.txt");
        var run = CliRun.Of("settle", CliRun.District, Stay, "--out", nowhere);
        run.Code.ShouldBe(1);
        run.Error.ShouldStartWith($"--out: cannot write '{nowhere}': ");
    }

    [Theory]
    [InlineData("en", "missing.yaml: the file '{0}' does not exist.\n")]
    [InlineData("zh", "missing.yaml: 文件“{0}”不存在。\n")]
    public void Settle_MissingClaim_SaysSoInTheLanguage(string language, string message)
    {
        var missing = Path.Combine(_folder, "missing.yaml");
        var run = CliRun.Of("settle", CliRun.District, missing, "--lang", language);
        run.ShouldBe(new(1, "", message.Replace("{0}", missing, StringComparison.Ordinal)));
    }

    [Fact]
    public void Settle_MissingRulebook_Fails()
    {
        var run = CliRun.Of("settle", Path.Combine(_folder, "none"), Stay);
        run.Code.ShouldBe(1);
        run.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public void Settle_BadClaim_PrintsEachProblemOnALine()
    {
        var claim = Path.Combine(_folder, "claim.yaml");
        File.WriteAllText(claim, "discharged: 2020-10-08\nsetting: hotel\nitems:\n  - { class: D, amount: 1 }\n");
        var run = CliRun.Of("settle", CliRun.District, claim);
        run.Code.ShouldBe(1);
        var lines = run.Error.TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(2);
        lines[0].ShouldStartWith("claim.yaml:2:10: ");
        lines[1].ShouldStartWith("claim.yaml:4:14: ");
    }

    [Theory]
    [InlineData("--date", "2020-13-01", "'2020-13-01' is not a date. Write it as 2020-12-31.")]
    [InlineData("--lang", "fr", "fr")]
    [InlineData("--format", "pdf", "pdf")]
    [InlineData("--colour", "red", "--colour")]
    public void Settle_BadOption_IsAUsageError(string option, string value, string message)
    {
        var run = CliRun.Of("settle", CliRun.District, Stay, option, value);
        run.Code.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(message);
    }

    [Fact]
    public void Program_WithoutACommand_IsAUsageError() => CliRun.Of().Code.ShouldBe(2);

    [Fact]
    public void Program_AskedForHelp_ShowsTheCommands()
    {
        var run = CliRun.Of("--help");
        run.Code.ShouldBe(0);
        run.Output.ShouldContain("settle");
        run.Output.ShouldContain("check");
    }

    [Fact]
    public void Samples_EveryClaim_HasItsFilesNameAsItsId() =>
        Directory
            .GetFiles(Repository.In("samples", "Analyst", "claims"))
            .Select(path => Path.GetFileName(path))
            .Where(file => !file.Contains(".history.", StringComparison.Ordinal))
            .ShouldAllBe(file =>
                File.ReadAllText(Repository.In("samples", "Analyst", "claims", file)).Contains(Path.GetFileNameWithoutExtension(file))
            );
}
