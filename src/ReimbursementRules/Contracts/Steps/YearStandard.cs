using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>A budget of the year, as it is or for each head enrolled.</summary>
internal sealed class YearStandard(string step, Table<DatedAmount> amounts, bool isPerHead) : Standard(step)
{
    public static YearStandard Compile(StepPolicy step, StandardPolicy stated, ContractContext contract)
    {
        contract.Scheduled.Add(step.Id);
        return new(step.Id, contract.OfYear(step, "amount", stated.Amount), stated.Per == StandardPer.Head);
    }

    public override void Check(ContractRun run, IReadOnlyList<YearLine> lines)
    {
        if (isPerHead && run.Year.Heads is null)
            run.Missing("year.heads", null, "heads", Step);
    }

    public override IEnumerable<StandardPeriod> Of(ContractRun run, IReadOnlyList<YearLine> lines)
    {
        var times = isPerHead ? run.Year.Heads.GetValueOrDefault() : 1;
        var months = run.Schedules[Step] = YearlyAmount.Of(run, Step, amounts, times);
        foreach (var line in YearlyAmount.Lines(run, Step, amounts, times, months))
            run.Add(line);
        yield return new(0, months.Length, lines, months.Sum(), run.In(months.Length - 1).Source(amounts));
    }
}
