using ReimbursementRules.Cli;

namespace ReimbursementRules.Tests.Cli;

/// <summary>What a command writes overwrites nothing that it reads, and nothing else that it writes, whatever the names.</summary>
public sealed class OutputFilesTests : IDisposable
{
    private readonly BatchFolder _folder = new();
    private readonly string _claims;
    private readonly string _claim;

    public OutputFilesTests()
    {
        _claims = _folder.With("claims.jsonl", BatchFolder.Claims);
        _claim = _folder.With("claim.yaml", "discharged: 2020-03-01\nsetting: inpatient\nitems: [{ class: A, amount: 500 }]\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--errors would overwrite --in. Name another file.", "--out", "out.jsonl", "--errors", "claims.jsonl")]
    [InlineData("--out would overwrite --in. Name another file.", "--out", "claims.jsonl")]
    [InlineData("--out would overwrite --in. Name another file.", "--out", "./x/../claims.jsonl")]
    [InlineData("--errors would overwrite --in. Name another file.", "--out", "out.jsonl", "--errors", "link.jsonl")]
    [InlineData("--errors would overwrite --in. Name another file.", "--out", "out.jsonl", "--errors", "linked/claims.jsonl")]
    [InlineData(
        "--errors and --out name one file, '{0}/both.jsonl'. Name another for one of them.",
        "--out",
        "both.jsonl",
        "--errors",
        "both.jsonl"
    )]
    [InlineData("--errors and --out name one file, '{0}/o.part'. Name another for one of them.", "--out", "o", "--errors", "o.part")]
    public void Batch_OutputThatIsAnotherFile_IsMisusedAndNothingIsTouched(string message, params string[] args)
    {
        File.CreateSymbolicLink(_folder.In("link.jsonl"), _claims);
        Directory.CreateSymbolicLink(_folder.In("linked"), Path.GetDirectoryName(_claims)!);
        Directory.CreateDirectory(_folder.In("x"));
        var run = _folder.Run("", ["--in", _claims, .. args.Select(arg => arg.StartsWith('-') ? arg : _folder.In(arg))]);
        run.Code.ShouldBe(2);
        run.Error.Split('\n')[0].ShouldBe(string.Format(null, message, _folder.In("")));
        File.ReadAllText(_claims).ShouldBe(BatchFolder.Claims);
        File.Exists(_folder.In("out.jsonl")).ShouldBeFalse();
    }

    /// <summary>A hard link is another name of the same file; nothing in its path tells it.</summary>
    [Fact]
    public void Batch_OutputThatIsTheInputUnderAnotherName_IsMisusedAndNothingIsTouched()
    {
        if (OperatingSystem.IsWindows())
            return;
        using (var link = System.Diagnostics.Process.Start("ln", [_claims, _folder.In("hard.jsonl")]))
            link.WaitForExit();
        _folder.Run("", "--in", _claims, "--out", _folder.In("hard.jsonl")).Code.ShouldBe(2);
        File.ReadAllText(_claims).ShouldBe(BatchFolder.Claims);
    }

    [Theory]
    [InlineData("2-basic.yaml")]
    [InlineData("9-new.yaml")]
    [InlineData("notes/out.html")]
    public void Settle_OutputInTheRulebooksFolder_IsMisusedAndNothingIsTouched(string name)
    {
        var path = Path.Combine(_folder.Rulebook, name);
        var before = File.Exists(path) ? File.ReadAllText(path) : null;
        var run = Cli("settle", _folder.Rulebook, _claim, "--out", path);
        run.ShouldBe((2, $"--out: '{path}' is a file of a rulebook, or would become one. Name a file outside the rulebook's folder."));
        (File.Exists(path) ? File.ReadAllText(path) : null).ShouldBe(before);
    }

    [Fact]
    public void Settle_OutputThatIsTheClaim_IsMisusedAndNothingIsTouched()
    {
        var before = File.ReadAllText(_claim);
        Cli("settle", _folder.Rulebook, _claim, "--out", _claim).Code.ShouldBe(2);
        Cli("settle", _folder.Rulebook, _claim, "--history", _claims, "--out", _claims).Code.ShouldBe(2);
        File.ReadAllText(_claim).ShouldBe(before);
    }

    [Fact]
    public void Compare_TwoOutputsOfOneName_AreMisused() =>
        Cli("compare", _folder.Rulebook, _folder.Rulebook, "--html", _folder.In("x"), "--json", _folder.In("x"))
            .ShouldBe((2, $"--json and --html name one file, '{_folder.In("x")}'. Name another for one of them."));

    [Fact]
    public void Rules_SecondFileThatWouldOverwriteThePolicy_IsMisused() =>
        Cli("rules", _folder.Rulebook, "--graph", Path.Combine(_folder.Rulebook, "net.dgml")).Code.ShouldBe(2);

    /// <summary>An earlier result stays until there is a whole new one.</summary>
    [Fact]
    public void Batch_ThatCannotEnd_LeavesTheEarlierResult()
    {
        _folder.With("out.jsonl", "earlier\n");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        using var never = new MemoryStream();
        _folder.Run(never, stop.Token, "--in", _claims, "--out", _folder.In("out.jsonl")).Code.ShouldBe(130);
        _folder.Read("out.jsonl").ShouldBe("earlier\n");
        _folder.Run("", "--in", _claims, "--out", _folder.In("out.jsonl"), "--resume").Code.ShouldBe(1);
        _folder.Read("out.jsonl").ShouldStartWith("{\"number\":");
        File.Exists(_folder.In("out.jsonl.part")).ShouldBeFalse();
        File.Exists(_folder.In("out.jsonl.errors.jsonl.part")).ShouldBeFalse();
    }

    private static (int Code, string Error) Cli(params string[] args)
    {
        using var error = new StringWriter { NewLine = "\n" };
        return (CommandLine.Run(args, TextWriter.Null, error), error.ToString().Split('\n')[0]);
    }
}
