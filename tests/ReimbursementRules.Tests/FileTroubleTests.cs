using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Cli;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests;

/// <summary>Why a file cannot be read or written is said in Chinese too, where the platform says it in English alone.</summary>
public sealed class FileTroubleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trouble-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Claim_ThatAnotherProgramHolds_IsToldInChinese()
    {
        var path = Path.Combine(_folder, "claim.yaml");
        File.WriteAllText(path, "id: C-1\n");
        using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var problem = Should.Throw<InputException>(() => Claim.Load(path)).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("file.unreadable");
        problem.In(Language.Chinese).ShouldBe($"claim.yaml: 无法读取文件“{path}”：文件正被其他程序使用。");
    }

    [Fact]
    public void Output_IntoAFolderThatIsNotThere_IsToldInChinese()
    {
        var path = Path.Combine(_folder, "none", "out.txt");
        Settle(path).ShouldBe($"--out：无法写入“{path}”：文件夹不存在。\n");
    }

    [Fact]
    public void Output_BelowAFile_IsToldInChinese()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        var path = Path.Combine(file, "out.txt");
        Settle(path).ShouldBeOneOf($"--out：无法写入“{path}”：文件夹不存在。\n", $"--out：无法写入“{path}”：路径中有一段不是文件夹。\n");
    }

    [Fact]
    public void Output_WhoseReaderWentAway_IsToldInBothLanguages()
    {
        foreach (
            var (language, told) in (ReadOnlySpan<(string, string)>)
                [("en", "The result cannot be written: Broken pipe\n"), ("zh", "结果无法写出：接收方已关闭管道。\n")]
        )
        {
            using var error = new StringWriter { NewLine = "\n" };
            using var closed = new ClosedPipe();
            ReimbursementRules
                .Cli.CommandLine.Run(["settle", CliRun.District, CliRun.Claim("level-two-stay.yaml"), "--lang", language], closed, error)
                .ShouldBe(1);
            error.ToString().ShouldBe(told);
        }
    }

    private static string Settle(string path) =>
        CliRun.Of("settle", CliRun.District, CliRun.Claim("level-two-stay.yaml"), "--out", path, "--lang", "zh").Error;

    /// <summary>An output as a pipe whose other end is closed.</summary>
    private sealed class ClosedPipe : StringWriter
    {
        public override void Write(string? value) => throw new IOException("Broken pipe", 32);
    }
}
