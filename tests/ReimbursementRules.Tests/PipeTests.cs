using System.Diagnostics;
using System.IO.Pipes;
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

    /// <summary>As a shell hands in what a command writes: a link to something that has a name and no place on the disk.</summary>
    [Fact]
    public void Claim_PipeByTheNumberOfItsHandle_IsRefused()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        Code(Handle(pipe)).ShouldBe("file.special");
    }

    [Fact]
    public void Claim_EmptyFileInSharedMemory_IsAnEmptyFile()
    {
        if (!Directory.Exists("/dev/shm"))
            return;
        var path = Path.Combine("/dev/shm", $"{Path.GetRandomFileName()}.yaml");
        File.WriteAllText(path, "");
        try
        {
            Code(path).ShouldBe("file.empty");
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Each rulebook reads the claims: a pipe gives them to the first alone.</summary>
    [Fact]
    public void Compare_PipeOfClaims_IsRefused()
    {
        var path = _folder.In("claims");
        if (!MakePipe(path))
            return;
        CliRun
            .Of("compare", _folder.Rulebook, _folder.Rulebook, "--claims", path)
            .ShouldBe(
                new(
                    1,
                    "",
                    $"--claims: '{path}' is a pipe, a device or the like, and is read more than once. "
                        + "Save what it gives to a file, and name that.\n"
                )
            );
        CliRun
            .Of("compare", _folder.Rulebook, _folder.Rulebook, "--claims", path, "--lang", "zh")
            .Error.ShouldBe($"--claims：“{path}”是管道、设备等，而此处需要多次读取。请将其内容保存为文件，再给出该文件。\n");
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        CliRun.Of("compare", _folder.Rulebook, _folder.Rulebook, "--claims", Handle(pipe)).Code.ShouldBe(1);
    }

    /// <summary>A pipe or device is neither replaced by a file nor written as one.</summary>
    [Fact]
    public void Output_PipeOrDevice_IsMisusedAndStays()
    {
        var path = _folder.In("out");
        if (!MakePipe(path))
            return;
        var claim = _folder.With("claim.yaml", "discharged: 2020-03-01\nsetting: inpatient\nitems: [{ class: A, amount: 500 }]\n");
        File.CreateSymbolicLink(_folder.In("link"), path);
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        foreach (var output in (string[])[path, _folder.In("link"), "/dev/null", "/dev/stdout", Handle(pipe)])
        {
            var message =
                $"--out: '{output}' is a pipe, a device or the like, which no file can replace. Name a file, or leave --out out and "
                + "redirect the output.";
            First(CliRun.Of("settle", _folder.Rulebook, claim, "--out", output)).ShouldBe((2, message));
            First(_folder.Run(BatchFolder.Claims, "--out", output)).ShouldBe((2, message));
            First(_folder.Run(BatchFolder.Claims, "--out", _folder.In("o"), "--errors", output))
                .ShouldBe((2, $"--errors: '{output}' is a pipe, a device or the like, which no file can replace. Name a file."));
            First(CliRun.Of("compare", _folder.Rulebook, _folder.Rulebook, "--json", output)).Code.ShouldBe(2);
            First(CliRun.Of("rules", _folder.Rulebook, "--graph", output)).Code.ShouldBe(2);
        }

        First(CliRun.Of("settle", _folder.Rulebook, claim, "--out", path, "--lang", "zh"))
            .Error.ShouldBe($"--out：“{path}”是管道、设备等，不能由文件替换。请给出文件名，或删去 --out 并重定向标准输出。");
        File.Exists(_folder.In("o")).ShouldBeFalse();
        Code(path).ShouldBe("file.special");
    }

    /// <summary>An empty file, as mktemp makes it, is a file.</summary>
    [Fact]
    public void Output_EmptyFile_IsWritten()
    {
        _folder.Run(BatchFolder.Claims, "--out", _folder.With("out.jsonl", "")).Code.ShouldBe(1);
        _folder.Read("out.jsonl").Count('\n').ShouldBe(5);
    }

    private static (int Code, string Error) First(CliRun run) => (run.Code, run.Error.Split('\n')[0]);

    private static string Handle(AnonymousPipeServerStream pipe) => $"/dev/fd/{pipe.GetClientHandleAsString()}";

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
