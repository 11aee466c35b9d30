using System.Text.Json.Nodes;
using ReimbursementRules.ClaimRules;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Json;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Reports;

/// <summary>References and notes are texts of one language or both, and every sheet shows them in the language that is asked.</summary>
public sealed class CitedLanguageTests
{
    private const string Both = "{ en: \"Town order 3, article 5\", zh: 《某镇医疗保障办法》第五条 }";

    [Theory]
    [InlineData("\"Order 3\"", "Order 3", "Order 3")]
    [InlineData("{ zh: 《办法》 第五条 }", "《办法》 第五条", "《办法》 第五条")]
    [InlineData("{ en: \"Order 3\" }", "Order 3", "Order 3")]
    [InlineData(Both, "Town order 3, article 5", "《某镇医疗保障办法》第五条")]
    [InlineData("{ zh: 办法, en: \"Order\" }", "Order", "办法")]
    public void Text_OfOneLanguageOrBoth_IsKnownInBoth(string written, string en, string zh)
    {
        var source = Share(Book(written, $"note: {written}").Settle(TestClaim.Stay(1_000)));
        source.Reference.ShouldBe(new BilingualText(en, zh));
        source.Note.ShouldBe(new BilingualText(en, zh));
        source.In(Language.Chinese).ShouldBe($"{zh} [2-basic.yaml:16]");
        source.ToString().ShouldBe($"{en} [2-basic.yaml:16]");
    }

    /// <summary>Lines are joined by a blank, and by nothing between two Chinese signs.</summary>
    [Theory]
    [InlineData("|-\n          起付线由患者承担，\n          其余按比例支付。", "起付线由患者承担，其余按比例支付。")]
    [InlineData("|-\n          见“办法”\n          第五条", "见“办法”第五条")]
    [InlineData("|-\n          见 2-basic.yaml\n          第 5 行", "见 2-basic.yaml 第 5 行")]
    [InlineData("|\n          The deductible\n          comes first.\n", "The deductible comes first.")]
    public void Text_OnSeveralLines_IsJoined(string written, string said)
    {
        var source = Share(Book("\"Order 3\"", $"note:\n        zh: {written}").Settle(TestClaim.Stay(1_000)));
        source.Note.ShouldBe(new BilingualText(said, said));
    }

    [Fact]
    public void Sheets_ShowTheLanguageThatIsAsked()
    {
        var settlement = Book(Both, "note: { en: The lower figure., zh: 取较低者。 }").Settle(TestClaim.Stay(1_000));
        var (en, zh) = (TextReport.Write(settlement), TextReport.Write(settlement, Language.Chinese));
        en.ShouldContain("    Town order 3, article 5 [2-basic.yaml:16]\n    Note: The lower figure.\n");
        en.ShouldNotContain("办法");
        zh.ShouldContain("    《某镇医疗保障办法》第五条 [2-basic.yaml:16]\n    注：取较低者。\n");
        zh.ShouldNotContain("Town order 3, article 5");
        HtmlReport.Write(settlement).ShouldContain("<p class=\"source\">Town order 3, article 5 <code>2-basic.yaml:16</code>");
        var html = HtmlReport.Write(settlement, Language.Chinese);
        html.ShouldContain("《某镇医疗保障办法》第五条 <code>2-basic.yaml:16</code>");
        html.ShouldContain("注：取较低者。");
    }

    [Fact]
    public void Comparison_ShowsTheLanguageThatIsAsked()
    {
        var comparison = RulebookComparison.Of(Book(Both), Book("{ zh: 《新办法》第六条 }", value: "80%"));
        var text = ComparisonTextReport.Write(comparison, language: Language.Chinese);
        text.ShouldContain("《某镇医疗保障办法》第五条 [2-basic.yaml:16]");
        text.ShouldContain("《新办法》第六条 [2-basic.yaml:16]");
        ComparisonTextReport.Write(comparison).ShouldContain("Town order 3, article 5 [2-basic.yaml:16]");
        RulebookComparison
            .Of(Book(Both), Book("\"Order 3\"", "note: { zh: 注 }"))
            .Changes.ShouldBeEmpty("references and notes are not compared");
    }

    [Fact]
    public void Json_HasBothLanguagesAlways()
    {
        var source = Step(Book("{ zh: 《办法》 }", "note: A reading.").Settle(TestClaim.Stay(1_000)))["source"]!;
        source["reference"]!.ToJsonString().ShouldBe(new JsonObject { ["en"] = "《办法》", ["zh"] = "《办法》" }.ToJsonString());
        source["note"]!.ToJsonString().ShouldBe("""{"en":"A reading.","zh":"A reading."}""");
    }

    /// <summary>Settlements that were written when a reference was a plain text.</summary>
    [Fact]
    public void Json_WithPlainTexts_IsReadAndMadeAgain()
    {
        var rulebook = Book("\"Order 3\"", "note: A reading.");
        var settlement = rulebook.Settle(TestClaim.Stay(1_000));
        var json = JsonNode.Parse(JsonReport.Write(settlement))!;
        var changed = 0;
        foreach (var source in json["steps"]!.AsArray().Concat(json["items"]!.AsArray()).Select(one => one!["source"]!.AsObject()))
        foreach (var key in (string[])["reference", "note"])
            if (source[key] is { } text)
                (source[key], changed) = (text["en"]!.GetValue<string>(), changed + 1);
        changed.ShouldBe(4);
        JsonReport.Write(Settlement.Parse(json.ToJsonString())).ShouldBe(JsonReport.Write(settlement));
        Replay.Of(rulebook, json.ToJsonString()).Differences.ShouldBeEmpty();
        json["steps"]![1]!["source"]!["reference"] = "Order 4";
        Replay.Of(rulebook, json.ToJsonString()).Differences.Length.ShouldBe(1);
        json["steps"]![1]!["source"]!["reference"] = "Order 3";
        PolicySource(json["steps"]![1]!["source"]!).ShouldBe(settlement.Steps[1].Source);
        PolicySource(Step(settlement)["source"]!).ShouldBe(settlement.Steps[1].Source);
    }

    [Fact]
    public void Source_OfOneLanguage_IsTheSameInBoth()
    {
        PolicySource source = new(new("f.yaml", 1, 1), new BilingualText("", "办法")) { Note = new("Note", "") };
        (source.Reference, source.Note).ShouldBe((new BilingualText("办法", "办法"), new BilingualText("Note", "Note")));
        new PolicySource(new("f.yaml", 1, 1), "Order 3").Reference.ShouldBe(BilingualText.FromString("Order 3"));
        RuleFinding.Flag("odd", new("Odd.", "异常。"), new BilingualText("", "办法")).Reference.ShouldBe("办法");
        Should.Throw<ArgumentNullException>(() => BilingualText.FromString(null!));
    }

    private static PolicySource PolicySource(JsonNode json) =>
        System.Text.Json.JsonSerializer.Deserialize<PolicySource>(json.ToJsonString())!;

    private static JsonNode Step(Settlement settlement) => JsonNode.Parse(JsonReport.Write(settlement))!["steps"]![1]!;

    private static PolicySource Share(Settlement settlement) => settlement.Steps[1].Source;

    private static Rulebook Book(string reference, string more = "", string value = "75%")
    {
        using var folder = new RulebookFolder();
        return folder
            .Replace(
                "2-basic.yaml",
                "      2020-01-01: { value: 75%, reference: \"Town order 3\" }",
                $"      2020-01-01:\n        value: {value}\n        reference: {reference}\n"
                    + (more.Length > 0 ? $"        {more.Replace("\n        ", "\n          ", StringComparison.Ordinal)}\n" : "")
            )
            .Load();
    }
}
