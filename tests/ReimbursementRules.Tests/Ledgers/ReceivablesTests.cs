using ReimbursementRules.Claims;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Ledgers;

/// <summary>What payers owe. A stay of 3,000: the fund pays 1,000, aid a tenth of the other 1,000.</summary>
public sealed class ReceivablesTests
{
    private const string OneStop = "  fund: { title: { en: Fund, zh: 基金 } }\n  aid: { title: { en: Aid, zh: 救助 }, paid_by: fund }\n";
    private const string Advance =
        "  fund: { title: { en: Fund, zh: 基金 }, advance: 33.3333% }\n  aid: { title: { en: Aid, zh: 救助 } }\n";

    private static readonly Money Hundred = Money.Yuan(100);

    public static MemberLedger Stay(Rulebook? book = null) => MemberLedger.Open(book ?? LedgerTown.Book).Settle("A", "2020-03-01", 3_000);

    [Fact]
    public void Post_TwoPayers_MakesTwoAccounts() =>
        Told(Receivables.Empty.Post(Stay())).ShouldBe(["fund for fund 1000.00", "aid for aid 100.00"]);

    [Fact]
    public void Post_OnePayerForAnother_ShowsItsPartApart() =>
        Told(Receivables.Empty.Post(Stay(LedgerTown.With(OneStop)))).ShouldBe(["fund for fund 1000.00", "fund for aid 100.00"]);

    [Fact]
    public void Post_WithAnAdvance_LeavesTheRest()
    {
        var receivables = Receivables.Empty.Post(Stay(LedgerTown.With(Advance)));
        receivables
            .Postings.Select(posting => (posting.Kind, posting.Amount.InYuan))
            .ShouldBe([(PostingKind.Claim, 1_000m), (PostingKind.Advance, -333.33m), (PostingKind.Claim, 100m)]);
        Told(receivables).ShouldBe(["fund for fund 666.67", "aid for aid 100.00"]);
    }

    [Fact]
    public void Post_WithAnAdvance_TakesItBackToTheCent() =>
        Told(Receivables.Empty.Post(Stay(LedgerTown.With(Advance)).Reverse("A", Day.Of("2020-03-02"))))
            .ShouldBe(["fund for fund 0.00", "aid for aid 0.00"]);

    /// <summary>The account has 300 for what the fund left of 3,000. On paper the patient has paid it already, and is owed the fund's part
    /// alone.</summary>
    [Theory]
    [InlineData(ClaimChannel.RealTime, "fund for fund 1000.00", "purse for purse 300.00")]
    [InlineData(ClaimChannel.Manual, "fund for fund 1000.00")]
    public void Post_WithAPersonalAccount_OwesItsPartApart(ClaimChannel channel, params string[] told)
    {
        var book = Town.With(
            folder => folder.Replace("index.yaml", "  aid:", "  purse: { title: { en: Purse, zh: 账户 }, account: yes }\n  aid:"),
            Town.Basic(StepText.Deductible("year", "1_000"), StepText.Tiers("50%")),
            Town.Layer("purse", "purse", "[basic.deductible, basic.share]", "", "{ id: share, kind: account }")
        );
        var ledger = MemberLedger
            .Open(book)
            .Settle(
                LedgerTown.Stay("A", "2020-03-01", 3_000) with
                {
                    Channel = channel,
                    AccountBalance = Money.Yuan(300),
                },
                Day.Of("2020-03-01")
            );
        Told(Receivables.Empty.Post(ledger)).ShouldBe(told);
        DailyTotals
            .Of(ledger.Lines)
            .Select(total => (total.Payer, total.Amount.InYuan))
            .ShouldBe([("fund", 1_000m), ("aid", 0m), ("purse", 300m), ("cash", 1_700m), ("hospital", 0m)]);
        if (channel == ClaimChannel.RealTime)
            Should.Throw<LedgerException>(() =>
                Receivables.Empty.Post(ledger).Deny(ledger.Lines[0], 0, Money.Yuan(1_000.01m), "exam", Day.Of("2020-03-02"))
            );
    }

    [Fact]
    public void Post_Again_PostsOnlyWhatIsNew()
    {
        var first = Stay();
        var receivables = Receivables.Empty.Post(first).Post(first);
        receivables.Postings.Length.ShouldBe(2);
        Told(receivables.Post(first.Settle("B", "2020-03-02", 100))).ShouldBe(["fund for fund 1050.00", "aid for aid 105.00"]);
    }

    [Fact]
    public void Post_AMemberWhoseNumberComesLater_PostsOnlyWhatIsNew()
    {
        var first = Stay();
        var named = first.Settle(LedgerTown.Stay("B", "2020-03-02", 100) with { Member = new() { Id = "M" } }, Day.Of("2020-03-02"));
        Told(Receivables.Empty.Post(first).Post(named).Post(named)).ShouldBe(["fund for fund 1050.00", "aid for aid 105.00"]);
        Told(Receivables.Empty.Post(first).Post(named).Post(Stay())).ShouldBe(["fund for fund 2050.00", "aid for aid 205.00"]);
    }

    [Fact]
    public void Post_ClaimsOfManyPlaces_KeepsAccountsApart()
    {
        var ledger = LedgerTown
            .Empty.Settle(
                LedgerTown.Stay("A", "2020-03-01", 3_000) with
                {
                    Provider = new() { Id = "H-1", Level = HospitalLevel.Two },
                    Member = new() { Scheme = Scheme.Resident },
                },
                Day.Of("2020-03-01")
            )
            .Settle(
                LedgerTown.Stay("B", "2020-03-02", 100) with
                {
                    Provider = new() { Id = "H-2", Level = HospitalLevel.Two },
                    Location = Location.OutOfCity,
                },
                Day.Of("2020-03-02")
            );
        Receivables
            .Empty.Post(ledger)
            .Balances.Where(balance => balance.Receivable.Payer == "fund")
            .Select(balance => (balance.Receivable, balance.Amount.InYuan))
            .ShouldBe([
                (new("H-1", "", "in_area", Scheme.Resident, "fund", "fund"), 1_000m),
                (new("H-2", "", "out_of_city", null, "fund", "fund"), 50m),
            ]);
    }

    [Fact]
    public void Post_AHeldPaperClaim_OwesTheMemberOnceReviewed()
    {
        var held = LedgerTown.Empty.Settle(
            LedgerTown.Stay("A", "2020-03-02", 51_000) with
            {
                Channel = ClaimChannel.Manual,
                Member = new() { Id = "M" },
            },
            Day.Of("2020-03-02")
        );
        var receivables = Receivables.Empty.Post(held);
        receivables.Postings.ShouldBeEmpty();
        receivables.Post(held.Review("A", passed: false, Day.Of("2020-03-03"))).Postings.ShouldBeEmpty();
        receivables = receivables.Post(held.Review("A", passed: true, Day.Of("2020-03-03")));
        Told(receivables).ShouldBe(["fund for fund 25000.00", "aid for aid 2500.00"]);
        receivables.Balances.ShouldAllBe(balance => balance.Receivable.Member == "M" && balance.Receivable.Provider.Length == 0);
    }

    [Theory]
    [InlineData("2020-02-29", true)]
    [InlineData("2020-03-01", false)]
    public void Post_IntoAClosedPeriod_IsRefused(string closed, bool possible)
    {
        var receivables = Receivables.Empty.Close(Day.Of(closed));
        if (possible)
            receivables.Post(Stay()).Postings.Length.ShouldBe(2);
        else
            Should.Throw<LedgerException>(() => receivables.Post(Stay())).Problems.Single().Code.ShouldBe("ledger.day");
    }

    [Fact]
    public void Pay_APart_LeavesTheRest()
    {
        var receivables = Receivables.Empty.Post(Stay());
        var fund = receivables.Balances[0].Receivable;
        Told(receivables.Pay(fund, Hundred, Day.Of("2020-04-01"))).ShouldBe(["fund for fund 900.00", "aid for aid 100.00"]);
        Told(receivables.Pay(fund, Money.Yuan(1_000), Day.Of("2020-04-01"))).ShouldBe(["fund for fund 0.00", "aid for aid 100.00"]);
        Should.Throw<LedgerException>(() => receivables.Pay(fund, Money.Yuan(1_000.01m), Day.Of("2020-04-01")));
    }

    /// <summary>Posted on 2020-03-01 with a term of 30 days: due through 2020-03-31.</summary>
    [Theory]
    [Example("2020-03-31", 30, 1_000, 0)]
    [Example("2020-04-01", 30, 0, 1_000)]
    [Example("2020-03-01", 0, 1_000, 0)]
    [Example("2020-03-02", 0, 0, 1_000)]
    public void Ageing_OfOneAmount_IsOverdueAfterTheTerm(string on, int term, decimal current, decimal overdue)
    {
        var aged = Receivables.Empty.Post(Stay()).Ageing(Day.Of(on), term)[0];
        (aged.Current.InYuan, aged.Overdue.InYuan, aged.Oldest).ShouldBe((current, overdue, new DateOnly(2020, 3, 1)));
    }

    [Fact]
    public void Ageing_AfterAPayment_ClearsTheOldestFirst()
    {
        var receivables = Receivables.Empty.Post(Stay().Settle("B", "2020-03-20", 400));
        var fund = receivables.Balances[0].Receivable;
        var aged = receivables.Pay(fund, Money.Yuan(1_050), Day.Of("2020-04-01")).Ageing(Day.Of("2020-04-10"), 30)[0];
        (aged.Current.InYuan, aged.Overdue.InYuan, aged.Oldest).ShouldBe((150m, 0m, new DateOnly(2020, 3, 20)));
        receivables.Ageing(Day.Of("2020-03-19"), 30)[0].Current.InYuan.ShouldBe(1_000m);
    }

    [Fact]
    public void Ageing_OfAClaimPaidAndTakenBack_IsBelowZero()
    {
        var ledger = Stay();
        var receivables = Receivables.Empty.Post(ledger);
        receivables = receivables
            .Pay(receivables.Balances[0].Receivable, Hundred, Day.Of("2020-03-02"))
            .Post(ledger.Reverse("A", Day.Of("2020-03-03")));
        var aged = receivables.Ageing(Day.Of("2020-05-01"), 30)[0];
        (aged.Current.InYuan, aged.Overdue.InYuan, aged.Oldest).ShouldBe((-100m, 0m, null));
    }

    internal static IEnumerable<string> Told(Receivables receivables) =>
        receivables
            .Balances.GroupBy(balance => $"{balance.Receivable.From} for {balance.Receivable.Payer}")
            .Select(same => $"{same.Key} {same.Sum(balance => balance.Amount.InYuan):0.00}");
}
