using System.Collections;
using System.CommandLine;
using System.Globalization;
using System.Resources;
using ReimbursementRules.Cli;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Cli;

/// <summary>What the program says of a command line that it cannot follow is in both languages.</summary>
public sealed class MisuseTests : IDisposable
{
    private static readonly string Stay = CliRun.Claim("level-two-stay.yaml");

    private readonly string _folder = Directory.CreateTempSubdirectory("misuse-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Each misuse, with R for a rulebook, C for a claim, F for a file that is there, and what is said of it in Chinese.</summary>
    [Theory]
    [InlineData("", "缺少命令。")]
    [InlineData("weigh", "缺少命令。\n无法识别的命令或参数“weigh”。")]
    [InlineData("settle", "命令“settle”缺少参数“规则册”。\n命令“settle”缺少参数“单据”。")]
    [InlineData("settle R C more", "无法识别的命令或参数“more”。")]
    [InlineData("settle R C --colour red", "无法识别的命令或参数“--colour”。\n无法识别的命令或参数“red”。")]
    [InlineData("settle R C --lang fr --lang zh", "选项“--lang”只能有一个值，但给出了 2 个。")]
    [InlineData("settle R C --engine fast", "无法识别“fast”。可用：nrules、grid。")]
    [InlineData("settle R C --format pdf", "无法识别“pdf”。可用：text、json、html。")]
    [InlineData("settle R C --date 2020-13-01", "“2020-13-01”不是日期，请写成 2020-12-31 的形式。")]
    [InlineData("settle R C --out", "选项“--out”缺少值。")]
    [InlineData("settle R C --out C", "--out 会覆盖“C”。请换一个文件名。")]
    [InlineData("settle R C --history F --out F", "--out 会覆盖 --history。请换一个文件名。")]
    [InlineData(
        "settle R C --out /dev/stdout",
        "--out：“/dev/stdout”是管道、设备等，不能由文件替换。请给出文件名，或删去 --out 并重定向标准输出。"
    )]
    [InlineData("settle R C --out R/new.yaml", "--out：“R/new.yaml”属于规则册文件夹。请写规则册文件夹之外的文件。")]
    [InlineData("--version settle", "选项“--version”不能与其他参数同时使用。")]
    [InlineData("check", "命令“check”缺少参数“文件夹”。")]
    [InlineData("check R --fail-under 101", "“101”不是 0 至 100 的百分数。请不带百分号，如 95 或 97.5。")]
    [InlineData("check R --sample 3", "--sample、--write-cases 和 --mutants-fail-under 须与 --mutants 同用。请加上。")]
    [InlineData("check R --mutants --sample 0", "--sample：至少抽查一处改动。")]
    [InlineData("check R --mutants --sample x", "选项“--sample”的值“x”无法读取，应为整数。")]
    [InlineData("check R --mutants --write-cases F", "--write-cases：“F”已存在，其中可能有手工核算的用例。请写新文件名，或移走该文件。")]
    [InlineData("check R --lcov N --cobertura N", "--cobertura 与 --lcov 是同一文件“N”。请为其一换一个文件名。")]
    [InlineData("rules R --graph N", "--graph：“N”不以 .dot、.gv（Graphviz）或 .dgml 结尾。请用文件名指明格式。")]
    [InlineData("rules R --graph N.dot --table x", "--graph 绘出全部表：请删去 --table。")]
    [InlineData("targets R --figures F", "--figures 只用于已结算的单据。请给出 batch --out 文件 --full 写出的文件。")]
    [InlineData("replay R", "命令“replay”缺少参数“结算”。")]
    [InlineData("solve R C", "缺少选项“--for”。")]
    [InlineData("solve R C --for half", "“half”没有说明应得的结果，请写成 patient=6950.00 的形式。")]
    [InlineData("solve R C --for patient=1 --from x", "“x”不是金额，请写成 20000.00 的形式。")]
    [InlineData("curve R C --item 0", "“0”不是项目。请写序号（从 1 起）或 bill。")]
    [InlineData("curve R C --csv C", "--csv 会覆盖单据文件。请换一个文件名。")]
    [InlineData("prove R --verify F --budget 3", "--verify 的一切取自证明文件，且不写出证明：请删去 --out、--budget 和 --up-to。")]
    [InlineData("prove R --budget 0", "--budget 和 --up-to 应大于 0。")]
    [InlineData("contract R", "命令“contract”缺少参数“年度”。")]
    [InlineData("contribution R", "命令“contribution”缺少参数“缴费人”。")]
    [InlineData("compare R", "只有一个规则册时，比较它在两个日期的规定：请加 --on 日期 --with 日期，或给出第二个规则册。")]
    [InlineData("compare R R --with 2020-01-01", "--with 还需要另一日期：请加 --on 日期。")]
    [InlineData("compare R R --prove --html N", "--prove 自行生成单据，只写出文本：请删去 --claims、--html 和 --json。")]
    [InlineData("compare R R --budget 3", "--budget 和 --up-to 须与 --prove 同用：请加上 --prove，或删去这两项。")]
    [InlineData("compare R R --printed 2026-01-02", "--printed 只用于网页：请加上 --html 文件，或删去 --printed。")]
    [InlineData("settle R C --printed 2026-01-02", "--printed 只用于网页：请加上 --format html，或删去 --printed。")]
    [InlineData("compare R R --prove --budget 0", "--budget 和 --up-to 应大于 0。")]
    [InlineData("batch R --parallel 0", "“0”不是 1 至 1024 的人数。")]
    [InlineData("batch R --out settled.csv", "--out 写出 JSON Lines，而“settled.csv”的名称是 CSV。请改名为 settled.jsonl。")]
    [InlineData("batch R --errors bad.CSV", "--errors 写出 JSON Lines，而“bad.CSV”的名称是 CSV。请改名为 bad.jsonl。")]
    [InlineData("batch R --resume", "--resume 需要可续写的文件：请加 --out 文件。")]
    public void Misuse_InChinese_HasNoEnglishWord(string args, string said)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(said);
        var file = Path.Combine(_folder, "there.txt");
        File.WriteAllText(file, "there");
        var names = new Dictionary<string, string>
        {
            ["R"] = CliRun.District,
            ["C"] = Stay,
            ["F"] = file,
            ["N"] = Path.Combine(_folder, "new"),
        };
        string Placed(string word) => names.TryGetValue(word.Split('.', '/')[0], out var path) ? path + word[1..] : word;
        string[] words = [.. args.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Placed)];
        var run = CliRun.Of([.. words.Contains("--lang") ? [] : (string[])["--lang", "zh"], .. words]);
        run.Code.ShouldBe(2, run.Error);
        var told = names.Aggregate(run.Error, (text, name) => text.Replace(name.Value, name.Key, StringComparison.Ordinal));
        told.ShouldBe($"{said}\n加 --help 可查看命令的用法。\n");
        ChineseOnly.EnglishIn(told).ShouldBeEmpty();
        ChineseOnly.HalfWidthIn(told).ShouldBeEmpty();
    }

    /// <summary>An option without a value is told by the parser, while the checks of the whole command run too.</summary>
    [Theory]
    [MemberData(nameof(OptionsWithAValue))]
    public void Option_WithoutItsValue_IsAUsageError(string command, string option)
    {
        var files = command switch
        {
            "settle" or "solve" or "curve" => [CliRun.District, Stay],
            "new" => ["lakeside"],
            "batch" or "rules" or "prove" or "check" => (string[])[CliRun.District],
            _ => [CliRun.District, CliRun.District],
        };
        var run = CliRun.Of([command, .. files, option]);
        run.Code.ShouldBe(2);
        run.Error.ShouldContain(option);
    }

    public static TheoryData<string, string> OptionsWithAValue()
    {
        var data = new TheoryData<string, string>();
        foreach (var command in CommandLine.Root(TextWriter.Null, TextWriter.Null, Pipes.OfProcess, Language.English).Subcommands)
        foreach (var option in command.Options.Where(option => option.Arity.MinimumNumberOfValues > 0))
            data.Add(command.Name, option.Name);
        return data;
    }

    /// <summary>Every text of the parser is known, or cannot come here: no response files, no files that it opens, no text of a culture,
    /// no help or suggestions of its own.</summary>
    [Fact]
    public void Texts_OfTheParser_AreKnown()
    {
        string[] never =
        [
            "ResponseFileNotFound",
            "ErrorReadingResponseFile",
            "FileOrDirectoryDoesNotExist",
            "DirectoryDoesNotExist",
            "FileDoesNotExist",
            "InvalidCharactersInFileName",
            "InvalidCharactersInPath",
            "ExceptionHandlerHeader",
            "SuggestionsTokenNotMatched",
            "ArgumentConversionCannotParseForOption_Completions",
            "ArgumentConversionCannotParseForCommand_Completions",
        ];
        var parser = typeof(Command).Assembly;
        var texts = new ResourceManager("System.CommandLine.Properties.Resources", parser);
        var known = ParserErrors.Texts.Select(text => text.En).ToHashSet();
        var all = texts
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<DictionaryEntry>()
            .ToList();
        all.Where(text => !known.Contains((string)text.Value!))
            .Select(text => (string)text.Key)
            .Where(key => !key.StartsWith("Help", StringComparison.Ordinal) && key != "VersionOptionDescription")
            .Except(never)
            .ShouldBeEmpty();
        known.Except(all.Select(text => (string)text.Value!)).ShouldBeEmpty();
    }
}
