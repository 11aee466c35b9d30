using System.Text;
using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <content>Texts in two languages.</content>
internal sealed partial class Node
{
    /// <summary>A text in both languages: <c>{ en: …, zh: … }</c>.</summary>
    public BilingualText Bilingual()
    {
        if (IsScalar)
            Wrong(
                "text.bilingual",
                "expected the text in both languages, such as { en: Basic insurance, zh: 基本医疗保险 }.",
                "此处应写双语文本，如 { en: Basic insurance, zh: 基本医疗保险 }。"
            );
        else
            OnlyKeys("en", "zh");
        return IsMapping ? new(this["en"].Text(), this["zh"].Text()) : new("", "");
    }

    /// <summary>A text of one language or both: plain, <c>{ zh: … }</c> or <c>{ en: …, zh: … }</c>. What is given once is the same in
    /// both. A text on several lines is joined to one.</summary>
    public BilingualText OneOrBoth()
    {
        if (IsScalar || IsMissing)
            return Joined(Text());
        if (Optional("en") is null && Optional("zh") is null)
        {
            Wrong(
                "text.languages",
                "expected a text, or a text by its language, such as { zh: 基本医疗保险 } or { en: Basic insurance, zh: 基本医疗保险 }, "
                    + $"found {Described().En}.",
                "此处应为文本，或按语言填写的文本，如 { zh: 基本医疗保险 } 或 { en: Basic insurance, zh: 基本医疗保险 }，"
                    + $"实际是{Described().Zh}。"
            );
            return BilingualText.None;
        }

        OnlyKeys("en", "zh");
        return new BilingualText(Joined(Optional("en")?.Text() ?? ""), Joined(Optional("zh")?.Text() ?? "")).Filled;
    }

    /// <summary>A text on one line: lines are joined by a blank, between Chinese signs by nothing.</summary>
    private static string Joined(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
            return text;
        var joined = new StringBuilder(text.Length);
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (joined.Length > 0 && !(IsWide(joined[^1]) && IsWide(line[0])))
                joined.Append(' ');
            joined.Append(line);
        }

        return joined.ToString();
    }

    /// <summary>Whether a sign is one of Chinese: a character, or punctuation of the same width.</summary>
    private static bool IsWide(char sign) => sign >= '\u2E80' || sign is '“' or '”' or '‘' or '’' or '…' or '—';
}
