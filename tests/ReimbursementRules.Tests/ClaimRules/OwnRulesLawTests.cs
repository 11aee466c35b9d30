using NRules.RuleModel;
using ReimbursementRules.ClaimRules;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Settling;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.ClaimRules;

/// <summary>What holds of rules of a program's own, whatever the policy and the claims.</summary>
public sealed class OwnRulesLawTests
{
    /// <summary>Rules of random priority fire in random order: the settlement is the same.</summary>
    [Property(MaxTest = 100)]
    public void Settle_RulesFireInAnyOrder_SaysTheSame(Trial trial)
    {
        var dice = new Dice(trial.Claims.Sum(claim => claim.Items.Length));
        var one = trial.Rulebook.WithRules(Rules(() => 0));
        var other = trial.Rulebook.WithRules(Rules(() => dice.Between(-9, 9)).Reverse());
        foreach (var claim in trial.Claims)
            SettlementText
                .Of(other.Settle(claim, History.Empty, Before(trial, claim).Reverse()))
                .ShouldBe(SettlementText.Of(one.Settle(claim, History.Empty, Before(trial, claim))));
    }

    [Property(MaxTest = 100)]
    public void Settle_ItemsRefused_AddUp(Trial trial)
    {
        var rulebook = trial.Rulebook.WithRules(Rules(() => 0));
        foreach (var claim in trial.Claims)
        {
            var settlement = rulebook.Settle(claim);
            (Sum(settlement.Payers) + settlement.Patient + settlement.Hospital).ShouldBe(settlement.Bill);
            foreach (var item in settlement.Items)
            {
                (Sum(item.Payers) + item.Patient + item.Hospital).ShouldBe(item.Fee);
                (item.OutOfScope + item.OverCeiling + item.FirstSelfPay + item.InScope + item.Refused).ShouldBe(item.Fee);
            }
        }
    }

    [Fact]
    public void Settle_FromManyThreads_SaysTheSame()
    {
        using var folder = new RulebookFolder();
        var rulebook = folder.Load().WithRules(Rules(() => 0));
        var claims = Enumerable
            .Range(1, 200)
            .Select(i => TestClaim.Stay(TestClaim.A(i * 100m), TestClaim.B(i, 10), TestClaim.C(i)) with { Id = $"{i}" })
            .ToArray();
        var alone = claims.Select(claim => SettlementText.Of(rulebook.Settle(claim))).ToArray();
        Parallel.For(
            0,
            claims.Length * 5,
            i => SettlementText.Of(rulebook.Settle(claims[i % claims.Length])).ShouldBe(alone[i % claims.Length])
        );
    }

    private static IEnumerable<Claim> Before(Trial trial, Claim claim) =>
        trial
            .Claims.ByDay(trial.Rulebook.Compiled.DecidedBy, one => one)
            .TakeWhile(other => !ReferenceEquals(other, claim))
            .Where(other => other.Id != claim.Id || claim.Id.Length == 0);

    private static IRuleDefinition[] Rules(Func<int> priority) =>
        [
            OwnRule.OfItem(
                "class B to the hospital",
                item => item.IsCurrent && item.Item.Class == CatalogueClass.B,
                Refuse("b").BorneBy("hospital"),
                priority()
            ),
            OwnRule.OfItem("dear to the patient", item => item.IsCurrent && item.Item.Amount > Money.Yuan(500), Refuse("dear"), priority()),
            OwnRule.OfItem(
                "odd places",
                item => item.IsCurrent && item.Index % 2 == 1,
                RuleFinding.Flag("odd", OwnRule.Words, ""),
                priority()
            ),
            OwnRule.Of<EarlierClaim>(
                "after another",
                priority(),
                earlier => true,
                (context, earlier) => context.Leave(RuleFinding.Flag("after", OwnRule.Words, ""))
            ),
            OwnRule.Of<Settlement>(
                "pays",
                priority(),
                settled => settled.Cash > Money.Zero,
                (context, settled) => context.Leave(RuleFinding.Flag("cash", OwnRule.Words, ""))
            ),
        ];

    private static RuleFinding Refuse(string id) => RuleFinding.Refuse(id, OwnRule.Words, "Order 9");

    private static Money Sum(IEnumerable<PayerAmount> payers) => payers.Aggregate(Money.Zero, (sum, payer) => sum + payer.Amount);
}
