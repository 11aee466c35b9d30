using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>A share of a budget is paid ahead each month, whatever was used, and netted in the end.</summary>
internal sealed class AdvanceStep(ContractStepPolicy step, string of, Table<Rate> rates) : ContractStep(step)
{
    public override ContractTurn Turn => ContractTurn.Divides;

    public static AdvanceStep Compile(ContractStepPolicy step, ContractContext contract)
    {
        step.Node.OnlyKeys("id", "kind", "of", "rate", "note");
        return new(
            step,
            contract.ScheduleOf(step.Node["of"]),
            contract.OfYear(step, step.Node["rate"], "rate", Rate.None, row => row["value"].Rate())
        );
    }

    public override void Run(ContractRun run)
    {
        foreach (var line in MonthlyShare.Of(run, Id, ContractLineKind.Advance, run.Schedules[of], rates))
            run.Add(line);
    }
}
