using System.CommandLine;
using ReimbursementRules.Cli.Batches;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using Spectre.Console;

namespace ReimbursementRules.Cli;

/// <summary>The command line: one command a file, each in the manner of the others.</summary>
internal static class CommandLine
{
    /// <summary>All is well.</summary>
    public const int Done = 0;

    /// <summary>What was handed in has problems, or a case fails.</summary>
    public const int Failed = 1;

    /// <summary>The command line cannot be understood.</summary>
    public const int Misused = 2;

    /// <summary>A claim was found that tells two rulebooks apart, or what was to be verified came out otherwise.</summary>
    public const int Differs = 3;

    /// <summary>No difference was found, but not everything was proved.</summary>
    public const int Unproved = 4;

    /// <summary>Stopped by Ctrl+C or a request to end, at the end of a claim.</summary>
    public const int Interrupted = 130;

    /// <summary>Runs one command and returns its exit code.</summary>
    /// <param name="args">The command and its options.</param>
    /// <param name="output">Takes the result.</param>
    /// <param name="error">Takes problems.</param>
    /// <param name="pipes">Bytes and signals; null for those of the process.</param>
    /// <param name="system">The language that is spoken where the command line asks for none.</param>
    /// <param name="console">Where a command asks questions; null for the terminal of the process, where there is one.</param>
    public static int Run(
        string[] args,
        TextWriter output,
        TextWriter error,
        Pipes? pipes = null,
        Language system = Language.English,
        IAnsiConsole? console = null
    )
    {
        var language = LanguageOption.Of(args, system);
        var root = Root(output, error, pipes ?? Pipes.OfProcess, language, () => console ?? Terminal(output));
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count == 0)
            return Invoke(parsed, output, error, language);
        foreach (var problem in parsed.Errors)
            error.WriteLine(ParserErrors.In(problem, parsed.CommandResult.Command, language));
        error.WriteLine(new BilingualText("Add --help to see how a command is used.", "加 --help 可查看命令的用法。").In(language));
        return Misused;
    }

    /// <summary>All commands.</summary>
    public static RootCommand Root(
        TextWriter output,
        TextWriter error,
        Pipes pipes,
        Language language,
        Func<IAnsiConsole?>? terminal = null
    )
    {
        var root = new RootCommand(
            BothLanguages.Of(
                "Settles claims by a rulebook of policy tables, and checks rulebooks.",
                "按规则册中的政策表结算单据，并检查规则册。"
            )
        )
        {
            SettleCommand.Create(output, error, language),
            CheckCommand.Create(output, error, language),
            RulesCommand.Create(output, error, language),
            TargetsCommand.Create(output, error, language),
            ReplayCommand.Create(output, error, language),
            SolveCommand.Create(output, error, language),
            CurveCommand.Create(output, error, language),
            ProveCommand.Create(output, error, language),
            ContractCommand.Create(output, error, language),
            ContributionCommand.Create(output, error, language),
            CompareCommand.Create(output, error, language),
            SchemaCommand.Create(output, error, language),
            NewCommand.Create(output, error, terminal ?? (() => null), language),
            BatchCommand.Create(error, pipes, language),
        };
        root.Options.Add(LanguageOption.Create());
        HelpPage.On(root, language);
        return root;
    }

    /// <summary>The terminal on which a command may ask; null where the output, or what is typed, is led elsewhere.</summary>
    private static IAnsiConsole? Terminal(TextWriter output)
    {
        var terminal = new AnsiConsoleOutput(output);
        return terminal.IsTerminal && !Console.IsInputRedirected ? AnsiConsole.Create(new() { Out = terminal }) : null;
    }

    private static int Invoke(ParseResult parsed, TextWriter output, TextWriter error, Language language)
    {
        try
        {
            return parsed.Invoke(
                new()
                {
                    Output = output,
                    Error = error,
                    EnableDefaultExceptionHandler = false,
                }
            );
        }
        catch (IOException e)
        {
            var why = FileTrouble.Of(e);
            error.WriteLine(new BilingualText($"The result cannot be written: {why.En}", $"结果无法写出：{why.Zh}").In(language));
            return Failed;
        }
    }
}
