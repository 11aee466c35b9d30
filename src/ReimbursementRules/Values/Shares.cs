using System.Numerics;
using System.Runtime.Intrinsics;

namespace ReimbursementRules.Values;

/// <summary>Divides an amount over holders in proportion to what each holds, in whole cents, largest remainders first.</summary>
internal static class Shares
{
    /// <summary>The most holders of which each is held against each other; more are sorted.</summary>
    private const int MostHeldAgainstEach = 16;

    /// <summary>As <see cref="Divide{T}"/>, in the order of the weights where two holders are equal.</summary>
    public static void Divide(long amount, ReadOnlySpan<long> weights, Span<long> shares) =>
        Divide(amount, weights, shares, default(InOrder));

    /// <summary>Writes to <paramref name="shares"/> the part of <paramref name="amount"/> that falls to each weight; the parts add up
    /// exactly.</summary>
    /// <param name="amount">From 0 to the sum of the weights, both included.</param>
    /// <param name="weights">What each holder holds, none below zero.</param>
    /// <param name="shares">As long as <paramref name="weights"/>; no share exceeds its weight.</param>
    /// <param name="precedence">Who comes first of two holders with the same weight and remainder; the order of the weights where it does
    /// not say.</param>
    public static void Divide<T>(long amount, ReadOnlySpan<long> weights, Span<long> shares, T precedence)
        where T : struct, IPrecedence
    {
        // Stryker disable once Equality,Block,Statement : the long way gives the same
        if (weights.Length == 1 && amount >= 0 && amount <= weights[0])
        {
            shares[0] = amount;
            return;
        }

        var total = 0L;
        foreach (var weight in weights)
            total += weight;
        if (amount < 0 || amount > total)
            throw new ArgumentOutOfRangeException(nameof(amount), amount, $"Cannot divide more than the {total} held.");
        if (amount == total)
            weights.CopyTo(shares);
        // Stryker disable once Equality : ranked and sorted holders get the same
        else if (weights.Length <= MostHeldAgainstEach && total <= int.MaxValue)
            DivideByRank(amount, total, weights, shares, precedence);
        else
            DivideBySorting(amount, total, weights, shares, precedence);
    }

    /// <summary>Few holders of amounts below 2^31: a holder's rank is the number of those that come before it, and who ranks below the
    /// number of cents that are left gets one of them.</summary>
    private static void DivideByRank<T>(long amount, long total, ReadOnlySpan<long> weights, Span<long> shares, T precedence)
        where T : struct, IPrecedence
    {
        shares = shares[..weights.Length];

        // The remainder above, the weight below: whoever has the larger key comes first. What is beyond the holders is zero, and last.
        Span<long> keys = stackalloc long[MostHeldAgainstEach];
        // Stryker disable once Statement : room on the stack is clear unless a compiler is told to leave it
        keys.Clear();
        var inverse = ulong.MaxValue / (ulong)total;
        var left = amount;
        for (var i = 0; i < weights.Length; i++)
        {
            // The upper half of the product with the inverse is the quotient, or one less.
            var product = amount * weights[i];
            var share = (long)Math.BigMul((ulong)product, inverse, out _);
            var remainder = product - share * total;
            // Stryker disable once Equality : whoever has a whole cent for a remainder comes first, and gets it
            if (remainder >= total)
                (share, remainder) = (share + 1, remainder - total);
            shares[i] = share;
            keys[i] = remainder << 31 | weights[i];
            left -= share;
        }

        // Stryker disable once Statement : of no cent nobody gets one
        if (left == 0)
            return;
        Span<long> ranks = stackalloc long[MostHeldAgainstEach];
        if (Rank(keys, weights.Length, ranks, left) != left)
            RankEqual(keys[..weights.Length], ranks, precedence);
        for (var i = 0; i < weights.Length; i++)
            shares[i] += ranks[i] < left ? 1 : 0;
    }

    /// <summary>Writes how many keys are larger than each, and returns of how many that is less than <paramref name="left"/>.</summary>
    private static int Rank(ReadOnlySpan<long> keys, int count, Span<long> ranks, long left)
    {
        var first = 0;
        for (var from = 0; from < count; from += Vector256<long>.Count)
        {
            var some = Vector256.Create(keys[from..]);
            var ranked = Vector256<long>.Zero;
            for (var i = 0; i < count; i++)
                ranked -= Vector256.GreaterThan(Vector256.Create(keys[i]), some);
            ranked.CopyTo(ranks[from..]);
            // Stryker disable once Assignment : where no keys are equal, ranking the equal ones changes nothing
            first += BitOperations.PopCount(Vector256.GreaterThan(Vector256.Create(left), ranked).ExtractMostSignificantBits());
        }

        return first;
    }

    /// <summary>Ranks also those that have the same key.</summary>
    private static void RankEqual<T>(ReadOnlySpan<long> keys, Span<long> ranks, T precedence)
        where T : struct, IPrecedence
    {
        for (var i = 0; i < keys.Length; i++)
        for (var j = 0; j < i; j++)
            if (keys[i] == keys[j])
                ranks[precedence.Of(i, j) < 0 ? j : i]++;
    }

    private static void DivideBySorting<T>(long amount, long total, ReadOnlySpan<long> weights, Span<long> shares, T precedence)
        where T : struct, IPrecedence
    {
        var ranked = new (long Remainder, long Weight, int Index)[weights.Length];
        var left = amount;
        for (var i = 0; i < weights.Length; i++)
        {
            shares[i] = Floor(amount, weights[i], total, out var remainder);
            left -= shares[i];
            ranked[i] = (remainder, weights[i], i);
        }

        Array.Sort(
            ranked,
            (a, b) =>
                a.Remainder != b.Remainder ? b.Remainder.CompareTo(a.Remainder)
                : a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight)
                : precedence.Of(a.Index, b.Index) is not 0 and var first ? first
                : a.Index.CompareTo(b.Index)
        );
        for (var i = 0; i < left; i++)
            shares[ranked[i].Index]++;
    }

    private static long Floor(long amount, long weight, long total, out long remainder)
    {
        // Stryker disable once Equality,Block : 128 bits give the same
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

/// <summary>Who comes first of two holders that are equal.</summary>
internal interface IPrecedence
{
    /// <summary>Below zero where the first comes first, above zero where the second does, zero where it is not said.</summary>
    int Of(int a, int b);
}

/// <summary>Says nothing: the order of the holders decides.</summary>
internal readonly record struct InOrder : IPrecedence
{
    public int Of(int a, int b) => 0;
}
