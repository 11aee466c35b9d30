using ReimbursementRules.Layers;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>An amount for a whole year of which each month has a twelfth, by the value in force on its first day.</summary>
internal static class YearlyAmount
{
    private const int MonthsOfYear = 12;

    /// <summary>The amount of each month. A value that holds all year adds up to the cent, and one that holds for six months to half of
    /// it.</summary>
    /// <param name="run">The year.</param>
    /// <param name="step">The step.</param>
    /// <param name="amounts">The yearly amounts.</param>
    /// <param name="times">How often the amount is taken, such as the heads enrolled.</param>
    public static Money[] Of(ContractRun run, string step, Table<DatedAmount> amounts, long times) =>
        [.. Enumerable.Range(0, MonthsOfYear).Select(month => Twelfth(run.Times(step, OfYear(run, amounts, month), times), month))];

    /// <summary>The months together for which one row holds.</summary>
    public static IEnumerable<ContractLine> Lines(ContractRun run, string step, Table<DatedAmount> amounts, long times, Money[] months)
    {
        for (var (first, next) = (0, 0); first < MonthsOfYear; first = next)
        {
            var value = OfYear(run, amounts, first);
            while (next < MonthsOfYear && run.In(next).Row(amounts) == run.In(first).Row(amounts) && OfYear(run, amounts, next) == value)
                next++;
            var yearly = run.Times(step, value, times);
            yield return new(step, ContractLineKind.Standard, yearly, months[first..next].Sum(), Money.Zero, run.In(first).Source(amounts))
            {
                Count = times == 1 ? null : times,
                Limit = value,
                From = run.FirstDay(first),
                Months = next - first,
            };
        }
    }

    private static Money OfYear(ContractRun run, Table<DatedAmount> amounts, int month) =>
        Money.FromCents(run.In(month).Of(amounts).On(run.FirstDay(month)));

    /// <summary>The share of a month: twelfths are counted from the beginning of the year, so that no cent is lost.</summary>
    private static Money Twelfth(Money yearly, int month) => Upto(yearly, month + 1) - Upto(yearly, month);

    private static Money Upto(Money yearly, int months) =>
        Money.FromCents((long)Rounding.Divide((Int128)yearly.Cents * months, MonthsOfYear));
}
