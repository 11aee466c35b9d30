using ReimbursementRules.Contracts;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Properties;

/// <summary>The sums that hold of every provider's year, to the cent, whatever the contract says.</summary>
public sealed class ContractSumTests
{
    [Property]
    public void Year_Settled_AddsUpToTheCent(ContractTrial trial)
    {
        var settlement = trial.Contract.Settle(trial.Year);
        settlement.Actual.ShouldBe(trial.Year.Lines.Sum(line => line.Actual));
        (settlement.Paid + settlement.Borne).ShouldBe(settlement.Actual);
        (settlement.Due + settlement.PassedOn).ShouldBe(settlement.Paid);
        (settlement.Advances + settlement.Final).ShouldBe(settlement.Due);
        settlement.Trace.Sum(line => line.Paid).ShouldBe(settlement.Paid);
        settlement.Paid.ShouldBeGreaterThanOrEqualTo(Money.Zero);
        settlement.Trace.ShouldAllBe(line => line.Amount >= Money.Zero && line.NotTaken >= Money.Zero);
        settlement.Released.ShouldBeLessThanOrEqualTo(settlement.Retained);
        settlement
            .Trace.Where(line => line.Step == "s" && line.Kind != ContractLineKind.Standard && line.Kind != ContractLineKind.Saving)
            .Sum(line => line.Kind == ContractLineKind.Within || line.Kind == ContractLineKind.AsSettled ? line.Amount : line.Base)
            .ShouldBe(settlement.Actual);
    }
}
