using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cli;

public sealed class ContributionCommandTests
{
    private static readonly string Fuzhou = Repository.In("rules", "fuzhou");

    private static readonly string Family = Contributor("fuzhou-family.yaml");

    [Fact]
    public void Contribution_OfOnePlan_PrintsWhoPaysWhatAndWhy()
    {
        var run = CliRun.Of("contribution", Fuzhou, Family);
        (run.Code, run.Error).ShouldBe((0, ""));
        run.Output.ShouldContain("The account of a family member pays 100.50 of 150.00.");
        run.Output.ShouldContain("Fuzhou residents' insurance 2014/15: premium of adults and minors (S29) [contributions.yaml:");
    }

    [Fact]
    public void Contribution_InChinese_WordsTheSheetInChinese() =>
        CliRun
            .Of("contribution", Fuzhou, Family, "--plan", "resident", "--lang", "zh")
            .Output.ShouldContain("家庭成员个人账户支付 150.00 元中的 100.50 元。");

    [Fact]
    public void Contribution_OfAnEmployer_SaysUntilWhenItMayBePaid() =>
        CliRun
            .Of("contribution", Repository.In("rules", "employer-relief-2020"), Contributor("halved-employer.yaml"))
            .Output.ShouldContain("may be paid later (deferred), Employer's part: May be paid until 2020-09-30, included");

    [Fact]
    public void Contribution_OfSeveralPlans_AsksWhich()
    {
        var run = CliRun.Of("contribution", Repository.In("rules", "resident-funding-2020"), Family);
        (run.Code, run.Output, run.Error).ShouldBe(
            (1, "", "Name one of these contributions with --plan: funding, premiums_of_the_poor.\n")
        );
    }

    [Fact]
    public void Contribution_OfAnotherPlan_NamesThoseThatThereAre() =>
        CliRun
            .Of("contribution", Fuzhou, Family, "--plan", "residents")
            .Error.ShouldBe("Name one of these contributions with --plan: resident.\n");

    [Fact]
    public void Contribution_OfARulebookWithout_SaysSo()
    {
        var run = CliRun.Of("contribution", CliRun.District, Family, "--lang", "zh");
        (run.Code, run.Error).ShouldBe((1, "tiered-care-district 没有 contributions.yaml。\n"));
    }

    [Fact]
    public void Contribution_OfAContributorWithMistakes_ListsThem()
    {
        var run = CliRun.Of("contribution", Fuzhou, Contributor("halved-employer.yaml"));
        run.Code.ShouldBe(1);
        run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(4);
        run.Error.ShouldContain("halved-employer.yaml:2:1: 'scheme' is missing");
    }

    private static string Contributor(string file) => Repository.In("samples", "Analyst", "contributors", file);
}
