using ReimbursementRules.Comparisons;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Claims whose patients pay less, or more, by an amount above one edge and up to another; both zero for those who pay the
/// same.</summary>
/// <param name="Above">The lower edge; not included.</param>
/// <param name="UpTo">The upper edge; included.</param>
/// <param name="IsGain">Whether the patients pay less.</param>
/// <param name="Count">How many claims.</param>
internal sealed record EffectBin(Money Above, Money UpTo, bool IsGain, int Count)
{
    public bool IsSame => UpTo == Money.Zero;
}

/// <summary>Sorts claims by how much less or more their patients pay, into a few bins of one width.</summary>
internal static class EffectBins
{
    /// <summary>The most bins on either side.</summary>
    private const int MostBins = 6;

    /// <summary>The bins from the largest loss to the largest gain, without those beyond.</summary>
    public static IReadOnlyList<EffectBin> Of(IReadOnlyList<ClaimEffect> claims)
    {
        if (claims.Count == 0)
            return [];
        var width = Width(claims.Max(claim => Math.Abs(claim.Gain.Cents)));
        var counts = claims.GroupBy(claim => Bin(claim.Gain.Cents, width)).ToDictionary(same => same.Key, same => same.Count());
        return
        [
            .. Enumerable
                .Range((int)Math.Min(0, counts.Keys.Min()), (int)(Math.Max(0, counts.Keys.Max()) - Math.Min(0, counts.Keys.Min()) + 1))
                .Select(bin => new EffectBin(
                    Money.FromCents(Math.Max(0, Math.Abs((long)bin) - 1) * width),
                    Money.FromCents(Math.Abs((long)bin) * width),
                    bin > 0,
                    counts.GetValueOrDefault(bin)
                )),
        ];
    }

    /// <summary>The bin of a gain: 0 for none, 1 for up to the width, -1 for as much of a loss.</summary>
    private static long Bin(long cents, long width) => Math.Sign(cents) * ((Math.Abs(cents) + width - 1) / width);

    /// <summary>The least of 1, 2, 5, 10, 20, 50 … cents that needs few enough bins.</summary>
    private static long Width(long largest)
    {
        var width = 1L;
        for (var i = 0; width * MostBins < largest; i++)
            width = i % 3 == 1 ? width / 2 * 5 : width * 2;
        return width;
    }
}
