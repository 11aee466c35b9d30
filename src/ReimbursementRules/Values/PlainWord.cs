using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReimbursementRules.Values;

/// <summary>The one spelling of ids, codes and open words that look alike: no blank at either end, nothing invisible, no full-width letter
/// or digit, no second form of an ideograph or a hyphen, and the extension of a disease code with a small x.</summary>
internal static partial class PlainWord
{
    /// <summary>What stands in a word that is plain already; a capital X may be the extension of a disease code.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
    );

    /// <summary>The same with blanks between words.</summary>
    private static readonly SearchValues<char> PlainLine = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
    );

    /// <summary>Signs that nobody sees and that mean nothing: zero-width blanks and joiners, marks of direction, the soft hyphen, the mark
    /// of byte order, fillers and those that choose among the forms of a sign.</summary>
    private static readonly SearchValues<char> Invisible = SearchValues.Create(
        "\u00AD\u034F\u115F\u1160\u180E\u200B\u200C\u200D\u200E\u200F\u2060\u2061\u2062\u2063\u2064\u3164\uFEFF\uFFA0"
            + "\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F"
    );

    /// <summary>The first half of the signs from U+E0000 to U+E03FF: tags, and those that choose among forms; nobody sees them.</summary>
    private const char InvisibleHalf = '\uDB40';

    /// <summary>Signs that turn the direction of what follows, and those that end a line.</summary>
    private const string TurnSigns = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069",
        LineSigns = "\u2028\u2029";

    private static readonly char[] ControlCodes = [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl)];

    private static readonly SearchValues<char> Turns = SearchValues.Create(TurnSigns);

    private static readonly SearchValues<char> Controls = SearchValues.Create([.. ControlCodes, .. LineSigns, .. TurnSigns]);

    private static readonly SearchValues<char> HiddenSigns = SearchValues.Create([
        .. ControlCodes.Where(sign => sign is not ('\t' or '\n' or '\r')),
        .. LineSigns,
        .. TurnSigns,
    ]);

    /// <summary>The word in its one spelling; the same object where it is plain already.</summary>
    public static string Of(string text) =>
        text is null || !text.AsSpan().ContainsAnyExcept(Plain) || IsPlainLine(text) ? text! : Folded(text);

    /// <summary>Whether a text is plain words with blanks between them.</summary>
    private static bool IsPlainLine(string text) => text is [not ' ', .., not ' '] && !text.AsSpan().ContainsAnyExcept(PlainLine);

    /// <summary>As <see cref="Of"/>, and a whole number to which a spreadsheet added <c>.0</c> or <c>.00</c> is that
    /// number.</summary>
    public static string OfId(string text)
    {
        var plain = Of(text);
        return plain is [.., '0'] && plain.IndexOf('.', StringComparison.Ordinal) is > 0 and var point && WholeWithPoint().IsMatch(plain)
            ? plain[..point]
            : plain!;
    }

    /// <summary>Whether an id is a number that a spreadsheet wrote in scientific notation, so that digits are lost.</summary>
    public static bool IsDamaged(string id) =>
        id is { Length: > 2 } && char.IsAsciiDigit(id[0]) && id.AsSpan().ContainsAny('e', 'E') && Scientific().IsMatch(id);

    /// <summary>Whether an id or word may be damaged or has a control character: false says that it has neither.</summary>
    public static bool IsUnsure(string? text) => text is not null && (IsDamaged(text) || Control(text) is not null);

    /// <summary>A control character, or one that turns the direction of what follows; null where there is none.</summary>
    public static char? Control(string text) => First(text, Controls);

    /// <summary>A character that turns the direction of what follows, so that a reader sees what is not there; null where there is
    /// none.</summary>
    public static char? Turn(string text) => First(text, Turns);

    /// <summary>A sign that has no place in any text: one that <see cref="Control"/> tells, but for tabs and line ends; null where there is
    /// none.</summary>
    public static char? Hidden(string text) => First(text, HiddenSigns);

    /// <summary>Whether a sign breaks a line, steers a terminal or turns the direction of what follows: no sheet shows it.</summary>
    public static bool IsHidden(Rune rune) => rune.IsBmp && Controls.Contains((char)rune.Value);

    /// <summary>What is said of an id that is damaged.</summary>
    public static BilingualText Damage(string id) =>
        new(
            $"'{id}' is no number of anyone: a spreadsheet has shortened this number and its last digits are lost. "
                + "Export the column as text.",
            $"“{id}”不是有效编号：电子表格已将其缩短，末位数字已丢失。请将该列按文本导出。"
        );

    /// <summary>What is said of a text with a control character.</summary>
    public static BilingualText Controlled(char sign) =>
        new(
            $"a control character (U+{(int)sign:X4}), which nobody sees, stands within this text. Remove it.",
            $"此文本中有不可见的控制字符（U+{(int)sign:X4}）。请删除。"
        );

    private static char? First(string text, SearchValues<char> signs) =>
        text.AsSpan().IndexOfAny(signs) is >= 0 and var at ? text[at] : null;

    private static string Folded(string text)
    {
        var signs = new char[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
            if (text[at] == InvisibleHalf && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                at++;
            else if (!Invisible.Contains(text[at]))
                signs[length++] = Folded(text[at]);
        var plain = signs.AsSpan(0, length).Trim();
        if (DiseaseWithExtension().IsMatch(plain))
            plain[plain.IndexOf('X')] = 'x';
        return plain.SequenceEqual(text) ? text : plain.ToString();
    }

    private static char Folded(char sign) =>
        FullWidth.Is(sign) ? FullWidth.Half(sign)
        : sign is '\u2010' or '\u2011' ? '-'
        : char.GetUnicodeCategory(sign) == UnicodeCategory.SpaceSeparator ? ' '
        : TwinSigns.Of(sign);

    [GeneratedRegex(@"\A[A-Z][0-9]{2}\.[0-9]+X[0-9]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DiseaseWithExtension();

    [GeneratedRegex(@"\A[0-9]+\.0+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WholeWithPoint();

    [GeneratedRegex(
        @"\A[0-9](\.[0-9]+)?[eE]\+?[0-9]+\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Scientific();
}
