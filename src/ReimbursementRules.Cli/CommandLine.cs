using System.CommandLine;
using ReimbursementRules.Cli.Batches;
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
    public static int Run(string[] args, TextWriter output, TextWriter error, Pipes? pipes = null, IAnsiConsole? console = null)
    {
        var root = new RootCommand("Settles claims by a rulebook of policy tables, and checks rulebooks.")
        {
            SettleCommand.Create(output, error),
            CheckCommand.Create(output, error),
            RulesCommand.Create(output, error),
            TargetsCommand.Create(output, error),
            ReplayCommand.Create(output, error),
            SolveCommand.Create(output, error),
            CurveCommand.Create(output, error),
            ProveCommand.Create(output, error),
            ContractCommand.Create(output, error),
            ContributionCommand.Create(output, error),
            CompareCommand.Create(output, error),
            NewCommand.Create(output, error, () => console ?? Terminal(output)),
            BatchCommand.Create(error, pipes ?? Pipes.OfProcess),
        };
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count == 0)
            return Invoke(parsed, output, error);
        foreach (var problem in parsed.Errors)
            error.WriteLine(problem.Message);
        error.WriteLine("Add --help to see how a command is used.");
        return Misused;
    }

    /// <summary>The terminal on which a command may ask; null where the output, or what is typed, is led elsewhere.</summary>
    private static IAnsiConsole? Terminal(TextWriter output)
    {
        var terminal = new AnsiConsoleOutput(output);
        return terminal.IsTerminal && !Console.IsInputRedirected ? AnsiConsole.Create(new() { Out = terminal }) : null;
    }

    private static int Invoke(ParseResult parsed, TextWriter output, TextWriter error)
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
            error.WriteLine($"The result cannot be written: {e.Message}");
            return Failed;
        }
    }
}
