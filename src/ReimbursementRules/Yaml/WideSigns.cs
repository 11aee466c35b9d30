using System.Buffers;
using System.Globalization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <summary>Signs that input methods and word processors write in the place of those that YAML knows.</summary>
internal static class WideSigns
{
    private const string Openings = "｛［【",
        OfOpenings = "{[[",
        Closings = "｝］】",
        OfClosings = "}]]";

    /// <summary>Signs that part the entries of a list in Chinese, and none in YAML.</summary>
    public static readonly SearchValues<char> Commas = SearchValues.Create("，、；");

    /// <summary>Quotation marks that YAML does not know.</summary>
    public const string Quotes = "“”‘’＂＇„‟«»「」『』";

    /// <summary>Marks that open a quotation in Chinese, each with the one that closes it.</summary>
    private const string Pairs = "「」『』《》〈〉";

    /// <summary>Whether a text is one sign that a half-width one stands for.</summary>
    public static bool IsWide(string sign) => sign is [var one] && (FullWidth.Is(one) || one is '、' or '【' or '】' or '。');

    /// <summary>A blank that is none for YAML: a tab, a full-width or no-break blank and the like.</summary>
    public static bool IsOddBlank(char sign) =>
        sign is '\t' or '\u200B' or '\uFEFF' || (sign > ' ' && char.GetUnicodeCategory(sign) == UnicodeCategory.SpaceSeparator);

    public static bool IsBlank(char sign) => sign == ' ' || IsOddBlank(sign);

    public static bool IsComma(char sign) => Commas.Contains(sign);

    public static bool IsQuote(char sign) => Quotes.Contains(sign, StringComparison.Ordinal);

    /// <summary>What stands between two quotation marks that no file knows; null where none stand around the text.</summary>
    public static string? WithoutQuotes(string text) =>
        text is [var first, _, .., var last] && ((IsQuote(first) && IsQuote(last)) || IsPair(first, last)) ? text[1..^1].Trim() : null;

    private static bool IsPair(char first, char last) =>
        Pairs.IndexOf(first, StringComparison.Ordinal) is >= 0 and var at && at % 2 == 0 && Pairs[at + 1] == last;

    public static bool IsDash(char sign) => sign is '－' or '—' or '–' or '‐' or '−';

    /// <summary>The brace or bracket that a sign opens, half-width; null for any other sign.</summary>
    public static char? Opening(char sign) => sign is '{' or '[' ? sign : Of(sign, Openings, OfOpenings);

    /// <summary>As <see cref="Opening"/>, of one that closes.</summary>
    public static char? Closing(char sign) => sign is '}' or ']' ? sign : Of(sign, Closings, OfClosings);

    /// <summary>The half-width sign of a full-width one; the sign itself where there is none.</summary>
    public static char Narrow(char sign) =>
        FullWidth.Is(sign) ? FullWidth.Half(sign)
        : IsOddBlank(sign) ? ' '
        : IsDash(sign) ? '-'
        : sign is '“' or '”' or '「' or '」' or '『' or '』' ? '"'
        : sign is '‘' or '’' ? '\''
        : sign is '、' ? ','
        : sign is '。' ? '.'
        : Opening(sign) ?? Closing(sign) ?? sign;

    /// <summary>Whether a text is a key but for slips: full-width signs, blanks or quotation marks around it, a value after a
    /// colon.</summary>
    public static bool Means(string text, string key)
    {
        if (!text.AsSpan().ContainsAny(":\"' ") && !text.AsSpan().ContainsAnyExceptInRange('!', '~'))
            return false;
        var half = string.Concat(text.Select(Narrow)).Trim(' ', '"', '\'');
        return (half != text || half.Length > key.Length)
            && half.StartsWith(key, StringComparison.Ordinal)
            && (half.Length == key.Length || half[key.Length] == ':');
    }

    private static char? Of(char sign, string wide, string half) =>
        wide.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at ? half[at] : null;
}
