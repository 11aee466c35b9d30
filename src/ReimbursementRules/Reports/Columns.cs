using System.Globalization;
using System.Text;

namespace ReimbursementRules.Reports;

/// <summary>How wide a text is in a fixed font, where a Chinese character takes two columns.</summary>
internal static class Columns
{
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F),
        (0x2E80, 0x303E),
        (0x3041, 0x33FF),
        (0x3400, 0x4DBF),
        (0x4E00, 0x9FFF),
        (0xA000, 0xA4CF),
        (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF),
        (0xFE30, 0xFE4F),
        (0xFF00, 0xFF60),
        (0xFFE0, 0xFFE6),
        (0x1F300, 0x1FAFF),
        (0x20000, 0x3FFFD),
    ];

    public static int Of(string text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
            columns += Of(rune);
        return columns;
    }

    public static string Left(string text, int columns) => text + new string(' ', Math.Max(0, columns - Of(text)));

    public static string Right(string text, int columns) => new string(' ', Math.Max(0, columns - Of(text))) + text;

    /// <summary>Breaks a text into lines of at most so many columns: at spaces, and between Chinese characters; a longer word is
    /// cut.</summary>
    public static IReadOnlyList<string> Wrap(string text, int columns)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var width = 0;
        foreach (var word in Words(text))
        {
            if (line.Length > 0 && width + Of(word.TrimEnd()) > columns && !StartsWithClosing(word))
                Flush();
            foreach (var rune in word.EnumerateRunes())
            {
                if (width + Of(rune) > columns && rune.Value != ' ' && !IsClosing(rune))
                    Flush();
                line.Append(rune.ToString());
                width += Of(rune);
            }
        }

        Flush();
        return lines;

        void Flush()
        {
            if (line.ToString().Trim() is { Length: > 0 } full)
                lines.Add(full);
            line.Clear();
            width = 0;
        }
    }

    private static int Of(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
        : Array.Exists(Wide, range => rune.Value >= range.First && rune.Value <= range.Last) ? 2
        : 1;

    /// <summary>The pieces between which a line may break, each with the spaces that follow it.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var startsAnew = word.Length > 0 && (Of(rune) == 2 || (word[^1] == ' ' && rune.Value != ' ') || EndsWide(word));
            if (startsAnew && rune.Value != ' ' && !IsClosing(rune) && word[^1] is not ('（' or '“'))
            {
                words.Add(word.ToString());
                word.Clear();
            }

            word.Append(rune.ToString());
        }

        words.Add(word.ToString());
        return words;
    }

    private static bool EndsWide(StringBuilder word) => Of(word[^1].ToString()) == 2;

    private static bool StartsWithClosing(string word) => word.Length > 0 && Rune.TryGetRuneAt(word, 0, out var rune) && IsClosing(rune);

    /// <summary>Punctuation that may not begin a line in Chinese.</summary>
    private static bool IsClosing(Rune rune) => rune.Value is '，' or '。' or '：' or '；' or '、' or '）' or '”' or '？' or '！';
}
