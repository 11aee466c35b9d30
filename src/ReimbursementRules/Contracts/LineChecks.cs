using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts;

/// <summary>What must hold of the lines and denials of a year, whatever the contract.</summary>
internal static class LineChecks
{
    /// <summary>The most cases, persons, bed-days or heads, of a line and of a year, included.</summary>
    public const long MostCounted = 1_000_000_000_000;

    public static void Check(ProviderYear year, FilePlace place, ProblemLog problems)
    {
        foreach (var line in year.Lines)
            Check(line, year, line.Facts.Place ?? place, problems);
        foreach (var denial in year.Denied)
            if (denial.Amount <= Money.Zero || denial.Amount > Money.Largest || string.IsNullOrWhiteSpace(denial.Reason))
                problems.Add(
                    denial.Place ?? place,
                    "denied.form",
                    "a denial has an amount above zero and a reason.",
                    "拒付应有大于零的金额和原因。"
                );
        CheckSum(year.Lines.Select(line => line.Actual), place, problems);
        CheckSum(year.Lines.Select(line => line.Bill ?? Money.Zero), place, problems);
        CheckSum(year.Lines.SelectMany(line => line.Facts.Items).Select(item => item.Amount), place, problems);
        CheckSum(year.Denied.Select(denial => denial.Amount), place, problems);
        CheckCount(year.Lines.Select(line => line.Cases), place, problems);
        CheckCount(year.Lines.Select(line => line.Persons ?? 0), place, problems);
        CheckCount(year.Lines.Select(line => line.BedDays ?? 0), place, problems);
        foreach (
            var twice in year
                .Lines.Where(line => line.Facts.Id.Length > 0)
                .GroupBy(line => line.Facts.Id, StringComparer.Ordinal)
                .Where(same => same.Count() > 1)
        )
            problems.Add(
                twice.ElementAt(1).Facts.Place ?? place,
                "line.twice",
                $"'{twice.Key}' stands twice among the lines and would count twice. Keep one of them.",
                $"明细中“{twice.Key}”重复，会重复计算。请只保留一个。"
            );
    }

    private static void Check(ProviderLine line, ProviderYear year, FilePlace place, ProblemLog problems)
    {
        var day = line.Facts.Discharged;
        if (day < year.Starts || (year.Starts < DateOnly.MaxValue.AddYears(-1) && day >= year.Starts.AddYears(1)))
            problems.Add(
                place,
                "line.day",
                $"{IsoDay.Show(day)} is not a day of the year that begins on {IsoDay.Show(year.Starts)}.",
                $"{IsoDay.Show(day)} 不在从 {IsoDay.Show(year.Starts)} 开始的年度内。"
            );
        if (line.Facts.Provider.Id is { Length: > 0 } id && id != year.Provider.Id)
            problems.Add(
                place,
                "line.provider",
                $"the line is of provider '{id}', the year of '{year.Provider.Id}'.",
                $"该明细属于机构“{id}”，而年度属于“{year.Provider.Id}”。"
            );
        if (line.Cases < 0 || line.Persons < 0 || line.BedDays < 0)
            problems.Add(place, "line.count", "a line states a number below zero.", "明细中有负数。");
        if (line.Actual < Money.Zero || line.Bill < Money.Zero || line.Facts.Items.Any(item => item.Amount < Money.Zero))
            problems.Add(
                place,
                "line.amount",
                "a line states an amount below zero. Leave claims out that were taken back.",
                "明细中有负金额。请剔除已冲正的单据。"
            );
    }

    private static void CheckCount(IEnumerable<long> counts, FilePlace place, ProblemLog problems)
    {
        if (counts.Aggregate((Int128)0, (sum, count) => sum + count) > MostCounted)
            problems.Add(
                place,
                "year.count",
                $"the cases, persons or bed-days of the year add up to more than {MostCounted:#,##0}.",
                $"年度的病例数、人数或床日数合计超过 {MostCounted:#,##0}。"
            );
    }

    private static void CheckSum(IEnumerable<Money> amounts, FilePlace place, ProblemLog problems)
    {
        if (amounts.Aggregate((Int128)0, (sum, amount) => sum + amount.Cents) > Money.Largest.Cents)
            problems.Add(
                place,
                "year.large",
                $"the amounts of the year add up to more than {Money.Largest.ToReadable()}, the largest amount there is.",
                $"年度金额合计超过最大金额 {Money.Largest.ToReadable()}。"
            );
    }
}
