using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>The personal account pays what is left up to its balance; it is the patient's money and no fund.</summary>
public sealed class AccountStepTests
{
    private static readonly string Basic = Town.Basic(StepText.Deductible("claim", "800"), StepText.Tiers("80%"));

    private static readonly string PaysDeductible = Town.Layer("own_deductible", "purse", "basic.deductible", "", StepText.Account);

    private static readonly string PaysShare = Town.Layer("own_share", "purse", "basic.share", "", StepText.Account);

    private static readonly Rulebook Twice = Book(Basic, PaysDeductible, PaysShare);

    /// <summary>Of 4,400 less 800 the fund pays 80%, 2,880; the share is 720. The account pays the deductible first, then the
    /// share.</summary>
    [Theory]
    [Example("0.00", "0.00", "0.00", "1520.00")]
    [Example("799.99", "799.99", "0.00", "720.01")]
    [Example("800.00", "800.00", "0.00", "720.00")]
    [Example("800.01", "800.00", "0.01", "719.99")]
    [Example("1020.00", "800.00", "220.00", "500.00")]
    [Example("1519.99", "800.00", "719.99", "0.01")]
    [Example("1520.00", "800.00", "720.00", "0.00")]
    [Example("1520.01", "800.00", "720.00", "0.00")]
    public void TwoLayers_OfOneBalance_ShareIt(decimal balance, decimal ofDeductible, decimal ofShare, decimal cash)
    {
        var settlement = Twice.Settle(Stay(4_400, balance));
        settlement.Steps.Where(step => step.Kind == StepKind.Account).Select(step => step.Amount.InYuan).ShouldBe([ofDeductible, ofShare]);
        (settlement.Fund(), settlement.Account.InYuan, settlement.Cash.InYuan, settlement.Patient.InYuan).ShouldBe(
            (2_880m, ofDeductible + ofShare, cash, 1_520m)
        );
        settlement.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Step_WithAReference_IsTracedToIt()
    {
        var cited = PaysShare.Replace("kind: account", "kind: account, reference: \"Order 5, article 3\"", StringComparison.Ordinal);
        var source = Book(Basic, cited).Settle(Stay(4_400, 100)).Steps.Single(step => step.Kind == StepKind.Account).Source;
        source.Reference.ShouldBe("Order 5, article 3");
        Twice.Settle(Stay(4_400, 100)).Steps.First(step => step.Kind == StepKind.Account).Source.Reference.ShouldBe("");
    }

    /// <summary>Of 1,500 the account pays the first 500, its whole balance; the employer then pays 85% of the 1,000 that are left in
    /// scope.</summary>
    [Theory]
    [Example("499.99", "850.01")] // 1,000.01 × 85% = 850.0085
    [Example("500.00", "850.00")]
    [Example("500.01", "849.99")] // 999.99 × 85% = 849.9915
    public void LayerAfterTheAccount_WorksOnWhatIsLeft(decimal balance, decimal employer)
    {
        var rulebook = Book(
            Town.Layer("own", "purse", "in_scope", "", StepText.Account),
            Town.Layer("employer", "aid", "in_scope", "", StepText.Tiers("85%"))
        );
        var settlement = rulebook.Settle(Stay(1_500, balance));
        (settlement.Account.InYuan, settlement.Aid(), settlement.Cash.InYuan).ShouldBe((balance, employer, 1_500m - balance - employer));
    }

    /// <summary>The deductible of 500 is the account's to pay: a ceiling on the cost that counts. The rest of what is in scope keeps its
    /// name.</summary>
    [Theory]
    [Example("499.99", "499.99", "850.01")]
    [Example("500.00", "500.00", "850.00")]
    [Example("2000.00", "500.00", "850.00")]
    public void Account_BeforeTheOtherLayers_LeavesTheRestInScope(decimal balance, decimal account, decimal employer)
    {
        var rulebook = Book(
            Town.Layer("own", "purse", "in_scope", "", StepText.Cap("cost", "claim", "500", id: "first"), StepText.Account),
            Town.Layer("employer", "aid", "in_scope", "", StepText.Tiers("85%"))
        );
        var settlement = rulebook.Settle(Stay(1_500, balance));
        (settlement.Account.InYuan, settlement.Aid()).ShouldBe((account, employer));
        settlement.Parts.Select(part => part.Name).ShouldBe(["in_scope", "employer.share"]);
        settlement.Parts[0].Account.InYuan.ShouldBe(account);
        settlement.Held("employer.share").ShouldBe(1_500 - account - employer);
    }

    /// <summary>Below 300 the patient keeps the bill; of the 700 above it the account may pay 400 a year, of which 150 are used.</summary>
    [Fact]
    public void DeductibleAndCap_OfTheAccount_WorkAsInEveryLayer()
    {
        var rulebook = Book(
            Town.Layer(
                "own",
                "purse",
                "in_scope",
                "",
                StepText.Deductible("claim", "300"),
                StepText.Account,
                StepText.Cap("payment", "year", "400")
            )
        );
        var settlement = rulebook.Settle(
            Stay(1_000, 5_000),
            History.Of([new("own.cap", null, Period.Year, new(2020, 1, 1), Money.Yuan(150), 0)])
        );
        (settlement.Account.InYuan, settlement.Cash.InYuan).ShouldBe((250m, 750m));
        settlement.Parts.ShouldHaveSingleItem().Name.ShouldBe("in_scope");
        settlement.History.Entries.Single(entry => entry.What == "own.cap").Amount.InYuan.ShouldBe(400);
    }

    /// <summary>What a cap cuts off is not paid, and so is there for the next layer of the account.</summary>
    [Fact]
    public void Balance_AfterACap_HasWhatWasNotPaid()
    {
        var rulebook = Book(
            Basic,
            Town.Layer("own", "purse", "basic.deductible", "", StepText.Account, StepText.Cap("payment", "claim", "100")),
            PaysShare
        );
        rulebook
            .Settle(Stay(4_400, 500))
            .Steps.Where(step => step.Kind == StepKind.Account)
            .Select(step => (step.Limit.InYuan, step.Before.InYuan, step.Amount.InYuan))
            .ShouldBe([(500m, 0m, 500m), (500m, 100m, 400m)]);
    }

    /// <summary>The aid has paid 90 of 100. A base as it was at first counts 100, but 10 are left to pay.</summary>
    [Fact]
    public void Account_OnABaseAsItWasAtFirst_PaysNoMoreThanIsHeld()
    {
        var rulebook = Book(
            Town.Layer("first", "aid", "out_of_scope", "", StepText.Tiers("90%")),
            Town.Layer("own", "purse", "{ parts: [out_of_scope], as: original }", "", StepText.Account)
        );
        var settlement = rulebook.Settle(TestClaim.Stay(TestClaim.C(100)) with { AccountBalance = Money.Yuan(50) });
        (settlement.Aid(), settlement.Account.InYuan, settlement.Cash.InYuan).ShouldBe((90m, 10m, 0m));
    }

    /// <summary>1,000 in parts of 3 : 1; the account pays for drugs alone.</summary>
    [Theory]
    [Example("move")]
    [Example("item")]
    [Example("total")]
    public void Items_OfTheAccount_AddUpToWhatItPays(string each)
    {
        var rulebook = Town.With(
            folder => WithPurse(folder).Replace("index.yaml", "each: move", $"each: {each}"),
            Town.Layer("own", "purse", "in_scope", "items: { item.kind: drug }", StepText.Account)
        );
        var settlement = rulebook.Settle(
            TestClaim.Stay(
                TestClaim.A(600) with
                {
                    Kind = ItemKind.Drug,
                },
                TestClaim.A(200) with
                {
                    Kind = ItemKind.Drug,
                },
                TestClaim.A(200)
            ) with
            {
                AccountBalance = Money.Yuan(500),
            }
        );
        settlement
            .Items.Select(item => (item.Account.InYuan, item.Cash.InYuan, item.Patient.InYuan))
            .ShouldBe([(375m, 225m, 600m), (125m, 75m, 200m), (0m, 200m, 200m)]);
    }

    /// <summary>The account is the patient's: no payer, no payment of the fund's.</summary>
    [Fact]
    public void Account_OfARulebook_IsNoneOfItsPayers()
    {
        Twice.Payers.ShouldBe(["fund", "aid"]);
        var settlement = Twice.Settle(Stay(4_400, 1_020));
        settlement.Payers.Select(payer => payer.Payer).ShouldBe(["fund", "aid"]);
        settlement.Parts.ShouldAllBe(part => part.Payers.Length == 2);
        settlement.Items.ShouldAllBe(item => item.Payers.Length == 2);
        Should.Throw<ArgumentException>(() => settlement.PaidBy("purse")).Message.ShouldStartWith("'purse' is not a payer of town.");
    }

    [Fact]
    public void Reverse_OfAPaymentOfTheAccount_NegatesIt()
    {
        var reversal = Twice.Settle(Stay(4_400, 1_020)).Reverse();
        (reversal.Account.InYuan, reversal.Cash.InYuan, reversal.Patient.InYuan).ShouldBe((-1_020m, -500m, -1_520m));
        reversal.Items[0].Account.InYuan.ShouldBe(-1_020);
        reversal.Parts.Single(part => part.Name == "basic.share").Account.InYuan.ShouldBe(-220);
    }

    /// <summary>A rulebook without an account does not look at the balance.</summary>
    [Fact]
    public void Balance_WithoutAnAccount_IsNotPaid()
    {
        var settlement = Town.Of(Basic).Settle(Stay(4_400, 1_020));
        (settlement.Account.InYuan, settlement.Cash.InYuan).ShouldBe((0m, 1_520m));
    }

    private static Rulebook Book(params string[] layers) => Town.With(folder => WithPurse(folder), layers);

    private static RulebookFolder WithPurse(RulebookFolder folder) =>
        folder.Replace("index.yaml", "  aid:", "  purse: { title: { en: Personal account, zh: 个人账户 }, account: yes }\n  aid:");

    private static Claim Stay(decimal inScope, decimal balance) => TestClaim.Stay(inScope) with { AccountBalance = Money.Yuan(balance) };
}
