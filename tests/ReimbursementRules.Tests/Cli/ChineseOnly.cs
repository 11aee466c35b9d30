using System.Text.RegularExpressions;

namespace ReimbursementRules.Tests.Cli;

/// <summary>Looks for what is no Chinese in what the program says in Chinese.</summary>
internal static partial class ChineseOnly
{
    /// <summary>Names that are the same in every language: of the program, of forms and formats, and of other programs.</summary>
    private static readonly HashSet<string> Names =
    [
        "reimburse",
        "testhost",
        "YAML",
        "JSON",
        "Lines",
        "CSV",
        "SVG",
        "DGML",
        "XML",
        "Cobertura",
        "Rete",
        "Graphviz",
        "Visual",
        "Studio",
        "lcov",
        "A",
        "B",
    ];

    /// <summary>Words that are written as they stand in a command line, a claim or a file: commands, values of options, and keys.</summary>
    private static readonly HashSet<string> Written =
    [
        "en",
        "zh",
        "grid",
        "nrules",
        "text",
        "json",
        "jsonl",
        "csv",
        "yaml",
        "html",
        "yyyy-MM-dd",
        "new",
        "schema",
        "settle",
        "check",
        "rules",
        "targets",
        "replay",
        "solve",
        "curve",
        "prove",
        "contract",
        "contribution",
        "compare",
        "batch",
        "bill",
        "patient",
        "cash",
        "account",
        "hospital",
        "poverty",
        "age",
        "id",
        "discharged",
        "unsigned",
        "true",
        "false",
        "null",
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
    ];

    /// <summary>What is left of a text without what it quotes, what files write in brackets after its Chinese name, conditions and lists of
    /// what is known as files write them, addresses, numbers of signs and sources, options, words with a dot such as keys and names of
    /// files, and what may stand as it is.</summary>
    public static IReadOnlyList<string> EnglishIn(string text) =>
        [
            .. Word()
                .Matches(Quoted().Replace(text, ""))
                .Select(match => match.Value)
                .Where(word => !word.StartsWith('-') && !word.StartsWith('/') && !word.Contains('.', StringComparison.Ordinal))
                .Where(word => !Names.Contains(word) && !Written.Contains(word)),
        ];

    /// <summary>Half-width punctuation beside a Chinese character, where Chinese has its own.</summary>
    public static IReadOnlyList<string> HalfWidthIn(string text) => [.. HalfWidth().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(
        @"“[^”]*”|`[^`]*`|\{([^{}]|\{[^{}]*\})*\}|可用：.*|（[a-z_.]+）|https?:\S+|U\+[0-9A-F]{4,}|S\d+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[-/.]*[A-Za-z][\w.-]*", RegexOptions.CultureInvariant | RegexOptions.ECMAScript, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(
        """\p{IsCJKUnifiedIdeographs}[,;:?!()"']|[,;?!()"']\p{IsCJKUnifiedIdeographs}""",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex HalfWidth();
}
