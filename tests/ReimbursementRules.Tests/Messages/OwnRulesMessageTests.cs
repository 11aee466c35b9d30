using ReimbursementRules.ClaimRules;
using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.ClaimRules;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What is said of rules that cannot be, and of what is handed in with them.</summary>
public sealed class OwnRulesMessageTests
{
    private static readonly RulebookFolder Folder = new();
    private static readonly Rulebook Town = Folder.Load();
    private static readonly RuleFinding Refusal = RuleFinding.Refuse("own", OwnRule.Words, "Order 9");

    [Fact]
    public void WithRules_TwoOfOneName_SaysSo() =>
        Should
            .Throw<ArgumentException>(() =>
                Town.WithRules([OwnRule.OfClaim("a", claim => true, Refusal), OwnRule.OfClaim("a", claim => false, Refusal)])
            )
            .Message.ShouldBe(
                "Several rules are named 'a'. A settlement names the rule of a finding: give each a name of its own. (Parameter 'rules')"
            );

    [Fact]
    public void Settle_RefusesAfterTheMoneyMoved_SaysWhichRuleAndTheWayOut() =>
        Message(OwnRule.OfSettlement("late", settled => true, Refusal))
            .ShouldBe(
                "Rule 'late' leaves 'own' to Refuse a claim that is settled already. Flag it, or match the claim without its settlement."
            );

    [Fact]
    public void Settle_LiableIsNoPayer_SaysWhoIsKnown() =>
        Message(OwnRule.OfClaim("rule", claim => true, Refusal.BorneBy("bank")))
            .ShouldBe("Rule 'rule' lets 'bank' bear 'own', which is no payer of town. Known: hospital, fund, aid.");

    [Fact]
    public void Settle_RuleSetsItselfOff_Ends() =>
        Message(OwnRule.Of<CurrentClaim>("loop", 0, claim => true, (context, claim) => context.Update(claim)))
            .ShouldBe(
                "The rules fired 100000 times for one claim. A rule that changes what it matches fires again: let it leave a "
                    + "finding and change nothing."
            );

    [Theory]
    [InlineData("hold", "Finding 'own' holds the whole claim, not an item. Name the item in the message.")]
    [InlineData("flag", "Finding 'own' refuses nothing, so nobody is liable for it.")]
    [InlineData("refuse", "Finding 'own' holds nothing, so no review is due.")]
    public void Finding_SaysWhatDoesNotFit_IsRefused(string verdict, string message) =>
        Should
            .Throw<InvalidOperationException>(() =>
                verdict switch
                {
                    "hold" => RuleFinding.Hold("own", OwnRule.Words, "").Of(new(TestClaim.Stay(1), 0, isCurrent: true)),
                    "flag" => RuleFinding.Flag("own", OwnRule.Words, "").BorneBy("fund"),
                    _ => Refusal.DueOn(new(2020, 1, 1)),
                }
            )
            .Message.ShouldBe(message);

    [Fact]
    public void Finding_OfAnEarlierClaim_IsRefused() =>
        Should
            .Throw<ArgumentException>(() => Refusal.Of(new(TestClaim.Stay(1) with { Id = "C-1" }, 0, isCurrent: false)))
            .Message.ShouldStartWith("Item 1 is of the earlier claim 'C-1', which is settled already. Name an item of the current claim.");

    [Fact]
    public void Settle_FindingOfAnItemThatIsNotThere_SaysSo() =>
        Message(OwnRule.OfClaim("rule", claim => true, Refusal.Of(new(TestClaim.Stay(TestClaim.A(1), TestClaim.A(2)), 1, isCurrent: true))))
            .ShouldBe("Rule 'rule' leaves 'own' for item 2, but the claim has 1. Name an item that the rule matched.");

    public static TheoryData<string, string, string, string> Earlier =>
        new()
        {
            { "claims.member", "C-1", "N", "claim: the claims are of several members, 'M' and 'N'. Hand in those of one member." },
            { "claims.earlier", "C-2", "M", "claim: claim 'C-2' stands among the claims before it. Hand in only those that came earlier." },
        };

    [Theory]
    [MemberData(nameof(Earlier))]
    public void Settle_EarlierClaims_AreOfTheMemberAndOthers(string code, string id, string member, string message)
    {
        var claim = TestClaim.Stay(1) with
        {
            Id = "C-2",
            Member = new() { Id = "M" },
        };
        var earlier = TestClaim.Stay(2) with
        {
            Id = id,
            Member = new() { Id = member },
        };
        Should.Throw<InputException>(() => Town.Settle(claim, History.Empty, [earlier])).Problems.ShouldRead(code, message);
    }

    private static string Message(NRules.RuleModel.IRuleDefinition rule) =>
        Should.Throw<InvalidOperationException>(() => Town.WithRules([rule]).Settle(TestClaim.Stay(18_000))).Message;
}
