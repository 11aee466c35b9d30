using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>A share of a budget is held back each month; the assessment releases some of it, and the provider loses the rest.</summary>
internal sealed class RetentionStep(ContractStepPolicy step, string of, Table<Rate> rates, Table<Rate> release) : ContractStep(step)
{
    public override ContractTurn Turn => ContractTurn.TakesOff;

    public static RetentionStep Compile(ContractStepPolicy step, ContractContext contract)
    {
        step.Node.OnlyKeys("id", "kind", "of", "rate", "release", "note");
        return new(
            step,
            contract.ScheduleOf(step.Node["of"]),
            contract.OfYear(step, step.Node["rate"], "rate", Rate.None, row => row["value"].Rate()),
            contract.OfYear(step, step.Node["release"], "release", Rate.Whole, row => row["value"].Rate())
        );
    }

    public override void Run(ContractRun run)
    {
        var retained = Money.Zero;
        foreach (var line in MonthlyShare.Of(run, Id, ContractLineKind.Retained, run.Schedules[of], rates))
        {
            run.Add(line);
            retained += line.Amount;
        }

        var year = run.In(0);
        var released = retained.Portion(year.Of(release));
        var loss = retained - released;
        var taken = loss < run.Paid ? loss : run.Paid;
        run.Add(
            new(Id, ContractLineKind.Released, retained, released, -taken, year.Source(release))
            {
                Rate = year.Of(release),
                NotTaken = loss - taken,
            }
        );
    }
}
