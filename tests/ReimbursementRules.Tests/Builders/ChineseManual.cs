using System.Text.RegularExpressions;

namespace ReimbursementRules.Tests.Builders;

/// <summary>The manual in Chinese: its contents, and the pages and pictures that these name, as one text.</summary>
internal static partial class ChineseManual
{
    public const string Contents = "README.md";

    private static readonly string Front = Page(Contents);

    /// <summary>The pages, as the contents name them.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [.. PageLinks().Matches(Front).Select(link => link.Groups["page"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The contents and the pages.</summary>
    public static IReadOnlyList<string> Files { get; } = [Contents, .. Pages];

    /// <summary>The pictures that the pages show.</summary>
    public static IReadOnlyList<string> Pictures { get; } =
    [.. Files.SelectMany(file => PictureLinks().Matches(Page(file))).Select(link => link.Groups["picture"].Value)];

    /// <summary>All pages one after another, each a chapter: its headings are one level deeper.</summary>
    public static string Text { get; } = string.Concat(Pages.Select(page => Manual.Deeper(Page(page))).Prepend(Front));

    public static string Page(string file) => File.ReadAllText(PathOf(file));

    public static string PathOf(string file) => Repository.In(["rules", "docs", "zh", .. file.Split('/')]);

    [GeneratedRegex(
        @"\]\((?<page>[0-9]{2}-[a-z-]+\.md)\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex PageLinks();

    [GeneratedRegex(
        @"!\[[^\]\n]+\]\((?<picture>[^)\s]+)\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex PictureLinks();
}
