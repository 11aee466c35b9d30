using ReimbursementRules.Rulebooks;
using ReimbursementRules.Rulebooks.Steps;
using ReimbursementRules.Values;

namespace ReimbursementRules.Checks;

/// <summary>Compares what a step states with a bound, and says how far it is beyond.</summary>
internal static class BoundWords
{
    /// <summary>What is beyond the bound; null where nothing is.</summary>
    /// <param name="stated">What the step states.</param>
    /// <param name="rows">The rows of the case.</param>
    /// <param name="other">The rows of the case that it is compared with; null where it is asked alone.</param>
    /// <param name="bound">The bound.</param>
    public static Text? Miss(StatedTables stated, int[] rows, int[]? other, TargetBound bound) =>
        stated.Rates is { } rates
            ? MissOfRate(rates(rows), other is null ? null : rates(other), bound)
            : MissOfAmount(stated.Amount!(rows), other is null ? null : stated.Amount(other), bound);

    private static Text? MissOfRate(Bands here, Bands? there, TargetBound bound)
    {
        foreach (var edge in there is null ? here.Above : here.EdgesWith(there))
        {
            var rate = here.RateAbove(edge);
            var against = there?.RateAbove(edge) ?? 0;
            if (rate < bound.RateAtLeast)
                return Say(rate, "at least", "至少", bound.RateAtLeast.Value, "");
            if (rate > bound.RateAtMost)
                return Say(rate, "at most", "至多", bound.RateAtMost.Value, "");
            if (bound.AtLeastMore is { } more && rate < Math.Min(against + more, Rate.WholeMillionths))
                return Say(rate, "at least", "至少", more, $"{Show(against)} + ");
            if (bound.AtMostLess is { } less && rate < against - less)
                return Say(rate, "at least", "至少", less, $"{Show(against)} − ");
        }

        return null;
    }

    private static Text? MissOfAmount(Amount here, Amount? there, TargetBound bound)
    {
        var amount = Value(here);
        if (bound.AtLeast is { } least && amount < Value(least))
            return new($"{Show(amount).En}, where at least {Show(Value(least)).En} is asked", $"{Show(amount).Zh}，应至少 {Show(Value(least)).Zh}");
        if (bound.AtMost is { } most && amount > Value(most))
            return new($"{Show(amount).En}, where at most {Show(Value(most)).En} is asked", $"{Show(amount).Zh}，应至多 {Show(Value(most)).Zh}");
        if (there is not null && bound.AtMostTimes is { } times && Value(there) is < long.MaxValue and var against && amount > Rounding.Portion(against, times))
            return new(
                $"{Show(amount).En}, where at most {Show(times)} of {Show(against).En} is asked",
                $"{Show(amount).Zh}，应至多为 {Show(against).Zh} 的 {Show(times)}");
        return null;
    }

    /// <summary>The amount by the parameters in force last; none is above all amounts.</summary>
    private static long Value(Amount amount) => amount.IsNone ? long.MaxValue : amount.On(DateOnly.MaxValue);

    private static Text Say(int rate, string en, string zh, int asked, string before) =>
        new($"{Show(rate)}, where {en} {before}{Show(asked)} is asked", $"{Show(rate)}，应{zh} {before}{Show(asked)}");

    private static string Show(int millionths) => Rate.FromMillionths(millionths).ToString();

    private static Text Show(long cents) => cents == long.MaxValue ? new("no limit", "不设上限") : new(Money.FromCents(cents).ToReadable(), $"{Money.FromCents(cents).ToReadable()} 元");
}
