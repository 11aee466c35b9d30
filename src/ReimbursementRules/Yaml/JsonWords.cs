using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <summary>What the JSON parser says, in the words of this library and in both languages.</summary>
internal static class JsonWords
{
    private static readonly BilingualText Anything = new(
        "this is not valid JSON: something is wrong here. Look at the commas, quotes and brackets.",
        "不是有效的 JSON：此处有误。请检查逗号、引号和括号。"
    );

    /// <summary>What is said in the place of a message of the parser.</summary>
    /// <param name="message">What the parser says.</param>
    /// <param name="sign">The sign at which it stopped; empty at the end of the text.</param>
    /// <param name="row">The line in which it stopped.</param>
    /// <param name="at">Where in the line, from 0.</param>
    public static BilingualText Of(string message, string sign, string row, int at)
    {
        if (sign is [var odd] && odd != '\t' && WideSigns.IsOddBlank(odd) && at < row.Length && row[at] == odd)
        {
            var way = SlipWords.Way(string.Concat(row.AsSpan(0, at), odd is '\uFEFF' or '\u200B' ? "" : " ", row.AsSpan(at + 1)), at);
            return new(
                $"{SlipWords.En(sign)} stands here: JSON knows plain blanks alone. {way.En}",
                $"此处是{SlipWords.Zh(sign)}：JSON 只认半角空格。{way.Zh}"
            );
        }

        if (sign is [var wide] && WideSigns.Narrow(wide) is var half && half != wide && half != ' ')
            return new(
                $"a full-width '{sign}' stands here: JSON knows '{half}' alone. Write {half} in its place.",
                $"此处是全角“{sign}”：JSON 只认半角“{half}”。请改为 {half}。"
            );
        var (found, sole) = sign.Length == 0 ? ("the end of the text", "文本结尾") : ($"'{sign}'", $"“{sign}”");
        return Says("trailing comma")
                ? new("a ',' stands before this, and nothing after it. Remove the comma.", "其前的“,”之后没有内容。请删去该逗号。")
            : Says("property name") && sign is [>= '0' and <= '9']
                ? new(
                    "a comma parts these digits from the number before it. Write numbers without commas, such as 1200.",
                    "此处的数字与其前的数被逗号分开了。数字请勿用逗号，如 1200。"
                )
            : Says("start of a property name") || Says("property name")
                ? new(
                    $"a key in quotation marks is expected here, found {found}. Put the key in quotes.",
                    $"此处应为带双引号的键，实际是{sole}。请给键加引号。"
                )
            : Says("invalid after a property") || Says("':'")
                ? new($"':' is expected after the key, found {found}. Write it.", $"键后应为“:”，实际是{sole}。请补上。")
            : Says("after a value") || Says("after a single JSON value") || Says("end of the text")
                ? new(
                    $"',' or a bracket that closes is expected here, found {found}. Write it.",
                    $"此处应为“,”或闭合的括号，实际是{sole}。请补上。"
                )
            : Says("escapable")
                ? new($"a '\\' stands before {found}, which it cannot escape. Write '\\\\'.", $"“\\”后是不能转义的{sole}。请写“\\\\”。")
            : Says("hex digit")
                ? new(
                    $"four digits of hexadecimal are expected after '\\u', found {found}. Write the character itself.",
                    $"“\\u”后应为四位十六进制数字，实际是{sole}。请直接写该字符。"
                )
            : Says("within a JSON string")
                ? new(
                    "a line ends or a tab stands within a text. Close the text before it, or write `\\n` or `\\t`.",
                    "文本中有换行或制表符。请在其前闭合引号，或写 `\\n`、`\\t`。"
                )
            : Says("end of data") || Says("Expected depth")
                ? new(
                    "the text ends before everything that is open is closed. Add what closes it.",
                    "文本结束时仍有未闭合的引号或括号。请补上。"
                )
            : Says("start of a value") || Says("invalid literal") || Says("Expected a") || Says("invalid JSON literal")
                ? new(
                    $"a value is expected here, found {found}. Put a text in quotation marks.",
                    $"此处应为值，实际是{sole}。文本请加双引号。"
                )
            : Anything;

        bool Says(string words) => message.Contains(words, StringComparison.OrdinalIgnoreCase);
    }
}
