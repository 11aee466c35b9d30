using System.Text;
using System.Text.Json.Nodes;
using ReimbursementRules.Claims;
using ReimbursementRules.Schemas;
using ReimbursementRules.Tests.Schemas;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Tests;

/// <summary>Policy files keep their English words: whoever writes a key or a word in Chinese is told which it is.</summary>
public sealed class PolicyTermsTests
{
    public static TheoryData<string> Keys => [.. RulesReadmeTests.KeysOfReaders().Distinct().Order(StringComparer.Ordinal)];

    public static TheoryData<string> Words =>
        [.. RulesReadmeTests.WordsOfReaders().Concat(WordsOfTables()).Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void KeysAndWords_AreMany()
    {
        Keys.Count.ShouldBeGreaterThan(150);
        Words.Count.ShouldBeGreaterThan(80);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Key_InChinese_IsToldInEnglish(string key)
    {
        var name = NameOf(key);
        var problems = new ProblemLog();
        NodeReader.ReadText("2-basic.yaml", $"{name}: 1", problems)!.OnlyKeys(key, "another");
        problems.ShouldHaveSingleItem().Text.Zh.ShouldBe($"此处不能有键“{name}”。请写“{key}”。");
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Word_InChinese_IsToldInEnglish(string word)
    {
        var name = NameOf(word);
        var problems = new ProblemLog();
        NodeReader.ReadText("2-basic.yaml", $"per: {name}", problems)!["per"].OneOf(word, "another");
        problems.ShouldHaveSingleItem().Text.Zh.ShouldBe($"此处不能写“{name}”。请写“{word}”。");
    }

    [Fact]
    public void Key_OfATable_IsAmongThoseThatAreToldForItsName()
    {
        foreach (var table in KeyTables.All)
        foreach (var key in table.Keys.Select(one => one.Name).Distinct())
        {
            var problems = new ProblemLog();
            NodeReader.ReadText("2-basic.yaml", $"{NameOf(key)}: 1", problems)!.OnlyKeys(table);
            problems.ShouldHaveSingleItem().Text.En.ShouldMatch($"Write ('[a-z_.]+' or )*'{key}'");
        }
    }

    [Theory]
    [InlineData("起付线", "In policy files it is 'deductible', which cannot stand here. Known: per, amount.")]
    [InlineData("起付标准", "In policy files it is 'deductible', which cannot stand here. Known: per, amount.")]
    [InlineData("周期", "Write 'per'.")]
    [InlineData("随便", "Known: per, amount.")]
    public void Key_ThatCannotStandHere_IsNamedAllTheSame(string name, string told)
    {
        var problems = new ProblemLog();
        NodeReader.ReadText("2-basic.yaml", $"{name}: 1", problems)!.OnlyKeys("per", "amount");
        problems.ShouldHaveSingleItem().Text.En.ShouldBe($"the key '{name}' is not known here. {told}");
    }

    [Fact]
    public void KeyThatMustStand_InChinese_IsToldOnce()
    {
        var problems = new ProblemLog();
        var node = NodeReader.ReadText("2-basic.yaml", "步骤: 1", problems)!;
        node["steps"].Text();
        node.OnlyKeys("steps", "per");
        problems.ShouldHaveSingleItem().Text.Zh.ShouldBe("此处不能有键“步骤”。请写“steps”。");
    }

    private static string NameOf(string id) =>
        new[]
        {
            PolicyTerms.NameOf(id),
            Terms.OfFact(id).Zh,
            Terms.OfFact($"item.{id}").Zh,
            FactTerms.All.SelectMany(fact => fact.Words).FirstOrDefault(word => word.Id == id)?.Zh,
        }
            .FirstOrDefault(name => name is not null && !Ascii.IsValid(name))
            .ShouldNotBeNull($"'{id}' has no Chinese name: give it one in PolicyTerms");

    /// <summary>The words that the schemas of files list.</summary>
    private static IEnumerable<string> WordsOfTables() =>
        PolicySchema
            .Files()
            .Values.SelectMany(schema => Listed(JsonNode.Parse(schema)))
            .Where(word => word.Length > 0 && char.IsAsciiLetter(word[0]));

    private static IEnumerable<string> Listed(JsonNode? schema) =>
        schema switch
        {
            JsonObject keys => keys.SelectMany(one =>
                one.Key == "enum" ? one.Value!.AsArray().Select(word => word!.ToString()) : Listed(one.Value)
            ),
            JsonArray items => items.SelectMany(Listed),
            _ => [],
        };
}
