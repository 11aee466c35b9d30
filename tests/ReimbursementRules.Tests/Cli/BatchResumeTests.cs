using ReimbursementRules.Cli.Batches;

namespace ReimbursementRules.Tests.Cli;

public sealed class BatchResumeTests : IDisposable
{
    /// <summary>The claims that matter here: a member of two and a broken one, a refused one of a member of two, and one of
    /// nobody.</summary>
    private static readonly string Claims = string.Join('\n', BatchFolder.Claims.Split('\n')[1..]);

    private readonly BatchFolder _folder = new();
    private readonly string _claims;
    private readonly string _out;

    public BatchResumeTests()
    {
        _claims = _folder.With("claims.jsonl", Claims);
        _out = _folder.In("out.jsonl");
        Job().Run().ShouldBe(1);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Resume_OutputCutAtAnyByte_EndsAsIfNeverInterrupted()
    {
        var (whole, problems) = (File.ReadAllBytes(_out), File.ReadAllBytes(_out + ".errors.jsonl"));
        var job = Job() with { Resume = true };
        for (var cut = 0; cut <= whole.Length; cut++)
        {
            File.WriteAllBytes(_out, whole[..cut]);
            job.Run().ShouldBe(1);
            File.ReadAllBytes(_out).AsSpan().SequenceEqual(whole).ShouldBeTrue($"cut at {cut}");
            File.ReadAllBytes(_out + ".errors.jsonl").AsSpan().SequenceEqual(problems).ShouldBeTrue($"cut at {cut}");
        }
    }

    [Fact]
    public void Resume_SideFileCutAtAnyByteAfterTheOutput_EndsAsIfNeverInterrupted()
    {
        var (whole, problems) = (File.ReadAllBytes(_out), File.ReadAllBytes(_out + ".errors.jsonl"));
        var job = Job() with { Resume = true };
        for (var cut = 0; cut <= problems.Length; cut++)
        {
            File.WriteAllBytes(_out, []);
            File.WriteAllBytes(_out + ".errors.jsonl", problems[..cut]);
            job.Run().ShouldBe(1);
            File.ReadAllBytes(_out).AsSpan().SequenceEqual(whole).ShouldBeTrue($"cut at {cut}");
            File.ReadAllBytes(_out + ".errors.jsonl").AsSpan().SequenceEqual(problems).ShouldBeTrue($"cut at {cut}");
        }
    }

    /// <summary>Of what was written before only the number is known; the sums are those of this run.</summary>
    [Fact]
    public void Resume_Ends_TellsThisRunAndWhatWasBefore()
    {
        var lines = _folder.Read("out.jsonl").Split('\n');
        lines.Length.ShouldBe(5);
        _folder.With("out.jsonl", string.Concat(lines[..2].Select(line => line + "\n")));
        var begun = _folder.Read("out.jsonl");
        Resumed()
            .ShouldBe(
                new(
                    1,
                    "",
                    $"""
                    claims in this run 4: settled 2, not settled 2; 3 before, which count in no sum here
                      settled: bill 1,600.00 = payers 232.50 + patient 1,367.50 + hospital 0.00
                      not settled: bill 700.00, those that could not be read not counted: 1
                        1 × before the rulebook begins (claim.early), first on line 5
                        1 × not JSON (json.form), first on line 7
                      without member.id 1: each settled alone, as if nothing had come before it
                      the claims not settled: {_out}.errors.jsonl

                    """
                )
            );
        _folder.With("out.jsonl", begun);
        Resumed("--lang", "zh").Error.ShouldStartWith("本次共 4 张单据：已结算 2 张，未结算 2 张；此前已有 3 张，不计入以下各数\n");
        Resumed()
            .Error.ShouldBe(
                $"""
                claims in this run 0: settled 0, not settled 0; 7 before, which count in no sum here
                  settled: bill 0.00 = payers 0.00 + patient 0.00 + hospital 0.00
                  the claims not settled: {_out}.errors.jsonl

                """
            );
    }

    [Fact]
    public void Resume_Stopped_TellsThisRunAndWhatWasBefore()
    {
        var first = _folder.Read("out.jsonl").Split('\n')[0];
        _folder.With("out.jsonl", first + "\n");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        using var input = new MemoryStream();
        _folder
            .Run(input, stop.Token, "--out", _out, "--resume")
            .ShouldBe(
                new(130, "", $"stopped after 0 settled claims of this run; 1 before. They lie in '{_out}'. Add --resume to go on.\n")
            );
        _folder
            .Run(input, stop.Token, "--out", _out, "--resume", "--lang", "zh")
            .Error.ShouldBe($"已停止，本次结算 0 张，此前已有 1 张。结果暂存于“{_out}”，加 --resume 可续算。\n");
    }

    [Fact]
    public void Resume_WithoutAnOutput_BeginsAnew()
    {
        var whole = _folder.Read("out.jsonl");
        File.Delete(_out);
        (Job() with { Resume = true }).Run().ShouldBe(1);
        _folder.Read("out.jsonl").ShouldBe(whole);
    }

    [Fact]
    public void Resume_AnotherInput_IsRefused()
    {
        var whole = _folder.Read("out.jsonl");
        _folder.With("claims.jsonl", Claims.Replace("{\"discharged\"", "{\"id\":\"c1\",\"discharged\"", StringComparison.Ordinal));
        var run = Resumed();
        run.ShouldBe(new(1, "", $"--resume: '{_out}' ends with claim '' of line 8, but there stands 'c1'. Resume with the same input.\n"));
        _folder.Read("out.jsonl").ShouldBe(whole);
    }

    [Fact]
    public void Resume_AnotherRulebook_IsRefused()
    {
        _folder.With("out.jsonl", _folder.Read("out.jsonl").Replace("\"town\"", "\"city\"", StringComparison.Ordinal));
        Resumed().Error.ShouldBe($"--resume: '{_out}' was settled by rulebook 'city', not by 'town'.\n");
    }

    [Theory]
    [InlineData("not of a batch\n")]
    [InlineData("{}\n")]
    [InlineData("[1]\n")]
    [InlineData("one line without an end")]
    [InlineData("{\"number\":-1,\"line\":1}\n")]
    [InlineData("{\"number\":1,\"line\":99999999999}\n")]
    [InlineData("{\"number\":1,\"line\":1,\"rulebook\":7}\n")]
    public void Resume_AnotherFile_IsRefused(string text)
    {
        _folder.With("out.jsonl", text);
        Resumed()
            .Error.ShouldBe(
                $"--resume: '{_out}' does not end with a line that a batch wrote. Name another file, or leave out --resume to begin anew.\n"
            );
    }

    /// <summary>A rulebook that says the same in other words is another text.</summary>
    [Fact]
    public void Resume_AnotherTextOfTheRulebook_IsRefused()
    {
        var (whole, former) = (_folder.Read("out.jsonl"), Rulebook.Load(_folder.Rulebook).Fingerprint);
        File.AppendAllText(Path.Combine(_folder.Rulebook, "2-basic.yaml"), "# one more line\n");
        var now = Rulebook.Load(_folder.Rulebook).Fingerprint;
        Resumed()
            .ShouldBe(
                new(
                    1,
                    "",
                    $"--resume: '{_out}' was settled by another text of rulebook 'town': the fingerprint there begins with "
                        + $"'{former[..12]}', that of the rulebook with '{now[..12]}'. Resume with the former text, or leave out --resume "
                        + "to begin anew.\n"
                )
            );
        Resumed("--lang", "zh")
            .Error.ShouldBe(
                $"--resume：“{_out}”由规则册“town”的另一文本结算：该处指纹以“{former[..12]}”开头，现规则册的指纹以“{now[..12]}”开头。"
                    + "请用原文本续算，或去掉 --resume 重新开始。\n"
            );
        _folder.Read("out.jsonl").ShouldBe(whole);
    }

    [Fact]
    public void Resume_FullAfterSums_IsRefused()
    {
        Resumed("--full")
            .Error.ShouldBe($"--resume: '{_out}' was written without --full. Leave out --full, or leave out --resume to begin anew.\n");
        Resumed("--full", "--lang", "zh")
            .Error.ShouldBe($"--resume：“{_out}”写出时未带 --full。请去掉 --full，或去掉 --resume 重新开始。\n");
    }

    [Fact]
    public void Resume_SumsAfterFull_AreRefused()
    {
        (Job() with { Full = true }).Run().ShouldBe(1);
        Resumed("--full").Code.ShouldBe(1);
        Resumed().Error.ShouldBe($"--resume: '{_out}' was written with --full. Add --full, or leave out --resume to begin anew.\n");
        Resumed("--lang", "zh").Error.ShouldBe($"--resume：“{_out}”写出时带有 --full。请加上 --full，或去掉 --resume 重新开始。\n");
    }

    /// <summary>With --sort the claims that cannot be read and those of nobody come first, so that the places are others.</summary>
    [Fact]
    public void Resume_InAnotherOrder_IsRefused()
    {
        var first = _folder.Read("out.jsonl").Split('\n')[0];
        _folder.With("out.jsonl", first + "\n");
        Resumed("--sort")
            .Error.ShouldBe(
                $"--resume: '{_out}' ends with claim number 1, of line 1, but in this run number 1 is of line 2. Resume with the same "
                    + "input, and with or without --sort as before.\n"
            );
        Resumed("--sort", "--lang", "zh")
            .Error.ShouldBe(
                $"--resume：“{_out}”的末行是第 1 张单据（第 1 行），但本次的第 1 张在第 2 行。请用同一输入续算，是否带 --sort 也须与此前一致。\n"
            );
        _folder.Read("out.jsonl").ShouldBe(first + "\n");
    }

    [Fact]
    public void Resume_SideFileInAnotherOrder_IsRefused()
    {
        _folder.With("out.jsonl", "");
        Resumed("--sort").Error.ShouldStartWith($"--resume: '{_out}.errors.jsonl' ends with claim number ");
    }

    [Fact]
    public void Resume_ClaimThatCannotBeReadAnyMore_IsRefused()
    {
        _folder.With("claims.jsonl", Claims.Replace("{\"discharged\"", "{\"unknown\":1,\"discharged\"", StringComparison.Ordinal));
        Resumed()
            .Error.ShouldBe(
                $"--resume: '{_out}' ends with claim '' of line 8, but there stands what cannot be read. Resume with the same input.\n"
            );
        Resumed("--lang", "zh").Error.ShouldBe($"--resume：“{_out}”的末行是第 8 行的单据“”，但该行现无法读取。请用同一输入续算。\n");
    }

    [Fact]
    public void Resume_InputThatEndsBefore_IsRefused()
    {
        _folder.With("claims.jsonl", Claims.Split('\n')[0]);
        Resumed().Error.ShouldBe($"--resume: '{_out}' ends with claim number 7, but the input has only 1. Resume with the same input.\n");
        Resumed("--lang", "zh").Error.ShouldBe($"--resume：“{_out}”的末行是第 7 张单据，但输入只有 1 张。请用同一输入续算。\n");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Resume_LineMissingInTheMiddle_IsRefused(int missing)
    {
        var lines = _folder.Read("out.jsonl").Split('\n').ToList();
        var number = Number(lines[missing]);
        lines.RemoveAt(missing);
        var cut = string.Join('\n', lines);
        _folder.With("out.jsonl", cut);
        Resumed()
            .Error.ShouldBe(
                $"--resume: '{_out}' goes up to claim number 7, but neither there nor in '{_out}.errors.jsonl' does number {number} "
                    + "stand in its turn. Resume with both files as they were written, or leave out --resume to begin anew.\n"
            );
        Resumed("--lang", "zh")
            .Error.ShouldBe(
                $"--resume：“{_out}”已写到第 7 张单据，但第 {number} 张在该文件和“{_out}.errors.jsonl”中缺失或次序有误。"
                    + "请用写出时的两个文件续算，或去掉 --resume 重新开始。\n"
            );
        _folder.Read("out.jsonl").ShouldBe(cut);
    }

    [Fact]
    public void Resume_WithoutTheFormerSideFile_IsRefused()
    {
        var broken = Number(_folder.Read("out.jsonl.errors.jsonl"));
        Resumed("--errors", _folder.In("other.jsonl"))
            .Error.ShouldContain($"neither there nor in '{_folder.In("other.jsonl")}' does number {broken} stand");
    }

    /// <summary>Portions that end in the middle of a line or a number count it once, and lines longer than a portion are one.</summary>
    [Theory]
    [InlineData("1 2 3 4", "", 4, 0)]
    [InlineData("1 3 4", "2 5 7", 4, 0)]
    [InlineData("1 4", "2", 4, 3)]
    [InlineData("1 2 2 4", "3", 4, 4)]
    [InlineData("1 2 4", "2 3", 4, 3)]
    [InlineData("1 2 3 4", "4", 4, 4)]
    [InlineData("1 2 3 4", "9 1", 4, 0)]
    [InlineData("2 3", "", 3, 1)]
    [InlineData("1 x 3", "", 3, 2)]
    public void Gap_OfTwoFiles_IsTheFirstNumberNotInItsTurn(string settled, string broken, long last, long gap)
    {
        for (var length = 0; length < 200; length += 7)
        {
            using var one = Written("one", settled, length);
            using var other = Written("other", broken, 200 - length);
            foreach (var portion in (int[])[64, 65, 100, 1000])
                WrittenNumbers.FirstGap(one, other, last, portion).ShouldBe(gap, $"{length} bytes a line, {portion} a portion");
        }
    }

    private FileStream Written(string name, string numbers, int length)
    {
        var lines = numbers
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(n => $"{{\"number\":{n},\"{new string('-', length)}\n");
        return File.OpenRead(_folder.With(name, string.Concat(lines)));
    }

    private static string Number(string line) => line.Split(':', ',')[1];

    private CliRun Resumed(params string[] more) => _folder.Run("", ["--in", _claims, "--out", _out, "--resume", .. more]);

    private BatchJob Job() =>
        new(Rulebook.Load(_folder.Rulebook), TextWriter.Null, ReimbursementRules.Cli.Pipes.OfProcess)
        {
            In = _claims,
            Out = _out,
            Problems = _out + ".errors.jsonl",
            Options = new() { MaxParallelism = 1 },
        };
}
