using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli.Batches;

/// <summary>Settles many claims from a file or a pipe.</summary>
internal static class BatchCommand
{
    private const string AboutEn = """
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

    private const string AboutZh = """
        批量结算单据：从文件或管道读入，向文件或管道写出，每张单据一行。

        JSON Lines：每行一张单据，写法同单据文件，为一行之内的一个对象。
        CSV：每行一个项目。表头为单据文件的键：id、discharged、member.id、hospital.level、attributes.名称，项目则为
        item.amount、item.class、item.attributes.名称。id 相同的行应相邻，合为一张单据；属于单据本身的内容写在首行，
        其余各行留空或写相同内容。没有 id 列时，每行即一张单据。单元格内不得换行。

        同一参保人（member.id）的单据应相邻，或用 --sort 归到一起；按决定其待遇年度的日期依次结算，每张都计入此前各张的累计。
        没有 member.id 的单据单独结算。

        无法结算的单据连同其行号写入问题文件，其余继续。退出码：0 全部结算；1 有未结算的；2 用法有误；130 被停止。
        结果先写入“文件名.part”，结束时再移到位；问题不写到标准错误时，结算汇总写到标准错误。停止或崩溃之后，用同一命令加 --resume 可续算。
        """;

    private static readonly Argument<string> Folder = RulebookArgument.Create();
    private static readonly Option<string> InFile = new("--in")
    {
        HelpName = BothLanguages.Of("FILE", "文件"),
        Description = BothLanguages.Of("The claims; - is the standard input.", "单据；- 为标准输入。"),
        DefaultValueFactory = _ => "-",
    };
    private static readonly Option<string> OutFile = new("--out")
    {
        HelpName = BothLanguages.Of("FILE", "文件"),
        Description = BothLanguages.Of("The settlements; - is the standard output.", "结算结果；- 为标准输出。"),
        DefaultValueFactory = _ => "-",
    };
    private static readonly Option<string?> Format = new("--format")
    {
        Description = BothLanguages.Of(
            "The form of the claims; by the name of the file where left out, or else jsonl.",
            "单据的格式；未给出时按文件名判断，否则为 jsonl。"
        ),
    };
    private static readonly Option<string?> ErrorsFile = new("--errors")
    {
        HelpName = BothLanguages.Of("FILE", "文件"),
        Description = BothLanguages.Of(
            "The side file, for claims that cannot be settled; the name of the output and .errors.jsonl where left out, or "
                + "else the standard error.",
            "问题文件，写无法结算的单据；未给出时为输出文件名加 .errors.jsonl，否则为标准错误。"
        ),
    };

    private static readonly Option<bool> Resume = new("--resume")
    {
        Description = BothLanguages.Of(
            "Goes on after the last line of the output, which must be a file.",
            "从输出文件的末行之后续算；输出须为文件。"
        ),
    };
    private static readonly Option<bool> Sort = new("--sort")
    {
        Description = BothLanguages.Of(
            "Puts the claims of each member together first, with files aside where they are many. The results come in that order.",
            "先将每个参保人的单据归到一起，数量多时借助临时文件。结果也按此顺序。"
        ),
    };
    private static readonly Option<bool> Full = new("--full")
    {
        Description = BothLanguages.Of("Writes the items and every step too, not the sums alone.", "除合计外，还写出各项目和每一步。"),
    };
    private static readonly Option<int> Parallel = new("--parallel")
    {
        HelpName = BothLanguages.Of("N", "人数"),
        Description = BothLanguages.Of("How many members are settled at a time.", "同时结算多少名参保人。"),
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

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
                result.AddError($"'{text}' is not a number of members from 1 to 1024.", $"“{text}”不是 1 至 1024 的人数。");
        });
    }

    public static Command Create(TextWriter error, Pipes pipes, Language language)
    {
        var command = new Command("batch", BothLanguages.Of(AboutEn, AboutZh))
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
            Engine,
        };
        command.Validators.Add(result =>
        {
            var (input, output) = (FileOf(StatedOption.Value(result, InFile)), FileOf(StatedOption.Value(result, OutFile)));
            JsonLinesOnly(result, "--out", output);
            JsonLinesOnly(result, "--errors", StatedOption.Value(result, ErrorsFile));
            if (StatedOption.Value(result, Resume) && output is null)
                result.AddError("--resume needs a file to go on with: add --out FILE.", "--resume 需要可续写的文件：请加 --out 文件。");
            Files(result, input, output).Check(result);
        });
        command.SetAction(parsed => Run(parsed, error, pipes, language));
        return command;
    }

    /// <summary>What is written has one form, whatever that of the claims: a name of another would tell of it what is not so.</summary>
    private static void JsonLinesOnly(CommandResult result, string option, string? path)
    {
        if (path?.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) is true)
            result.AddError(
                $"{option} writes JSON Lines, and '{path}' is named as CSV. Name it {Path.ChangeExtension(path, ".jsonl")}.",
                $"{option} 写出 JSON Lines，而“{path}”的名称是 CSV。请改名为 {Path.ChangeExtension(path, ".jsonl")}。"
            );
    }

    private static CommandFiles Files(CommandResult result, string? input, string? output)
    {
        var problems = SideFile(StatedOption.Value(result, ErrorsFile), output);
        return new CommandFiles()
            .ReadsRulebook(result.GetValue(Folder))
            .Reads("--in", input)
            .Writes("--out", output)
            .Writes("--out", output is null ? null : BatchFile.Aside(output))
            .Writes("--errors", problems)
            .Writes("--errors", problems is null ? null : BatchFile.Aside(problems));
    }

    private static string? SideFile(string? stated, string? output) => stated ?? (output is null ? null : $"{output}.errors.jsonl");

    private static int Run(ParseResult parsed, TextWriter error, Pipes pipes, Language language)
    {
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
