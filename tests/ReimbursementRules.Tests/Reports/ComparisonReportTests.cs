using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Reports;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Reports;

/// <summary>The reports of a comparison, word for word. After a wanted change look at each *.received.* file, then let it take the place of
/// the approved one.</summary>
public sealed class ComparisonReportTests
{
    [Theory]
    [InlineData("en.txt")]
    [InlineData("zh.txt")]
    [InlineData("en.html")]
    [InlineData("zh.html")]
    [InlineData("json")]
    public void Report_OfTheTown_IsAsApproved(string form)
    {
        var report = form switch
        {
            "en.txt" => ComparisonTextReport.Write(ComparisonSamples.Town, ComparisonSamples.Claims),
            "zh.txt" => ComparisonTextReport.Write(ComparisonSamples.Town, ComparisonSamples.Claims, Language.Chinese),
            "en.html" => ComparisonHtmlReport.Write(ComparisonSamples.Town, ComparisonSamples.Claims),
            "zh.html" => ComparisonHtmlReport.Write(ComparisonSamples.Town, ComparisonSamples.Claims, Language.Chinese),
            _ => ComparisonJsonReport.Write(ComparisonSamples.Town, ComparisonSamples.Claims),
        };
        var (language, extension) = form.Split('.') is [var first, var second] ? ("." + first, second) : ("", form);
        report.ShouldMatchApproved(how =>
            how.NoDiff()
                .SubFolder("Approved")
                .WithFileExtension(extension)
                .WithFilenameGenerator((_, _, type, ending) => $"comparison{language}.{type}.{ending.TrimStart('.')}")
        );
    }

    [Fact]
    public void Html_OfTheTown_IsWellFormedAndSelfContained()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var html = ComparisonHtmlReport.Write(ComparisonSamples.Town, ComparisonSamples.Claims, language);
            using var reader = XmlReader.Create(new StringReader(html), new() { DtdProcessing = DtdProcessing.Ignore });
            var page = XDocument.Load(reader);
            page.Descendants()
                .Select(element => element.Name.LocalName)
                .ShouldNotContain(tag => tag == "script" || tag == "link" || tag == "img" || tag == "iframe");
            page.Descendants()
                .Attributes()
                .Select(attribute => attribute.Name.LocalName)
                .ShouldNotContain(key => key == "src" || key.StartsWith("on", StringComparison.Ordinal));
            page.Descendants().Attributes("id").Select(id => id.Value).ShouldBeUnique();
            html.ShouldNotContain("url(");
        }
    }

    /// <summary>Claims 2 to 5 win or lose; 6 is settled by the first rulebook alone, and 7 by neither.</summary>
    [Fact]
    public void Html_OfTheTown_LeadsFromEachClaimToItsSteps()
    {
        using var reader = XmlReader.Create(
            new StringReader(ComparisonHtmlReport.Write(ComparisonSamples.Town, ComparisonSamples.Claims)),
            new() { DtdProcessing = DtdProcessing.Ignore }
        );
        var page = XDocument.Load(reader);
        var steps = page.Descendants()
            .Where(element => element.Parent?.Name.LocalName == "details" && element.Attribute("id") is not null)
            .ToDictionary(
                element => element.Attribute("id")!.Value,
                element => element.Elements().Where(side => side.Attribute("class")?.Value == "says").Select(side => side.Value).ToArray()
            );
        string[] led =
        [
            .. page.Descendants()
                .Attributes("href")
                .Select(href => href.Value)
                .Where(href => href.StartsWith('#'))
                .Select(href => href[1..]),
        ];
        led.Order().ShouldBe(["claim-2", "claim-3", "claim-4", "claim-5", "claim-6"]);
        steps.Keys.Order().ShouldBe(led.Order());
        steps["claim-2"].ShouldBe(["Before", "After"]);
        steps["claim-6"].ShouldBe(["Before"]);
    }

    [Fact]
    public void Report_WithoutClaims_SaysWhatChangedOnly()
    {
        ComparisonTextReport.Write(ComparisonSamples.Town).ShouldNotContain("What patients win and lose");
        ComparisonHtmlReport.Write(ComparisonSamples.Town).ShouldNotContain("<svg");
        using var json = JsonDocument.Parse(ComparisonJsonReport.Write(ComparisonSamples.Town));
        json.RootElement.TryGetProperty("claims", out _).ShouldBeFalse();
    }

    [Fact]
    public void Claims_OfTheTown_AreWonLostAndListed()
    {
        var claims = ComparisonSamples.Claims;
        claims
            .Claims.Select(claim => (claim.Number, claim.Gain.InYuan))
            .ShouldBe([(1, 0m), (2, -150m), (3, -75.01m), (4, 2_425m), (5, -150m)]);
        claims.Winners.ShouldBe(new(1, Money.Yuan(2_425)));
        claims.Losers.ShouldBe(new(3, Money.Yuan(375.01m)));
        claims.Unchanged.ShouldBe(1);
        claims
            .Funds.Select(fund => (fund.Id, fund.Change.InYuan))
            .ShouldBe(
                [("fund", 824.99m), ("net", 2_425m), ("aid", 0m)],
                ignoreOrder: true,
                customMessage: "150 and 75.01 less by the deductible; 3600 in place of 2550 by the quota"
            );
        claims.Hospital.Change.ShouldBe(Money.Yuan(-1_200), "it keeps 3600 + 1600 − 4000");
        claims.Unsettled.Select(claim => (claim.Number, claim.Before.Length, claim.After.Length)).ShouldBe([(6, 0, 1), (7, 1, 1)]);
    }

    [Theory]
    [InlineData(new long[] { }, new string[] { })]
    [InlineData(new long[] { 0, 0 }, new[] { "pay the same: 2" })]
    [InlineData(new long[] { 1, 1, -1 }, new[] { "0.01 to 0.01 more: 1", "pay the same: 0", "0.01 to 0.01 less: 2" })]
    [InlineData(
        new long[] { 600, 100, 101 },
        new[]
        {
            "pay the same: 0",
            "0.01 to 1.00 less: 1",
            "1.01 to 2.00 less: 1",
            "2.01 to 3.00 less: 0",
            "3.01 to 4.00 less: 0",
            "4.01 to 5.00 less: 0",
            "5.01 to 6.00 less: 1",
        }
    )]
    [InlineData(
        new long[] { 601 },
        new[] { "pay the same: 0", "0.01 to 2.00 less: 0", "2.01 to 4.00 less: 0", "4.01 to 6.00 less: 0", "6.01 to 8.00 less: 1" }
    )]
    public void Bins_OfGains_HaveRoundEdges(long[] gains, string[] bins)
    {
        ArgumentNullException.ThrowIfNull(gains);
        EffectBins
            .Of([.. gains.Select(gain => new ClaimEffect(1, "", "", Money.Zero, Money.FromCents(gain), Money.Zero))])
            .Select(bin => $"{EffectPicture.Label(bin).En}: {bin.Count}")
            .ShouldBe(bins);
    }

    [Fact]
    public void Bins_OfTheLargestGain_AreFew() =>
        EffectBins
            .Of([new(1, "", "", Money.Zero, Money.Largest, Money.Zero), new(1, "", "", Money.Zero, Money.Zero, Money.Largest)])
            .Count.ShouldBeLessThanOrEqualTo(13);
}
