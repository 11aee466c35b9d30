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

    private CliRun Resumed() => _folder.Run("", "--in", _claims, "--out", _out, "--resume");

    private BatchJob Job() =>
        new(Rulebook.Load(_folder.Rulebook), TextWriter.Null, ReimbursementRules.Cli.Pipes.OfProcess)
        {
            In = _claims,
            Out = _out,
            Problems = _out + ".errors.jsonl",
            Options = new() { MaxParallelism = 1 },
        };
}
