using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <summary>What the YAML parser says, in the words of this library and in both languages.</summary>
internal static class ParserWords
{
    private static readonly (string Says, BilingualText Means)[] Known =
    [
        ("invalid tab", new("a tab indents this line. Indent with blanks.", "此行用制表符缩进。请用空格缩进。")),
        ("a tab character", new("a tab indents this line. Indent with blanks.", "此行用制表符缩进。请用空格缩进。")),
        (
            "found invalid mapping",
            new(
                "a ':' with a blank after it stands in a text without quotes here. Put the text in quotes, or end the line before it.",
                "此处没有引号的文本中有“:”加空格。请给文本加引号，或在其前换行。"
            )
        ),
        (
            "found wrong indentation",
            new(
                "a text in quotes begins here, and nothing closes it before a line further to the left. Close it.",
                "此处开始的引号文本，到更靠左的行仍未闭合。请补上引号。"
            )
        ),
        (
            "did not find expected key",
            new(
                "'key: value' is expected here, in the column of the keys above. Look at the indent and the ':' of this line and "
                    + "the one above.",
                "此处应为“key: value”，并与上文各键对齐。请检查此行与上一行的缩进和“:”。"
            )
        ),
        (
            "could not find expected ':'",
            new("no ':' stands after this key. Write 'key: value' on one line.", "此键后没有“:”。请在一行内写“key: value”。")
        ),
        (
            "did not find expected '-' indicator",
            new(
                "an entry that begins with '- ' is expected here, in the column of those above. Look at the indent.",
                "此处应为以“- ”开头、与上文对齐的列表项。请检查缩进。"
            )
        ),
        (
            "Block sequence entries are not allowed",
            new(
                "a '-' stands behind other text on its line. Begin the list on a line of its own, below its key.",
                "“-”前在同一行有其他内容。请把列表写在键之下，另起一行。"
            )
        ),
        (
            "tag handle",
            new("a text without quotes begins with '!' here. Put the text in quotes.", "此处没有引号的文本以“!”开头。请给文本加引号。")
        ),
        (
            "did not find expected ',' or '}'",
            new("',' or '}' is expected here, to go on or to close the braces. Add it.", "此处应有“,”或“}”，以继续或闭合花括号。请补上。")
        ),
        (
            "did not find expected ',' or ']'",
            new("',' or ']' is expected here, to go on or to close the brackets. Add it.", "此处应有“,”或“]”，以继续或闭合方括号。请补上。")
        ),
        (
            "unexpected end of stream",
            new("a text in quotes begins here, and nothing closes it. Close it.", "此处开始的引号文本没有闭合。请补上引号。")
        ),
        (
            "unexpected document indicator",
            new("a text in quotes begins here, and nothing closes it. Close it.", "此处开始的引号文本没有闭合。请补上引号。")
        ),
        (
            "unknown escape character",
            new(
                "a '\\' in quotation marks stands before a sign that it cannot escape. Write it twice, or put the text in single ones.",
                "双引号中的“\\”后是不能转义的字符。请写两个“\\”，或改用单引号。"
            )
        ),
        ("Unicode", new("an escape in this text is no character. Write the character itself.", "此文本中的转义不是字符。请直接写该字符。")),
        (
            "hexadecimal number",
            new("an escape in this text is no character. Write the character itself.", "此文本中的转义不是字符。请直接写该字符。")
        ),
        ("cannot start any token", new("this sign cannot begin a text. Put the text in quotes.", "文本不能以此字符开头。请给文本加引号。")),
        (
            "did not find expected node content",
            new(
                "a value is expected here, and a sign stands that begins none. Put the text in quotes, or remove the sign.",
                "此处应为值，却是不能作值开头的字符。请给文本加引号，或删去该字符。"
            )
        ),
        (
            "block scalar",
            new(
                "a text of several lines is not well begun here. Write '>-' or '|' at the end of the line, and indent the lines "
                    + "below alike.",
                "此处的多行文本开头有误。请在行尾写“>-”或“|”，其下各行缩进一致。"
            )
        ),
        (
            "directive",
            new(
                "a line that begins with '%' is a directive, which is not read. Put the text in quotes.",
                "以“%”开头的行是指令，不会读取。请给文本加引号。"
            )
        ),
        (
            "invalid comment",
            new(
                "a '#' stands here without a blank before it. Put a blank before it, or the text in quotes.",
                "此处的“#”前没有空格。请在其前空一格，或给文本加引号。"
            )
        ),
        (
            "a comment between",
            new("a comment stands within a text of several lines. Move it above the text.", "注释出现在多行文本中间。请移到文本之前。")
        ),
    ];

    private static readonly BilingualText Anything = new(
        "this is not valid YAML: something is wrong from here on. Look at the indentation, quotes and brackets.",
        "不是有效的 YAML：从此处起有误。请检查缩进、引号和括号。"
    );

    /// <summary>What is said in the place of a message of the parser.</summary>
    public static BilingualText Of(string message)
    {
        foreach (var (says, means) in Known)
            if (message.Contains(says, StringComparison.Ordinal))
                return means;
        return Anything;
    }
}
