using System.Buffers;
using System.Text;
using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <summary>Quotation marks that YAML does not know, where they can hardly be meant as a part of a text: around the whole of it, or one
/// without the other. Pairs within a text are its own.</summary>
internal static class LooseQuotes
{
    private const string Openings = "“「『",
        Closings = "”」』";

    /// <summary>Marks that open a text and nothing else.</summary>
    private const string Beginnings = Openings + "‘„«＂";

    private static readonly SearchValues<char> Marks = SearchValues.Create(WideSigns.Quotes);

    /// <summary>Whether a text that stands in no straight quotation marks has such.</summary>
    public static bool Has(string text) =>
        text.AsSpan().ContainsAny(Marks) && text.Length > 1 && (Inside(text) is not null || Lonely(text) >= 0);

    /// <summary>What a text means that has them, and the problem of it.</summary>
    /// <param name="word">The node of the text.</param>
    public static (string Means, Problem Problem) Of(Node word)
    {
        var text = word.Raw;
        if (Inside(text) is { } inside)
            return (inside, Around(word, inside));
        var at = Lonely(text);
        var means =
            at == 0 ? text[1..]
            : at == text.Length - 1 ? text[..^1]
            : text;
        return (means, word.Problems.Quoted(word.Place, text, "text.quote") ?? Alone(word, means, at));
    }

    /// <summary>What stands between the marks around a whole text; null where it has none.</summary>
    private static string? Inside(string text) =>
        text is [var first, _, .., var last]
        && (WideSigns.IsQuote(first) || first is '"' or '\'')
        && (WideSigns.IsQuote(last) || last is '"' or '\'')
        && !text.AsSpan(1, text.Length - 2).ContainsAny(Marks)
            ? text[1..^1]
            : null;

    /// <summary>Where a mark stands without the other: the first that nothing opens, or the last that nothing closes; below 0 for
    /// none.</summary>
    private static int Lonely(string text)
    {
        if (Beginnings.Contains(text[0], StringComparison.Ordinal) && !text.AsSpan(1).ContainsAny(Marks))
            return 0;
        var open = new List<(int At, int Kind)>();
        for (var at = 0; at < text.Length; at++)
            if (Openings.IndexOf(text[at], StringComparison.Ordinal) is >= 0 and var opening)
                open.Add((at, opening));
            else if (Closings.IndexOf(text[at], StringComparison.Ordinal) is >= 0 and var closing)
                if (open.FindLastIndex(one => one.Kind == closing) is >= 0 and var pair)
                    open.RemoveAt(pair);
                else
                    return at;
        return open.Count > 0 ? open[^1].At : -1;
    }

    private static Problem Around(Node word, string inside)
    {
        var way = word.Written(SlipFinder.InQuotes(inside));
        return new(
            word.Place,
            "text.quote",
            new(
                $"the quotation marks around '{Word.Short(inside)}' would be a part of it: YAML knows straight ones alone.",
                $"“{Word.Short(inside)}”两侧的引号会成为文本的一部分：YAML 只认半角直引号。"
            ),
            Ascii.IsValid(inside)
                ? way
                : new($"{way.En} Where they are meant, put straight ones around them.", $"{way.Zh}若确需保留，请在其外再加半角直引号。")
        );
    }

    private static Problem Alone(Node word, string means, int at)
    {
        var sign = word.Raw[at];
        var way = word.Written(SlipFinder.InQuotes(means));
        return new(
            word.Place with
            {
                Column = word.Place.Column + at,
            },
            "text.quote",
            Closings.Contains(sign, StringComparison.Ordinal)
                ? new($"'{sign}' closes a text here that nothing opens.", $"此处的{SlipWords.Zh(sign.ToString())}没有开头的一半。")
                : new($"'{sign}' begins a text here, and nothing closes it.", $"此处的{SlipWords.Zh(sign.ToString())}没有闭合。"),
            means.Length < word.Raw.Length
                ? way
                : new(
                    $"Write its other half, or put all in straight quotation marks. {way.En}",
                    $"请补上另一半，或给全文加半角直引号。{way.Zh}"
                )
        );
    }
}
