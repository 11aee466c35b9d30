using NRules.RuleModel;
using ReimbursementRules.Batches;
using ReimbursementRules.ClaimRules;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
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

    [Theory]
    [InlineData("Claim")]
    [InlineData("FeeItem")]
    [InlineData("Member")]
    [InlineData("String")]
    [InlineData("Suspicion")]
    public void WithRules_MatchesWhatIsNeverAFact_NamesTheFacts(string type) =>
        Should
            .Throw<ArgumentException>(() => Town.WithRules([NeverFires(type)]))
            .Message.ShouldBe(
                $"Rule 'rule' matches {type}, which is never a fact, so it would never fire. Match one of CurrentClaim, "
                    + "EarlierClaim, BilledItem, RuleFinding, Settlement, or what an action of your rules inserts. (Parameter 'rules')"
            );

    [Fact]
    public void WithRules_MatchesWhatAnotherRuleInserts_Fires()
    {
        var rulebook = Town.WithRules([
            OwnRule.Of<CurrentClaim>("suspect", 0, claim => true, (context, claim) => context.Insert(new Suspicion())),
            OwnRule.Of<Suspicion>("tell", 0, own => true, (context, own) => context.Leave(RuleFinding.Flag("own", OwnRule.Words, ""))),
            OwnRule.Of<object>("all", 0, any => true, (context, any) => context.Leave(RuleFinding.Flag("any", OwnRule.Words, ""))),
        ]);
        rulebook.Settle(TestClaim.Stay(18_000)).Findings.Select(finding => finding.Id).ShouldBe(["any", "own"], ignoreOrder: true);
    }

    [Fact]
    public void WithRules_AsksForAService_SaysTheWayOut() =>
        Should
            .Throw<ArgumentException>(() => Town.WithRules([OwnRule.WithService("rule", typeof(TimeProvider), Refusal)]))
            .Message.ShouldBe(
                "Rule 'rule' asks for a service, TimeProvider. A rule is a function of its facts, and no services are resolved: "
                    + "hand what it needs to the rule's constructor. (Parameter 'rules')"
            );

    public static TheoryData<string, IRuleDefinition, string> Failures =>
        new()
        {
            {
                "rule.failed",
                OwnRule.OfClaim("rule", claim => Broken(claim), Refusal),
                "claim: rule 'rule' failed in a condition, for claim 'C-1': the table is gone. Mend the rule; the claim is not settled."
            },
            {
                "rule.failed",
                OwnRule.Of<CurrentClaim>("rule", 0, claim => true, (context, claim) => context.Leave(Refusal.DueOn(new(2020, 1, 1)))),
                "claim: rule 'rule' failed in an action, for claim 'C-1': Finding 'own' holds nothing, so no review is due. Mend "
                    + "the rule; the claim is not settled."
            },
            {
                "rule.failed",
                OwnRule.OfSettlement("after", settled => Broken(settled), Refusal),
                "claim: rule 'after' failed in a condition, for claim 'C-1': the table is gone. Mend the rule; the claim is not settled."
            },
            {
                "rule.settled",
                OwnRule.OfSettlement("late", settled => true, Refusal),
                "claim: rule 'late' refuses or holds claim 'C-1' with 'own', though it matches the settlement. Let it flag the "
                    + "claim, or match the claim without its settlement."
            },
            {
                "rule.liable",
                OwnRule.OfClaim("rule", claim => true, Refusal.BorneBy("bank")),
                "claim: rule 'rule' lets 'bank' bear 'own', which is no payer of town. Known: hospital, fund, aid."
            },
            {
                "rule.item",
                OwnRule.OfClaim("rule", claim => true, Refusal.Of(new(TestClaim.Stay(TestClaim.A(1), TestClaim.A(2)), 1, isCurrent: true))),
                "claim: rule 'rule' leaves 'own' for item 2, but claim 'C-1' has 1. Name an item that the rule matched."
            },
            {
                "rule.endless",
                OwnRule.Of<CurrentClaim>("loop", 0, claim => true, (context, claim) => context.Update(claim)),
                "claim: the rules fired 100000 times for claim 'C-1'. A rule that changes what it matches fires "
                    + "again: let it leave a finding and change nothing."
            },
        };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Settle_RuleThatFails_IsAProblemOfTheClaim(string code, IRuleDefinition rule, string message) =>
        Should
            .Throw<InputException>(() => Town.WithRules([rule]).Settle(TestClaim.Stay(18_000) with { Id = "C-1" }))
            .Problems.ShouldRead(code, message);

    [Fact]
    public void Settle_RuleThatThrows_KeepsWhatItThrew() =>
        Should
            .Throw<InputException>(() =>
                Town.WithRules([OwnRule.OfClaim("rule", claim => Broken(claim), Refusal)]).Settle(TestClaim.Stay(1))
            )
            .InnerException.ShouldBeOfType<InvalidDataException>();

    /// <summary>What a rule finds is a fact at once, so that the condition of another fails in the midst of its action.</summary>
    [Fact]
    public void Settle_ConditionOnAFindingThrows_NamesTheRuleOfTheCondition() =>
        Should
            .Throw<InputException>(() =>
                Town.WithRules([
                        OwnRule.OfClaim("first", claim => true, Refusal),
                        OwnRule.Of<RuleFinding>("second", 0, found => Broken(found), (context, found) => context.Leave(Refusal)),
                    ])
                    .Settle(TestClaim.Stay(1) with { Id = "C-1" })
            )
            .Problems.ShouldRead(
                "rule.failed",
                "claim: rule 'second' failed in a condition, for claim 'C-1': the table is gone. Mend the rule; the claim is not settled."
            );

    [Fact]
    public void Settle_ConditionOfTwoRulesThrows_NamesBoth() =>
        Should
            .Throw<InputException>(() =>
                Town.WithRules([
                        OwnRule.OfClaim("a", claim => Broken(claim), Refusal),
                        OwnRule.OfClaim("b", claim => Broken(claim), Refusal),
                    ])
                    .Settle(TestClaim.Stay(1))
            )
            .Problems.ShouldRead(
                "rule.failed",
                "claim: rule 'a', 'b' failed in a condition, for the claim: the table is gone. Mend the rule; the claim is not settled."
            );

    [Fact]
    public void SettleAll_RuleFailsOnOneClaim_SettlesTheOthers()
    {
        var rulebook = Town.WithRules([OwnRule.OfClaim("rule", claim => claim.Claim.Id == "C-2" && Broken(claim), Refusal)]);
        var results = rulebook.SettleAll(Enumerable.Range(1, 3).Select(i => TestClaim.Stay(18_000) with { Id = $"C-{i}" })).ToList();
        results.Select(result => result.Settlement is null).ShouldBe([false, true, false]);
        results[1].Problems.Single().Code.ShouldBe("rule.failed");
    }

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

    public static TheoryData<string, string, string, int, string> Earlier =>
        new()
        {
            { "claims.member", "C-1", "N", 0, "claim: the claims are of several members, 'M' and 'N'. Hand in those of one member." },
            {
                "claims.earlier",
                "C-2",
                "M",
                0,
                "claim: claim 'C-2' stands among the claims before it. Hand in only those that came earlier."
            },
            {
                "claims.later",
                "C-1",
                "M",
                1,
                "claim: claim 'C-1' of 2020-10-09 comes after claim 'C-2' of 2020-10-08 and is no earlier "
                    + "claim. Hand in only those that came earlier; SettleAll and MemberLedger put a member's claims in order."
            },
        };

    [Theory]
    [MemberData(nameof(Earlier))]
    public void Settle_EarlierClaims_AreOfTheMemberAndCameBefore(string code, string id, string member, int daysLater, string message)
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
            Discharged = claim.Discharged.AddDays(daysLater),
        };
        Should.Throw<InputException>(() => Town.Settle(claim, History.Empty, [earlier])).Problems.ShouldRead(code, message);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    public void Settle_EarlierClaimsUpToTheSameDay_AreTaken(int daysLater)
    {
        var claim = TestClaim.Stay(1) with { Id = "C-2" };
        Town.Settle(claim, History.Empty, [claim with { Id = "C-1", Discharged = claim.Discharged.AddDays(daysLater) }])
            .Status.ShouldBe(SettlementStatus.Settled);
    }

    /// <summary>The day that decides comes first: by the admission, the stay that ended later came earlier.</summary>
    [Fact]
    public void Settle_EarlierByTheDayThatDecides_IsTaken()
    {
        using var folder = new RulebookFolder();
        folder.With("index.yaml", RulebookFolder.Index.Replace("decided_by: discharge", "decided_by: admission", StringComparison.Ordinal));
        var claim = TestClaim.Stay(1) with { Id = "C-2", Admitted = new(2020, 10, 5), Discharged = new(2020, 10, 8) };
        var longer = claim with { Id = "C-1", Admitted = new(2020, 10, 1), Discharged = new(2020, 10, 20) };
        folder.Load().Settle(claim, History.Empty, [longer]).Status.ShouldBe(SettlementStatus.Settled);
        Should
            .Throw<InputException>(() => folder.Load().Settle(longer, History.Empty, [claim]))
            .Problems.ShouldRead(
                "claims.later",
                "claim: claim 'C-2' of 2020-10-05 comes after claim 'C-1' of 2020-10-01 and is no earlier "
                    + "claim. Hand in only those that came earlier; SettleAll and MemberLedger put a member's claims in order."
            );
    }

    private static IRuleDefinition NeverFires(string type) =>
        type switch
        {
            "Claim" => OwnRule.Of<Claim>("rule", 0, claim => true, (context, claim) => context.Leave(Refusal)),
            "FeeItem" => OwnRule.Without<FeeItem>("rule", Refusal),
            "Member" => OwnRule.Of<Member>("rule", 0, member => true, (context, member) => context.Leave(Refusal)),
            "String" => OwnRule.Of<string>("rule", 0, text => true, (context, text) => context.Leave(Refusal)),
            _ => OwnRule.Of<Suspicion>("rule", 0, own => true, (context, own) => context.Leave(Refusal)),
        };

    private static bool Broken(object fact) => fact is not null ? throw new InvalidDataException("the table is gone.") : true;

    private sealed class Suspicion;
}
