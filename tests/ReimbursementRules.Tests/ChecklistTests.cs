using ReimbursementRules.Checklists;
using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>Applicants compared with a checklist.</summary>
public sealed class ChecklistTests
{
    [Theory]
    [InlineData("99.99", false)]
    [InlineData("100", true)]
    [InlineData("999.99", true)]
    [InlineData("1_000", false)]
    public void Number_InARange_MeetsTheCriterion(string area, bool met) =>
        Unmet("needs: { from: 100, below: 1_000 }", "2020-10-08", ("area", area)).ShouldBe(met ? "" : "one");

    [Theory]
    [InlineData("shop", "one")]
    [InlineData("stall", "")]
    [InlineData("barrow", "")]
    public void Word_ThatIsExcluded_DoesNotMeetTheCriterion(string kind, string unmet) =>
        Unmet("needs: { not: [shop, chain] }", "2020-10-08", ("area", kind)).ShouldBe(unmet);

    [Theory]
    [InlineData("shop", "")]
    [InlineData("barrow", "one")]
    public void Word_ThatIsNamed_MeetsTheCriterion(string kind, string unmet) =>
        Unmet("needs: [shop, chain]", "2020-10-08", ("area", kind)).ShouldBe(unmet);

    [Theory]
    [InlineData("2020-02-29", "")]
    [InlineData("2020-03-01", "one")]
    [InlineData("2020-05-31", "one")]
    [InlineData("2020-06-01", "")]
    public void Criterion_OfSomeDays_HoldsOnThemAlone(string day, string unmet) =>
        Unmet("needs: { from: 100 }, from: 2020-03-01, until: 2020-06-01", day, ("area", "50")).ShouldBe(unmet);

    [Theory]
    [InlineData("private", "one")]
    [InlineData("public", "")]
    public void Criterion_WithAWhen_IsAskedOfThoseAlone(string owner, string unmet) =>
        Unmet("needs: { from: 100 }, when: { owner: { not: public } }", "2020-10-08", ("area", "50"), ("owner", owner)).ShouldBe(unmet);

    [Fact]
    public void Criterion_ThatIsNotMet_HasItsMessageAndReference()
    {
        var unmet = Checklist("needs: { from: 100 }").Check(Applicant("2020-10-08", ("area", "50"))).ShouldHaveSingleItem();
        (unmet.Message.Zh, unmet.Source.Reference).ShouldBe(("太小", "Town order"));
    }

    private static string Unmet(string criterion, string day, params ReadOnlySpan<(string, string)> answers) =>
        string.Join(", ", Checklist(criterion).Check(Applicant(day, answers)).Select(one => one.Id));

    private static Applicant Applicant(string day, params ReadOnlySpan<(string, string)> answers) =>
        new() { On = Day.Of(day), Answers = TestClaim.Attributes(answers) };

    private static Checklist Checklist(string criterion)
    {
        using var folder = new RulebookFolder();
        folder.With(
            "checklists.yaml",
            $"checklists: [{{ id: a, title: {{ en: A, zh: 甲 }}, criteria: [{{ id: one, asks: area, {criterion}, message: {{ "
                + "en: Small, zh: 太小 }, reference: Town order }] }]"
        );
        return folder.Load().Checklists.ShouldHaveSingleItem();
    }
}
