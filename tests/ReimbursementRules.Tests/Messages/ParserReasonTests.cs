using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Cli;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What is told of a text that is no YAML or JSON is in Chinese as a whole, the parser's reason too.</summary>
public sealed class ParserReasonTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reasons-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("id: \"C-1\nsetting: a", "双引号未闭合，或跨行内容的缩进有误。")]
    [InlineData("id: 'C-1", "引号未闭合，文件就结束了。")]
    [InlineData("id: \"C\\q\"", "双引号中“\\”之后的字符无效。")]
    [InlineData("id: \"\\xZZ\"", "双引号中的转义缺少十六进制数字。")]
    [InlineData("id: a: b", "值中出现了“:”。")]
    [InlineData("id: a\nb c\nd: e", "此处缺少键，或缩进有误。")]
    [InlineData("id: a\n\tsetting: b", "缩进用了制表符，应为空格。")]
    [InlineData("id: }", "此处缺少值。")]
    [InlineData("id: @a", "此字符不能作为值的开头。")]
    [InlineData("items:\n  - a\n  b: c", "列表的此行缺少“-”。")]
    [InlineData("id: a\n  setting: b", "值中出现了“:”。")]
    [InlineData("id: - a", "此处不能写“-”。")]
    [InlineData("id: {a: b", "“{”之内缺少“,”或“}”。")]
    [InlineData("id: [a}", "“[”之内缺少“,”或“]”。")]
    [InlineData("id: |0\n  a", "“|”或“>”之后的缩进数不能为 0。")]
    [InlineData("%YAML 1.1\n%YAML 1.1\n---\nid: a", "“%YAML”之前缺少“...”。")]
    [InlineData("id: !x!a b", "以“!”开头的标签没有定义。")]
    public void Yaml_InChinese_HasTheReason(string text, string reason) =>
        Told("claim.yaml", text).ShouldEndWith($": 不是有效的 YAML：{reason}请检查此处之前的缩进、引号和括号。");

    [Theory]
    [InlineData("{\"id\": }", "值不能以“}”开头。")]
    [InlineData("{id: 1}", "键不能以“i”开头，应以“\"”开头。")]
    [InlineData("{\"id\": 1 2}", "值之后不能是“2”，应为“,”、“}”或“]”。")]
    [InlineData("{\"id\" 1}", "键之后不能是“1”，应为“:”。")]
    [InlineData("{\"id\": \"a\"} {", "内容已经结束，其后还有“{”。")]
    [InlineData("{\"id\": 1x}", "数字之后不能是“x”。")]
    [InlineData("{\"id\": -x}", "数字的正负号之后不能是“x”，应为 0 至 9。")]
    [InlineData("{\"id\": 1.x}", "小数点之后不能是“x”，应为 0 至 9。")]
    [InlineData("{\"id\": \"\\q\"}", "双引号中“\\”之后的“q”无效。")]
    [InlineData("{\"id\": \"\\uZ\"}", "双引号中“\\u”之后的“Z”不是十六进制数字。")]
    [InlineData("{\"id\": trug}", "“trug}”有误，应为 true。")]
    [InlineData("{\"id\": nil}", "“nil}”有误，应为 null。")]
    [InlineData("{\"id\": \"a", "双引号未闭合，文件就结束了。")]
    [InlineData("{\"id\": \"a\"", "有括号未闭合，文件就结束了。")]
    [InlineData("{\"id\": [1,]}", "“]”之前多一个逗号。")]
    [InlineData("{\"id\": 1,}", "“}”之前多一个逗号。")]
    public void Json_InChinese_HasTheReason(string text, string reason) =>
        Told("claim.json", text).ShouldEndWith($": 不是有效的 JSON：{reason}请检查此处之前的逗号、引号和括号。");

    private string Told(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        File.WriteAllText(path, text);
        var told = Should.Throw<InputException>(() => Claim.Load(path)).Problems[0].In(Language.Chinese);
        ChineseOnly.EnglishIn(told).ShouldBeEmpty(told);
        return told;
    }
}
