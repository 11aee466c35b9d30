namespace ReimbursementRules.Values;

/// <summary>Divides an amount over holders in proportion to what each holds, in whole cents, largest remainders first.</summary>
internal static class Shares
{
    private const int MostRankedByHand = 16;

    /// <summary>Writes to <paramref name="shares"/> the part of <paramref name="amount"/> that falls to each weight; the parts add up
    /// exactly.</summary>
    /// <param name="amount">From 0 to the sum of the weights, both included.</param>
    /// <param name="weights">What each holder holds, none below zero.</param>
    /// <param name="shares">As long as <paramref name="weights"/>; no share exceeds its weight.</param>
    /// <param name="precedence">Who comes first of two holders with the same weight and remainder; null for the order of the
    /// weights.</param>
    public static void Divide(long amount, ReadOnlySpan<long> weights, Span<long> shares, Comparison<int>? precedence = null)
    {
        if (weights.Length == 1 && amount >= 0 && amount <= weights[0])
        {
            shares[0] = amount;
            return;
        }

        var total = 0L;
        var holders = 0;
        foreach (var weight in weights)
        {
            total += weight;
            holders += weight == 0 ? 0 : 1;
        }

        if (amount < 0 || amount > total)
            throw new ArgumentOutOfRangeException(nameof(amount), amount, $"Cannot divide more than the {total} held.");
        if (amount == total)
            weights.CopyTo(shares);
        else if (holders == 1)
            for (var i = 0; i < weights.Length; i++)
                shares[i] = weights[i] == 0 ? 0 : amount;
        else if (weights.Length <= MostRankedByHand)
            DivideByScanning(amount, total, weights, shares, precedence);
        else
            DivideBySorting(amount, total, weights, shares, precedence);
    }

    /// <summary>Few holders: look for the next largest remainder as often as a cent is left.</summary>
    private static void DivideByScanning(
        long amount,
        long total,
        ReadOnlySpan<long> weights,
        Span<long> shares,
        Comparison<int>? precedence
    )
    {
        Span<long> remainders = stackalloc long[weights.Length];
        var left = amount;
        for (var i = 0; i < weights.Length; i++)
            left -= shares[i] = Floor(amount, weights[i], total, out remainders[i]);
        for (; left > 0; left--)
        {
            var first = 0;
            for (var i = 1; i < weights.Length; i++)
                if (
                    remainders[i] > remainders[first]
                    || (
                        remainders[i] == remainders[first]
                        && (weights[i] > weights[first] || (weights[i] == weights[first] && precedence?.Invoke(i, first) < 0))
                    )
                )
                    first = i;
            shares[first]++;
            remainders[first] = -1;
        }
    }

    private static void DivideBySorting(long amount, long total, ReadOnlySpan<long> weights, Span<long> shares, Comparison<int>? precedence)
    {
        var ranked = new (long Remainder, long Weight, int Index)[weights.Length];
        var left = amount;
        for (var i = 0; i < weights.Length; i++)
        {
            left -= shares[i] = Floor(amount, weights[i], total, out var remainder);
            ranked[i] = (remainder, weights[i], i);
        }

        Array.Sort(
            ranked,
            (a, b) =>
                a.Remainder != b.Remainder ? b.Remainder.CompareTo(a.Remainder)
                : a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight)
                : precedence?.Invoke(a.Index, b.Index) is { } first and not 0 ? first
                : a.Index.CompareTo(b.Index)
        );
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
