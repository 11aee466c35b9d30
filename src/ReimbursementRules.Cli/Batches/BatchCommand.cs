using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli.Batches;

/// <summary>Settles many claims from a file or a pipe.</summary>
internal static class BatchCommand
{
    private const string About = """
        Settles many claims, from a file or a pipe to a file or a pipe, one line a claim.

        JSON Lines: each line is a claim as in a claim file, an object on one line.
        CSV: each row is a fee item. The header has keys of claim files: id, discharged, member.id, hospital.level, attributes.NAME, and for
        items item.amount, item.class, item.attributes.NAME. Rows with the same id stand together and are one claim; what belongs to the claim
        stands in its first row, and is blank or the same in the others. Without a column id each row is a claim. No line ends within a cell.

        All claims of a member, by member.id, stand together, or are put together by --sort; they are settled by the days that decide their benefit year, each with the
        history of the one before. A claim without member.id is settled alone.

        What cannot be settled goes to the side file with its line, and the rest goes on. Exit code: 0 all settled, 1 some not, 2 misused,
        130 stopped. The files are written aside, as NAME.part, and moved into place at the end; then what the run came to is told on the
        standard error, where problems do not go there themselves. After a stop, or a crash, the same command with --resume goes on.
        """;

    private static readonly Argument<string> Folder = new("rulebook") { Description = "The folder with the rulebook's index.yaml." };
    private static readonly Option<string> InFile = new("--in")
    {
        HelpName = "FILE",
        Description = "The claims; - is the standard input.",
        DefaultValueFactory = _ => "-",
    };
    private static readonly Option<string> OutFile = new("--out")
    {
        HelpName = "FILE",
        Description = "The settlements; - is the standard output.",
        DefaultValueFactory = _ => "-",
    };
    private static readonly Option<string?> Format = new("--format")
    {
        Description = "The form of the claims; by the name of the file where left out, or else jsonl.",
    };
    private static readonly Option<string?> ErrorsFile = new("--errors")
    {
        HelpName = "FILE",
        Description =
            "The side file, for claims that cannot be settled; the name of the output and .errors.jsonl where left out, or "
            + "else the standard error.",
    };

    private static readonly Option<bool> Resume = new("--resume")
    {
        Description = "Goes on after the last line of the output, which must be a file.",
    };
    private static readonly Option<bool> Sort = new("--sort")
    {
        Description =
            "Puts the claims of each member together first, with files aside where they are many. The results come in that order.",
    };
    private static readonly Option<bool> Full = new("--full") { Description = "Writes the items and every step too, not the sums alone." };
    private static readonly Option<int> Parallel = new("--parallel")
    {
        HelpName = "N",
        Description = "How many members are settled at a time.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private static readonly Option<string> Lang = LanguageOption.Create();
    private static readonly Option<string> Engine = EngineOption.Create();

    static BatchCommand()
    {
        Format.AcceptOnlyFromAmong("jsonl", "csv");
        Parallel.Validators.Add(result =>
        {
            if (
                result.Tokens is [{ Value: var text }]
                && !(int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1024)
            )
                result.AddError($"'{text}' is not a number of members from 1 to 1024.");
        });
    }

    public static Command Create(TextWriter error, Pipes pipes)
    {
        var command = new Command("batch", About)
        {
            Folder,
            InFile,
            OutFile,
            Format,
            ErrorsFile,
            Sort,
            Resume,
            Full,
            Parallel,
            Lang,
            Engine,
        };
        command.Validators.Add(result =>
        {
            var (input, output) = (FileOf(result.GetValue(InFile)), FileOf(result.GetValue(OutFile)));
            if (result.GetValue(Resume) && output is null)
                result.AddError("--resume needs a file to go on with: add --out FILE.");
            Files(result, input, output).Check(result, LanguageOption.Of(result.GetValue(Lang)));
        });
        command.SetAction(parsed => Run(parsed, error, pipes));
        return command;
    }

    private static CommandFiles Files(CommandResult result, string? input, string? output)
    {
        var problems = SideFile(result.GetValue(ErrorsFile), output);
        return new CommandFiles()
            .ReadsRulebook(result.GetValue(Folder))
            .Reads("--in", input)
            .Writes("--out", output)
            .Writes("--out", output is null ? null : BatchFile.Aside(output))
            .Writes("--errors", problems)
            .Writes("--errors", problems is null ? null : BatchFile.Aside(problems));
    }

    private static string? SideFile(string? stated, string? output) => stated ?? (output is null ? null : $"{output}.errors.jsonl");

    private static int Run(ParseResult parsed, TextWriter error, Pipes pipes)
    {
        var language = LanguageOption.Of(parsed.GetValue(Lang));
        return new Guard(error, language).RunOverFiles(() => Job(parsed, error, pipes, language).Run());
    }

    private static BatchJob Job(ParseResult parsed, TextWriter error, Pipes pipes, Language language)
    {
        var input = FileOf(parsed.GetValue(InFile));
        var output = FileOf(parsed.GetValue(OutFile));
        return new(Rulebook.Load(parsed.GetRequiredValue(Folder), EngineOption.Of(parsed.GetValue(Engine))), error, pipes)
        {
            In = input,
            Out = output,
            Problems = SideFile(parsed.GetValue(ErrorsFile), output),
            IsCsv = parsed.GetValue(Format) is { } format
                ? format == "csv"
                : input?.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) == true,
            Full = parsed.GetValue(Full),
            Sort = parsed.GetValue(Sort),
            Resume = parsed.GetValue(Resume),
            Options = new() { MaxParallelism = parsed.GetValue(Parallel) },
            Language = language,
        };
    }

    private static string? FileOf(string? path) => path is null or "-" ? null : path;
}
