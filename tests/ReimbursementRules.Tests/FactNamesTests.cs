using System.Text.RegularExpressions;
using ReimbursementRules.Claims;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>Every fact and every word of one has its name in Chinese, the same in the program and in the manual.</summary>
public sealed class FactNamesTests
{
    private static readonly IEnumerable<Fact> Known = [.. KnownFacts.All, .. Enum.GetValues<DecidingDay>().Select(AskedFacts.DayFact)];

    [Fact]
    public void Fact_Known_HasAChineseName() =>
        Known.Where(fact => !IsChinese(Terms.OfFact(fact.Name).Zh)).Select(fact => fact.Name).ShouldBeEmpty();

    [Fact]
    public void Word_OfAKnownFact_HasAChineseName() =>
        (
            from fact in Known
            from word in fact.Words
            where !IsChinese(Terms.OfWord(fact.Name, word).Zh)
            select $"{fact.Name} {word}"
        ).ShouldBeEmpty();

    [Fact]
    public void Name_OfNoFact_IsNotKept() => FactTerms.All.Select(term => term.Id).Except(Known.Select(fact => fact.Name)).ShouldBeEmpty();

    [Fact]
    public void Manual_OfFacts_HasTheSameNames()
    {
        var manual = string.Concat(
            Directory.EnumerateFiles(Repository.In("rules"), "*.md", SearchOption.AllDirectories).Select(File.ReadAllText)
        );
        foreach (var fact in KnownFacts.All)
        {
            manual.ShouldContain($"| `{fact.Name}` | {Terms.OfFact(fact.Name).Zh} |");
            foreach (var word in fact.Words.Where(word => word is not "yes" and not "no" && fact.Name != "admission"))
                manual.ShouldContain($"`{word}` {Terms.OfWord(fact.Name, word).Zh}");
        }
    }

    private static bool IsChinese(string name) => Regex.IsMatch(name, @"^[\u4e00-\u9fff]+$", RegexOptions.None, TimeSpan.FromSeconds(1));
}
