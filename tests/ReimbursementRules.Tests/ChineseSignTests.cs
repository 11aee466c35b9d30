using System.Text.RegularExpressions;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Cli;

namespace ReimbursementRules.Tests;

/// <summary>Chinese texts of the library and the command have the signs of Chinese writing: a comma, colon, semicolon or bracket beside a
/// Chinese character is full-width. Half-width ones stand only between what files write: words, keys, numbers, code.</summary>
public sealed partial class ChineseSignTests
{
    /// <summary>A key and its value as files write them, which messages show.</summary>
    private const string KeyAndValue = "“键: 值”";

    [Fact]
    public void Texts_OfTheSource_HaveFullWidthSigns()
    {
        var texts = (
            from root in (string[])["ReimbursementRules", "ReimbursementRules.Cli"]
            from file in Directory.GetFiles(Repository.In("src", root), "*.cs", SearchOption.AllDirectories)
            where !BuildFolder().IsMatch(file)
            from line in File.ReadLines(file)
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            from Match literal in Literal().Matches(line)
            let text = literal.Value.Replace(KeyAndValue, "", StringComparison.Ordinal)
            let said = Mapping().Replace(text, "")
            where Chinese().IsMatch(said) && !IsPattern(said)
            select (File: Path.GetFileName(file), Text: said)
        ).ToList();
        texts.Count.ShouldBeGreaterThan(1000);
        texts.Where(one => HalfWidth().IsMatch(one.Text) && !BothAtOnce().IsMatch(one.Text)).ShouldBeEmpty();
    }

    /// <summary>Whether a literal is a pattern to look for, which nobody reads.</summary>
    private static bool IsPattern(string literal) =>
        literal.Contains(@"\A", StringComparison.Ordinal) || literal.Contains(@"\z", StringComparison.Ordinal);

    [Theory]
    [InlineData("结算单: 某镇", true)]
    [InlineData("拒付, over_ceiling", true)]
    [InlineData("一级 (one)", true)]
    [InlineData("（one), 二级", true)]
    [InlineData("结算单：某镇", false)]
    [InlineData("一级（one）、二级（two）", false)]
    [InlineData("请写范围，如 { from: 18, below: 60 }。", false)]
    public void HalfWidthSigns_AreSeen(string text, bool seen) => HalfWidth().IsMatch(text).ShouldBe(seen);

    [Theory]
    [InlineData("tiered-care-district", "level-two-stay.yaml")]
    [InlineData("beijing-employee", "beijing-employee-stay.yaml")]
    [InlineData("tiered-care-district", "tiered-care-quota-saving.yaml")]
    [InlineData("tiered-care-district", "class-b-and-ceiling.yaml")]
    public void Sheet_InChinese_HasFullWidthSigns(string rulebook, string claim)
    {
        var sheet = CliRun.Of(
            "settle",
            Repository.In("rules", rulebook),
            Repository.In("samples", "Analyst", "claims", claim),
            "--lang",
            "zh"
        );
        sheet.Error.ShouldBeEmpty();
        sheet.Output.Split('\n').Where(line => HalfWidth().IsMatch(line)).ShouldBeEmpty();
    }

    /// <summary>A step that only says by which rate the next one pays has no result of its own.</summary>
    [Fact]
    public void Sheet_WithARateThatGrows_ShowsNoZeroForIt()
    {
        var sheet = CliRun.Of(
            "settle",
            Repository.In("rules", "wuhan"),
            Repository.In("samples", "Analyst", "claims", "wuhan-stay.yaml"),
            "--lang",
            "zh"
        );
        sheet.Output.Split('\n').Single(line => line.StartsWith("比例调整", StringComparison.Ordinal)).ShouldNotContain("0.00");
    }

    [GeneratedRegex(@"\$?""(?:[^""\\]|\\.)*""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"[\u4e00-\u9fff]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Chinese();

    [GeneratedRegex(
        @"[\u4e00-\u9fff”）][ ]?[(]|[\u4e00-\u9fff”）][,;:)]|[,;:][ ]?[\u4e00-\u9fff“（]|[)][\u4e00-\u9fff]|[(][\u4e00-\u9fff]",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex HalfWidth();

    /// <summary>An English text that shows Chinese words, as of keys that a claim writes in Chinese.</summary>
    [GeneratedRegex(@"[a-z]{3,} [a-z]+ ", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BothAtOnce();

    /// <summary>A mapping as a file writes it, which messages show.</summary>
    [GeneratedRegex(@"\{ \w+: [^{}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mapping();

    [GeneratedRegex(@"[/\\](obj|bin)[/\\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BuildFolder();
}
