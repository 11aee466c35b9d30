using System.Collections.Immutable;
using System.Text.Json;
using ReimbursementRules.Claims;
using ReimbursementRules.Curves;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Testing;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Curves;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>Several personal accounts, this year's and past years', each with its balance; and balances that go on from claim to
/// claim.</summary>
public sealed class SeveralAccountsTests
{
    private const string Two = """
          this_year: { title: { en: This year's account, zh: 当年账户 }, account: yes }
          past_years: { title: { en: Past years' account, zh: 历年账户 }, account: yes }
        """;

    private static readonly string[] Layers =
    [
        Town.Basic(StepText.Deductible("claim", "800"), StepText.Tiers("80%")),
        Town.Layer("new", "this_year", "[basic.deductible, basic.share]", "", StepText.Account),
        Town.Layer("old", "past_years", "[basic.deductible, basic.share]", "", StepText.Account),
    ];

    private static readonly Rulebook Book = With(Two);

    private static readonly Rulebook Carried = With(
        Two.Replace("当年账户 }, account: yes", "当年账户 }, account: yes, carried: yes, carries_to: past_years", StringComparison.Ordinal)
            .Replace("历年账户 }, account: yes", "历年账户 }, account: yes, carried: yes", StringComparison.Ordinal)
    );

    /// <summary>Of 4,400 less 800 the fund pays 80%, 2,880; 1,520 are the patient's. This year's account pays first.</summary>
    [Theory]
    [Example("1000.00", "500.00", "1000.00", "500.00", "20.00")]
    [Example("1000.00", "519.99", "1000.00", "519.99", "0.01")]
    [Example("1000.00", "520.00", "1000.00", "520.00", "0.00")]
    [Example("1000.00", "520.01", "1000.00", "520.00", "0.00")]
    [Example("1520.00", "100.00", "1520.00", "0.00", "0.00")]
    [Example("1519.99", "100.00", "1519.99", "0.01", "0.00")]
    [Example("0.00", "100.00", "0.00", "100.00", "1420.00")]
    public void EachAccount_PaysUpToItsOwnBalance(decimal now, decimal past, decimal paidNow, decimal paidPast, decimal cash)
    {
        var settlement = Book.Settle(Stay("2020-03-01", ("this_year", now), ("past_years", past)));
        settlement
            .Accounts.Select(account => (account.Payer, account.Amount.InYuan))
            .ShouldBe([("this_year", paidNow), ("past_years", paidPast)]);
        (settlement.Account.InYuan, settlement.Cash.InYuan).ShouldBe((paidNow + paidPast, cash));
        settlement.Parts.Sum(part => part.Account).ShouldBe(settlement.Account);
        settlement.Items.Sum(item => item.Account).ShouldBe(settlement.Account);
        settlement.Payers.Select(payer => payer.Payer).ShouldBe(["fund", "aid"]);
        settlement.History.Entries.ShouldAllBe(entry => entry.What == "admissions");
    }

    /// <summary>What is written can be read back, and a pocket calculator finds nothing.</summary>
    [Fact]
    public void Json_OfSeveralAccounts_NamesEach()
    {
        var settlement = Carried.Settle(
            Stay("2021-03-01", ("past_years", 300)),
            History.Of([new("this_year", null, Period.Year, new(2021, 1, 1), Money.Yuan(200), 0)])
        );
        var json = JsonReport.Write(settlement);
        using var parsed = JsonDocument.Parse(json);
        parsed.RootElement.GetProperty("accounts").ToString().ShouldMatch("\"this_year\": ?200.00,\\s*\"past_years\": ?300.00");
        parsed
            .RootElement.GetProperty("account_payers")
            .EnumerateArray()
            .Select(one => one.GetString())
            .ShouldBe(["this_year", "past_years"]);
        SettlementChecker.Check(json).ShouldBeEmpty();
        SettlementChecker.Check(JsonReport.Write(settlement.Reverse())).ShouldBeEmpty();
        SettlementChecker
            .Check(json.Replace("\"this_year\": 200.00", "\"this_year\": 200.01", StringComparison.Ordinal))
            .Select(found => found.Path)
            .ShouldContain("accounts.this_year");
        var back = JsonSerializer.Deserialize<Settlement>(JsonSerializer.Serialize(settlement))!;
        back.Accounts.ShouldBe(settlement.Accounts);
        back.Account.InYuan.ShouldBe(500);
    }

    [Theory]
    [InlineData(Language.English, "this_year 500.00", "of it: This year's account", "of it: Past years' account")]
    [InlineData(Language.Chinese, "this_year 500.00", "其中：当年账户", "其中：历年账户")]
    public void Sheet_NamesEachAccount(Language language, params string[] told)
    {
        var text = TextReport.Write(Book.Settle(Stay("2020-03-01", ("this_year", 500), ("past_years", 100))), language);
        foreach (var one in told)
            text.ShouldContain(one);
    }

    /// <summary>A claim may name accounts by their ids or titles, in YAML, JSON or the text of a cell.</summary>
    [Theory]
    [InlineData("account_balance: { this_year: 500, past_years: 1_000.01 }")]
    [InlineData("account_balance: { 当年账户: 500, Past years' account: 1_000.01 }")]
    [InlineData("账户余额: { 当年账户: 500, 历年账户: 1_000.01 }")]
    [InlineData("account_balance: \"this_year: 500; past_years: 1_000.01\"")]
    [InlineData("account_balance: \"当年账户：500，历年账户：1000.01\"")]
    public void Balances_OfAClaim_AreReadByPayer(string stated)
    {
        var claim = Claim.Parse($"discharged: 2020-03-01\nsetting: inpatient\n{stated}\nitems: [{{ class: A, amount: 4_400 }}]\n");
        var settlement = Book.Settle(claim);
        settlement.Accounts.Select(account => account.Amount.InYuan).ShouldBe([500m, 1_000.01m]);
        var json = JsonSerializer.Serialize(settlement.Claim);
        json.ShouldContain("\"this_year\": 500.00");
        Claim.ParseJson(json).AccountBalances.ShouldBe(settlement.Claim.AccountBalances, ignoreOrder: true);
    }

    [Theory]
    [InlineData(
        "account_balance: 500",
        "claim.yaml:3:18: nobody can tell whose balance 500.00 is: town has several accounts. Write each by its payer, such as "
            + "{ this_year: 500.00, past_years: 500.00 }."
    )]
    [InlineData(
        "account_balance: { this_yaer: 500 }",
        "claim.yaml:1:1: 'this_yaer' is no personal account of town. Did you mean 'this_year'?"
    )]
    [InlineData(
        "account_balance: { this_year: 5x }",
        "claim.yaml:3:31: '5x' is not an amount. Write yuan without a unit, such as 1200 or 1_200.50, at most two decimals, "
            + "never below zero."
    )]
    [InlineData(
        "account_balance: { this_year: 5, 当年账户: 6 }",
        "claim.yaml:1:1: the key '当年账户' (this_year) stands here a second time. Keep one of them."
    )]
    public void Balance_ThatCannotBe_IsToldWithTheWayOut(string stated, string message)
    {
        var text = $"discharged: 2020-03-01\nsetting: inpatient\n{stated}\nitems: [{{ class: A, amount: 4_400 }}]\n";
        var problem = Should.Throw<InputException>(() => Book.Settle(Claim.Parse(text))).Problems.ShouldHaveSingleItem();
        problem.Text.En.ShouldBe(message[(message.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        problem.Text.Zh.ShouldNotBeEmpty();
    }

    [Fact]
    public void Balances_BuiltInCode_AreCheckedToo()
    {
        Code(Stay("2020-03-01", ("this_year", -0.01m))).ShouldBe("claim.account_balance");
        Code(Stay("2020-03-01", ("this_year", 1)) with { AccountBalance = Money.Yuan(1) }).ShouldBe("claim.account_balance");
        Should.Throw<ArgumentNullException>(() => Stay("2020-03-01") with { AccountBalances = null! });

        static string Code(Claim claim) => Should.Throw<InputException>(() => Book.Settle(claim)).Problems[0].Code;
    }

    /// <summary>The first claim leaves 1,600 − 1,520 = 80 of this year's account, which the second has to pay from.</summary>
    [Theory]
    [Example("1519.99", "0.00", "0.00")]
    [Example("1520.00", "0.00", "0.00")]
    [Example("1520.01", "0.01", "0.00")]
    [Example("3039.99", "1519.99", "0.00")]
    [Example("3040.00", "1520.00", "0.00")]
    [Example("3040.01", "1520.00", "0.01")]
    public void Balance_ThatIsCarried_GoesOnFromClaimToClaim(decimal balance, decimal second, decimal left)
    {
        var first = Carried.Settle(Stay("2020-03-01", ("this_year", balance)));
        var next = Carried.Settle(Stay("2020-04-01"), first.History);
        (next.Accounts[0].Amount.InYuan, next.Accounts[1].Amount.InYuan).ShouldBe((second, 0m));
        Held(next.History, "this_year").ShouldBe(left);
        next.Findings.ShouldBeEmpty();
    }

    /// <summary>200 are left on both accounts. What a claim states is taken; where that is not what is known, it says so.</summary>
    [Theory]
    [Example("199.99", true)]
    [Example("200.00", false)]
    [Example("200.01", true)]
    [Example("0.00", true)]
    public void Balance_ThatIsStated_WinsAndGoesOn(decimal stated, bool differs)
    {
        var history = History.Of([
            new("this_year", null, Period.Year, new(2020, 1, 1), Money.Yuan(200), 0),
            new("past_years", null, Period.Year, new(2020, 1, 1), Money.Yuan(200), 0),
        ]);
        var claim = TestClaim.Stay(50) with
        {
            AccountBalances = ImmutableDictionary<string, Money>.Empty.Add("this_year", Money.Yuan(stated)),
        };
        var settlement = Carried.Settle(claim, history);
        settlement.Findings.Select(found => (found.Id, found.Verdict)).ShouldBe(differs ? [("balance_differs", Verdict.Flag)] : []);
        var now = Math.Min(50, stated);
        settlement.Accounts.Select(account => account.Amount.InYuan).ShouldBe([now, 50 - now]);
        (Held(settlement.History, "this_year"), Held(settlement.History, "past_years")).ShouldBe((stated - now, 200 - 50 + now));
        var reversed = settlement.Reverse();
        (Held(reversed.History, "this_year"), Held(reversed.History, "past_years")).ShouldBe((200m, 200m));
        SettlementChecker.Check(JsonReport.Write(settlement)).ShouldBeEmpty();
        SettlementChecker.Check(JsonReport.Write(reversed)).ShouldBeEmpty();
    }

    /// <summary>On the last day of the benefit year 100 are this year's; on the next they are past years', beside 40 that were
    /// there.</summary>
    [Theory]
    [InlineData("2020-12-31", "this_year 90.00 since 2020-01-01, past_years 40.00 since 2020-01-01", "10.00 0.00")]
    [InlineData("2021-01-01", "past_years 130.00 since 2021-01-01", "0.00 10.00")]
    public void EndOfTheBenefitYear_CarriesWhatIsLeftToTheOtherAccount(string day, string told, string paid)
    {
        var history = History.Of([
            new("this_year", null, Period.Year, new(2020, 1, 1), Money.Yuan(100), 0),
            new("past_years", null, Period.Year, new(2020, 1, 1), Money.Yuan(40), 0),
        ]);
        var settlement = Carried.Settle(TestClaim.Stay(10) with { Admitted = null, Discharged = Day.Of(day) }, history);
        string.Join(' ', settlement.Accounts.Select(account => account.Amount)).ShouldBe(paid);
        string.Join(
                ", ",
                settlement
                    .History.Entries.Where(entry => entry.What != "admissions")
                    .OrderByDescending(entry => entry.What, StringComparer.Ordinal)
                    .Select(entry => $"{entry.What} {entry.Amount} since {entry.Since:yyyy-MM-dd}")
            )
            .ShouldBe(told);
        settlement.Findings.ShouldBeEmpty();
        SettlementChecker.Check(JsonReport.Write(settlement)).ShouldBeEmpty();
        settlement.Reverse().History.Entries.Where(entry => entry.What != "admissions").ShouldBe(history.Entries);
    }

    /// <summary>A claim of last year that comes late draws on what the account holds now.</summary>
    [Fact]
    public void LateClaim_OfTheYearBefore_DrawsOnWhatIsThere()
    {
        var history = History.Of([new("past_years", null, Period.Year, new(2021, 1, 1), Money.Yuan(100), 0)]);
        var settlement = Carried.Settle(TestClaim.Stay(10) with { Admitted = null, Discharged = new(2020, 12, 31) }, history);
        settlement.Accounts[1].Amount.InYuan.ShouldBe(10);
        settlement
            .History.Entries.Single(entry => entry.What == "past_years")
            .ShouldBe(history.Entries[0] with { Amount = Money.Yuan(90) });
    }

    /// <summary>1,000 at first. A late claim of 300 in February takes its money before the one of March, which is settled again.</summary>
    [Fact]
    public void Ledger_SettlesBalancesAgain()
    {
        var ledger = MemberLedger
            .Open(Carried)
            .Settle(Small("A", "2020-01-10", 100, 1_000), new(2020, 5, 1))
            .Settle(Small("C", "2020-03-10", 750, null), new(2020, 5, 2));
        Paid(ledger).ShouldBe("A 100.00, C 750.00");
        ledger = ledger.Settle(Small("B", "2020-02-10", 300, null), new(2020, 5, 3));
        Paid(ledger).ShouldBe("A 100.00, B 300.00, C 600.00");
        Held(ledger.History, "this_year").ShouldBe(0);
        ledger = ledger.Reverse("B", new(2020, 5, 4));
        Paid(ledger).ShouldBe("A 100.00, C 750.00");
        Held(ledger.History, "this_year").ShouldBe(150);
        ledger = ledger.Correct(Small("A", "2020-01-10", 300, 1_000), new(2020, 5, 5));
        Paid(ledger).ShouldBe("A 300.00, C 700.00");
        DailyTotals.Of(ledger.Lines).Where(total => total.Payer == "this_year").Sum(total => total.Amount).InYuan.ShouldBe(1_000);

        static string Paid(MemberLedger ledger) =>
            string.Join(", ", ledger.Settlements.Select(settlement => $"{settlement.Claim.Id} {settlement.Accounts[0].Amount}"));

        static Claim Small(string id, string day, decimal amount, decimal? balance) =>
            TestClaim.Stay(amount) with
            {
                Id = id,
                Admitted = null,
                Discharged = Day.Of(day),
                AccountBalances = balance is { } stated
                    ? ImmutableDictionary<string, Money>.Empty.Add("this_year", Money.Yuan(stated))
                    : ImmutableDictionary<string, Money>.Empty,
            };
    }

    [Fact]
    public void Balance_BelowZeroInAHistoryOfLastYear_IsTold() =>
        Should
            .Throw<InputException>(() =>
                Carried.Settle(
                    TestClaim.Stay(10) with
                    {
                        Admitted = null,
                        Discharged = new(2021, 3, 1),
                    },
                    History.Of([new("past_years", null, Period.Year, new(2020, 1, 1), Money.FromCents(-1), 0)])
                )
            )
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("history.range");

    /// <summary>The curve has both accounts as one, and holds at every amount.</summary>
    [Fact]
    public void Curve_OfSeveralAccounts_AgreesWithSettlements()
    {
        var claim = TestClaim.Stay(TestClaim.A(1)) with
        {
            AccountBalances = Stay("2020-03-01", ("this_year", 300), ("past_years", 450)).AccountBalances,
        };
        var curve = Curve.Of(Book, claim, History.Empty, new VariedAmount(0, Money.Zero, Money.Yuan(5_000)));
        for (var at = 0L; at < 500_000; at += 9_973)
            CurveAgreement.HoldsAsStated(curve, History.Empty, Money.FromCents(at));
        curve.Bearers.Single(bearer => bearer.Id == "account").Title.Zh.ShouldBe("当年账户、历年账户");
    }

    private static Rulebook With(string payers) =>
        Town.With(folder => folder.Replace("index.yaml", "  aid:", $"{payers.TrimEnd()}\n  aid:"), Layers);

    private static decimal Held(History history, string account) =>
        history.Entries.Where(entry => entry.What == account).Sum(entry => entry.Amount).InYuan;

    private static Claim Stay(string day, params (string Payer, decimal Balance)[] balances) =>
        TestClaim.Stay(4_400) with
        {
            Admitted = null,
            Discharged = Day.Of(day),
            AccountBalances = balances.ToImmutableDictionary(one => one.Payer, one => Money.Yuan(one.Balance), StringComparer.Ordinal),
        };
}
