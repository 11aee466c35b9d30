using System.CommandLine;
using System.Globalization;
using ReimbursementRules.Checks;
using ReimbursementRules.Mutants;
using ReimbursementRules.Values;
using Spectre.Console;

namespace ReimbursementRules.Cli;

/// <summary>Looks whether the cases of rulebooks notice what could be wrong in their files, and tells it.</summary>
/// <param name="error">Shows how far the work is, on a terminal.</param>
/// <param name="language">The language.</param>
/// <param name="sample">How many mutants of each rulebook are looked at; null for all.</param>
/// <param name="file">The file that takes the cases; null for none.</param>
/// <param name="failUnder">The least score that is asked, in percent; null for none.</param>
internal sealed class MutantWork(TextWriter error, Language language, int? sample, string? file, decimal? failUnder)
{
    /// <summary>Changes the files in memory.</summary>
    public static readonly Option<bool> Mutants = new("--mutants")
    {
        Description = BothLanguages.Of(
            "Changes the files in memory, one thing at a time (a cent, a day, a row, a word), and tells which changes no case "
                + "notices, each with a small claim that would show it, as a case.",
            "在内存中逐处改动文件（一分、一日、一行、一个词），说明哪些改动没有用例发现，并各给出一件能发现它的简短单据，写成用例。"
        ),
    };

    /// <summary>How many changes are looked at.</summary>
    public static readonly Option<int?> Sample = new("--sample")
    {
        HelpName = BothLanguages.Of("NUMBER", "数量"),
        Description = BothLanguages.Of(
            "With --mutants: looks at so many changes of each rulebook, always the same.",
            "与 --mutants 同用：每个规则册只抽查这么多处改动，每次相同。"
        ),
    };

    /// <summary>Takes the cases.</summary>
    public static readonly Option<string?> WriteCases = FileOption.Create(
        "--write-cases",
        "With --mutants of one rulebook: writes the cases to a file, each marked 'unsigned: true'.",
        "与 --mutants 同用于一个规则册：将用例写入文件，各注明 unsigned: true。"
    );

    /// <summary>The least score.</summary>
    public static readonly Option<decimal?> FailUnder = new("--mutants-fail-under")
    {
        HelpName = BothLanguages.Of("PERCENT", "百分数"),
        Description = BothLanguages.Of(
            "With --mutants: fails where fewer changes of all the rulebooks together are noticed: a percentage from 0 to 100.",
            "与 --mutants 同用：全部规则册合计被发现的改动少于此数时不通过：0 至 100 的百分数。"
        ),
        CustomParser = Percentages.Parse,
    };

    private MutantScore _total = new("", 0, 0, 0, 0);
    private int _rulebooks;
    private string _cases = "";

    /// <summary>Refuses options that say nothing without the other.</summary>
    public static void Check(System.CommandLine.Parsing.CommandResult result)
    {
        if (
            !StatedOption.Value(result, Mutants)
            && (
                StatedOption.IsGiven(result, Sample)
                || StatedOption.Value(result, WriteCases) is not null
                || StatedOption.IsGiven(result, FailUnder)
            )
        )
            result.AddError(
                "--sample, --write-cases and --mutants-fail-under belong to --mutants. Add it.",
                "--sample、--write-cases 和 --mutants-fail-under 须与 --mutants 同用。请加上。"
            );
        if (StatedOption.Is(result, Sample, sample => sample < 1))
            result.AddError("--sample: look at one change at least.", "--sample：至少抽查一处改动。");
        if (StatedOption.Value(result, WriteCases) is { } path && File.Exists(path))
            result.AddError(
                $"--write-cases: '{path}' is there already, and may hold cases that were worked out by hand. Name a new file, or move "
                    + "that one.",
                $"--write-cases：“{path}”已存在，其中可能有手工核算的用例。请写新文件名，或移走该文件。"
            );
    }

    public static MutantWork? Of(ParseResult parsed, TextWriter error, Language language) =>
        parsed.GetValue(Mutants)
            ? new(error, language, parsed.GetValue(Sample), parsed.GetValue(WriteCases), parsed.GetValue(FailUnder))
            : null;

    /// <summary>Looks at a rulebook, unless its cases fail as it is.</summary>
    public void Add(CheckReport check, CheckSheet sheet)
    {
        if (_rulebooks++ > 0 && file is not null)
            throw new SeveralRulebooksException();
        if (check.Problems.Count > 0 || !check.Cases.All(result => result.Passed))
        {
            sheet.Note(
                check.Problems.Count > 0
                    ? new("  mutants: none looked at, for the problems above", "  改错：因上述问题未检查")
                    : new("  mutants: none looked at, since cases fail", "  改错：用例未通过，未检查"),
                "yellow"
            );
            return;
        }

        var report = MutantBar.Show(
            error,
            language,
            told =>
                MutantCheck.Run(
                    check.Folder,
                    new()
                    {
                        Sample = sample,
                        Workers = Environment.ProcessorCount,
                        Language = language,
                        Progress = told,
                    }
                )
        );
        _total = Plus(_total, report.Total);
        sheet.Note(new($"  mutants: {Counted(report.Total).En}", $"  改错：{Counted(report.Total).Zh}"), "bold");
        if (sample is not null)
            sheet.Note(
                new(
                    $"    looked at {All(report.Total)} of {report.Mutants} {(report.Mutants == 1 ? "change" : "changes")}",
                    $"    抽查 {report.Mutants} 处改动中的 {All(report.Total)} 处"
                ),
                ""
            );
        foreach (var one in report.Files)
            sheet.Note(
                new($"    {one.File}: {Counted(one).En}", $"    {one.File}：{Counted(one).Zh}"),
                one.Survived == 0 ? "green" : "yellow"
            );
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var survivor in report.Survivors)
            Tell(survivor, survivor.Case is { } one && !written.Add(one), sheet);
    }

    /// <summary>What came of all of them.</summary>
    public void End(CheckSheet sheet)
    {
        if (_rulebooks > 1)
            sheet.Note(new($"mutants: {Counted(_total).En}", $"改错：{Counted(_total).Zh}"), "bold");
        Demand(sheet);
        if (file is null)
            return;
        if (_cases.Length == 0)
            sheet.Note(new($"no case to write: {file} is left as it is", $"没有可写的用例：未改动 {file}"), "yellow");
        else
            OutputFile.Write(file, _cases, "--write-cases");
    }

    /// <summary>The exact share counts, not the one that is shown; where there is nothing to score, nothing is missing.</summary>
    private void Demand(CheckSheet sheet)
    {
        if (failUnder is not { } percent)
            return;
        var isReached = _total.IsAtLeast(percent);
        sheet.Demand(isReached);
        var asked = percent.ToString(CultureInfo.InvariantCulture);
        if (!isReached)
            sheet.Note(
                new(
                    $"the score of mutants is below {asked}%, which --mutants-fail-under asks",
                    $"改错得分低于 --mutants-fail-under 要求的 {asked}%"
                ),
                "yellow"
            );
    }

    /// <param name="survivor">The survivor.</param>
    /// <param name="isTold">Whether its case was told for another.</param>
    /// <param name="sheet">Takes the lines.</param>
    private void Tell(Survivor survivor, bool isTold, CheckSheet sheet)
    {
        if (survivor.IsEqual)
            return;
        var told = survivor switch
        {
            { Case: not null } when isTold => new BilingualText("the case above would notice it too", "上述用例同样可以发现"),
            { Case: not null } => new("this case would notice it", "以下用例可以发现"),
            { Tried: 0 } => new(
                "no ready case: no claim is settled by this file; write a case of its own kind",
                "没有现成用例：本文件不用于结算单据；请编写其自身类型的用例"
            ),
            _ => new(
                $"no claim found that tells them apart ({survivor.Tried} tried)",
                $"未找到可区分两者的单据（已试 {survivor.Tried} 张）"
            ),
        };
        sheet.Note(
            new($"  {survivor.Place}: {survivor.Change.En}; {told.En}", $"  {survivor.Place}：{survivor.Change.Zh}；{told.Zh}"),
            "yellow"
        );
        if (survivor.Case is not { } one || isTold)
            return;
        foreach (var line in one.TrimEnd('\n').Split('\n'))
            sheet.Note(new($"    {line}", $"    {line}"), "");
        _cases += one + "\n";
    }

    private static int All(MutantScore score) => score.Killed + score.Survived + score.Equal + score.Refused;

    private static MutantScore Plus(MutantScore one, MutantScore other) =>
        new("", one.Killed + other.Killed, one.Survived + other.Survived, one.Equal + other.Equal, one.Refused + other.Refused);

    private static BilingualText Counted(MutantScore score)
    {
        var (en, zh) = (score.Score?.ToString() ?? "nothing to score", score.Score?.ToString() ?? "无可计分");
        return new(
            $"{en}; killed {score.Killed}, survived {score.Survived}, proved equal {score.Equal}, refused by the loader {score.Refused}",
            $"{zh}；被发现 {score.Killed}，未发现 {score.Survived}，已证明等同 {score.Equal}，加载时拒绝 {score.Refused}"
        );
    }
}

/// <summary>Cases of several rulebooks cannot stand in one file.</summary>
internal sealed class SeveralRulebooksException()
    : CommandException(
        new BilingualText(
            "--write-cases: the folder holds several rulebooks, whose cases cannot stand in one file. Name one of them.",
            "--write-cases：文件夹中有多个规则册，其用例不能写入同一文件。请给出其中之一。"
        )
    );

/// <summary>Shows how many mutants are looked at, where someone looks: on a terminal, and nowhere else.</summary>
internal static class MutantBar
{
    public static MutantReport Show(TextWriter error, Language language, Func<IProgress<MutantProgress>?, MutantReport> work)
    {
        var terminal = new AnsiConsoleOutput(error);
        if (!terminal.IsTerminal)
            return work(null);
        var words = new BilingualText("mutants", "改错").In(language);
        return AnsiConsole
            .Create(new() { Out = terminal })
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => work(new Bar(context.AddTask(words), words)));
    }

    private sealed class Bar(ProgressTask task, string words) : IProgress<MutantProgress>
    {
        public void Report(MutantProgress value)
        {
            task.MaxValue = value.Of;
            task.Value = value.Done;
            task.Description = $"{value.Done.ToString("N0", CultureInfo.InvariantCulture)} {words}";
        }
    }
}
