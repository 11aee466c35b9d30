using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>The glossary in Chinese has everything that files say: facts with their words, kinds of steps, keys and words.</summary>
public sealed class ChineseGlossaryTests
{
    private static readonly string Glossary = ChineseManual.Page("09-glossary.md");

    public static TheoryData<string> Facts => [.. KnownFacts.All.Select(fact => fact.Name)];

    [Theory]
    [MemberData(nameof(Facts))]
    public void Fact_HasItsChineseNameAndWordsAndDefault(string name)
    {
        var fact = KnownFacts.All.Single(fact => fact.Name == name);
        var row = Section("事实")
            .Split('\n')
            .Single(line => line.StartsWith($"| {Terms.OfFact(name).Zh} | `{name}` | ", StringComparison.Ordinal));
        foreach (var word in fact.Words)
            row.ShouldContain($"`{word}` {Terms.OfWord(name, word).Zh}");
        if (fact.Default is { } otherwise)
            row.Split('|')[4].Trim().ShouldBe($"`{otherwise}`");
    }

    [Fact]
    public void Steps_OfALayer_HaveARowEach() =>
        StepCompiler
            .Kinds.Select(kind => kind.Word)
            .Where(word => !Section("步骤种类").Contains($" | `{word}` | ", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Steps_OfALayer_HaveASectionWithAPicture() =>
        StepCompiler
            .Kinds.Select(kind => kind.Word)
            .Where(word =>
                !ChineseManual
                    .Page("05-steps.md")
                    .Split("\n## ")
                    .Any(section =>
                        section.Split('\n')[0].EndsWith($" {word}", StringComparison.Ordinal)
                        && section.Contains(".svg)", StringComparison.Ordinal)
                    )
            )
            .ShouldBeEmpty();

    [Fact]
    public void KeysAndWords_OfTheReaders_AreAllInTheGlossary()
    {
        var all = RulesReadmeTests
            .KeysOfReaders()
            .Concat(RulesReadmeTests.WordsOfReaders())
            .Concat(ClaimFields.All.Select(field => field.Key))
            .Concat(ItemFields.All.Select(field => field.Key))
            .ToList();
        all.Count.ShouldBeGreaterThan(200);
        all.Where(word => !Glossary.Contains($"`{word}`", StringComparison.Ordinal)).ShouldBeEmpty("each stands in the glossary");
    }

    private static string Section(string title) => Glossary.Split($"\n## {title}\n")[1].Split("\n## ")[0];
}
