using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Json;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests;

/// <summary>Everything that files name by a key or a word has its name in both languages, and is found by it.</summary>
public sealed class TermsTests
{
    private static readonly string[] FieldKeys =
    [
        .. ClaimFields.All.Select(field => field.Key),
        .. ItemFields.All.Select(field => $"item.{field.Key}"),
    ];

    [Fact]
    public void Fact_AndField_HasANameInBothLanguages() =>
        KnownFacts.All.Select(fact => fact.Name).Concat(FieldKeys).Where(key => !IsNamed(Terms.OfFact(key))).ShouldBeEmpty();

    [Fact]
    public void Fact_AndField_IsFoundByEachOfItsNames()
    {
        foreach (var fact in KnownFacts.All.Select(fact => fact.Name))
            new[] { fact, Terms.OfFact(fact).En, Terms.OfFact(fact).Zh }.Select(Terms.FactCalled).ShouldAllBe(found => found == fact);
        foreach (var key in FieldKeys)
            new[] { key, Terms.OfFact(key).En, Terms.OfFact(key).Zh }.Select(Terms.FieldCalled).ShouldAllBe(found => found == key);
    }

    [Fact]
    public void Word_OfAFact_IsFoundByEachOfItsNames()
    {
        foreach (var fact in KnownFacts.All)
        foreach (var word in fact.Words)
        {
            var name = Terms.OfWord(fact.Name, word);
            IsNamed(name).ShouldBeTrue($"{fact.Name} {word}");
            new[] { word, name.En, name.Zh }.Select(one => Terms.WordCalled(fact.Name, one)).ShouldAllBe(found => found == word);
        }
    }

    [Theory]
    [InlineData("医院等级", "hospital.level")]
    [InlineData(" 医院级别　", "hospital.level")]
    [InlineData("HOSPITAL LEVEL", "hospital.level")]
    [InlineData("出院日期", "discharged")]
    [InlineData("目录类别", "item.class")]
    [InlineData("住院天数", null)]
    [InlineData("门牌号", null)]
    public void Field_OfAName_IsFoundAsPeopleWriteIt(string name, string? key) => Terms.FieldCalled(name).ShouldBe(key);

    [Theory]
    [InlineData("hospital.level", "三级医院", "three")]
    [InlineData("item.class", "甲", "A")]
    [InlineData("item.class", "a", "A")]
    [InlineData("retired", "是", "yes")]
    [InlineData("poverty", "无", "none")]
    [InlineData("poverty", "富裕", null)]
    [InlineData("age", "是", null)]
    [InlineData("plan", "是", null)]
    public void Word_OfAName_IsFoundAsPeopleWriteIt(string fact, string name, string? word) => Terms.WordCalled(fact, name).ShouldBe(word);

    [Fact]
    public void Fact_OfARegion_IsItsOwnName()
    {
        Terms.OfFact("plan").ShouldBe(new BilingualText("plan", "plan"));
        Terms.OfWord("plan", "high").ShouldBe(new BilingualText("high", "high"));
        Terms.FactCalled("plan").ShouldBeNull();
    }

    [Fact]
    public void Word_OfEachPublicEnum_HasANameInBothLanguages()
    {
        var of = typeof(Terms).GetMethod(nameof(Terms.Of))!;
        var nameless =
            from type in typeof(Terms).Assembly.GetExportedTypes()
            where type.IsEnum
            from word in Enum.GetValues(type).Cast<object>()
            where !IsNamed((BilingualText)of.MakeGenericMethod(type).Invoke(null, [word])!)
            select $"{type.Name}.{word}";
        nameless.ShouldBeEmpty();
    }

    [Fact]
    public void Word_OfAnEnumOfTheFact_IsNamedAsTheFactsWord()
    {
        Terms.Of(HospitalLevel.Three).ShouldBe(new BilingualText("three", "三级"));
        Terms.Of(StepKind.Deductible).ShouldBe(new BilingualText("deductible", "起付线"));
        Should.Throw<ArgumentException>(() => Terms.Of(DayOfWeek.Monday)).Message.ShouldContain("System.DayOfWeek is no public enum");
        Should.Throw<ArgumentOutOfRangeException>(() => Terms.Of((HospitalLevel)9)).Message.ShouldContain("This is no HospitalLevel");
    }

    [Fact]
    public void Key_OfASettlementInJson_HasANameInBothLanguages()
    {
        var schema = JsonSchemas.Of<Settlement>();
        schema["properties"]!.AsObject().Remove("claim");
        schema["properties"]!.AsObject().Remove("linked");
        Keys(schema).Distinct().Where(key => !IsNamed(Terms.OfResult(key))).ShouldBeEmpty();
        IsNamed(Terms.OfResult("claim")).ShouldBeTrue();
        IsNamed(Terms.OfResult("linked")).ShouldBeTrue();
    }

    [Fact]
    public void Manual_OfKeysThatAreNoFacts_HasTheSameNames()
    {
        var manual = File.ReadAllText(Repository.In("rules/docs/facts.md"));
        foreach (var key in FieldKeys.Except(KnownFacts.All.Select(fact => fact.Name)))
            manual.ShouldContain($"| `{key}` | {Terms.OfFact(key).Zh} |");
    }

    private static IEnumerable<string> Keys(JsonNode? schema) =>
        schema switch
        {
            JsonObject one => (one["properties"] as JsonObject ?? [])
                .Select(property => property.Key)
                .Concat(one.SelectMany(member => Keys(member.Value))),
            JsonArray list => list.SelectMany(Keys),
            _ => [],
        };

    private static bool IsNamed(BilingualText name) =>
        Regex.IsMatch(name.Zh, @"^[\u4e00-\u9fff]+$", RegexOptions.None, TimeSpan.FromSeconds(1))
        && Regex.IsMatch(name.En, "^[A-Za-z' -]+$", RegexOptions.None, TimeSpan.FromSeconds(1));
}
