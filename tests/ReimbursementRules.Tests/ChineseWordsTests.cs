using System.Text.RegularExpressions;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>One word for one thing in Chinese: what the glossary says is not used stands nowhere in
/// the program's texts and the papers.</summary>
public sealed partial class ChineseWordsTests
{
    private const string Title = "\n## 一个意思一个词\n";

    /// <summary>Each word that is not used, with the one in its place.</summary>
    public static TheoryData<string, string> Words
    {
        get
        {
            var words = new TheoryData<string, string>();
            foreach (Match row in Rows().Matches(ChineseManual.Page("09-glossary.md").Split(Title)[1]))
            foreach (var word in row.Groups["not"].Value.Split('、'))
                if (word is not ("不用" or "---"))
                    words.Add(word, row.Groups["use"].Value);
            return words;
        }
    }

    /// <summary>Who asks for an agreement, and what claims may be called in files that come in: other words in which one of
    /// those stands.</summary>
    private static readonly string[] Others =
    [
        "申请人",
        "申请日",
        "申请条件",
        "定点申请",
        "谁申请",
        "申请编号",
        "申请号",
        "并入来源申请",
        "[\"本地事项\"]",
        "\"用例\", \"案例\"",
    ];

    private static readonly (string Name, string Text)[] Texts =
    [
        .. Directory
            .EnumerateFiles(Repository.In("src"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".md")
            .Where(file => !Built().IsMatch(file))
            .Select(file => (file, File.ReadAllText(file))),
        .. ChineseManual.Files.Select(page => (page, ChineseManual.Page(page).Split(Title)[0])),
        ("README.zh-CN.md", File.ReadAllText(Repository.In("README.zh-CN.md"))),
    ];

    [Fact]
    public void Words_ThatAreNotUsed_AreListed() => Words.Count.ShouldBeGreaterThan(10);

    [Theory]
    [MemberData(nameof(Words))]
    public void Word_ThatIsNotUsed_StandsNowhere(string word, string use) =>
        Texts
            .SelectMany(text =>
                text.Text.Split('\n')
                    .Select((line, i) => (Line: line, Place: $"{text.Name}:{i + 1}"))
                    .Where(one =>
                        Others
                            .Aggregate(one.Line, (line, other) => line.Replace(other, "", StringComparison.Ordinal))
                            .Contains(word, StringComparison.Ordinal)
                    )
                    .Select(one => one.Place)
            )
            .ShouldBeEmpty($"write {use}");

    [GeneratedRegex(
        @"^\| (?<use>[^|]+) \| (?<not>[^|]+) \|",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Rows();

    [GeneratedRegex(@"[/\\](obj|bin)[/\\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Built();
}
