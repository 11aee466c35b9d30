using System.Text.RegularExpressions;
using System.Xml.Linq;
using ReimbursementRules.Checks;
using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>The manual in Chinese: every page is found, every picture can be read, every example loads and settles as it
/// says.</summary>
public sealed partial class ChineseManualTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<ReadmeExample> Examples => [.. ReadmeExample.In(ChineseManual.Text)];

    public static TheoryData<string> Pictures => [.. ChineseManual.Pictures];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_OfAPage_LoadsAndItsCasesPass(ReadmeExample example)
    {
        ArgumentNullException.ThrowIfNull(example);
        using var folder = example.Folder();
        var report = RulebookCheck.Run(folder.Path);
        report.Problems.Select(problem => problem.ToString()).ShouldBeEmpty();
        report.Cases.SelectMany(one => one.Mismatches).Select(mismatch => mismatch.ToString()).ShouldBeEmpty();
        foreach (var text in example.Claims)
            Should.NotThrow(() => report.Rulebook!.Settle(Claim.Parse(text)));
    }

    /// <summary>What the first page says of file names: a layer may be named in Chinese, a file of cases anything; others stand there for
    /// nothing and are refused.</summary>
    [Theory]
    [InlineData("2-住院.yaml", true)]
    [InlineData("999-a.yaml", true)]
    [InlineData("1000-a.yaml", false)]
    [InlineData("2-a.YAML", false)]
    [InlineData("说明.docx", false)]
    [InlineData("README.zh.md", true)]
    [InlineData(".schema/x.json", true)]
    [InlineData("附件/x.yaml", false)]
    public void FileName_IsTaken_AsTheFirstPageSays(string name, bool isTaken)
    {
        using var folder = ReadmeExample.In(ChineseManual.Text)[0].Folder();
        folder.Without("2-basic.cases.yaml").With("随便.cases.yaml", "[]\n");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, name))!);
        if (name.Contains("yaml", StringComparison.OrdinalIgnoreCase) && !name.Contains('/', StringComparison.Ordinal))
            File.Move(Path.Combine(folder.Path, "2-basic.yaml"), Path.Combine(folder.Path, name));
        else
            File.WriteAllText(Path.Combine(folder.Path, name), "x");
        RulebookCheck.Run(folder.Path).Problems.Count.ShouldBe(isTaken ? 0 : 1);
    }

    [Fact]
    public void Examples_OfThePages_AreAllMarked() => ReadmeExample.Unmarked(ChineseManual.Text).ShouldBeEmpty();

    [Fact]
    public void Files_OfTheFolder_AreThoseThatTheContentsAndThePagesName() =>
        Directory
            .GetFiles(Repository.In("rules", "docs", "zh"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.In("rules", "docs", "zh"), file).Replace('\\', '/'))
            .ShouldBe(ChineseManual.Files.Concat(ChineseManual.Pictures), ignoreOrder: true);

    [Fact]
    public void Pages_LeadBackToTheContents() =>
        ChineseManual
            .Pages.Where(page => !ChineseManual.Page(page).Contains("[手册目录](README.md)", StringComparison.Ordinal))
            .ShouldBeEmpty();

    /// <summary>The sentences and the glossary are looked up; every other page is read in one sitting.</summary>
    [Fact]
    public void Pages_AreReadInOneSitting() =>
        ChineseManual
            .Files.Where(file =>
                ChineseManual.Page(file).Split('\n').Length
                > (file.Contains("sentences", StringComparison.Ordinal) || file.Contains("glossary", StringComparison.Ordinal) ? 650 : 400)
            )
            .ShouldBeEmpty();

    [Fact]
    public void Readmes_LeadToTheManual()
    {
        File.ReadAllText(Repository.In("README.md")).ShouldContain("(README.zh-CN.md)");
        File.ReadAllText(Repository.In("README.zh-CN.md")).ShouldContain("(rules/docs/zh/README.md)");
        File.ReadAllText(Repository.In("rules", "README.md")).ShouldContain("(docs/zh/README.md)");
    }

    /// <summary>A picture says in words what it shows, does nothing of its own, and has colours for light and dark pages.</summary>
    [Theory]
    [MemberData(nameof(Pictures))]
    public void Picture_CanBeReadByEveryone(string picture)
    {
        var svg = XDocument.Load(ChineseManual.PathOf(picture)).Root!;
        svg.Element(Svg + "title")!.Value.ShouldNotBeEmpty();
        svg.Element(Svg + "desc")!.Value.ShouldNotBeEmpty();
        svg.Attribute("role")!.Value.ShouldBe("img");
        svg.Descendants(Svg + "script").ShouldBeEmpty();
        svg.Element(Svg + "style")!.Value.ShouldContain("prefers-color-scheme: dark");
    }

    [Fact]
    public void Sentences_AreFiftyAndEachHasItsYamlAndACase()
    {
        var sections = ChineseManual
            .Pages.Where(page => page.StartsWith("10-sentences-", StringComparison.Ordinal))
            .SelectMany(page => SectionStart().Split(ChineseManual.Page(page)).Skip(1).Select(text => (page, text)))
            .ToList();
        sections
            .Select(section => section.text.Split('\n')[0].Split(' ')[1])
            .ShouldBe(Enumerable.Range(1, 50).Select(number => $"{number}"));
        foreach (var (_, text) in sections)
        {
            text.ShouldContain("\n> ", Shouldly.Case.Sensitive, text);
            text.ShouldMatch("(?s)<!-- (file|step): [a-z0-9-]+\\.yaml -->.*<!-- file: [a-z0-9-]+\\.cases\\.yaml -->");
        }

        var list = ChineseManual.Page("10-sentences.md");
        sections
            .Select(section => $"[{section.text.Split('\n')[0]["## ".Length..]}]({section.page}#")
            .Where(link => !list.Contains(link, StringComparison.Ordinal))
            .ShouldBeEmpty("the list names each sentence");
    }

    [GeneratedRegex("^(?=## )", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SectionStart();
}
