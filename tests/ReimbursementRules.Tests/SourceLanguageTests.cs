using System.Text.RegularExpressions;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Tests;

/// <summary>The law of a Chinese place is cited in its own language, and what is noted beside it can be read there.</summary>
public sealed partial class SourceLanguageTests
{
    [Theory]
    [InlineData("reference", 500)]
    [InlineData("note", 500)]
    [InlineData("case", 3_000)]
    public void Text_OfAShippedRulebook_IsInChinese(string key, int atLeast)
    {
        List<(string Place, string Text)> texts =
        [
            .. from file in Directory.EnumerateFiles(Repository.Rules, "*.yaml", SearchOption.AllDirectories)
            from node in Under(key, NodeReader.ReadFile(file, new())!)
            select ($"{Path.GetRelativePath(Repository.Rules, file)}:{node.Place.Line}", (node.Optional("zh") ?? node).Raw),
        ];
        texts.Count.ShouldBeGreaterThan(atLeast);
        texts.Where(text => !Han().IsMatch(text.Text)).ShouldBeEmpty("write { zh: …, en: … }");
    }

    private static IEnumerable<Node> Under(string key, Node node) =>
        node
            .Pairs.SelectMany(pair => pair.Key.Raw == key && !pair.Value.IsSequence ? [pair.Value] : Under(key, pair.Value))
            .Concat(node.Elements.SelectMany(element => Under(key, element)));

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Han();
}
