using System.Globalization;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using ReimbursementRules.Claims;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Reports;

/// <summary>What holds of every report.</summary>
public sealed class ReportTests
{
    public static TheoryData<string> Samples() => new(ReportSamples.Names);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Json_OfSample_AddsUpToTheBill(string name)
    {
        using var json = JsonDocument.Parse(JsonReport.Write(ReportSamples.Of(name)));
        var root = json.RootElement;
        Borne(root).ShouldBe(root.GetProperty("bill").GetDecimal());
        foreach (
            var borne in (IEnumerable<JsonElement>)
                [
                    root,
                    .. root.GetProperty("parts").EnumerateObject().Select(part => part.Value),
                    .. root.GetProperty("items").EnumerateArray(),
                ]
        )
            (borne.GetProperty("account").GetDecimal() + borne.GetProperty("cash").GetDecimal()).ShouldBe(
                borne.GetProperty("patient").GetDecimal()
            );
        root.GetProperty("parts").EnumerateObject().Sum(part => Borne(part.Value)).ShouldBe(root.GetProperty("bill").GetDecimal());
        foreach (var item in root.GetProperty("items").EnumerateArray())
        {
            Borne(item).ShouldBe(item.GetProperty("fee").GetDecimal());
            ((string[])["out_of_scope", "over_ceiling", "first_self_pay", "in_scope", "refused"])
                .Sum(part => item.GetProperty(part).GetDecimal())
                .ShouldBe(item.GetProperty("fee").GetDecimal());
        }
    }

    [Fact]
    public void Json_History_IsReadBack()
    {
        var settlement = ReportSamples.Of("layered");
        var path = Path.Combine(Directory.CreateTempSubdirectory("report-").FullName, "settlement.json");
        File.WriteAllText(path, JsonReport.Write(settlement));
        History.Load(path).Entries.Select(Shown).ShouldBe(settlement.History.Entries.Select(Shown));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

        static string Shown(HistoryEntry entry) =>
            $"{entry.What} {entry.Each} {entry.Per} {entry.Since:yyyy-MM-dd} {entry.Amount} {entry.Times}";
    }

    [Fact]
    public void Json_OfReversal_LeavesTheHistoryAsItWas() =>
        ReportSamples.Of("reversal").History.Entries.ShouldBe(ReportSamples.UsedBefore.Entries);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Html_OfSample_IsWellFormedAndSelfContained(string name)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var html = HtmlReport.Write(ReportSamples.Of(name), language);
            var page = Parse(html);
            page.Descendants()
                .Select(element => element.Name.LocalName)
                .ShouldNotContain(tag => tag == "script" || tag == "link" || tag == "img" || tag == "iframe");
            page.Descendants()
                .Attributes()
                .Select(attribute => attribute.Name.LocalName)
                .ShouldNotContain(key => key == "src" || key.StartsWith("on", StringComparison.Ordinal));
            page.Descendants()
                .Where(element => element.Attribute("href") is not null)
                .ShouldAllBe(element => element.Name.LocalName == "a");
            html.ShouldNotContain("url(");
            html.ShouldNotContain("@import");
        }
    }

    [Fact]
    public void Html_OfZeroBill_SaysThatNothingFlows()
    {
        var page = HtmlReport.Write(ReportSamples.Of("zero"));
        page.ShouldContain("The bill is zero: nothing flows to anyone.");
        page.ShouldNotContain("<svg");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Picture_OfSample_KeepsLabelsApart(string name)
    {
        foreach (var size in (FlowSize[])[FlowSize.Desk, FlowSize.Phone])
        {
            var flow = Flow.Of(ReportSamples.Of(name), Language.English);
            if (flow.Streams.Count == 0)
                continue;
            var layout = new FlowLayout(flow, size);
            foreach (var column in (IReadOnlyList<PlacedNode>[])[layout.Sources, layout.Parts, layout.Bearers])
                for (var i = 1; i < column.Count; i++)
                    column[i]
                        .Y.ShouldBeGreaterThanOrEqualTo(
                            column[i - 1].Y + Math.Max(column[i - 1].Height, (column[i - 1].Label.Count + 1) * size.LineHeight)
                        );
        }
    }

    [Fact]
    public void Picture_OfTheLargestBillAndACent_ShowsBoth()
    {
        using var folder = new RulebookFolder();
        var settlement = folder.Load().Settle(TestClaim.Stay(TestClaim.A(80_000_000_000_000m), TestClaim.C(0.01m)));
        Parse(HtmlReport.Write(settlement))
            .Descendants()
            .Where(element => element.Name.LocalName == "tspan")
            .Select(element => element.Value)
            .ShouldContain("0.01");
    }

    [Fact]
    public void Report_OfHostileWords_StaysWellFormed()
    {
        using var folder = new RulebookFolder();
        var item = TestClaim.A(1_000) with { Name = "</td><script>alert(1)</script>\u0001\uFFFF\uD800", Code = "\" onclick=\"x" };
        var settlement = folder.Load().Settle(TestClaim.Stay(item) with { Id = "a<b" });
        Parse(HtmlReport.Write(settlement)).Descendants().ShouldNotContain(element => element.Name.LocalName == "script");
        TextReport.Write(settlement).Where(char.IsControl).Distinct().ShouldBe(['\n']);
        JsonDocument.Parse(JsonReport.Write(settlement)).Dispose();
    }

    [Fact]
    public void Report_OfExampleRulebook_MarksItsNumbers()
    {
        using var folder = new RulebookFolder();
        TextReport.Write(folder.Load().Settle(TestClaim.Stay(1_000))).ShouldContain("Illustrative number, not law.");
    }

    [Fact]
    public void Report_InAnotherCulture_IsTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = All(ReportSamples.Of("layered"));
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "~";
        culture.DateTimeFormat.DateSeparator = ".";
        try
        {
            CultureInfo.CurrentCulture = culture;
            All(ReportSamples.Of("layered")).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static string All(Settlement settlement) =>
            TextReport.Write(settlement) + HtmlReport.Write(settlement, Language.Chinese) + JsonReport.Write(settlement);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Text_InBothLanguages_EndsLinesWithALineFeedOnly(string name)
    {
        foreach (var language in Enum.GetValues<Language>())
            TextReport.Write(ReportSamples.Of(name), language).ShouldNotContain('\r');
    }

    private static decimal Borne(JsonElement of) =>
        of.GetProperty("patient").GetDecimal()
        + of.GetProperty("hospital").GetDecimal()
        + of.GetProperty("payers").EnumerateObject().Sum(payer => payer.Value.GetDecimal());

    private static XDocument Parse(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new() { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }
}
