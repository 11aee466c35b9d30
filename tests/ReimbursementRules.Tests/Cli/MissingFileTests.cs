using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cli;

/// <summary>Files that are not there: every command says which, and what to write, in both languages.</summary>
public sealed class MissingFileTests
{
    private const string Nothing = "no/such.jsonl";

    public static TheoryData<string[], string, string> Commands =>
        new()
        {
            {
                ["batch", CliRun.District, "--in", Nothing],
                "--in: the file 'no/such.jsonl' does not exist. Name a file with a claim on each line, or leave --in out to read "
                    + "the standard input.",
                "--in：文件“no/such.jsonl”不存在。请给出每行一张单据的文件，或删去 --in 以读取标准输入。"
            },
            {
                ["batch", CliRun.District, "--in", "."],
                "--in: '.' is a folder. Name a file with a claim on each line, or leave --in out to read the standard input.",
                "--in：“.”是文件夹。请给出每行一张单据的文件，或删去 --in 以读取标准输入。"
            },
            {
                ["compare", CliRun.District, CliRun.District, "--claims", Nothing],
                "--claims: the file 'no/such.jsonl' does not exist. Name a file with a claim on each line, or leave --claims out.",
                "--claims：文件“no/such.jsonl”不存在。请给出每行一张单据的文件，或删去 --claims。"
            },
            {
                ["compare", CliRun.District, CliRun.District, "--claims", "no/such.yaml"],
                "--claims: the file 'no/such.yaml' does not exist. Name a file with a claim on each line, or leave --claims out.",
                "--claims：文件“no/such.yaml”不存在。请给出每行一张单据的文件，或删去 --claims。"
            },
            {
                ["targets", CliRun.District, Nothing],
                "settlements: the file 'no/such.jsonl' does not exist. Name the file that 'batch --out FILE --full' wrote.",
                "结算：文件“no/such.jsonl”不存在。请给出“batch --out 文件 --full”所写的文件。"
            },
            {
                ["targets", CliRun.District, "."],
                "settlements: '.' is a folder. Name the file that 'batch --out FILE --full' wrote.",
                "结算：“.”是文件夹。请给出“batch --out 文件 --full”所写的文件。"
            },
            {
                [
                    "contract",
                    Repository.In("rules", "provincial-ten-measures"),
                    Repository.In("samples", "Analyst", "years", "telemedicine-2020.yaml"),
                    "--claims",
                    Nothing,
                ],
                "--claims: the file 'no/such.jsonl' does not exist. Name a file with a claim on each line, or leave --claims out.",
                "--claims：文件“no/such.jsonl”不存在。请给出每行一张单据的文件，或删去 --claims。"
            },
        };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_WithoutItsFile_SaysWhichAndTheWayOut(string[] command, string en, string zh)
    {
        CliRun.Of(command).ShouldBe(new(1, "", $"{en}\n"));
        CliRun.Of([.. command, "--lang", "zh"]).ShouldBe(new(1, "", $"{zh}\n"));
    }

    [Fact]
    public void Batch_OutputThatCannotBe_SaysWhichOption()
    {
        var claims = Repository.In("samples", "Analyst", "district-year", "claims.jsonl");
        var run = CliRun.Of("batch", CliRun.District, "--in", claims, "--out", Path.Combine(Path.GetTempPath(), "no", "such", "out.jsonl"));
        run.Code.ShouldBe(1);
        run.Error.ShouldStartWith("--out: cannot write '");
    }

    /// <summary>Whatever loads a rulebook takes the engine that chooses its rows, and the language that it speaks.</summary>
    [Theory]
    [InlineData("settle")]
    [InlineData("check")]
    [InlineData("rules")]
    [InlineData("targets")]
    [InlineData("solve")]
    [InlineData("curve")]
    [InlineData("prove")]
    [InlineData("contract")]
    [InlineData("contribution")]
    [InlineData("compare")]
    [InlineData("batch")]
    public void Command_Help_HasTheEngineAndTheLanguage(string command)
    {
        var help = CliRun.Of(command, "--help").Output;
        help.ShouldContain("--engine");
        help.ShouldContain("--lang");
    }
}
