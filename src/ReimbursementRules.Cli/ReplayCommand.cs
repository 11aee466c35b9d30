using System.CommandLine;
using System.Text;
using System.Text.Json;
using ReimbursementRules.Json;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>Makes settlements again from their own JSON, and says whether the same comes out.</summary>
internal static class ReplayCommand
{
    private static readonly Argument<string> Folder = RulebookArgument.Create();
    private static readonly Argument<string[]> Settlements = new("settlements")
    {
        HelpName = BothLanguages.Of("settlements", "结算"),
        Description = BothLanguages.Of(
            "Settlements in full: JSON of 'settle --format json', or JSON Lines of 'batch --full'.",
            "完整的结算：settle --format json 写出的 JSON，或 batch --full 写出的 JSON Lines。"
        ),
        Arity = ArgumentArity.OneOrMore,
    };
    private static readonly BilingualText WayOut = new(
        "Name a file that 'settle --format json' or 'batch --full' wrote.",
        "请给出 settle --format json 或 batch --full 写出的文件。"
    );
    private static readonly Option<string> Engine = EngineOption.Create();

    public static Command Create(TextWriter output, TextWriter error, Language language)
    {
        var command = new Command(
            "replay",
            BothLanguages.Of(
                "Settles again what settlements in JSON settled, and says whether the same comes out. Exit code 1 where it does not.",
                "按 JSON 结算重新结算，并说明结果是否相同。不同时退出码为 1。"
            )
        )
        {
            Folder,
            Settlements,
            Engine,
        };
        command.SetAction(parsed => Run(parsed, output, error, language));
        return command;
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error, Language language)
    {
        return new Guard(error, language).RunOverFiles(() =>
        {
            var rulebook = Rulebook.Load(parsed.GetRequiredValue(Folder), EngineOption.Of(parsed.GetValue(Engine)));
            var replays = new Replays(rulebook, output, language);
            var replayedOnce = new NamedOnce();
            foreach (var file in parsed.GetRequiredValue(Settlements))
                if (File.Exists(file) && !replayedOnce.IsNew(file))
                    replays.Repeated(file);
                else
                    foreach (var (line, text) in Texts(file))
                        replays.Tell(Path.GetFileName(file), line, text);
            return replays.End() ? CommandLine.Done : CommandLine.Failed;
        });
    }

    /// <summary>The settlements of a file: each line that is not blank where the first such line is one, else the whole file.</summary>
    private static IEnumerable<(int Line, string Text)> Texts(string file)
    {
        using var reader = new StreamReader(InputFile.Open(file, new BilingualText("settlements", "结算"), WayOut), Encoding.UTF8);
        var number = 0;
        var first = "";
        while (string.IsNullOrWhiteSpace(first) && reader.ReadLine() is { } blank)
            (number, first) = (number + 1, blank);
        if (!IsWhole(first))
        {
            yield return (0, new string('\n', Math.Max(0, number - 1)) + first + "\n" + reader.ReadToEnd());
            yield break;
        }

        yield return (number, first);
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return (number, line);
        }
    }

    private static bool IsWhole(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

/// <summary>Tells what came of each settlement, and at the end of them all.</summary>
internal sealed class Replays(Rulebook rulebook, TextWriter output, Language language)
{
    private const int MostTold = 20;

    private int _equal;
    private int _different;
    private int _unread;

    /// <param name="file">The name of the file.</param>
    /// <param name="line">The line of JSON Lines; 0 for a file of one settlement.</param>
    /// <param name="text">The settlement.</param>
    public void Tell(string file, int line, string text)
    {
        var at = line == 0 ? file : $"{file}:{line}";
        try
        {
            var replay = Replay.Of(rulebook, text);
            var other = replay.IsOtherText
                ? new BilingualText(" Another text of the rulebook made it.", "该结算由规则册的另一文本作出。")
                : new BilingualText("", "");
            if (replay.IsEqual)
            {
                _equal++;
                Write(at, new($"claim '{replay.ClaimId}': equal.{other.En}", $"单据“{replay.ClaimId}”：相同。{other.Zh}"));
                return;
            }

            _different++;
            Write(at, new($"claim '{replay.ClaimId}': differs.{other.En}", $"单据“{replay.ClaimId}”：不同。{other.Zh}"));
            foreach (var difference in replay.Differences.Take(MostTold))
                output.WriteLine($"  {difference.Text.In(language)}");
            if (replay.Differences.Length - MostTold is > 0 and var more)
                output.WriteLine($"  {new BilingualText($"{more} more.", $"另有 {more} 处。").In(language)}");
        }
        catch (InputException e)
        {
            _unread++;
            foreach (var problem in e.Problems)
                output.WriteLine(
                    (problem with { Place = line == 0 ? problem.Place with { File = file } : new(file, line, problem.Place.Column) }).In(
                        language
                    )
                );
        }
    }

    /// <summary>Tells that a file was named before.</summary>
    public void Repeated(string file) => Write(file, new("replayed above, and counted once.", "上文已重算，只计一次。"));

    /// <summary>The sums of all; true where all are equal.</summary>
    public bool End()
    {
        output.WriteLine(
            new BilingualText(
                $"{_equal} equal, {_different} different, {_unread} not made again.",
                $"相同 {_equal} 张，不同 {_different} 张，未能重算 {_unread} 张。"
            ).In(language)
        );
        return _different + _unread == 0 && _equal > 0;
    }

    private void Write(string at, BilingualText text) => output.WriteLine($"{at}: {text.In(language)}");
}
