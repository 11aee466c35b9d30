using ReimbursementRules.Layers;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Values;

namespace ReimbursementRules.Targets;

/// <summary>Compares what a step states with a bound, and says how far it is beyond.</summary>
internal static class BoundWords
{
    /// <summary>What is beyond the bound; null where nothing is.</summary>
    /// <param name="here">What the step states in the case.</param>
    /// <param name="there">What is stated in the case that it is compared with; null where it is asked alone.</param>
    /// <param name="bound">The bound.</param>
    public static BilingualText? Miss(RatesOrAmount here, RatesOrAmount? there, TargetBound bound) =>
        here.Rates is { } rates ? MissOfRate(rates, there?.Rates, bound) : MissOfAmount(here.Amount!.AtLast, there?.Amount!.AtLast, bound);

    /// <summary>What an amount, or a sum of amounts, is beyond a bound; null where it is within.</summary>
    public static BilingualText? MissOfAmount(long amount, long? there, TargetBound bound) =>
        bound switch
        {
            TargetBound.AtLeast least => Beyond(amount, least.Value, null),
            TargetBound.AtMost most => Beyond(amount, null, most.Value),
            _ when there is { } other => MissOfOther(amount, other, bound),
            _ => throw UnknownKind.Of(bound),
        };

    /// <summary>How an amount lies below a least or above a most, all in cents; null where it does not.</summary>
    public static BilingualText? Beyond(long amount, long? atLeast, long? atMost)
    {
        if (amount < atLeast)
            return new(
                $"{Show(amount).En}, where at least {Show(atLeast.Value).En} is asked",
                $"{Show(amount).Zh}，应至少 {Show(atLeast.Value).Zh}"
            );
        if (amount > atMost)
            return new(
                $"{Show(amount).En}, where at most {Show(atMost.Value).En} is asked",
                $"{Show(amount).Zh}，应至多 {Show(atMost.Value).Zh}"
            );
        return null;
    }

    /// <summary>A rate of some millionths, as files write it.</summary>
    public static string Show(int millionths) => Rate.FromMillionths(millionths).ToString();

    /// <summary>An amount of some cents in words.</summary>
    public static BilingualText Show(long cents) =>
        cents == long.MaxValue
            ? new("no limit", "不设上限")
            : new(Money.FromCents(cents).ToReadable(), $"{Money.FromCents(cents).ToReadable()} 元");

    private static BilingualText? MissOfRate(Bands here, Bands? there, TargetBound bound) =>
        (there is null ? here.Above : here.EdgesWith(there))
            .Select(edge => MissOfRate(here.RateAbove(edge), there?.RateAbove(edge) ?? Rate.None, bound))
            .FirstOrDefault(said => said is not null);

    private static BilingualText? MissOfRate(Rate rate, Rate there, TargetBound bound) =>
        bound switch
        {
            TargetBound.AtLeast { Value: var least } => rate.Parts < Parts(least) ? Say(rate, "at least", "至少", (int)least, "") : null,
            TargetBound.AtMost { Value: var most } => rate.Parts > Parts(most) ? Say(rate, "at most", "至多", (int)most, "") : null,
            TargetBound.AtLeastMore { More: var more } => rate.Parts < Int128.Min(there.Parts + Parts(more), Rate.WholeParts)
                ? Say(rate, "at least", "至少", (int)more, $"{there} + ")
                : null,
            TargetBound.AtMostLess { Less: var less } => rate.Parts < there.Parts - Parts(less)
                ? Say(rate, "at least", "至少", less, $"{there} − ")
                : null,
            TargetBound.Within { Range: var range } => Int128.Abs((Int128)rate.Parts - there.Parts) > Parts(range)
                ? new($"{rate}, where {there} ± {Show((int)range)} is asked", $"{rate}，应为 {there} ± {Show((int)range)}")
                : null,
            _ => throw UnknownKind.Of(bound),
        };

    /// <summary>Above another amount that has no limit there is none.</summary>
    private static BilingualText? MissOfOther(long amount, long other, TargetBound bound)
    {
        var (here, there) = (Show(amount), Show(other));
        return bound switch
        {
            TargetBound.Within { Range: var range } => Int128.Abs((Int128)amount - other) > range
                ? new($"{here.En}, where {there.En} ± {Show(range).En} is asked", $"{here.Zh}，应为 {there.Zh} ± {Show(range).Zh}")
                : null,
            TargetBound.AtLeastMore { More: var more } => amount < Int128.Min((Int128)other + more, long.MaxValue)
                ? new(
                    $"{here.En}, where at least {there.En} + {Show(more).En} is asked",
                    $"{here.Zh}，应至少为 {there.Zh} + {Show(more).Zh}"
                )
                : null,
            TargetBound.AtMostMore { Share: var share } => other != long.MaxValue
            && ((Int128)amount - other) * Rate.WholeMillionths > (Int128)other * share
                ? new(
                    $"{here.En}, where at most {there.En} + {Show(share)} of it is asked",
                    $"{here.Zh}，应至多为 {there.Zh} 另加其 {Show(share)}"
                )
                : null,
            TargetBound.AtMostTimes { Share: var share } => other != long.MaxValue && amount > Rounding.Portion(other, share)
                ? new($"{here.En}, where at most {Show(share)} of {there.En} is asked", $"{here.Zh}，应至多为 {there.Zh} 的 {Show(share)}")
                : null,
            _ => throw UnknownKind.Of(bound),
        };
    }

    private static Int128 Parts(long millionths) => (Int128)millionths * Rate.Millionth;

    private static BilingualText Say(Rate rate, string en, string zh, int asked, string before) =>
        new($"{rate}, where {en} {before}{Show(asked)} is asked", $"{rate}，应{zh} {before}{Show(asked)}");
}
