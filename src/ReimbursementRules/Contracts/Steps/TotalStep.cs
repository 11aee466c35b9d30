using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>The fund pays no more than a total over the year; the provider bears the rest.</summary>
internal sealed class TotalStep(StepPolicy step, Table<DatedAmount> amounts) : ContractStep(step)
{
    public override ContractTurn Turn => ContractTurn.TakesOff;

    public static TotalStep Compile(StepPolicy step, ContractContext contract)
    {
        step.Node.OnlyKeys("id", "kind", "amount", "note");
        contract.Scheduled.Add(step.Id);
        return new(step, contract.OfYear(step, step.Node["amount"], "amount", FixedAmount.Zero, contract.Amount));
    }

    public override void Run(ContractRun run)
    {
        var months = YearlyAmount.Of(run, Id, amounts, 1);
        run.Schedules[Id] = months;
        var total = months.Sum();
        foreach (var line in YearlyAmount.Lines(run, Id, amounts, 1, months))
            run.Add(line);
        run.TakesOff(
            new(
                Id,
                ContractLineKind.Total,
                run.Paid,
                run.Paid > total ? run.Paid - total : Money.Zero,
                Money.Zero,
                run.In(11).Source(amounts)
            )
            {
                Limit = total,
            }
        );
    }
}
