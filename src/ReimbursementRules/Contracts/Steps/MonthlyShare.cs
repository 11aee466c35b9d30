using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>A share of an amount that is known month by month, by the rate in force on the first day of each.</summary>
internal static class MonthlyShare
{
    public static IEnumerable<ContractLine> Of(ContractRun run, string step, ContractLineKind kind, Money[] months, Table<Rate> rates)
    {
        for (var month = 0; month < months.Length; month++)
        {
            var rate = run.In(month).Of(rates);
            yield return new(step, kind, months[month], months[month].Portion(rate), Money.Zero, run.In(month).Source(rates))
            {
                Rate = rate,
                From = run.FirstDay(month),
                Months = 1,
            };
        }
    }
}
