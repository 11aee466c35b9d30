using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cli;

/// <summary>What <c>prove</c> writes and verifies, and its exit codes.</summary>
public sealed class CertificateCommandTests : IDisposable
{
    private readonly RulebookFolder _town = new();
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("certificate-").FullName, "certificate.json");

    public void Dispose()
    {
        _town.Dispose();
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }

    [Fact]
    public void Verify_OfTheSameText_SaysTheSame()
    {
        Prove("--out", _file).Code.ShouldBe(0);
        var run = Prove("--verify", _file);
        run.Code.ShouldBe(0);
        run.Output.ShouldBe("It came out the same.\n");
        Prove("--verify", _file, "--lang", "zh").Output.ShouldBe("重新生成的结果相同。\n");
        Prove().Output.ShouldBe(File.ReadAllText(_file));
    }

    [Fact]
    public void Verify_OfAnotherText_TellsTheFirstLine()
    {
        Prove("--out", _file);
        _town.Replace("2-basic.yaml", "75%", "76%");
        var run = Prove("--verify", _file);
        run.Code.ShouldBe(3);
        run.Output.ShouldStartWith("It came out otherwise, first in line 5:\n- \"fingerprint\": \"");
    }

    /// <summary>Whoever writes into a certificate what is not so is found out.</summary>
    [Fact]
    public void Verify_OfATamperedCertificate_TellsWhatItIs()
    {
        Prove("--out", _file);
        File.WriteAllText(_file, File.ReadAllText(_file).Replace("\"monotone\": 6", "\"monotone\": 7", StringComparison.Ordinal));
        Prove("--verify", _file).Output.ShouldEndWith("- \"monotone\": 7,\n+ \"monotone\": 6,\n");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no json")]
    [InlineData("{ \"budget\": 0, \"up_to\": \"1.00\" }")]
    [InlineData("{ \"budget\": 1, \"up_to\": 1 }")]
    public void Verify_OfNoCertificate_SaysWhatToDo(string text)
    {
        File.WriteAllText(_file, text);
        var run = Prove("--verify", _file);
        run.Code.ShouldBe(1);
        run.Error.ShouldBe(
            $"{_file} is not a certificate: it does not say 'certificate', 'budget' and 'up_to'. Make one with reimburse prove … --out.\n"
        );
    }

    [Theory]
    [InlineData("\"certificate\": 1", "\"certificate\": 2", "'certificate' is 2, but this version knows format 1 only.")]
    [InlineData("\"certificate\": 1", "\"certificate\": \"1\"", "'certificate' is \"1\", but this version knows format 1 only.")]
    [InlineData("\"budget\": 500", "\"budget\": -5", "'budget' is -5, but must be a whole number from 1 to 2147483647.")]
    [InlineData("\"budget\": 500", "\"budget\": 1000000000000", "'budget' is 1000000000000, but must be a whole number from 1")]
    [InlineData("\"up_to\": \"1000000.00\"", "\"up_to\": \"abc\"", "'up_to' is \"abc\", but must be an amount above 0 and at most ")]
    [InlineData("\"up_to\": \"1000000.00\"", "\"up_to\": 1, \"x\": 1", "'up_to' is 1, but must be an amount above 0 and at most ")]
    [InlineData("\"up_to\": \"1000000.00\"", "\"up_to\": \"0.00\"", "'up_to' is \"0.00\", but must be an amount above 0")]
    public void Verify_OfWhatIsOutOfRange_SaysWhatIsExpected(string old, string now, string says)
    {
        Prove("--out", _file);
        File.WriteAllText(_file, File.ReadAllText(_file).Replace(old, now, StringComparison.Ordinal));
        var run = Prove("--verify", _file);
        run.Code.ShouldBe(1);
        run.Error.ShouldStartWith($"{_file}: {says}");
        Prove("--verify", _file, "--lang", "zh").Error.ShouldContain("请用");
    }

    /// <summary>How lines end is a matter of the machine, and not of what is certified.</summary>
    [Fact]
    public void Verify_OfOtherLineEnds_SaysTheSame()
    {
        Prove("--out", _file);
        File.WriteAllText(_file, File.ReadAllText(_file).Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n\n");
        Prove("--verify", _file).Code.ShouldBe(0);
    }

    /// <summary>What the budget left out is said, with the budget that looks at all; on the error stream, since the certificate may be on
    /// the other.</summary>
    [Fact]
    public void Budget_ThatIsUsedUp_IsTold()
    {
        Prove("--budget", "4").Error.ShouldBe("stopped after 4 cases of 6; --budget 6 looks at all\n");
        Prove("--budget", "4", "--lang", "zh").Error.ShouldBe("已考察 6 种情形中的 4 种，到此为止；用“--budget 6”考察全部\n");
        Prove("--budget", "6").Error.ShouldBe("");
    }

    [Fact]
    public void Verify_WithABudget_IsMisuse() => Prove("--verify", _file, "--budget", "1").Code.ShouldBe(2);

    private CliRun Prove(params string[] more) => CliRun.Of(["prove", _town.Path, .. more]);
}
