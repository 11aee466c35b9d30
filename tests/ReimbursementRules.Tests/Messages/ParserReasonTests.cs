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
    [InlineData("id: \"C-1\nsetting: a")]
    [InlineData("id: 'C-1")]
    [InlineData("id: \"C\\q\"")]
    [InlineData("id: \"\\xZZ\"")]
    [InlineData("id: a: b")]
    [InlineData("id: a\nb c\nd: e")]
    [InlineData("id: a\n\tsetting: b")]
    [InlineData("id: }")]
    [InlineData("id: @a")]
    [InlineData("items:\n  - a\n  b: c")]
    [InlineData("id: a\n  setting: b")]
    [InlineData("id: - a")]
    [InlineData("id: {a: b")]
    [InlineData("id: [a}")]
    [InlineData("id: |0\n  a")]
    [InlineData("%YAML 1.1\n%YAML 1.1\n---\nid: a")]
    [InlineData("id: !x!a b")]
    public void Yaml_ThatIsNone_IsToldInChinese(string text) => Told("claim.yaml", text).ShouldNotContain("此处起有误");

    [Theory]
    [InlineData("{\"id\": }")]
    [InlineData("{id: 1}")]
    [InlineData("{\"id\": 1 2}")]
    [InlineData("{\"id\" 1}")]
    [InlineData("{\"id\": \"a\"} {")]
    [InlineData("{\"id\": 1x}")]
    [InlineData("{\"id\": -x}")]
    [InlineData("{\"id\": 1.x}")]
    [InlineData("{\"id\": \"\\q\"}")]
    [InlineData("{\"id\": \"\\uZ\"}")]
    [InlineData("{\"id\": trug}")]
    [InlineData("{\"id\": nil}")]
    [InlineData("{\"id\": \"a")]
    [InlineData("{\"id\": \"a\"")]
    [InlineData("{\"id\": [1,]}")]
    [InlineData("{\"id\": 1,}")]
    public void Json_ThatIsNone_IsToldInChinese(string text) => Told("claim.json", text).ShouldNotContain("：此处有误");

    private string Told(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        File.WriteAllText(path, text);
        var told = Should.Throw<InputException>(() => Claim.Load(path)).Problems[0].In(Language.Chinese);
        ChineseOnly.EnglishIn(told).ShouldBeEmpty(told);
        return told;
    }
}
