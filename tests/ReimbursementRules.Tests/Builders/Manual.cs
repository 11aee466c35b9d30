using System.Text;
using System.Text.RegularExpressions;

namespace ReimbursementRules.Tests.Builders;

/// <summary>The manual for policy analysts: its front page, and the pages that this names, as one text.</summary>
internal static partial class Manual
{
    private static readonly string Front = File.ReadAllText(Repository.In("rules", "README.md"));

    /// <summary>The pages, as the front page names them.</summary>
    public static IReadOnlyList<string> Pages { get; } = [.. PageLinks().Matches(Front).Select(link => link.Groups["page"].Value)];

    /// <summary>The files of the manual, the front page first.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [Repository.In("rules", "README.md"), .. Pages.Select(page => Repository.In("rules", "docs", page))];

    /// <summary>All pages one after another, each a chapter: its headings are one level deeper.</summary>
    public static string Text { get; } = string.Concat(Files.Skip(1).Select(file => Deeper(File.ReadAllText(file))).Prepend(Front));

    /// <summary>The headings outside blocks of code, where a line that begins like one is a comment.</summary>
    internal static string Deeper(string page)
    {
        var (text, isCode) = (new StringBuilder(), false);
        foreach (var line in page.Split('\n'))
        {
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            text.Append(!isCode && line.StartsWith('#') ? "#" : "").Append(line).Append('\n');
        }

        return text.ToString();
    }

    [GeneratedRegex(
        @"\]\(docs/(?<page>[a-z-]+\.md)\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex PageLinks();
}
