using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cli;

/// <summary>The command <c>contract</c>.</summary>
public sealed class ContractCommandTests
{
    private static readonly string Budget = Repository.In("rules", "outpatient-budget-2009");

    [Fact]
    public void Contract_OfAYear_PrintsItsSheet()
    {
        var run = CliRun.Of("contract", Budget, Year("outpatient-2009.yaml"));
        run.Error.ShouldBeEmpty();
        run.Code.ShouldBe(0);
        run.Output.ShouldContain("= paid by the fund                  1,050,000.00");
    }

    [Fact]
    public void Contract_InChinese_PrintsAChineseSheet() =>
        CliRun.Of("contract", Budget, Year("outpatient-2009.yaml"), "--lang", "zh").Output.ShouldContain("= 基金支付");

    [Fact]
    public void Contract_WithClaims_SettlesThemOnTheWay()
    {
        var run = CliRun.Of(
            "contract",
            CliRun.District,
            Year("telemedicine-2020.yaml"),
            "--claims",
            Year("telemedicine-2020.jsonl"),
            "--contract",
            "hospital"
        );
        run.Code.ShouldBe(0);
        run.Output.ShouldContain("12,075.00");
        run.Output.ShouldContain("handed on");
    }

    [Theory]
    [InlineData("--contract: 'stays' is not a contract of outpatient-budget-2009. Known: outpatient.\n", "stays")]
    public void Contract_Unknown_SaysWhichThereAre(string message, string id)
    {
        var run = CliRun.Of("contract", Budget, Year("outpatient-2009.yaml"), "--contract", id);
        (run.Code, run.Error).ShouldBe((1, message));
    }

    [Fact]
    public void Contract_OfARulebookWithoutAny_SaysSo() =>
        CliRun
            .Of("contract", Repository.In("rules", "fuzhou"), Year("outpatient-2009.yaml"))
            .Error.ShouldBe("fuzhou has no contract.yaml.\n");

    [Fact]
    public void Contract_OfAYearThatIsNone_SaysWhere() =>
        CliRun
            .Of("contract", Budget, CliRun.Claim("level-two-stay.yaml"))
            .Error.ShouldContain("level-two-stay.yaml:1:1: the key 'id' is not known here.");

    [Fact]
    public void Contract_WithClaimsThatAreNone_SaysWhere() =>
        CliRun
            .Of("contract", Budget, Year("outpatient-2009.yaml"), "--claims", Year("telemedicine-2020.yaml"))
            .Error.ShouldContain("telemedicine-2020.yaml:1:1: a line is a claim as a JSON object");

    [Fact]
    public void Contract_WithoutTheClaimsFile_SaysSo() =>
        CliRun.Of("contract", Budget, Year("outpatient-2009.yaml"), "--claims", Year("none.jsonl")).Error.ShouldStartWith("--claims: ");

    private static string Year(string file) => Repository.In("samples", "Analyst", "years", file);
}
