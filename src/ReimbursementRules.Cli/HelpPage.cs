using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using ReimbursementRules.Values;
using Spectre.Console;

namespace ReimbursementRules.Cli;

/// <summary>Writes how a command is used, in one language.</summary>
/// <remarks>The parser's own page speaks the language of the culture, which this program does not have, and takes a Chinese character for
/// one column.</remarks>
internal sealed class HelpPage(Language language) : SynchronousCommandLineAction
{
    private const string Indent = "  ";

    private const string Opening = "（“《";
    private const string Closing = "，。：；、）”》？！…";

    /// <summary>A narrower column says nothing any more.</summary>
    private const int Narrowest = 30;

    /// <summary>Whoever asks how a command is used need not use it right.</summary>
    public override bool ClearsParseErrors => true;

    /// <summary>Lets a command line show its help and its version in a language.</summary>
    public static void On(RootCommand root, Language language)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpPage(language);
        help.Description = BothLanguages.Of("Shows how a command is used.", "显示命令的用法。");
        root.Options.OfType<VersionOption>().Single().Description = BothLanguages.Of("Shows the version.", "显示版本。");
    }

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var terminal = new AnsiConsoleOutput(output);
        foreach (var line in Lines(parseResult.CommandResult.Command, terminal.IsTerminal ? terminal.Width : int.MaxValue))
            output.WriteLine(line);
        return CommandLine.Done;
    }

    /// <summary>The lines of a page.</summary>
    /// <param name="command">The command.</param>
    /// <param name="width">How many columns a line may have.</param>
    public IEnumerable<string> Lines(Command command, int width)
    {
        var about = Say(command.Description).Split('\n').SelectMany(line => Wrapped(line, width - Indent.Length));
        Command[] path = [.. command.Parents.OfType<Command>().Take(1), command];
        var names = path.Select(one => one is RootCommand root ? root.HelpName ?? root.Name : one.Name);
        string[] usage =
        [
            .. names,
            .. command.Arguments.Select(Usage),
            .. command.Subcommands.Count > 0 ? (string[])[Say("[command]", "[命令]")] : [],
            Say("[options]", "[选项]"),
        ];
        var options = command.Options.Concat(path[0].Options.Where(option => option.Recursive)).Distinct();
        return Section(Say("Description", "说明"), about)
            .Concat(Section(Say("Usage", "用法"), [string.Join(' ', usage)]))
            .Concat(Section(Say("Arguments", "参数"), Rows(command.Arguments.Select(one => (Shown(one), Say(one.Description))), width)))
            .Concat(Section(Say("Options", "选项"), Rows(options.Select(one => (Shown(one), Said(one))), width)))
            .Concat(Section(Say("Commands", "命令"), Rows(command.Subcommands.Select(one => (Shown(one), Short(one))), width)));
    }

    private IEnumerable<string> Section(string title, IEnumerable<string> lines) =>
        lines.Select(line => (Indent + line).TrimEnd()).ToList() is { Count: > 0 } all ? [title + Say(":", "："), .. all, ""] : [];

    private static IEnumerable<string> Rows(IEnumerable<(string Shown, string Said)> rows, int width)
    {
        var all = rows.ToList();
        var first = all.Select(row => row.Shown.GetCellWidth()).DefaultIfEmpty().Max() + Indent.Length;
        foreach (var (shown, said) in all)
        foreach (var (i, line) in Wrapped(said, Math.Max(Narrowest, width - first - Indent.Length)).Index())
            yield return (i == 0 ? shown : "") + new string(' ', first - (i == 0 ? shown.GetCellWidth() : 0)) + line;
    }

    /// <summary>Breaks a text into lines: at spaces and between Chinese characters, but not before what closes.</summary>
    private static IEnumerable<string> Wrapped(string text, int width)
    {
        var from = 0;
        while (text[from..].GetCellWidth() > width)
        {
            var (end, cut) = (from, from);
            for (var columns = 0; columns + Width(text[end]) <= width; end++)
            {
                columns += Width(text[end]);
                if (MayBreakAfter(text, end))
                    cut = end + 1;
            }

            cut = cut == from ? end : cut;
            yield return text[from..cut].Trim();
            from = cut;
        }

        yield return from == 0 ? text : text[from..].TrimStart();
    }

    private static bool MayBreakAfter(string text, int at) =>
        text[at] == ' '
        || (Width(text[at]) == 2 && !Opening.Contains(text[at]) && !Closing.Contains(text[at + 1]))
        || (Width(text[at + 1]) == 2 && !Closing.Contains(text[at + 1]));

    private static int Width(char character) => character.ToString().GetCellWidth();

    /// <summary>What a command does, without what follows on its own page.</summary>
    private string Short(Command command) =>
        Say(command.Description).Split("\n\n")[0].Replace("\n", Say(" ", ""), StringComparison.Ordinal);

    private string Shown(Command command) => string.Join(' ', [command.Name, .. command.Arguments.Select(Shown)]);

    private string Shown(Argument argument) => $"<{Say(argument.HelpName ?? argument.Name)}>";

    private string Usage(Argument argument) => Shown(argument) + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : "");

    private string Shown(Option option)
    {
        // The parser also takes the old names of Windows, /? and /h.
        var names = string.Join(", ", option.Aliases.Where(name => name[0] == '-').Order(StringComparer.Ordinal).Append(option.Name));
        var value =
            option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) ? ""
            : option.HelpName is { } name ? $" <{Say(name)}>"
            : $" <{string.Join('|', option.GetCompletions(CompletionContext.Empty).Select(one => one.Label))}>";
        return names + value + (option.Required ? Say(" (REQUIRED)", "（必填）") : "");
    }

    private string Said(Option option) =>
        option.HasDefaultValue && option.ValueType != typeof(bool)
            ? $"{Say(option.Description)}{Say(" [default: ", "[默认：")}{Default(option)}]"
            : Say(option.Description);

    private static string Default(Option option) => Convert.ToString(option.GetDefaultValue(), CultureInfo.InvariantCulture) ?? "";

    private string Say(string? both) => BothLanguages.In(both ?? "", language);

    private string Say(string en, string zh) => language == Language.Chinese ? zh : en;
}
