using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>A budget of each month, which is settled by itself.</summary>
internal sealed class MonthStandard(string step, Table<DatedAmount> amounts) : Standard(step)
{
    public static MonthStandard Compile(StepPolicy step, StandardPolicy stated, ContractContext contract)
    {
        contract.Scheduled.Add(step.Id);
        return new(step.Id, contract.OfYear(step, "amount", stated.Amount));
    }

    public override long? Persons(ContractRun run) => null;

    public override IEnumerable<StandardPeriod> Of(ContractRun run, IReadOnlyList<YearLine> lines)
    {
        var months = run.Schedules[Step] = [
            .. Enumerable.Range(0, 12).Select(month => Money.FromCents(run.In(month).Of(amounts).On(run.FirstDay(month)))),
        ];
        var byMonth = lines.ToLookup(line => line.Month);
        for (var month = 0; month < months.Length; month++)
        {
            var source = run.In(month).Source(amounts);
            run.Add(
                new(Step, ContractLineKind.Standard, months[month], months[month], Money.Zero, source)
                {
                    Limit = months[month],
                    From = run.FirstDay(month),
                    Months = 1,
                }
            );
            yield return new(month, 1, [.. byMonth[month]], months[month], source);
        }
    }
}
