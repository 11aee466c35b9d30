using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Properties;

/// <summary>A settlement and its reversal are nothing.</summary>
public sealed class ReversalTests
{
    [Property]
    public void Reverse_TheLastClaim_LeavesTheHistoryAsItWas(Trial trial)
    {
        var before = History.Empty;
        foreach (var settlement in trial.Settled())
        {
            SettlementText.OfHistory(settlement.Reverse().History).ShouldBe(SettlementText.OfHistory(before));
            before = settlement.History;
        }
    }

    [Property]
    public void Reverse_AllClaimsInTheirOrder_LeavesNothing(Trial trial)
    {
        var settled = trial.Settled();
        var now = settled.Aggregate(settled[^1].History, (history, settlement) => settlement.Reverse(history).History);
        now.Entries.ShouldBeEmpty();
    }

    [Property]
    public void Reverse_AnyClaim_NegatesEveryAmount(Trial trial)
    {
        foreach (var settlement in trial.Settled())
        {
            var reversal = settlement.Reverse();
            reversal.IsReversal.ShouldBeTrue();
            Amounts(reversal).ShouldBe([.. Amounts(settlement).Select(amount => -amount)]);
        }
    }

    private static IEnumerable<Money> Amounts(Settlement settlement) =>
        [
            settlement.Bill,
            settlement.Patient,
            settlement.Account,
            settlement.Cash,
            settlement.Hospital,
            .. settlement.Payers.Select(payer => payer.Amount),
            .. settlement.Parts.SelectMany(part =>
                new[] { part.AtFirst, part.Amount, part.Patient, part.Account, part.Cash, part.Hospital }.Concat(
                    part.Payers.Select(payer => payer.Amount)
                )
            ),
            .. settlement.Items.SelectMany(item =>
                new[]
                {
                    item.Fee,
                    item.OutOfScope,
                    item.OverCeiling,
                    item.FirstSelfPay,
                    item.InScope,
                    item.Refused,
                    item.Patient,
                    item.Account,
                    item.Cash,
                    item.Hospital,
                }.Concat(item.Payers.Select(payer => payer.Amount))
            ),
            .. settlement.Steps.SelectMany(step => new[] { step.Base, step.Amount }.Concat(step.Moves.Select(move => move.Amount))),
        ];
}
