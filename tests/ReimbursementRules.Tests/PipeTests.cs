using System.Diagnostics;
using ReimbursementRules.Checks;
using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Cli;

namespace ReimbursementRules.Tests;

/// <summary>Pipes and devices in the place of files: refused where a whole file is read, and read where claims come line by line. A pipe to
/// which nobody writes would be waited for without end.</summary>
public sealed class PipeTests : IDisposable
{
    private readonly BatchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("index.yaml")]
    [InlineData("2-basic.yaml")]
    [InlineData("0-gates.yaml")]
    public void Policy_Pipe_IsRefused(string file)
    {
        using var folder = new RulebookFolder();
        var path = Path.Combine(folder.Path, file);
        File.Delete(path);
        if (MakePipe(path))
            Should
                .Throw<PolicyException>(() => folder.Load())
                .Problems.Select(problem => problem.ToString())
                .ShouldContain(
                    $"{file}: '{path}' is a pipe, a device or the like, which may never end. Save what it gives to a file, and name that."
                );
    }

    [Fact]
    public void Cases_Pipe_AreRefused()
    {
        using var folder = new RulebookFolder();
        if (MakePipe(Path.Combine(folder.Path, "2-basic.cases.yaml")))
            RulebookCheck.Run(folder.Path).Problems.ShouldHaveSingleItem().Code.ShouldBe("file.special");
    }

    [Fact]
    public void Claim_PipeOrDevice_IsRefused()
    {
        var path = _folder.In("claim.yaml");
        if (!MakePipe(path))
            return;
        Code(path).ShouldBe("file.special");
        Code("/dev/null").ShouldBe("file.special");
        Code("/dev/zero").ShouldBe("file.special");
        File.CreateSymbolicLink(_folder.In("link.yaml"), path);
        Code(_folder.In("link.yaml")).ShouldBe("file.special");
        Code(_folder.With("empty.yaml", "")).ShouldBe("file.empty");
    }

    [Fact]
    public async Task Batch_Pipe_IsReadToItsEnd()
    {
        var path = _folder.In("claims");
        if (!MakePipe(path))
            return;
        var writing = Task.Run(() => File.WriteAllText(path, BatchFolder.Claims));
        var run = _folder.Run("", "--in", path);
        await writing;
        run.ShouldBe(_folder.Run(BatchFolder.Claims) with { Error = run.Error });
        run.Output.Count('\n').ShouldBe(5);
    }

    /// <summary>Where problems go to a file, the terminal shows how far the run is; how long a pipe is, nobody knows.</summary>
    [Fact]
    public async Task Batch_PipeToAFile_IsReadToItsEnd()
    {
        var path = _folder.In("claims");
        if (!MakePipe(path))
            return;
        var writing = Task.Run(() => File.WriteAllText(path, BatchFolder.Claims));
        var run = _folder.Run("", "--in", path, "--out", _folder.In("out.jsonl"));
        await writing;
        run.Code.ShouldBe(1);
        run.Error.ShouldStartWith("claims 8: settled 5");
        _folder.Read("out.jsonl").ShouldBe(_folder.Run(BatchFolder.Claims).Output);
    }

    private static string Code(string path) => Should.Throw<InputException>(() => Claim.Load(path)).Problems.ShouldHaveSingleItem().Code;

    /// <summary>Makes a pipe; false on Windows, where none lies in a folder.</summary>
    private static bool MakePipe(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Path.DirectorySeparatorChar.ShouldBe('\\');
            return false;
        }

        using var made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
        made.ExitCode.ShouldBe(0);
        return true;
    }
}
