using ReimbursementRules.Batches;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Reports;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Comparisons;

/// <summary>The claims that a comparison lists, with how both rulebooks settle them.</summary>
public sealed class ListedClaimsTests
{
    private static readonly RulebookComparison Dearer = Pair.Changed(folder =>
        folder.Replace("2-basic.yaml", "{ value: 600, reference: \"Town order 2\" }", "{ value: 700, reference: \"Town order 2\" }")
    );

    /// <summary>Of 600 up to 700 a patient loses three quarters of what is above 600, and of more no more than that.</summary>
    [Fact]
    public void Claims_BeyondTheList_AreLeftOut()
    {
        var claims = Dearer.SettleAll(Enumerable.Range(1, 30).Select(number => TestClaim.Stay(600 + number)));
        var listed = claims.Listed.Select(claim => claim.Effect.Number).ToList();
        listed.ShouldBe(Enumerable.Range(0, 20).Select(place => 30L - place));
    }

    [Fact]
    public void Claims_OfTheSameLoss_AreListedAsHandedIn() =>
        Dearer
            .SettleAll(Enumerable.Repeat(TestClaim.Stay(2_000), 25))
            .Listed.Select(claim => claim.Effect.Number)
            .ShouldBe(Enumerable.Range(1, 20).Select(number => (long)number));

    [Fact]
    public void Page_OfClaims_FoldsBothTracesUnderEach()
    {
        var html = ComparisonHtmlReport.Write(Dearer, Dearer.SettleAll([TestClaim.Stay(2_000) with { Id = "C-9" }]));
        var folded = html[html.IndexOf("<details>", StringComparison.Ordinal)..html.IndexOf("</details>", StringComparison.Ordinal)];
        folded.ShouldContain("<summary>#1 C-9</summary>");
        folded.ShouldContain("The patient keeps 600.00 of 2,000.00");
        folded.ShouldContain("The patient keeps 700.00 of 2,000.00");
        folded.IndexOf("keeps 600.00", StringComparison.Ordinal).ShouldBeLessThan(folded.IndexOf("keeps 700.00", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_OfClaimsThatAreNotSettled_BeginsWithThem()
    {
        var text = ComparisonTextReport.Write(Dearer, Dearer.SettleAll([TestClaim.Stay(2_000) with { Setting = null }]));
        text.IndexOf("Claims that not both can settle", StringComparison.Ordinal)
            .ShouldBeInRange(0, text.IndexOf("What changed", StringComparison.Ordinal));
    }
}
