using ReimbursementRules.ClaimRules;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.ClaimRules;

/// <summary>What NRules rules of a program's own may do with a claim: as a gate of the policy does.</summary>
public sealed class OwnRulesTests
{
    private static readonly RulebookFolder Folder = new();
    private static readonly Rulebook Town = Folder.Load();
    private static readonly RuleFinding Refusal = RuleFinding.Refuse("own", OwnRule.Words, "Order 9");
    private static readonly RuleFinding Hold = RuleFinding.Hold("own", OwnRule.Words, "Order 9");
    private static readonly RuleFinding Flag = RuleFinding.Flag("own", OwnRule.Words, "Order 9");

    [Fact]
    public void Settle_RulesThatFindNothing_IsTheSame() =>
        SettlementText
            .Of(With(OwnRule.OfClaim("never", claim => claim.Claim.Disease == "none", Refusal)).Settle(TestClaim.Stay(18_000)))
            .ShouldBe(SettlementText.Of(Town.Settle(TestClaim.Stay(18_000))));

    /// <summary>1,000 are refused; of the other 17,000 the fund pays 75% after 600.</summary>
    [Theory]
    [InlineData(null, 0, 12_300, 5_700)]
    [InlineData("hospital", 1_000, 12_300, 4_700)]
    [InlineData("fund", 0, 13_300, 4_700)]
    public void Settle_ItemRefused_IsBorneByWhoIsLiable(string? liable, int hospital, int fund, int patient)
    {
        var finding = liable is null ? Refusal : Refusal.BorneBy(liable);
        var settlement = With(OwnRule.OfItem("imaging", item => item.Item.Code == "ct", finding))
            .Settle(TestClaim.Stay(TestClaim.A(17_000), TestClaim.A(1_000) with { Code = "ct" }));
        settlement.Status.ShouldBe(SettlementStatus.Settled);
        settlement.Hospital.InYuan.ShouldBe(hospital);
        settlement.PaidBy("fund").InYuan.ShouldBe(fund);
        settlement.Patient.InYuan.ShouldBe(patient);
        settlement.Items[1].Refused.ShouldBe(Money.Yuan(1_000));
        settlement.Items[1].Source.ToString().ShouldBe("Order 9 [imaging]");
        settlement.Findings.ShouldBe([new("own", Verdict.Refuse, OwnRule.Words, 1, null, new(new("imaging", 0, 0), "Order 9"))]);
        settlement.Steps[0].LayerTitle.ShouldBe(OwnRule.Words);
    }

    [Fact]
    public void Settle_ClaimRefused_IsSettledByNoLayer()
    {
        var settlement = With(OwnRule.OfClaim("all", claim => claim.Claim.Discharged.Year == 2020, Refusal)).Settle(TestClaim.Stay(18_000));
        settlement.Status.ShouldBe(SettlementStatus.Refused);
        settlement.Patient.ShouldBe(Money.Yuan(18_000));
        settlement.Skipped.ShouldAllBe(layer => layer.Reason == SkipReason.Refused);
    }

    [Fact]
    public void Settle_RefusedByGateAndRule_IsBorneByWhomTheGateNames()
    {
        using var folder = new RulebookFolder();
        folder.With(
            "0-gates.yaml",
            "gates: [{ id: gate, when: { setting: inpatient }, then: refuse, liable: fund, reference: Order 1, message: { "
                + "en: Gate., zh: 关口。 } }]"
        );
        var settlement = folder
            .Load()
            .WithRules([OwnRule.OfClaim("rule", claim => true, Refusal.BorneBy("hospital"))])
            .Settle(TestClaim.Stay(18_000));
        settlement.PaidBy("fund").ShouldBe(Money.Yuan(18_000));
        settlement.Findings.Select(finding => finding.Id).ShouldBe(["gate", "own"]);
    }

    [Fact]
    public void Settle_RefusedByTwoRules_IsBorneByWhomTheFirstByNameNames()
    {
        var rules = new[]
        {
            OwnRule.OfClaim("b", claim => true, Refusal.BorneBy("fund")),
            OwnRule.OfClaim("a", claim => true, Refusal.BorneBy("hospital")),
        };
        With(rules).Settle(TestClaim.Stay(18_000)).Hospital.ShouldBe(Money.Yuan(18_000));
    }

    [Fact]
    public void Ledger_HeldClaim_IsSettledOrRefusedByItsReview()
    {
        var day = new DateOnly(2020, 11, 1);
        var ledger = MemberLedger
            .Open(With(OwnRule.OfClaim("hold", claim => true, Hold.DueOn(new(2020, 12, 1)))))
            .Settle(TestClaim.Stay(18_000) with { Id = "C" }, day);
        ledger.Held.Single().Due.ShouldBe(new DateOnly(2020, 12, 1));
        ledger.Review("C", passed: true, day).Settlements.Single().PaidBy("fund").ShouldBe(Money.Yuan(13_050));
        var refused = ledger.Review("C", passed: false, day).Settlements.Single();
        refused.Status.ShouldBe(SettlementStatus.Refused);
        refused.Findings.Single().Verdict.ShouldBe(Verdict.Refuse);
    }

    /// <summary>The patient pays 4,950.00 of 18,000.00: one cent above, at and below what a rule asks.</summary>
    [Theory]
    [InlineData(494_999, 1)]
    [InlineData(495_000, 0)]
    [InlineData(495_001, 0)]
    public void Settle_RuleOnTheSettlement_FlagsIt(long cents, int findings)
    {
        var limit = Money.FromCents(cents);
        var settlement = With(OwnRule.OfSettlement("dear", settled => settled.Patient > limit, Flag)).Settle(TestClaim.Stay(18_000));
        settlement.Findings.Length.ShouldBe(findings);
        settlement.PaidBy("fund").ShouldBe(Money.Yuan(13_050));
    }

    [Fact]
    public void Reverse_RefusedByARule_TakesEveryAmountBack()
    {
        var settlement = With(OwnRule.OfItem("all", item => item.IsCurrent, Refusal.BorneBy("hospital")))
            .Settle(TestClaim.Stay(18_000))
            .Reverse();
        settlement.Hospital.ShouldBe(Money.Yuan(-18_000));
        settlement.Findings.ShouldNotBeEmpty();
    }

    [Fact]
    public void WithRules_Twice_KeepsBoth()
    {
        var rulebook = With(OwnRule.OfClaim("a", claim => true, Flag)).WithRules([OwnRule.OfClaim("b", claim => true, Flag)]);
        rulebook
            .AsOn(new(2020, 5, 1))
            .Settle(TestClaim.Stay(18_000))
            .Findings.Select(finding => finding.Source.Place.File)
            .ShouldBe(["a", "b"]);
        Town.Settle(TestClaim.Stay(18_000)).Findings.ShouldBeEmpty("the rulebook before is as it was");
    }

    [Fact]
    public void Leave_TheSameFindingTwice_StandsOnce() =>
        With(OwnRule.Of<BilledItem>("twice", 0, item => item.IsCurrent, (context, item) => context.Leave(Flag)))
            .Settle(TestClaim.Stay(TestClaim.A(1), TestClaim.A(2)))
            .Findings.Length.ShouldBe(1);

    [Fact]
    public void Settle_RuleOnFindings_FollowsThem()
    {
        var second = RuleFinding.Flag("second", OwnRule.Words, "");
        var rulebook = With(
            OwnRule.OfClaim("first", claim => true, Flag),
            OwnRule.Of<RuleFinding>("second", 0, finding => finding.Id == "own", (context, finding) => context.Leave(second))
        );
        rulebook.Settle(TestClaim.Stay(18_000)).Findings.Select(finding => finding.Id).ShouldBe(["own", "second"]);
    }

    private static Rulebook With(params NRules.RuleModel.IRuleDefinition[] rules) => Town.WithRules(rules);
}
