using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>What the parser says of a command line that it cannot read, in Chinese too.</summary>
/// <remarks>The parser has such texts in files of its own for each culture. They are not had in a program without cultures, nor in one
/// that is compiled ahead of time.</remarks>
internal static partial class ParserErrors
{
    /// <summary>Each text as the parser has it, and in Chinese.</summary>
    public static IReadOnlyList<BilingualText> Texts { get; } =
    [
        new("Required command was not provided.", "缺少命令。"),
        new("Unrecognized command or argument '{0}'.", "无法识别的命令或参数“{0}”。"),
        new("Required argument '{0}' missing for command: '{1}'.", "命令“{1}”缺少参数“{0}”。"),
        new("Required argument missing for option: '{0}'.", "选项“{0}”缺少值。"),
        new("Option '{0}' is required.", "缺少选项“{0}”。"),
        new("Option '{0}' expects a single argument but {1} were provided.", "选项“{0}”只能有一个值，但给出了 {1} 个。"),
        new("Argument '{0}' not recognized. Must be one of:{1}", "无法识别“{0}”。可用：{1}。"),
        new("Cannot parse argument '{0}' for option '{1}' as expected type '{2}'.", "选项“{1}”的值“{0}”无法读取，应为{2}。"),
        new("Cannot parse argument '{0}' for command '{1}' as expected type '{2}'.", "命令“{1}”的参数“{0}”无法读取，应为{2}。"),
        new("Cannot parse argument '{0}' as expected type '{1}'.", "参数“{0}”无法读取，应为{1}。"),
        new("{0} option cannot be combined with other arguments.", "选项“{0}”不能与其他参数同时使用。"),
    ];

    private static readonly (Regex English, string Chinese)[] Known = [.. Texts.Select(text => (Pattern(text.En), text.Zh))];

    /// <summary>What is told of an error: a text of a command as it stands, or the parser's own; where that is not known, in
    /// English.</summary>
    /// <param name="error">The error.</param>
    /// <param name="command">The command that is asked for; errors name its arguments.</param>
    /// <param name="language">The language.</param>
    public static string In(ParseError error, Command command, Language language)
    {
        var told = command
            .Arguments.Where(argument => argument.HelpName is not null)
            .Aggregate(
                error.Message,
                (text, argument) =>
                    text.Replace(argument.HelpName!, BothLanguages.In(argument.HelpName!, language), StringComparison.Ordinal)
            );
        var text = BothLanguages.In(told, language);
        return language == Language.Chinese && text == told ? Chinese(told) : text;
    }

    private static string Chinese(string told)
    {
        foreach (var (english, chinese) in Known)
            if (english.Match(told) is { Success: true } match)
                return string.Format(
                    CultureInfo.InvariantCulture,
                    chinese,
                    [.. match.Groups.Values.Skip(1).Select(group => Part(group.Value))]
                );
        return told;
    }

    /// <summary>What stands in a text: words to choose from, a kind of value, or what was written.</summary>
    private static string Part(string part) =>
        Choice().IsMatch(part) ? string.Join('、', Quoted().Matches(part).Select(one => one.Groups["word"].Value))
        : part is "System.Int32" or "System.Nullable`1[System.Int32]" ? "整数"
        : part == "System.Boolean" ? " true 或 false"
        : part;

    private static Regex Pattern(string text) =>
        new(
            $"^{Placeholder().Replace(Regex.Escape(text), "(.*)")}$",
            RegexOptions.Singleline | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );

    [GeneratedRegex(@"\\\{[0-9]}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    /// <summary>Words to choose from, a line each.</summary>
    [GeneratedRegex("^(\\r?\\n\\t'.*')+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Choice();

    [GeneratedRegex("'(?<word>.*)'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
