namespace ReimbursementRules.Values;

/// <summary>The sentences of a message. What stands in quotes belongs to whoever wrote it, and ends no sentence.</summary>
internal static class Sentences
{
    private static readonly BilingualText Nothing = new("", "");

    /// <summary>The first sentence of a text, and the rest of it. A text that has one sentence in either language is not cut, so that both
    /// languages say the same in each part.</summary>
    public static (BilingualText First, BilingualText Others) Cut(BilingualText text)
    {
        var (en, zh) = (text.En is null ? -1 : EndOfEnglish(text.En), text.Zh is null ? -1 : EndOfChinese(text.Zh));
        return en < 0 || zh < 0 ? (text, Nothing) : (new(text.En![..en], text.Zh![..zh]), new(text.En[(en + 1)..], text.Zh[zh..]));
    }

    /// <summary>The text of which <see cref="Cut"/> makes these two parts.</summary>
    public static BilingualText Joined(BilingualText first, BilingualText rest) =>
        new(rest.En.Length == 0 ? first.En : $"{first.En} {rest.En}", $"{first.Zh}{rest.Zh}");

    /// <summary>Where the blank stands that parts the first sentence from the next; -1 where there is no next.</summary>
    private static int EndOfEnglish(string text)
    {
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\'')
                isQuoted = isQuoted
                    ? i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])
                    : i == 0 || !char.IsLetterOrDigit(text[i - 1]);
            else if (!isQuoted && text[i] is '.' or '?' && i + 2 < text.Length && text[i + 1] == ' ' && Begins(text[i + 2]))
                return i + 1;
        return -1;
    }

    private static bool Begins(char sign) => char.IsUpper(sign) || sign == '\'';

    /// <summary>Where the next sentence begins; -1 where there is none.</summary>
    private static int EndOfChinese(string text)
    {
        var depth = 0;
        for (var i = 0; i + 1 < text.Length; i++)
            if (text[i] == '“')
                depth++;
            else if (text[i] == '”')
                depth--;
            else if (depth <= 0 && text[i] is '。' or '？')
                return i + 1;
        return -1;
    }
}
