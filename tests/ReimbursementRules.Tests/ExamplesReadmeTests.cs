using System.Text.RegularExpressions;
using ReimbursementRules.Checks;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>The table of the examples leaves no folder out, and its published sums are cases that exist.</summary>
public sealed partial class ExamplesReadmeTests
{
    private static readonly string Examples = Repository.In("rules", "examples");

    private static readonly string Readme = File.ReadAllText(Path.Combine(Examples, "README.md"));

    public static TheoryData<string, string> PublishedSums
    {
        get
        {
            var sums = new TheoryData<string, string>();
            foreach (Match row in PublishedRow().Matches(Readme))
                sums.Add(row.Groups["folder"].Value, row.Groups["case"].Value);
            return sums;
        }
    }

    [Fact]
    public void Folders_OfTheReadme_AreThoseThatExist() =>
        Link()
            .Matches(Readme)
            .Select(link => link.Groups["folder"].Value)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(Directory.GetDirectories(Examples).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(PublishedSums))]
    public void Case_OfAPublishedSum_StandsInItsFolder(string folder, string name) =>
        RulebookCheck.Run(Repository.In("rules", "examples", folder)).Cases.Select(one => one.Name.En).ShouldContain(name);

    [GeneratedRegex(
        @"\[(?<folder>[a-z0-9-]+)\]\(\k<folder>\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Link();

    [GeneratedRegex(
        @"^\| `[^`|]+` \|[^|]+\|[^|]+\| \[(?<folder>[a-z0-9-]+)\]\(\k<folder>\) \| (?<case>[^|]+) \|",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex PublishedRow();
}
