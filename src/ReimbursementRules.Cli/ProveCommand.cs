using System.CommandLine;
using System.CommandLine.Parsing;
using ReimbursementRules.Certificates;
using ReimbursementRules.Engines;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Makes the certificate of a rulebook, or makes one again and compares.</summary>
internal static class ProveCommand
{
    private const string AboutEn = """
        Proves what can be proved of a rulebook, tries the rest, and writes a certificate: signed by nothing but that it comes out the same
        when it is made again, which --verify does.

        Exit code: 0 nothing failed, or with --verify it came out the same; 1 a case, a law or a target fails, or files have problems;
        2 misused; 3 with --verify, it came out otherwise.
        """;

    private const string AboutZh = """
        证明规则册中可以证明的，试验其余的，并写出证明文件：其可信之处在于重新生成时结果相同，--verify 即作此核验。

        退出码：0 没有不通过，带 --verify 时为结果相同；1 有用例、规律或目标不通过，或文件有问题；2 用法有误；
        3 带 --verify 时结果不同。
        """;

    private static readonly Argument<string> Folder = RulebookArgument.Create();
    private static readonly Option<string?> Out = FileOption.Create(
        "--out",
        "Writes the certificate to a file, not to the standard output.",
        "将证明写入文件，而不是标准输出。"
    );
    private static readonly Option<string?> Verify = FileOption.Create(
        "--verify",
        "Makes this certificate again, with its budget and amount, and compares.",
        "按此证明文件的情形数与金额重新生成，并作比较。"
    );
    private static readonly Option<int> Budget = new("--budget")
    {
        HelpName = BothLanguages.Of("CASES", "情形数"),
        Description = BothLanguages.Of(
            "How many combinations of facts and days are looked at at most; some 10 a second, fewer where there are many layers.",
            "最多检查多少种事实与日期的组合；每秒约 10 种，待遇层多时更少。"
        ),
        DefaultValueFactory = _ => 500,
    };
    private static readonly Option<Money> UpTo = AmountOption.Create(
        "--up-to",
        "The largest amount of an item.",
        "一项的最大金额。",
        Money.Yuan(1_000_000)
    );
    private static readonly Option<string> Engine = EngineOption.Create();

    public static Command Create(TextWriter output, TextWriter error, Language language)
    {
        var command = new Command("prove", BothLanguages.Of(AboutEn, AboutZh)) { Folder, Out, Verify, Budget, UpTo, Engine };
        command.Validators.Add(Check);
        command.SetAction(parsed => Run(parsed, output, error, language));
        return command;
    }

    private static void Check(CommandResult result)
    {
        if (
            StatedOption.Value(result, Verify) is not null
            && (StatedOption.Value(result, Out) is not null || StatedOption.IsGiven(result, Budget) || StatedOption.IsGiven(result, UpTo))
        )
            result.AddError(
                "--verify takes everything from the certificate and writes none: leave --out, --budget and --up-to out.",
                "--verify 的一切取自证明文件，且不写出证明：请删去 --out、--budget 和 --up-to。"
            );
        if (StatedOption.Is(result, Budget, budget => budget <= 0) || StatedOption.Is(result, UpTo, upTo => upTo == Money.Zero))
            result.AddError("--budget and --up-to are above 0.", "--budget 和 --up-to 应大于 0。");
        new CommandFiles()
            .Reads("--verify", StatedOption.Value(result, Verify))
            .ReadsRulebook(result.GetValue(Folder))
            .Writes("--out", StatedOption.Value(result, Out))
            .Check(result);
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error, Language language)
    {
        return new Guard(error, language).RunOverFiles(() =>
            parsed.GetValue(Verify) is { } file ? Again(parsed, file, output, error, language) : Anew(parsed, output, error, language)
        );
    }

    private static int Anew(ParseResult parsed, TextWriter output, TextWriter error, Language language)
    {
        var certificate = Make(parsed, parsed.GetValue(Budget), parsed.GetValue(UpTo), new CasesSoFar(error, language));
        var text = CertificateReport.Write(certificate);
        if (parsed.GetValue(Out) is { } path)
            OutputFile.Write(path, text);
        else
            output.Write(text);
        return certificate.IsClean ? CommandLine.Done : CommandLine.Failed;
    }

    private static int Again(ParseResult parsed, string file, TextWriter output, TextWriter error, Language language)
    {
        var text = File.ReadAllText(file);
        var (budget, upTo) = CertificateFile.Asked(text, file);
        var again = CertificateReport.Write(Make(parsed, budget, upTo, new CasesSoFar(error, language)));
        var (old, now) = (Lines(text), Lines(again));
        if (old.SequenceEqual(now, StringComparer.Ordinal))
        {
            output.WriteLine(new BilingualText("It came out the same.", "重新生成的结果相同。").In(language));
            return CommandLine.Done;
        }

        var line = Enumerable.Range(0, Math.Max(old.Length, now.Length)).First(i => i >= old.Length || i >= now.Length || old[i] != now[i]);
        output.WriteLine(
            new BilingualText($"It came out otherwise, first in line {line + 1}:", $"重新生成的结果不同，首先在第 {line + 1} 行：").In(
                language
            )
        );
        output.WriteLine($"- {(line < old.Length ? old[line].Trim() : "")}");
        output.WriteLine($"+ {(line < now.Length ? now[line].Trim() : "")}");
        return CommandLine.Differs;
    }

    /// <summary>The lines of a certificate: how they end, and blank lines after the last, say nothing.</summary>
    private static string[] Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd().Split('\n');

    private static Certificate Make(ParseResult parsed, int budget, Money upTo, IProgress<int> progress) =>
        Certificate.Of(
            parsed.GetRequiredValue(Folder),
            EngineOption.Of(parsed.GetValue(Engine)),
            parsed.GetValue(Engine) == "grid" ? new NRulesEngine() : new GridEngine(),
            budget,
            upTo,
            progress,
            Environment.ProcessorCount
        );
}
