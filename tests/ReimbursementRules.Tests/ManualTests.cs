using System.Text.RegularExpressions;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>The pages of the manual and of the project hold together: none is lost, none is endless, and every link leads
/// somewhere.</summary>
public sealed partial class ManualTests
{
    public static TheoryData<string> Papers =>
        [
            .. Manual.Files.Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')),
            .. ChineseManual.Files.Select(file => $"rules/docs/zh/{file}"),
            "README.md",
            "README.zh-CN.md",
            "ARCHITECTURE.md",
            "CONTRIBUTING.md",
            "CHANGELOG.md",
        ];

    [Fact]
    public void Pages_OfTheFrontPage_AreThoseThatExist() =>
        Manual
            .Pages.Order(StringComparer.Ordinal)
            .ShouldBe(Directory.GetFiles(Repository.In("rules", "docs")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!);

    [Fact]
    public void Pages_AreReadInOneSitting()
    {
        File.ReadAllLines(Manual.Files[0]).Length.ShouldBeLessThanOrEqualTo(200);
        Manual.Files.Skip(1).Where(file => File.ReadAllLines(file).Length > 400).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Links_OfAPaper_LeadSomewhere(string paper)
    {
        var file = Repository.In(paper.Split('/'));
        var lost = Links()
            .Matches(File.ReadAllText(file))
            .Select(link => link.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !Leads(file, target));
        lost.ShouldBeEmpty();
    }

    /// <summary>A page is read alone: what stands on another is told by a link.</summary>
    [Fact]
    public void Pages_SayWhatStandsElsewhereByALink() =>
        Manual
            .Files.SelectMany(file => ByPlace().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}"))
            .ShouldBeEmpty();

    private static bool Leads(string from, string target)
    {
        var parts = target.Split('#');
        var file = parts[0].Length == 0 ? from : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(from)!, parts[0]));
        return (File.Exists(file) || Directory.Exists(file)) && (parts.Length == 1 || Anchors(file).Contains(parts[1]));
    }

    private static HashSet<string> Anchors(string file) =>
        [
            .. Headings()
                .Matches(File.ReadAllText(file))
                .Select(heading => NotOfAnAnchor().Replace(heading.Groups["title"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-')),
        ];

    [GeneratedRegex(
        @"(?<!!)\[[^\]\n]+\]\((?<target>[^)\s]+)\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Links();

    [GeneratedRegex(
        "^#{1,4} (?<title>.+)$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Headings();

    [GeneratedRegex(
        "see above|described above|section above|section below|word of this page",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex ByPlace();

    [GeneratedRegex(@"[^\w\- \u4e00-\u9fff]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotOfAnAnchor();
}
