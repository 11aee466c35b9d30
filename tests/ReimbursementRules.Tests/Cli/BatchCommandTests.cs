using System.Text.Json;

namespace ReimbursementRules.Tests.Cli;

public sealed class BatchCommandTests : IDisposable
{
    private readonly BatchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Batch_AsAFilter_WritesSettlementsAndProblems()
    {
        var run = _folder.Run(BatchFolder.Claims);
        run.Code.ShouldBe(1);
        Of(run.Output, line => $"{line.GetProperty("number")} {line.GetProperty("line")} {line.GetProperty("payers").GetProperty("fund")}")
            .ShouldBe(["1 1 225.00", "2 2 0.00", "4 4 225.00", "6 7 157.50", "8 9 75.00"]);
        run.Error.ShouldBe(
            """
            {"number":3,"line":3,"problems":[{"file":"stdin","line":3,"column":41,"code":"date.form","message":{"en":"'2020-04-31' is not a date: April 2020 has 30 days. Look up which day is meant: one from 01 to 30.","zh":"“2020-04-31”不是日期：2020 年 4 月有 30 天。请核对原文，写 01 至 30 日中的一天。"}}]}
            {"number":5,"line":6,"id":"b1","member":"B","problems":[{"file":"stdin","line":6,"column":1,"code":"claim.early","message":{"en":"the day of discharge, 2019-12-31, is before town begins on 2020-01-01. Settle it by the rulebook in force on that day.","zh":"出院日期 2019-12-31 早于 town 的生效日 2020-01-01。请用当日有效的规则册结算。"}}]}
            {"number":7,"line":8,"problems":[{"file":"stdin","line":8,"column":1,"code":"json.form","message":{"en":"a line is a claim as a JSON object, which begins with '{'.","zh":"每行应为一张单据的 JSON 对象，以“{”开头。"}}]}

            """
        );
    }

    [Fact]
    public void Batch_Line_HasTheSums()
    {
        var line = _folder.Run(BatchFolder.Claims.Split('\n')[1]).Output;
        var print = Rulebook.Load(_folder.Rulebook).Fingerprint;
        line.Replace(print, "…", StringComparison.Ordinal)
            .ShouldBe(
                """
                {"number":1,"line":1,"rulebook":"town","fingerprint":"…","claim":{"id":"a2","discharged":"2020-02-01","setting":"inpatient","member.id":"A"},"status":"settled","reversal":false,"bill":480.50,"patient":480.50,"account":0.00,"cash":480.50,"hospital":0.00,"payers":{"fund":0.00,"aid":0.00},"parts":{"out_of_scope":{"at_first":80.50,"amount":80.50,"patient":80.50,"account":0.00,"cash":80.50,"hospital":0.00,"payers":{"fund":0.00,"aid":0.00}},"in_scope":{"at_first":400.00,"amount":0.00,"patient":0.00,"account":0.00,"cash":0.00,"hospital":0.00,"payers":{"fund":0.00,"aid":0.00}},"basic.deductible":{"at_first":400.00,"amount":400.00,"patient":400.00,"account":0.00,"cash":400.00,"hospital":0.00,"payers":{"fund":0.00,"aid":0.00}}},"findings":[],"history":{"member":"A","rulebook":"town","fingerprint":"…","claim":"a2","through":"2020-02-01","entries":[{"what":"admissions","per":"year","since":"2020-01-01","times":1},{"what":"basic.deductible","per":"year","since":"2020-01-01","amount":400.00}]}}

                """
            );
    }

    [Fact]
    public void Batch_Full_HasWhatSettleWrites()
    {
        using var line = JsonDocument.Parse(_folder.Run(BatchFolder.Claims.Split('\n')[0], "--full").Output);
        var whole = CliRun
            .Of("settle", _folder.Rulebook, _folder.With("claim.json", BatchFolder.Claims.Split('\n')[0]), "--format", "json")
            .Output;
        using var settled = JsonDocument.Parse(whole);
        line.RootElement.EnumerateObject()
            .Skip(2)
            .Select(member => member.Name)
            .ShouldBe(settled.RootElement.EnumerateObject().Select(member => member.Name));
        JsonElement.DeepEquals(line.RootElement.GetProperty("steps"), settled.RootElement.GetProperty("steps")).ShouldBeTrue();
    }

    [Fact]
    public void Batch_FromFileToFile_WritesTheSameBytesAsTheFilter()
    {
        var filter = _folder.Run(BatchFolder.Claims);
        var run = _folder.Run(
            "",
            "--in",
            _folder.With("claims.jsonl", BatchFolder.Claims),
            "--out",
            _folder.In("out.jsonl"),
            "--parallel",
            "3"
        );
        var errors = _folder.In("out.jsonl.errors.jsonl");
        run.ShouldBe(
            new(
                1,
                "",
                $"""
                claims 8: settled 5, not settled 3
                  settled: bill 2,880.50 = payers 682.50 + patient 2,198.00 + hospital 0.00
                  not settled: bill 700.00, those that could not be read not counted: 2
                    1 × form of a date (date.form), first on line 3
                    1 × before the rulebook begins (claim.early), first on line 6
                    1 × not JSON (json.form), first on line 8
                  without member.id 1: each settled alone, as if nothing had come before it
                  the claims not settled: {errors}

                """
            )
        );
        _folder.Read("out.jsonl").ShouldBe(filter.Output);
        _folder.Read("out.jsonl.errors.jsonl").ShouldBe(filter.Error.Replace("\"stdin\"", "\"claims.jsonl\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Batch_AllSettled_EndsWell()
    {
        var run = _folder.Run(BatchFolder.Claims.Split('\n')[0], "--errors", _folder.In("errors.jsonl"));
        run.Code.ShouldBe(0);
        _folder.Read("errors.jsonl").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n\n")]
    [InlineData("\uFEFF\n")]
    public void Batch_NoClaims_WritesNothing(string input) => _folder.Run(input).ShouldBe(new(0, "", ""));

    [Fact]
    public void Batch_ByteOrderMarkAndWindowsLineEnds_AreRead() =>
        _folder
            .Run("\uFEFF" + BatchFolder.Claims.Replace("\n", "\r\n", StringComparison.Ordinal))
            .ShouldBe(_folder.Run(BatchFolder.Claims));

    [Fact]
    public void Batch_BrokenBytesAndEndlessLines_CostOneLineEach()
    {
        var good = BatchFolder.Claims.Split('\n')[0] + "\n";
        using var input = new MemoryStream([
            .. "{\"id\":\""u8,
            0xFF,
            .. "\"}\n"u8,
            .. Enumerable.Repeat((byte)' ', 9 * 1024 * 1024),
            (byte)'\n',
            .. System.Text.Encoding.UTF8.GetBytes(good),
        ]);
        var run = _folder.Run(input, default);
        Of(run.Output, line => line.GetProperty("line").GetInt32()).ShouldBe([3]);
        Of(run.Error, line => line.GetProperty("problems")[0].GetProperty("code").GetString()).ShouldBe(["file.encoding", "file.size"]);
    }

    [Fact]
    public void Batch_Stopped_KeepsWholeLinesAndGoesOnLater()
    {
        using var stop = new CancellationTokenSource();
        var whole = string.Concat(
            Enumerable
                .Range(0, 400)
                .Select(i => BatchFolder.Claims.Split('\n')[0].Replace("\"A\",\"d", $"\"M{i}\",\"d", StringComparison.Ordinal) + "\n")
        );
        using var input = new StoppingStream(whole, stop);
        var run = _folder.Run(input, stop.Token, "--out", _folder.In("out.jsonl"), "--parallel", "1");
        run.Code.ShouldBe(130);
        run.Error.ShouldMatch(@"^stopped after \d+ settled claims\. They lie in '.*out\.jsonl\.part'\. Add --resume to go on\.\n$");
        var before = _folder.Read("out.jsonl.part");
        before.ShouldEndWith("}\n");
        _folder.Run(whole, "--out", _folder.In("out.jsonl"), "--resume").Code.ShouldBe(0);
        _folder.Read("out.jsonl").ShouldStartWith(before);
        _folder.Read("out.jsonl").ShouldBe(_folder.Run(whole).Output);
    }

    [Fact]
    public void Batch_MissingInput_SaysSo()
    {
        var run = _folder.Run("", "--in", _folder.In("none.jsonl"));
        run.Code.ShouldBe(1);
        run.Error.ShouldContain("none.jsonl");
    }

    [Theory]
    [InlineData("--parallel", "0", "'0' is not a number of members from 1 to 1024.")]
    [InlineData("--format", "xml", "xml")]
    [InlineData("--resume", "true", "--resume needs a file to go on with: add --out FILE.")]
    public void Batch_BadOption_IsAUsageError(string option, string value, string message)
    {
        var run = _folder.Run("", option, value);
        run.Code.ShouldBe(2);
        run.Error.ShouldContain(message);
    }

    [Fact]
    public void Batch_OutputOverTheInput_IsAUsageError()
    {
        var claims = _folder.With("claims.jsonl", BatchFolder.Claims);
        _folder.Run("", "--in", claims, "--out", claims).Code.ShouldBe(2);
        _folder.Read("claims.jsonl").ShouldBe(BatchFolder.Claims);
    }

    private static IEnumerable<T> Of<T>(string lines, Func<JsonElement, T> what) =>
        [.. lines.TrimEnd('\n').Split('\n').Select(line => what(JsonDocument.Parse(line).RootElement))];

    /// <summary>A pipe that is interrupted after half of it was read.</summary>
    private sealed class StoppingStream(string text, CancellationTokenSource stop) : MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            if (Position > Length / 2)
                stop.Cancel();
            return base.ReadAsync(buffer, offset, Math.Min(count, 2000), cancellationToken);
        }
    }
}
