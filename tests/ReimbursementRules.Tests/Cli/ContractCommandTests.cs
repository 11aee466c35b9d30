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

    /// <summary>A step is called by its title; one without shows its id.</summary>
    [Fact]
    public void Contract_InChinese_CallsItsStepsByTheirTitles()
    {
        var sheet = CliRun.Of("contract", Budget, Year("outpatient-2009.yaml"), "--lang", "zh").Output;
        foreach (var title in (string[])["门诊总额预算", "考核预留", "预付"])
            sheet.ShouldContain($"\n{title}  ");
        foreach (var id in (string[])["budget", "retention", "advance"])
            sheet.ShouldNotContain($"\n{id} ");
    }

    /// <summary>Every step of a contract of a shipped rulebook, but for the examples, has a title in both languages.</summary>
    [Fact]
    public void Contracts_OfShippedRulebooks_CallAllTheirStepsByTitles()
    {
        var untitled =
            from file in Directory.GetFiles(Repository.In("rules"), "contract.yaml", SearchOption.AllDirectories)
            where !file.Contains("examples", StringComparison.Ordinal)
            from contract in Rulebook.Load(Path.GetDirectoryName(file)!).Contracts
            from step in contract.Steps
            where contract.TitleOf(step) is var title && (title.En == step || title.Zh == step)
            select $"{contract.Id}.{step}";
        untitled.ShouldBeEmpty();
    }

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

    /// <summary>What a contract finds of a claim has the file and line of the claim, whatever it is.</summary>
    [Theory]
    [InlineData(
        "\"id\":\"S-2\",\"discharged\":\"2021-03-01\"",
        "",
        "claims.jsonl:3:1: 2021-03-01 is not a day of the year that begins on 2020-01-01."
    )]
    [InlineData(
        "\"id\":\"S-1\",\"discharged\":\"2020-03-01\"",
        "",
        "claims.jsonl:3:1: claim 'S-1' stands here a second time, first as number 1"
    )]
    [InlineData(
        "\"id\":\"S-1\",\"member.id\":\"N\",\"discharged\":\"2020-03-01\"",
        "",
        "claims.jsonl:3:1: 'S-1' stands twice among the lines"
    )]
    [InlineData(
        "\"id\":\"S-2\",\"discharged\":\"2020-03-01\",\"provider.id\":\"B\"",
        "",
        "claims.jsonl:3:1: the line is of provider 'B', the year of 'A'."
    )]
    [InlineData(
        "\"id\":\"S-2\",\"discharged\":\"2020-03-01\"",
        "    applies: { hospital.level: two }\n",
        "claims.jsonl:1:1: the line is not of a provider"
    )]
    public void Contract_WithAClaimThatIsNoneOfItsYear_SaysWhichLine(string claim, string applies, string message)
    {
        using var folder = new BatchFolder();
        File.WriteAllText(
            Path.Combine(folder.Rulebook, "contract.yaml"),
            $"contracts:\n  - id: stays\n    title: {{ en: Stays, zh: 住院 }}\n    fund: fund\n{applies}    steps:\n"
                + "      - { id: quota, kind: standard, per: case, amount: { 2020-01-01: { value: 800, reference: x } } }\n"
        );
        const string stay = "\"setting\":\"inpatient\",\"hospital.level\":\"one\",\"items\":[{\"class\":\"A\",\"amount\":1600}]}";
        var run = CliRun.Of(
            "contract",
            folder.Rulebook,
            folder.With("year.yaml", "starts: 2020-01-01\nprovider.id: A\nhospital.level: two\n"),
            "--claims",
            folder.With(
                "claims.jsonl",
                $"{{\"id\":\"S-1\",\"member.id\":\"M\",\"discharged\":\"2020-03-01\",{stay}\n\n"
                    + $"{{{(claim.Contains("member", StringComparison.Ordinal) ? "" : "\"member.id\":\"M\",")}{claim},{stay}\n"
            )
        );
        run.Code.ShouldBe(1);
        run.Error.ShouldStartWith(message);
    }

    [Fact]
    public void Contract_WithoutTheClaimsFile_SaysSo() =>
        CliRun.Of("contract", Budget, Year("outpatient-2009.yaml"), "--claims", Year("none.jsonl")).Error.ShouldStartWith("--claims: ");

    private static string Year(string file) => Repository.In("samples", "Analyst", "years", file);
}
