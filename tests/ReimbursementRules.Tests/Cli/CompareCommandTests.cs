using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cli;

public sealed class CompareCommandTests : IDisposable
{
    private const string Claims = """
        {"id":"a1","member.id":"A","discharged":"2020-02-01","setting":"inpatient","items":[{"class":"A","amount":400}]}
        {"id":"a2","member.id":"A","discharged":"2020-03-01","setting":"inpatient","items":[{"class":"A","amount":500}]}
        {"id":"b1","member.id":"B","discharged":"2019-12-31","setting":"inpatient","items":[{"class":"A","amount":500}]}

        """;

    private readonly RulebookFolder _before = new();
    private readonly RulebookFolder _after = new RulebookFolder().Replace("2-basic.yaml", "per: admission", "per: year");
    private readonly string _files = Directory.CreateTempSubdirectory("compare-").FullName;

    public void Dispose()
    {
        _before.Dispose();
        _after.Dispose();
        Directory.Delete(_files, recursive: true);
    }

    [Fact]
    public void Compare_TwoRulebooks_SaysWhatChanged()
    {
        var run = CliRun.Of("compare", _before.Path, _after.Path);
        run.Code.ShouldBe(0);
        run.Output.ShouldContain("- basic.deductible.per (changed): admission → year");
    }

    /// <summary>Both may have one id: the folders, and the days, tell which is which.</summary>
    [Fact]
    public void Compare_TwoDays_NamesFoldersAndDays()
    {
        var run = CliRun.Of("compare", _before.Path, _after.Path, "--on", "2021-01-01", "--with", "2022-01-01", "--lang", "zh");
        run.Output.ReplaceLineEndings("")
            .Replace(" ", "", StringComparison.Ordinal)
            .ShouldSatisfyAllConditions(
                text => text.ShouldContain($"town，{_before.Path}，2021-01-01当日"),
                text => text.ShouldContain($"town，{_after.Path}，2022-01-01当日")
            );
    }

    [Fact]
    public void Compare_Printed_StandsAtTheEndOfThePage()
    {
        var page = With("page.html", "");
        CliRun.Of("compare", _before.Path, _after.Path, "--html", page).Code.ShouldBe(0);
        File.ReadAllText(page).ShouldNotContain("Printed on");
        CliRun.Of("compare", _before.Path, _after.Path, "--html", page, "--printed", "2026-01-02").Code.ShouldBe(0);
        File.ReadAllText(page).ShouldContain("<p class=\"printed\">Printed on: 2026-01-02</p>");
    }

    [Fact]
    public void Compare_InChinese_SaysSo() =>
        CliRun
            .Of("compare", _before.Path, _after.Path, "--lang", "zh")
            .Output.ShouldContain("- basic.deductible.per（变更）：admission → year");

    /// <summary>Each side with its own history: 400 + 500 reach the yearly deductible of 600 once, and never that of an
    /// admission.</summary>
    [Fact]
    public void Compare_Claims_SettlesEachSideWithItsOwnHistory()
    {
        var run = CliRun.Of(
            "compare",
            _before.Path,
            _after.Path,
            "--claims",
            With("claims.jsonl", Claims[..Claims.IndexOf("{\"id\":\"b1", StringComparison.Ordinal)])
        );
        run.Code.ShouldBe(0);
        run.Output.ShouldMatch(@"Patients +900\.00 +675\.00 +-225\.00");
        run.Output.ShouldMatch(@"#2 a2 +A +500\.00 +500\.00 +275\.00 +225\.00");
    }

    [Fact]
    public void Compare_ClaimThatNeitherSettles_IsListedAndFails()
    {
        var run = CliRun.Of("compare", _before.Path, _after.Path, "--claims", With("claims.jsonl", Claims));
        run.Code.ShouldBe(1);
        run.Output.ShouldContain("- #3 b1 B, by neither\n    claims.jsonl:3:");
    }

    [Fact]
    public void Compare_ClaimThatOneSettles_IsListedAndFailsNothing()
    {
        _after.Replace("index.yaml", "from: 2020-01-01", "from: 2020-03-01");
        var run = CliRun.Of(
            "compare",
            _before.Path,
            _after.Path,
            "--claims",
            With("claims.jsonl", Claims[..Claims.IndexOf("{\"id\":\"b1", StringComparison.Ordinal)])
        );
        run.Code.ShouldBe(0);
        run.Output.ShouldContain("- #1 a1 A, not after\n");
    }

    [Theory]
    [InlineData("claims.csv", "member.id,discharged,setting,item.class,item.amount\nA,2020-02-01,inpatient,A,900\n")]
    [InlineData("claim.yaml", "{ discharged: 2020-02-01, setting: inpatient, items: [{ class: A, amount: 900 }] }\n")]
    public void Compare_OtherForms_AreTakenAsWell(string file, string text) =>
        CliRun
            .Of("compare", _before.Path, _after.Path, "--claims", With(file, text))
            .Output.ShouldMatch(@"Patients +675\.00 +675\.00 +0\.00");

    [Fact]
    public void Compare_TwoDays_SettlesByTheValuesOfEach()
    {
        _before.Replace(
            "2-basic.yaml",
            "\"Town order 2\" }",
            "\"Town order 2\" }\n      2021-01-01: { value: 400, reference: \"Town order 20\" }"
        );
        var claims = With(
            "claims.jsonl",
            Claims[..Claims.IndexOf("{\"id\":\"a2", StringComparison.Ordinal)].Replace("400", "1000", StringComparison.Ordinal)
        );
        var run = CliRun.Of("compare", _before.Path, "--on", "2020-12-31", "--with", "2021-01-01", "--claims", claims);
        run.Code.ShouldBe(0);
        string.Join(' ', run.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
            .ShouldContain($"Before town, {_before.Path}, as on 2020-12-31 After town, {_before.Path}, as on 2021-01-01 ");
        run.Output.ShouldContain("basic.deductible.amount (changed): 600 → 400");
        run.Output.ShouldMatch(@"Patients +700\.00 +550\.00 +-150\.00");
        CliRun.Of("compare", _before.Path, "--on", "2020-01-01", "--with", "2020-12-31").Output.ShouldContain("Both say the same.");
    }

    /// <summary>What is left out stands at the head of each form, with its money and why.</summary>
    [Fact]
    public void Compare_ClaimsNotBothSettle_AreToldFirst()
    {
        var (html, json) = (Path.Combine(_files, "page.html"), Path.Combine(_files, "all.json"));
        var claims = With("claims.jsonl", Claims + "{\"id\":\"c1\"}\n");
        var run = CliRun.Of("compare", _before.Path, _after.Path, "--claims", claims, "--html", html, "--json", json);
        run.Code.ShouldBe(1);
        const string Left =
            "2 of 4 claims, bills 500.00, without 1 that cannot be read: 1 × before the rulebook begins (claim.early) from #3 on, "
            + "1 × missing key (key.missing) from #4 on";
        var line = string.Join(' ', run.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        line.ShouldContain("= 2 of 4 claims are not settled by both and count in no sum; of the other 2: patients pay ");
        line.ShouldContain($" the same. Not compared {Left} Before town");
        System.Net.WebUtility.HtmlDecode(File.ReadAllText(html)).ShouldContain(Left);
        System
            .Text.Json.JsonDocument.Parse(File.ReadAllText(json))
            .RootElement.GetProperty("not_compared")
            .GetRawText()
            .ReplaceLineEndings("")
            .Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe("{\"count\":2,\"of\":4,\"bill\":500.00,\"unread\":1}");
        CliRun
            .Of("compare", _before.Path, _after.Path, "--claims", claims, "--lang", "zh")
            .Output.Replace("\n", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal)
            .ShouldContain(
                "4张单据中的2张，费用500.00（不含无法读取的1张）：1×早于规则册生效（claim.early），首见#3；1×缺少键（key.missing），首见#4"
            );
    }

    [Fact]
    public void Compare_Pages_AreWritten()
    {
        var (html, json) = (Path.Combine(_files, "page.html"), Path.Combine(_files, "all.json"));
        CliRun.Of("compare", _before.Path, _after.Path, "--html", html, "--json", json, "--lang", "zh").Code.ShouldBe(0);
        File.ReadAllText(html).ShouldContain("lang=\"zh-CN\"");
        File.ReadAllText(json).ShouldContain("basic.deductible.per");
        CliRun
            .Of("compare", _before.Path, _after.Path, "--html", _files)
            .ShouldSatisfyAllConditions(run => run.Code.ShouldBe(1), run => run.Error.ShouldContain("--html: "));
    }

    [Fact]
    public void Compare_BrokenRulebooks_TellsTheProblemsOfBoth()
    {
        _before.Replace("2-basic.yaml", "value: 75%", "value: 0.75");
        _after.Replace("2-basic.yaml", "value: 75%", "value: 0.75").Replace("2-basic.yaml", "kind: tiers", "kind: tier");
        var run = CliRun.Of("compare", _before.Path, _after.Path);
        run.Code.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain($"{_before.Path}: 2-basic.yaml:16:");
        run.Error.ShouldContain($"{_after.Path}: 2-basic.yaml:13:");
    }

    [Fact]
    public void Compare_DayBeforeTheRulebook_IsAProblem()
    {
        var run = CliRun.Of("compare", _before.Path, _after.Path, "--on", "2019-12-31");
        run.Code.ShouldBe(1);
        run.Error.ShouldBe(
            $"{_before.Path}: town begins on 2020-01-01 and says nothing of 2019-12-31. Choose a later day.\n{_after.Path}: "
                + "town begins on 2020-01-01 and says nothing of 2019-12-31. Choose a later day.\n"
        );
    }

    [Theory]
    [InlineData]
    [InlineData("a")]
    [InlineData("a", "--on", "2020-01-01")]
    [InlineData("a", "b", "--with", "2020-01-01")]
    [InlineData("a", "b", "--on", "2020-02-30")]
    [InlineData("a", "b", "c")]
    public void Compare_Misused_IsAUsageError(params string[] args) => CliRun.Of(["compare", .. args]).Code.ShouldBe(2);

    [Fact]
    public void Compare_MissingClaims_IsAProblem() =>
        CliRun.Of("compare", _before.Path, _after.Path, "--claims", Path.Combine(_files, "none.jsonl")).Code.ShouldBe(1);

    private string With(string file, string text)
    {
        var path = Path.Combine(_files, file);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A file of one claim that is none is told at once, and nothing is compared.</summary>
    [Fact]
    public void Claims_OfAFileThatIsNoClaim_AreRefusedAtOnce()
    {
        var run = CliRun.Of("compare", _before.Path, _after.Path, "--claims", With("rules.yaml", "format: 1\nid: town\n"));
        run.Code.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("rules.yaml:1:1: the key 'format' is not known here.");
        run.Error.ShouldContain("'discharged' is missing here.");
    }
}
