using System.CommandLine;
using System.CommandLine.Parsing;
using ReimbursementRules.Skeletons;
using ReimbursementRules.Values;
using Spectre.Console;

namespace ReimbursementRules.Cli;

/// <summary>Makes the folder of a city's rulebook from answers to questions.</summary>
internal static class NewCommand
{
    private static readonly Argument<string?> Folder = new("folder")
    {
        HelpName = BothLanguages.Of("folder", "文件夹"),
        Arity = ArgumentArity.ZeroOrOne,
        Description = BothLanguages.Of(
            "The folder of the new rulebook, which is not there yet or is empty.",
            "新规则册的文件夹，尚不存在或为空。"
        ),
    };
    private static readonly Option<string?> Answers = FileOption.Create(
        "--answers",
        "Takes the answers, or some of them, from a file: one line each, the name of the question and the answer.",
        "从文件读取全部或部分回答：每行一个问题名称及其回答。"
    );
    private static readonly Option<string?> WriteAnswers = FileOption.Create(
        "--write-answers",
        "Writes all questions with their answers, or what is offered, to a file to be edited, and makes no folder.",
        "将全部问题及其回答（或可采用的值）写入文件供编辑，不建立文件夹。"
    );

    /// <summary>The command.</summary>
    /// <param name="output">Takes what was done.</param>
    /// <param name="error">Takes what is wrong.</param>
    /// <param name="terminal">Where questions are asked; null where nobody is there to answer.</param>
    /// <param name="language">The language of questions, files and problems.</param>
    public static Command Create(TextWriter output, TextWriter error, Func<IAnsiConsole?> terminal, Language language)
    {
        var command = new Command(
            "new",
            BothLanguages.Of(
                "Makes the rulebook of a city from answers to questions: all files, with references to fill in and cases to sign.",
                "按问答建立一个城市的规则册：全部文件，依据待填写，用例待签字。"
            )
        )
        {
            Folder,
            Answers,
            WriteAnswers,
        };
        command.Validators.Add(Check);
        command.SetAction(parsed => new Guard(error, language).Run(() => Run(parsed, output, error, terminal, language)));
        return command;
    }

    private static void Check(CommandResult result)
    {
        var (folder, file) = (result.GetValue(Folder), StatedOption.Value(result, WriteAnswers));
        new CommandFiles().Reads("--answers", StatedOption.Value(result, Answers)).Writes("--write-answers", file).Check(result);
        if (folder is null && file is null)
            result.AddError(
                "Name the folder of the new rulebook, or a file for the questions with --write-answers.",
                "请给出新规则册的文件夹，或用 --write-answers 给出问题文件。"
            );
        if (folder is not null && file is null && NewFolder.Refusal(folder) is { } refusal)
            result.AddError(refusal.En, refusal.Zh);
        if (file is not null && File.Exists(file))
            result.AddError(
                $"--write-answers: '{file}' is there already, and may hold answers. Name a new file, or move that one.",
                $"--write-answers：“{file}”已存在，其中可能有回答。请换一个文件名，或移走该文件。"
            );
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error, Func<IAnsiConsole?> terminal, Language language)
    {
        var folder = parsed.GetValue(Folder);
        var answers = parsed.GetValue(Answers) is { } given ? CityAnswers.Load(given) : CityAnswers.None;
        TellIdle(answers, error, language);
        answers = Named(answers, folder);
        if (parsed.GetValue(WriteAnswers) is { } file)
        {
            OutputFile.Write(file, answers.Write(language), "--write-answers");
            return CommandLine.Done;
        }

        if (answers.Missing.Count > 0)
        {
            if (terminal() is not { } console)
                return Tell(answers.Missing, error, language);
            answers = new Questionnaire(console, language).Ask(answers);
        }

        var files = CitySkeleton.Files(answers, language);
        NewFolder.Write(folder!, files);
        Tell(folder!, files.Where(file => !file.Key.StartsWith('.')).Select(file => file.Value), output, language);
        return CommandLine.Done;
    }

    /// <summary>Says which answers are left out because their benefit is switched off.</summary>
    private static void TellIdle(CityAnswers answers, TextWriter error, Language language)
    {
        foreach (var idle in answers.Idle.GroupBy(question => answers.NotAskedFor(question.Name)!.Value))
        {
            var ((name, word), names) = (idle.Key, string.Join(", ", idle.Select(question => question.Name)));
            error.WriteLine(
                new BilingualText(
                    $"Left out, since '{name}' is '{answers[name]}': {names}. They count once '{name}' has '{word}'.",
                    $"因“{name}”是“{answers[name]}”，以下回答未采用：{names}。“{name}”包含“{word}”时才采用。"
                ).In(language)
            );
        }
    }

    /// <summary>The rulebook is named like its folder, where that can be its name and nothing else is said.</summary>
    private static CityAnswers Named(CityAnswers answers, string? folder)
    {
        var name = folder is null ? "" : Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return !answers.IsGiven("id") && CitySkeleton.Questions.Single(question => question.Name == "id").Check(name).Count == 0
            ? answers.With("id", name)
            : answers;
    }

    private static int Tell(IReadOnlyList<CityQuestion> missing, TextWriter error, Language language)
    {
        foreach (var question in missing)
            error.WriteLine(
                new BilingualText(
                    $"{question.Name}: {question.Title.En}; offered: {question.Default}",
                    $"{question.Name}：{question.Title.Zh}；可采用 {question.Default}"
                ).In(language)
            );
        error.WriteLine(
            new BilingualText(
                $"{missing.Count} questions have no answer, and there is no terminal to ask. Nothing was written. --write-answers FILE "
                    + "writes them with what is offered; edit that file and hand it in with --answers FILE.",
                $"{missing.Count} 个问题没有回答，且没有终端可供提问。未写入任何文件。--write-answers FILE 可写出这些问题及可采用的值；"
                    + "编辑后用 --answers FILE 交回。"
            ).In(language)
        );
        return CommandLine.Misused;
    }

    private static void Tell(string folder, IEnumerable<string> texts, TextWriter output, Language language)
    {
        string[] all = [.. texts];
        var cases = all.Sum(text => text.Split("  unsigned: true\n").Length - 1);
        var open = all.Sum(text => text.Split("（待填写：").Length - 1);
        foreach (
            var line in (BilingualText[])
                [
                    new(
                        $"{folder}: {all.Length} files, {open} references to fill in, {cases} cases to sign.",
                        $"{folder}：{all.Length} 个文件，{open} 处依据待填写，{cases} 个用例待签字。"
                    ),
                    new($"Next: reimburse check {folder}", $"下一步：reimburse check {folder}"),
                ]
        )
            output.WriteLine(line.In(language));
    }
}
