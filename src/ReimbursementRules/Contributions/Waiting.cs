using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary>Until when the payment of a part may wait.</summary>
internal static class Waiting
{
    /// <summary>The last day, included; null where the payment may not wait, or the day from which it counts has not come.</summary>
    public static DateOnly? Until(Part part, ChosenRows rows, Contributor contributor, List<ContributionFinding> findings)
    {
        if (part.Due is not { } table || rows.Value(table) is not { } deferral)
            return null;
        var due = contributor.Days.TryGetValue(deferral.After.Name, out var after) ? after.AddMonths(deferral.Months) : (DateOnly?)null;
        findings.Add(
            contributor.Paid > due
                ? new(
                    "late",
                    part.Id,
                    new(
                        $"Paid on {IsoDay.Show(contributor.Paid.Value)}, after {IsoDay.Show(due.Value)}: the late fee is no longer waived.",
                        $"缴费日 {IsoDay.Show(contributor.Paid.Value)} 晚于 {IsoDay.Show(due.Value)}：不再免收滞纳金。"
                    ),
                    rows.Source(table)
                )
                : new("deferred", part.Id, Deferred(deferral, due), rows.Source(table))
        );
        return due;
    }

    private static BilingualText Deferred(Deferral deferral, DateOnly? due) =>
        due is { } day
            ? new(
                $"May be paid until {IsoDay.Show(day)}, included, without a late fee. The cover goes on.",
                $"可延至 {IsoDay.Show(day)}（含）缴纳，免收滞纳金，待遇不受影响。"
            )
            : new(
                $"May be paid until {Counted.Of(deferral.Months, "month")} after '{deferral.After.Name}', a day that is not known yet, "
                    + "without a late fee. The cover goes on.",
                $"可延至“{deferral.After.Name}”（日期未定）后 {deferral.Months} 个月缴纳，免收滞纳金，待遇不受影响。"
            );
}
