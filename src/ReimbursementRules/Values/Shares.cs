namespace ReimbursementRules.Values;

/// <summary>Divides an amount over holders in proportion to what each holds, in whole cents, largest remainders first.</summary>
internal static class Shares
{
    /// <summary>Writes to <paramref name="shares"/> the part of <paramref name="amount"/> that falls to each weight; the parts add up exactly.</summary>
    /// <param name="amount">From 0 to the sum of the weights, both included.</param>
    /// <param name="weights">What each holder holds, none below zero.</param>
    /// <param name="shares">As long as <paramref name="weights"/>; no share exceeds its weight.</param>
    /// <param name="precedence">Who comes first of two holders with the same weight and remainder; null for the order of the weights.</param>
    public static void Divide(long amount, ReadOnlySpan<long> weights, Span<long> shares, Comparison<int>? precedence = null)
    {
        var total = 0L;
        foreach (var weight in weights)
            total += weight;
        if (amount < 0 || amount > total)
            throw new ArgumentOutOfRangeException(nameof(amount), amount, $"Cannot divide more than the {total} held.");
        if (amount == total)
        {
            weights.CopyTo(shares);
            return;
        }

        var left = amount;
        for (var i = 0; i < weights.Length; i++)
        {
            shares[i] = Floor(amount, weights[i], total, out _);
            left -= shares[i];
        }

        if (left > 0)
            HandOutTheRest((int)left, amount, total, weights, shares, precedence);
    }

    private static void HandOutTheRest(int left, long amount, long total, ReadOnlySpan<long> weights, Span<long> shares, Comparison<int>? precedence)
    {
        var ranked = new (long Remainder, long Weight, int Index)[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            Floor(amount, weights[i], total, out var remainder);
            ranked[i] = (remainder, weights[i], i);
        }

        Array.Sort(ranked, (a, b) =>
            a.Remainder != b.Remainder ? b.Remainder.CompareTo(a.Remainder)
            : a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight)
            : precedence?.Invoke(a.Index, b.Index) is { } first and not 0 ? first
            : a.Index.CompareTo(b.Index));
        for (var i = 0; i < left; i++)
            shares[ranked[i].Index]++;
    }

    private static long Floor(long amount, long weight, long total, out long remainder)
    {
        if ((amount | weight) <= int.MaxValue)
        {
            var (quotient, rest) = Math.DivRem(amount * weight, total);
            remainder = rest;
            return quotient;
        }

        var product = (Int128)amount * weight;
        var whole = product / total;
        remainder = (long)(product - whole * total);
        return (long)whole;
    }
}
