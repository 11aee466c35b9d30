using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <summary>What is said of a slip: the sign, and the line as it should be.</summary>
internal static class SlipWords
{
    private const int LongestLine = 120;

    /// <summary>What is wrong.</summary>
    public static BilingualText Message(Slip slip) =>
        slip.Kind switch
        {
            SlipKind.WideColon => new(
                $"{En(slip.Sign)} stands after a key: YAML knows ':' alone, with a blank after it.",
                $"键后是{Zh(slip.Sign)}：YAML 只认半角“:”，其后空一格。"
            ),
            SlipKind.TightColon => new(
                "no blank stands after this ':', so that it parts no key from its value.",
                "此处“:”后没有空格，键与值未分开。"
            ),
            SlipKind.NoColon => new($"no ':' stands after the key '{slip.Sign}'.", $"键“{slip.Sign}”后没有“:”。"),
            SlipKind.WideBracket => new(
                $"{En(slip.Sign)} stands here: YAML knows '{slip.With}' alone.",
                $"此处是{Zh(slip.Sign)}：YAML 只认半角“{slip.With}”。"
            ),
            SlipKind.WideComma => new(
                $"{En(slip.Sign)} stands between entries: YAML knows ',' alone, with a blank after it.",
                $"两项之间是{Zh(slip.Sign)}：YAML 只认半角“,”，其后空一格。"
            ),
            SlipKind.WideQuote => new(
                $"{En(slip.Sign)} stands here as a part of the text: YAML knows straight quotation marks alone.",
                $"此处的{Zh(slip.Sign)}成了文本的一部分：YAML 只认半角直引号。"
            ),
            SlipKind.WideSign => new(
                $"{En(slip.Sign)} stands here in place of '{slip.With}'.",
                $"此处是{Zh(slip.Sign)}，应为“{slip.With}”。"
            ),
            SlipKind.Surplus => new($"{En(slip.Sign)} ends this word, which has none.", $"此词末尾多了{Zh(slip.Sign)}。"),
            SlipKind.Dash when slip.Sign is "-" => new(
                "no blank stands after this '-', so that it begins no entry of a list.",
                "此处“-”后没有空格，不能作列表项的开头。"
            ),
            SlipKind.Dash => new(
                $"{En(slip.Sign)} begins an entry of a list: YAML knows '-' alone, with a blank after it.",
                $"列表项以{Zh(slip.Sign)}开头：YAML 只认半角“-”，其后空一格。"
            ),
            SlipKind.Blank => new(
                $"{En(slip.Sign)} stands here: YAML knows plain blanks alone.",
                $"此处是{Zh(slip.Sign)}：YAML 只认半角空格。"
            ),
            SlipKind.IndentSign => new(
                $"{En(slip.Sign)} indents this line: YAML knows plain blanks alone.",
                $"此行用{Zh(slip.Sign)}缩进：YAML 只认半角空格。"
            ),
            SlipKind.Indent => new(
                $"this line is indented by {slip.Length}, which fits no line above.",
                $"此行缩进 {slip.Length} 格，与上文各行都不对齐。"
            ),
            SlipKind.OpenQuote => new($"{En(slip.Sign)} begins a text here, and nothing closes it.", $"此处的{Zh(slip.Sign)}没有闭合。"),
            SlipKind.OpenBracket => new($"{En(slip.Sign)} opens here, and nothing closes it.", $"此处的{Zh(slip.Sign)}没有闭合。"),
            SlipKind.CrossedBracket => new(
                $"{En(slip.Sign)} stands where '{slip.With}' is expected.",
                $"此处是{Zh(slip.Sign)}，应为“{slip.With}”。"
            ),
            SlipKind.TextBehind => new(
                $"text stands behind {En(slip.Sign)}, which closes the text before it.",
                $"{Zh(slip.Sign)}已闭合文本，其后却还有文本。"
            ),
            SlipKind.Unquoted => new(
                $"{En(slip.Sign)} cannot stand in a text without quotation marks here.",
                $"此处{Zh(slip.Sign)}不能出现在没有引号的文本中。"
            ),
            SlipKind.Comment => new(
                "what follows this '#' is a comment: a text that has it stands in quotation marks.",
                "此处“#”之后都是注释：含“#”的文本须加引号。"
            ),
            _ => throw UnknownKind.Of(slip.Kind),
        };

    /// <summary>The way out for a line that is not well indented: how far it is to be, and the line.</summary>
    public static BilingualText IndentWay(string line)
    {
        var indent = Indent(line);
        var shown = Indented(line);
        return indent == 0
            ? new($"Begin it in the first column: `{shown}`.", $"应从第一列写起：`{shown}`。")
            : new($"Indent it by {Digits.Show(indent)}: `{shown}`.", $"应缩进 {Digits.Show(indent)} 格：`{shown}`。");
    }

    /// <summary>The way out: the line as it should be.</summary>
    /// <param name="line">The line, mended; of a long one what stands around a place is shown.</param>
    /// <param name="at">The place, from 0.</param>
    public static BilingualText Way(string line, int at)
    {
        var shown = Around(line, at);
        return new($"Write: `{shown}`.", $"应写为：`{shown}`。");
    }

    /// <summary>A line as it is shown with its indent.</summary>
    public static string Indented(string line) => new string(' ', Indent(line)) + Around(line, 0);

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;

    /// <summary>A line as it is shown without its indent; of a long one what stands around a place.</summary>
    public static string Around(string line, int at)
    {
        if (line.TrimStart().Length <= LongestLine)
            return line.Trim();
        var from = Math.Clamp(at - LongestLine / 2, 0, Math.Max(0, line.Length - LongestLine));
        var until = Math.Min(line.Length, from + LongestLine);
        if (from > 0 && char.IsLowSurrogate(line[from]))
            from--;
        if (until < line.Length && char.IsLowSurrogate(line[until]))
            until--;
        return (from > 0 ? "…" : "") + line[from..until].Trim() + (until < line.Length ? "…" : "");
    }

    /// <summary>A sign as English messages name it.</summary>
    public static string En(string sign) =>
        Invisible(sign) is { } name ? $"{name.En} (U+{(int)sign[0]:X4})"
        : sign is "'" ? "\"'\""
        : $"{(WideSigns.IsWide(sign) ? "a full-width " : "")}'{sign}'";

    /// <summary>A sign as Chinese messages name it.</summary>
    public static string Zh(string sign) =>
        Invisible(sign) is { } name ? $"{name.Zh}（U+{(int)sign[0]:X4}）"
        : sign is "「" or "」" or "『" or "』" ? $"引号“{sign}”"
        : WideSigns.IsQuote(sign[0]) ? $"引号「{sign}」"
        : $"{(WideSigns.IsWide(sign) ? "全角" : "")}“{sign}”";

    private static BilingualText? Invisible(string sign) =>
        sign switch
        {
            "\t" => new("a tab", "制表符"),
            "\u3000" => new("a full-width blank", "全角空格"),
            "\u00A0" => new("a no-break blank", "不换行空格"),
            "\uFEFF" => new("a mark of byte order", "字节顺序标记"),
            "\u200B" => new("a blank of no width", "零宽空格"),
            [var one] when WideSigns.IsOddBlank(one) => new("a special blank", "特殊空格"),
            _ => null,
        };
}
