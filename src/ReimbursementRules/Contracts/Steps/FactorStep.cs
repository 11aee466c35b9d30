using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>A factor of the assessment: the fund pays that share of what it pays so far.</summary>
internal sealed class FactorStep(ContractStepPolicy step, Table<Rate> rates) : ContractStep(step)
{
    public override ContractTurn Turn => ContractTurn.TakesOff;

    public static FactorStep Compile(ContractStepPolicy step, ContractContext contract)
    {
        step.Node.OnlyKeys("id", "kind", "table", "note");
        return new(step, contract.OfYear(step, step.Node["table"], "table", Rate.Whole, row => row["value"].Rate()));
    }

    public override void Run(ContractRun run)
    {
        var year = run.In(0);
        var rate = year.Of(rates);
        run.TakesOff(
            new(Id, ContractLineKind.Factor, run.Paid, run.Paid - run.Paid.Portion(rate), Money.Zero, year.Source(rates)) { Rate = rate }
        );
    }
}
