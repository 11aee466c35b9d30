using ReimbursementRules.Claims;

namespace ReimbursementRules.Settlements;

/// <summary>How the catalogue and the gates cut one item.</summary>
/// <param name="OverCeiling">What is above the ceiling price, in cents.</param>
/// <param name="FirstSelfPay">The patient's first share, in cents.</param>
/// <param name="Row">The row of the catalogue in the legend that decided.</param>
/// <param name="Gate">The gate that refused the item, in the legend; -1 where none did.</param>
/// <param name="Way">Which part takes the rest of the fee.</param>
internal readonly record struct ItemCut(long OverCeiling, long FirstSelfPay, int Row, short Gate, CutWay Way)
{
    /// <summary>The part that takes the rest of the fee.</summary>
    public int RestPart => (int)Way;

    /// <summary>The rest of the fee, in cents.</summary>
    public long Rest(long fee) => fee - OverCeiling - FirstSelfPay;

    /// <summary>What falls to a part, in cents; over all parts it adds up to the fee.</summary>
    public long Of(int part, long fee) =>
        part switch
        {
            Legend.OverCeiling => OverCeiling,
            Legend.FirstSelfPay => FirstSelfPay,
            _ => part == RestPart ? Rest(fee) : 0,
        };
}

/// <summary>Which part takes what is left of an item's fee.</summary>
internal enum CutWay : byte
{
    OutOfScope = Legend.OutOfScope,
    InScope = Legend.InScope,
    Refused = Legend.Refused,
}

/// <summary>What falls to each part when a bill is cut, in cents.</summary>
internal readonly record struct CutSums(long OverCeiling, long FirstSelfPay, long InScope, long OutOfScope, long Refused)
{
    public static CutSums Of(Claim claim, ReadOnlySpan<ItemCut> cuts)
    {
        Span<long> sums = stackalloc long[Legend.CutParts.Length];
        for (var item = 0; item < cuts.Length; item++)
        for (var part = 0; part < sums.Length; part++)
            sums[part] += cuts[item].Of(part, claim.Packed[item].Amount);
        return new(
            sums[Legend.OverCeiling],
            sums[Legend.FirstSelfPay],
            sums[Legend.InScope],
            sums[Legend.OutOfScope],
            sums[Legend.Refused]
        );
    }
}
