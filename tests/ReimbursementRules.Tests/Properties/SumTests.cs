using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Properties;

/// <summary>The sums that hold of every settlement, to the cent, whatever the policy says.</summary>
public sealed class SumTests
{
    [Property]
    public void Settlement_AnyClaim_IsThePayersThePatientAndTheHospital(Trial trial) =>
        EachSettlement(trial, settlement => (Sum(settlement.Payers) + settlement.Patient + settlement.Hospital).ShouldBe(settlement.Bill));

    [Property]
    public void Item_AnyClaim_IsItsCut(Trial trial) =>
        EachItem(trial, item => (item.OutOfScope + item.OverCeiling + item.FirstSelfPay + item.InScope + item.Refused).ShouldBe(item.Fee));

    [Property]
    public void Item_AnyClaim_IsThePayersThePatientAndTheHospital(Trial trial) =>
        EachItem(trial, item => (Sum(item.Payers) + item.Patient + item.Hospital).ShouldBe(item.Fee));

    [Property]
    public void Patient_AnyClaim_IsAccountAndCash(Trial trial) =>
        EachSettlement(
            trial,
            settlement =>
            {
                (settlement.Account + settlement.Cash).ShouldBe(settlement.Patient);
                settlement.Parts.ShouldAllBe(part => part.Account + part.Cash == part.Patient);
                settlement.Items.ShouldAllBe(item => item.Account + item.Cash == item.Patient);
                settlement.Account.ShouldBeLessThanOrEqualTo(settlement.Claim.AccountBalance);
                settlement.Payers.ShouldNotContain(payer => payer.Payer == "purse");
            }
        );

    [Property]
    public void Parts_AnyClaim_AddUpToTheBillAndToEachPayer(Trial trial) =>
        EachSettlement(
            trial,
            settlement =>
            {
                Sum(settlement.Parts.Select(part => part.Amount)).ShouldBe(settlement.Bill);
                Sum(settlement.Parts.Select(part => part.Patient)).ShouldBe(settlement.Patient);
                Sum(settlement.Parts.Select(part => part.Account)).ShouldBe(settlement.Account);
                Sum(settlement.Parts.Select(part => part.Hospital)).ShouldBe(settlement.Hospital);
                foreach (var (i, payer) in settlement.Payers.Index())
                    Sum(settlement.Parts.Select(part => part.Payers[i].Amount)).ShouldBe(payer.Amount);
            }
        );

    /// <summary>What a part was at first is what is borne under its name and what was renamed away from it.</summary>
    [Property]
    public void Part_AnyClaim_IsWhatIsBorneOfItAndWhatWasRenamed(Trial trial) =>
        EachSettlement(
            trial,
            settlement =>
            {
                foreach (var part in settlement.Parts)
                    (
                        part.Amount
                        + Sum(
                            settlement
                                .Steps.SelectMany(step => step.Moves)
                                .Where(move => move.IsKept && move.Part == part.Name)
                                .Select(move => move.Amount)
                        )
                    ).ShouldBe(part.AtFirst);
            }
        );

    [Property]
    public void Items_AnyClaim_AddUpToEachPayer(Trial trial) =>
        EachSettlement(
            trial,
            settlement =>
            {
                Sum(settlement.Items.Select(item => item.Fee)).ShouldBe(settlement.Bill);
                Sum(settlement.Items.Select(item => item.Patient)).ShouldBe(settlement.Patient);
                Sum(settlement.Items.Select(item => item.Account)).ShouldBe(settlement.Account);
                Sum(settlement.Items.Select(item => item.Hospital)).ShouldBe(settlement.Hospital);
                foreach (var (i, payer) in settlement.Payers.Index())
                    Sum(settlement.Items.Select(item => item.Payers[i].Amount)).ShouldBe(payer.Amount);
            }
        );

    [Property]
    public void Settlement_AnyClaim_LeavesNothingBelowZeroButASaving(Trial trial) =>
        EachSettlement(
            trial,
            settlement =>
            {
                settlement.Account.ShouldBeGreaterThanOrEqualTo(Money.Zero);
                settlement.Cash.ShouldBeGreaterThanOrEqualTo(Money.Zero);
                settlement.Payers.ShouldAllBe(payer => payer.Amount >= Money.Zero);
                settlement.Parts.ShouldAllBe(part =>
                    part.Account >= Money.Zero
                    && part.Cash >= Money.Zero
                    && part.AtFirst >= Money.Zero
                    && part.Payers.All(payer => payer.Amount >= Money.Zero)
                );
                settlement.Items.ShouldAllBe(item =>
                    item.Account >= Money.Zero && item.Cash >= Money.Zero && item.Payers.All(payer => payer.Amount >= Money.Zero)
                );
                settlement.Items.ShouldAllBe(item =>
                    item.OutOfScope >= Money.Zero
                    && item.OverCeiling >= Money.Zero
                    && item.FirstSelfPay >= Money.Zero
                    && item.InScope >= Money.Zero
                    && item.Refused >= Money.Zero
                );
                settlement.Steps.ShouldAllBe(step =>
                    step.Base >= Money.Zero && step.Amount >= Money.Zero && step.Moves.All(move => move.Amount > Money.Zero)
                );
                if (!settlement.Steps.Any(step => step.Kind == StepKind.QuotaSaving))
                {
                    settlement.Hospital.ShouldBeGreaterThanOrEqualTo(Money.Zero);
                    settlement.Items.ShouldAllBe(item => item.Hospital >= Money.Zero);
                }
            }
        );

    private static void EachSettlement(Trial trial, Action<Settlement> holds)
    {
        foreach (var settlement in trial.Settled())
            holds(settlement);
    }

    private static void EachItem(Trial trial, Action<ItemSettlement> holds) =>
        EachSettlement(
            trial,
            settlement =>
            {
                foreach (var item in settlement.Items)
                    holds(item);
            }
        );

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);

    private static Money Sum(IEnumerable<PayerAmount> payers) => Sum(payers.Select(payer => payer.Amount));
}
