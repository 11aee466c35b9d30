namespace ReimbursementRules.Yaml;

/// <summary>What the parsers say of a text that is no YAML or JSON, in Chinese: they speak English alone.</summary>
internal static class ParserReasons
{
    private static readonly Dictionary<string, string> Yaml = new(StringComparer.Ordinal)
    {
        ["While scanning a simple key, could not find expected ':'."] = "键之后缺少“:”。",
        ["Invalid key indicator format."] = "“?”的写法有误。",
        ["While scanning plain scalar, found a comment between adjacent scalars."] = "注释出现在同一个值的各行之间。",
        ["While scanning a mapping, found invalid tab as indentation."] = "缩进用了制表符，应为空格。",
        ["While scanning a plain scalar, found a tab character that violate indentation."] = "缩进用了制表符，应为空格。",
        ["While scanning for the next token, found character that cannot start any token."] = "此字符不能作为值的开头。",
        ["While scanning a version directive, did not find preceding <document end>."] = "“%YAML”之前缺少“...”。",
        ["While scanning a directive, did not find expected comment or line break."] = "以“%”开头的行末尾有多余内容。",
        ["While scanning a directive, could not find expected directive name."] = "“%”之后缺少名称。",
        ["While scanning a directive, found unexpected end of stream."] = "以“%”开头的行没有写完。",
        ["While scanning a directive, found unexpected non-alphabetical character."] = "“%”之后的名称只能是字母。",
        ["While scanning a %YAML directive, did not find expected digit or '.' character."] = "“%YAML”之后的版本号有误。",
        ["While scanning a %YAML directive, found extremely long version number."] = "“%YAML”之后的版本号过长。",
        ["While scanning a %YAML directive, did not find expected version number."] = "“%YAML”之后缺少版本号。",
        ["While scanning a %TAG directive, did not find expected whitespace."] = "“%TAG”之后缺少空格。",
        ["While scanning a %TAG directive, did not find expected whitespace or line break."] = "“%TAG”一行末尾有多余内容。",
        ["While scanning a document end, found invalid content after '...' marker."] = "“...”之后有多余内容。",
        ["While scanning a flow sequence end, found invalid comment after ']'."] = "“]”之后的注释前缺少空格。",
        ["While scanning a flow sequence end, found invalid comment after double-quoted scalar."] = "引号之后的注释前缺少空格。",
        ["While scanning a flow entry, found invalid comment after comma."] = "逗号之后的注释前缺少空格。",
        ["Anchor before sequence entry on same line is not allowed."] = "“&”不能与“-”在同一行之前。",
        ["Block sequence entries are not allowed in this context."] = "此处不能写“-”。",
        ["Mapping keys are not allowed in this context."] = "此处不能写键。",
        ["Mapping values are not allowed in this context."] = "此处不能写“:”。",
        ["While scanning an anchor or alias, found value containing disallowed: []{},"] = "“&”或“*”之后的名称含有不允许的字符。",
        ["While scanning a block scalar, found an indentation indicator equal to 0."] = "“|”或“>”之后的缩进数不能为 0。",
        ["While scanning a block scalar, found a comment without whtespace after '>' indicator."] = "“>”之后的注释前缺少空格。",
        ["While scanning a block scalar, did not find expected comment or line break."] = "“|”或“>”所在行的末尾有多余内容。",
        ["While scanning a literal block scalar, found extra spaces in first line."] = "“|”之下首行的空格过多。",
        ["While scanning a literal block scalar, found more spaces in lines above first content line."] = "“|”之下空行的空格多于首行内容。",
        ["While scanning a quoted scalar, found unexpected document indicator."] = "引号未闭合，就出现了“---”或“...”。",
        ["While scanning a quoted scalar, found unexpected end of stream."] = "引号未闭合，文件就结束了。",
        ["While scanning a multi-line double-quoted scalar, found wrong indentation."] = "双引号未闭合，或跨行内容的缩进有误。",
        ["While scanning a quoted scalar, found unknown escape character."] = "双引号中“\\”之后的字符无效。",
        ["While scanning a quoted scalar, did not find expected hexadecimal number."] = "双引号中的转义缺少十六进制数字。",
        ["While scanning a quoted scalar, found invalid Unicode surrogates."] = "双引号中的转义只是半个字符。",
        ["While scanning a quoted scalar, found invalid Unicode character escape code."] = "双引号中的转义不是字符。",
        ["While scanning a multiline plain scalar, found invalid mapping."] = "跨行的值中出现了“:”。",
        ["While scanning a plain scalar value, found invalid mapping."] = "值中出现了“:”。",
        ["While parsing a document start node, could not find document end marker before version directive."] = "“%YAML”之前缺少“...”。",
        ["Did not find expected <document start>."] = "内容已经结束，其后还有文字。",
        ["Did not find expected <document end>."] = "内容已经结束，其后还有文字。",
        ["Found duplicate %YAML directive."] = "“%YAML”重复。",
        ["Found incompatible YAML document."] = "“%YAML”的版本不受支持。",
        ["Found duplicate %TAG directive."] = "“%TAG”重复。",
        ["While parsing a node, found undefined tag handle."] = "以“!”开头的标签没有定义。",
        ["While parsing a node, found more than one anchor."] = "“&”多于一个。",
        ["While parsing a node, did not find expected token."] = "此处缺少值。",
        ["While parsing a node, did not find expected node content."] = "此处缺少值。",
        ["While parsing a flow mapping, did not find expected ',' or '}'."] = "“{”之内缺少“,”或“}”。",
        ["While parsing a flow mapping,  did not find expected ',' or '}'."] = "“{”之内缺少“,”或“}”。",
        ["While parsing a flow sequence, did not find expected ',' or ']'."] = "“[”之内缺少“,”或“]”。",
        ["While parsing a block collection, did not find expected '-' indicator."] = "列表的此行缺少“-”。",
        ["While parsing a block mapping, did not find expected key."] = "此处缺少键，或缩进有误。",
    };

    /// <summary>Those that begin with the character that is wrong stand by what follows it.</summary>
    private static readonly Dictionary<string, string> Json = new(StringComparer.Ordinal)
    {
        [" is an invalid start of a value."] = "值不能以“{0}”开头。",
        [" is an invalid start of a property name. Expected a '\"'."] = "键不能以“{0}”开头，应以“\"”开头。",
        [" is invalid after a value. Expected either ',', '}', or ']'."] = "值之后不能是“{0}”，应为“,”、“}”或“]”。",
        [" is invalid after a property name. Expected a ':'."] = "键之后不能是“{0}”，应为“:”。",
        [" is invalid after a single JSON value. Expected end of data."] = "内容已经结束，其后还有“{0}”。",
        [" is invalid without a matching open."] = "“{0}”没有对应的开括号。",
        [" is an invalid end of a number. Expected a delimiter."] = "数字之后不能是“{0}”。",
        [" is an invalid end of a number. Expected 'E' or 'e'."] = "数字之后不能是“{0}”。",
        [" is invalid within a number, immediately after a sign character ('+' or '-'). Expected a digit ('0'-'9')."] =
            "数字的正负号之后不能是“{0}”，应为 0 至 9。",
        [" is invalid within a number, immediately after a decimal point ('.'). Expected a digit ('0'-'9')."] =
            "小数点之后不能是“{0}”，应为 0 至 9。",
        [" is an invalid escapable character within a JSON string. The string should be correctly escaped."] =
            "双引号中“\\”之后的“{0}”无效。",
        [" is invalid within a JSON string. The string should be correctly escaped."] = "双引号中的“{0}”须写成转义。",
        [" is not a hex digit following '\\u' within a JSON string. The string should be correctly escaped."] =
            "双引号中“\\u”之后的“{0}”不是十六进制数字。",
        [" is an invalid JSON literal. Expected the literal 'true'."] = "“{0}”有误，应为 true。",
        [" is an invalid JSON literal. Expected the literal 'false'."] = "“{0}”有误，应为 false。",
        [" is an invalid JSON literal. Expected the literal 'null'."] = "“{0}”有误，应为 null。",
        [" is invalid after '/' at the beginning of the comment. Expected either '/' or '*'."] =
            "“/”之后不能是“{0}”，注释应以“//”或“/*”开头。",
        ["Expected end of string, but instead reached end of data."] = "双引号未闭合，文件就结束了。",
        ["Expected end of comment, but instead reached end of data."] = "注释未结束，文件就结束了。",
        ["Expected a digit ('0'-'9'), but instead reached end of data."] = "数字没有写完，文件就结束了。",
        ["Expected a value, but instead reached end of data."] = "缺少值，文件就结束了。",
        ["Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed."] =
            "有括号未闭合，文件就结束了。",
        ["The JSON array contains a trailing comma at the end which is not supported in this mode."] = "“]”之前多一个逗号。",
        ["The JSON object contains a trailing comma at the end which is not supported in this mode."] = "“}”之前多一个逗号。",
        ["The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true."] =
            "没有内容。",
    };

    /// <summary>A reason of the YAML parser; as it says it where it has no Chinese here.</summary>
    public static string OfYaml(string reason) => Yaml.GetValueOrDefault(reason, reason);

    /// <summary>A reason of the JSON reader; as it says it where it has no Chinese here.</summary>
    public static string OfJson(string reason)
    {
        var end = reason.StartsWith('\'') ? reason.IndexOf("' is ", StringComparison.Ordinal) : -1;
        return end < 1 ? Json.GetValueOrDefault(reason, reason)
            : Json.TryGetValue(reason[(end + 1)..], out var chinese) ? chinese.Replace("{0}", reason[1..end], StringComparison.Ordinal)
            : reason;
    }
}
