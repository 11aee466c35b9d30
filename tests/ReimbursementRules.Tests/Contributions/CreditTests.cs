using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Contributions;
using ReimbursementRules.Reports;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Contributions;

/// <summary>What contributions credit to personal accounts, and how it comes into the history of the member.</summary>
public sealed class CreditTests
{
    private const string Account = "this_year";

    private const string Accounts = """
          this_year: { title: { en: This year's account, zh: 当年账户 }, account: yes, carried: yes, carries_to: past_years }
          past_years: { title: { en: Past years' account, zh: 历年账户 }, account: yes, carried: yes }
          kept: { title: { en: Kept account, zh: 留存账户 }, account: yes }

        """;

    private const string Employer = "who: employer, base: wage, rate: { 2020-01-01: { value: 8%, reference: x } }";

    private const string ByAge =
        "rate: { 2020-01-01: { rows: [ { when: { age: { below: 45 } }, value: 1% }, { when: { age: { from: 45 } }, value: 1.5% } ], "
        + "reference: Credit 4 } }";

    private const string Bounded =
        "factor: { 2020-01-01: { value: 50%, reference: x } }, at_least: { 2020-01-01: { value: 4_200, reference: x } }";

    /// <summary>8% of 1,000.06 is 80.00, of 1,000.07 it is 80.01, half of which is rounded up.</summary>
    [Theory]
    [Example("1000.06", "40.00")]
    [Example("1000.07", "40.01")]
    [Example("0.06", "0.00")]
    [Example("0.07", "0.01")]
    public void Share_OfAPart_IsRoundedOnce(string wage, string credited) =>
        Of(Share("50%"), "2020-03-01", wage, 40).Credits.ShouldHaveSingleItem().Amount.ToString().ShouldBe(credited);

    [Theory]
    [Example(44, "80.00")]
    [Example(45, "120.00")]
    public void Rate_ByAge_IsThatOfTheRow(int age, string credited) =>
        Of(ByAge, "2020-03-01", "8000", age).Credits.ShouldHaveSingleItem().Amount.ToString().ShouldBe(credited);

    /// <summary>The share is of what is asked, half; the rate is of the base, which is no less than its floor.</summary>
    [Theory]
    [Example("share: { 2020-01-01: { value: 25%, reference: x } }", "4199.99", "42.00")]
    [Example("share: { 2020-01-01: { value: 25%, reference: x } }", "4201.00", "42.01")]
    [Example("rate: { 2020-01-01: { value: 1%, reference: x } }", "4199.99", "42.00")]
    [Example("rate: { 2020-01-01: { value: 1%, reference: x } }", "4201.00", "42.01")]
    public void Credit_OfABoundedHalvedPart_IsOfTheShareOrTheBase(string credit, string wage, string credited) =>
        Book($"{{ {Employer}, {Bounded}, credits: {{ account: {Account}, {credit} }} }}")
            .Of(Member("2020-03-01", wage, 40))
            .Credits.ShouldHaveSingleItem()
            .Amount.ToString()
            .ShouldBe(credited);

    [Theory]
    [Example("2020-06-30", "83.30")]
    [Example("2020-07-01", "90.00")]
    [Example("2020-12-31", "90.00")]
    [Example("2021-01-01", "0.00")]
    public void Amount_OfItsDays_IsCreditedThoughLessIsPaid(string day, string credited) =>
        Of(
            "amount: { 2020-01-01: { value: 83.3, reference: x }, 2020-07-01: { value: 90, reference: x }, 2021-01-01: { value: "
                + "repealed, reference: x } }",
            day,
            "10",
            70
        )
            .Credits.ShouldHaveSingleItem()
            .Amount.ToString()
            .ShouldBe(credited);

    [Fact]
    public void Credit_ForSeveralHeads_IsForAllOfThem_AndMovesNothingOfWhoPays()
    {
        var contribution = Book(Part(Share("50%"))).Of(Member("2020-03-01", "0.07", 40) with { Heads = 1_000 });
        contribution.Credits.ShouldHaveSingleItem().Amount.ToString().ShouldBe("10.00");
        contribution.Paid().ShouldBe("employer 10.00");
    }

    [Fact]
    public void Credits_OfSeveralParts_AddUpByAccount()
    {
        var contribution = Two("past_years").Of(Member("2020-03-01", "8000", 40));
        contribution.Credits.Select(credit => $"{credit.Payer} {credit.Amount}").ShouldBe(["this_year 80.00", "past_years 160.00"]);
        Two(Account)
            .Of(Member("2020-03-01", "8000", 40))
            .Credits.Select(credit => $"{credit.Payer} {credit.Amount}")
            .ShouldBe(["this_year 240.00"]);
    }

    [Fact]
    public void Credits_WhereNothingIsCredited_AreNone() =>
        Book($"{{ {Employer} }}").Of(Member("2020-03-01", "8000", 40)).Credits.ShouldBeEmpty();

    [Fact]
    public void Sheet_OfACredit_SaysWhatIsCreditedAndWhy()
    {
        var contribution = Of(ByAge, "2020-03-01", "8000", 45);
        var text = ContributionReport.Write(contribution);
        text.ShouldContain("Credited to personal accounts");
        text.ShouldContain("This year's account is credited 1.5% of 8,000.00 (wage) = 120.00.");
        text.ShouldContain("Credit 4");
        var zh = ContributionReport.Write(contribution, Language.Chinese);
        zh.ShouldContain("划入个人账户");
        zh.ShouldContain("当年账户划入 8,000.00 元（wage）的 1.5% = 120.00 元。");
        ContributionReport
            .Write(Of(Share("50%"), "2020-03-01", "8000", 45))
            .ShouldContain("This year's account is credited 50% of 640.00 = 320.00.");
        ContributionReport
            .Write(Of("amount: { 2020-01-01: { value: 90, reference: x } }", "2020-03-01", "8000", 45), Language.Chinese)
            .ShouldContain("当年账户划入 90.00 元。");
    }

    /// <summary>The last month of a benefit year, and the first of the next.</summary>
    [Theory]
    [Example("2020-12-31", "this_year 2020-01-01 420.00")]
    [Example("2021-01-01", "this_year 2020-01-01 300.00, this_year 2021-01-01 120.00")]
    public void History_AfterACredit_HasItInItsBenefitYear(string day, string entries) =>
        Show(Of(ByAge, day, "8000", 45).Credited(Before())).ShouldBe(entries);

    [Fact]
    public void Claim_AfterACredit_IsPaidFromTheBalance()
    {
        var book = Loaded(Part(ByAge));
        var history = book.Contributions[0].Of(Member("2020-03-01", "8000", 45)).Credited(Before());
        var claim = Claim.Parse("discharged: 2020-10-08\nsetting: inpatient\nitems: [{ class: A, amount: 600 }]\n");
        var settlement = book.Settle(claim, history);
        settlement.Account.ToString().ShouldBe("420.00");
        Show(settlement.History).ShouldNotContain("this_year");
    }

    [Fact]
    public void History_OfSeveralHeads_OfAnotherRulebook_OrOfAnAccountThatIsNotCarried_IsRefused()
    {
        var contribution = Book(Part(Share("50%")).Replace(Account, "kept", StringComparison.Ordinal))
            .Of(Member("2020-03-01", "8000", 45) with { Heads = 2 });
        var before = History.Of([], new() { Rulebook = "other" });
        Should
            .Throw<InputException>(() => contribution.Credited(before))
            .Problems.Select(problem => problem.Text.En)
            .ShouldBe(
                [
                    "no history keeps the balance of 'kept', so that nothing can be added to it. Write 'carried: yes' here, or state the "
                        + "balance with each claim.",
                    $"the history was kept by rulebook 'other', and '{contribution.Rulebook}' credits. Hand in what that rulebook kept, or "
                        + "state the entries without 'rulebook'.",
                    "a history is of one member, and this contribution is for 2 heads. Compute it for one.",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void History_OfAContributionThatNoPlanMade_IsRefused()
    {
        var made = Of(ByAge, "2020-03-01", "8000", 45);
        Should
            .Throw<InvalidOperationException>(() =>
                new Contribution(
                    made.Plan,
                    made.Title,
                    made.Rulebook,
                    made.Contributor,
                    made.Per,
                    made.From,
                    made.Payers,
                    made.Parts,
                    made.Findings
                ).Credited(History.Empty)
            )
            .Message.ShouldBe("Only a contribution that a plan made can be credited. Use ContributionPlan.Of.");
    }

    private static History Before() => History.Of([new(Account, null, Period.Year, Day.Of("2020-01-01"), Money.Yuan(300), 0)]);

    private static string Show(History history) =>
        string.Join(", ", history.Entries.Select(entry => $"{entry.What} {IsoDay.Show(entry.Since)} {entry.Amount}"));

    private static string Share(string share) => $"share: {{ 2020-01-01: {{ value: {share}, reference: x }} }}";

    private static string Part(string credit) => $"{{ {Employer}, credits: {{ account: {Account}, {credit} }} }}";

    private static Contribution Of(string credit, string day, string wage, int age) => Book(Part(credit)).Of(Member(day, wage, age));

    private static Contributor Member(string day, string wage, int age) =>
        new()
        {
            On = Day.Of(day),
            Member = new() { Age = age },
            Amounts = ContributionTown.On(day).Amounts.Add("wage", Money.Yuan(decimal.Parse(wage, CultureInfo.InvariantCulture))),
        };

    private static ContributionPlan Two(string account) =>
        Book(
            Part(ByAge),
            "{ id: member, title: { en: Own part, zh: 个人 }, payer: member, base: wage, rate: { 2020-01-01: { value: 2%, reference: x } }, "
                + $"credits: {{ account: {account}, {Share("100%")} }} }}"
        );

    private static ContributionPlan Book(params ReadOnlySpan<string> parts) => Loaded(parts).Contributions.ShouldHaveSingleItem();

    private static Rulebook Loaded(params ReadOnlySpan<string> parts)
    {
        using var folder = new RulebookFolder();
        return folder
            .With("index.yaml", RulebookFolder.Index + Accounts)
            .With("3-account.yaml", Town.Layer("now", Account, "basic.deductible", "", StepText.Account))
            .With("contributions.yaml", ContributionTown.Text("per: month", parts))
            .Load();
    }
}
