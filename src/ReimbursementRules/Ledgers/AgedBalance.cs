using ReimbursementRules.Values;

namespace ReimbursementRules.Ledgers;

/// <summary>What is owed in an account, by age.</summary>
/// <param name="Receivable">The account.</param>
/// <param name="Current">What is not overdue yet; below zero where more was paid than is due.</param>
/// <param name="Overdue">What is overdue.</param>
/// <param name="Oldest">The day of the oldest amount that is still owed; null where none is.</param>
public sealed partial record AgedBalance(Receivable Receivable, Money Current, Money Overdue, DateOnly? Oldest)
{
    /// <inheritdoc cref="AgedBalance" path="/param[@name='Receivable']/node()"/>
    public Receivable Receivable
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Receivable);

    internal static AgedBalance Of(IGrouping<Receivable, Posting> account, DateOnly on, int termDays)
    {
        var days = account
            .GroupBy(posting => posting.Day)
            .OrderBy(day => day.Key)
            .Select(day => (Day: day.Key, Net: day.Sum(posting => posting.Amount)))
            .ToList();
        var credit = days.Where(day => day.Net < Money.Zero).Aggregate(Money.Zero, (sum, day) => sum - day.Net);
        var (current, overdue, oldest) = (Money.Zero, Money.Zero, (DateOnly?)null);
        foreach (var (day, net) in days.Where(day => day.Net > Money.Zero))
        {
            var cleared = net < credit ? net : credit;
            credit -= cleared;
            if (net == cleared)
                continue;
            oldest ??= day;
            if (on.DayNumber - day.DayNumber > termDays)
                overdue += net - cleared;
            else
                current += net - cleared;
        }

        return new(account.Key, current - credit, overdue, oldest);
    }
}
