using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Comparisons;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests;

/// <summary>What a rulebook calls its own facts, words and steps stands on sheets, and a settlement takes it along.</summary>
public sealed class TitleTests
{
    private const string Facts = """
        facts:
          plan:
            title: { en: plan, zh: 参保档次 }
            words:
              low: { en: basic plan, zh: 基本档 }
              high: { en: extended plan, zh: 增补档 }
            default: low
          chosen: { title: { en: chosen institution, zh: 选定机构 }, words: [no, yes], default: no }
          ward: { words: [general, special], default: general }

        """;

    [Fact]
    public void Fact_WithATitle_IsCalledByItAndOneWithoutByItsId()
    {
        var settlement = Settled();
        TextReport
            .Write(settlement)
            .ReplaceLineEndings(" ")
            .Replace("            ", "", StringComparison.Ordinal)
            .ShouldContain("chosen institution: yes, plan: extended plan, ward: special");
        TextReport.Write(settlement, Language.Chinese).ShouldContain("选定机构：是，参保档次：增补档，ward：special");
    }

    [Fact]
    public void Fact_WithoutATitle_IsCalledAsTheLibraryCallsIt()
    {
        var settlement = Settled();
        TextReport.Write(settlement).ShouldContain("setting: inpatient");
        TextReport.Write(settlement, Language.Chinese).ShouldContain("就医类型：住院");
    }

    [Fact]
    public void Step_WithATitle_IsCalledByItInTraceAndParts()
    {
        var sheet = TextReport.Write(Settled(), Language.Chinese);
        sheet.ShouldContain("门槛费  ");
        sheet.ShouldContain("记为基本·门槛费");
        sheet.ShouldContain("按比例支付");
        sheet.ShouldNotContain("\ndeductible ");
    }

    [Fact]
    public void Settlement_ReadBack_IsTheSameSheet()
    {
        var settlement = Settled();
        var again = Settlement.Parse(JsonReport.Write(settlement));
        foreach (var language in Enum.GetValues<Language>())
            TextReport.Write(again, language).ShouldBe(TextReport.Write(settlement, language));
        JsonReport.Write(again).ShouldBe(JsonReport.Write(settlement));
    }

    [Fact]
    public void Title_ThatOnlyOneRulebookHas_IsNoChange() =>
        Pair.Of(
                folder => Titled(folder),
                folder =>
                    Titled(folder)
                        .Replace(
                            "index.yaml",
                            "      low: { en: basic plan, zh: 基本档 }\n      high: { en: extended plan, zh: 增补档 }\n    default",
                            "      [low, high]\n    default"
                        )
                        .Replace("2-basic.yaml", "    title: { en: threshold, zh: 门槛费 }\n", "")
            )
            .Lines()
            .ShouldBeEmpty();

    private static Settlement Settled()
    {
        using var folder = new RulebookFolder();
        return Titled(folder)
            .Load()
            .Settle(
                TestClaim.Stay(10_000m) with
                {
                    Attributes = TestClaim.Attributes(("plan", "high"), ("chosen", "yes"), ("ward", "special")),
                }
            );
    }

    private static RulebookFolder Titled(RulebookFolder folder) =>
        folder
            .With("index.yaml", RulebookFolder.Index + Facts)
            .Replace(
                "2-basic.yaml",
                "applies: { setting: inpatient }",
                "applies: { setting: inpatient, plan: [low, high], chosen: [no, yes], ward: [general, special] }"
            )
            .Replace("2-basic.yaml", "- id: deductible\n", "- id: deductible\n    title: { en: threshold, zh: 门槛费 }\n");
}
