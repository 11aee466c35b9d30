using ReimbursementRules.Claims;
using ReimbursementRules.Reports;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests;

/// <summary>What README.zh-CN.md shows is what README.md shows, printed in Chinese.</summary>
public sealed class ChineseReadmeTests
{
    private const string Printing = "TextReport.Write(settlement";

    private static readonly string Chinese = File.ReadAllText(Repository.In("README.zh-CN.md"));

    /// <summary>The lines of README.md are compiled and run; these differ from them in the language alone.</summary>
    [Fact]
    public void Readme_TenLinesOfCSharp_AreThoseOfTheOtherReadme() =>
        LinesOf(Chinese)
            .ShouldBe(
                LinesOf(File.ReadAllText(Repository.In("README.md")))
                    .Replace($"{Printing})", $"{Printing}, Language.Chinese)", StringComparison.Ordinal)
            );

    [Fact]
    public void Readme_Sheet_IsWhatTheFirstCommandPrints()
    {
        var claim = Claim.Load(Repository.In("samples", "Analyst", "claims", "level-two-stay.yaml"));
        var settlement = Rulebook.Load(Path.Combine(Repository.Rules, "tiered-care-district")).Settle(claim);
        var sheet = TextReport.Write(settlement, Language.Chinese);
        var shown = Chinese.Split("<!-- sheet -->\n\n```\n")[1].Split("\n```")[0].Split("\n\n…\n\n");
        shown.Length.ShouldBe(3);
        foreach (var part in shown)
            sheet.ShouldContain(part, Shouldly.Case.Sensitive);
    }

    private static string LinesOf(string readme) => readme.Split("```csharp\n")[1].Split("\n```")[0];
}
