using ReimbursementRules.Claims;
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

    /// <summary>300 were there, and 2% of 8,000 are credited; without a history before, it begins with the credit.</summary>
    [Theory]
    [InlineData(true, "460.00")]
    [InlineData(false, "160.00")]
    public void Contribution_Credited_WritesTheHistoryAfterIt(bool hasHistory, string balance)
    {
        using var folder = Credits(", carried: yes");
        string[] given = hasHistory ? ["--history", In(folder, "before.yaml")] : [];
        var run = CliRun.Of(["contribution", folder.Path, In(folder, "who.yaml"), .. given, "--credited", In(folder, "after.json")]);
        (run.Code, run.Error).ShouldBe((0, ""));
        run.Output.ShouldContain("Own account is credited 100% of 160.00 = 160.00.");
        var after = History.Load(In(folder, "after.json"));
        after.Entries.Select(entry => $"{entry.What} {entry.Since:O} {entry.Amount}").ShouldBe([$"own 2020-01-01 {balance}"]);
    }

    [Fact]
    public void Contribution_CreditedToAnAccountThatIsNotCarried_SaysHowToKeepIt()
    {
        using var folder = Credits("");
        var run = CliRun.Of("contribution", folder.Path, In(folder, "who.yaml"), "--credited", In(folder, "after.json"));
        run.Code.ShouldBe(1);
        run.Error.ShouldContain("no history keeps the balance of 'own'");
        File.Exists(In(folder, "after.json")).ShouldBeFalse();
    }

    [Fact]
    public void Contribution_HistoryWithoutCredited_IsMisused()
    {
        var run = CliRun.Of("contribution", Fuzhou, Family, "--history", Family);
        run.Code.ShouldBe(2);
        run.Error.ShouldContain("--history is what --credited adds to: add --credited FILE, or leave --history out.");
    }

    private static string In(RulebookFolder folder, string file) => Path.Combine(folder.Path, "..", file);

    private static RulebookFolder Credits(string carried) =>
        new RulebookFolder()
            .With("index.yaml", $"{RulebookFolder.Index}  own: {{ title: {{ en: Own account, zh: 本人账户 }}, account: yes{carried} }}\n")
            .With(
                "contributions.yaml",
                ContributionTown.Text(
                    "per: month",
                    "{ who: member, base: wage, rate: { 2020-01-01: { value: 2%, reference: x } }, credits: { account: own, share: { "
                        + "2020-01-01: { value: 100%, reference: x } } } }"
                )
            )
            .With("3-own.yaml", Town.Layer("now", "own", "basic.deductible", "", StepText.Account))
            .With("../before.yaml", "- { what: own, per: year, since: 2020-01-01, amount: 300 }\n")
            .With("../who.yaml", "on: 2020-03-01\namounts: { wage: 8_000 }\n");

    private static string Contributor(string file) => Repository.In("samples", "Analyst", "contributors", file);
}
