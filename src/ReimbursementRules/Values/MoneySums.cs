namespace ReimbursementRules.Values;

/// <summary>Adds up amounts.</summary>
internal static class MoneySums
{
    /// <summary>The sum of amounts; zero for none.</summary>
    public static Money Sum(this IEnumerable<Money> amounts) => amounts.Sum(amount => amount);

    /// <summary>The sum of what each of some things amounts to; zero for none.</summary>
    public static Money Sum<T>(this IEnumerable<T> all, Func<T, Money> amountOf) =>
        all.Aggregate(Money.Zero, (sum, one) => sum + amountOf(one));
}
