namespace ReimbursementRules.Values;

/// <summary>The one place where cents are rounded: half away from zero.</summary>
internal static class Rounding
{
    private const long Whole = Rate.WholeMillionths;

    /// <summary>Beyond this many cents the product with a rate would leave 64 bits, and 128 bits take over.</summary>
    private const long FastLimit = long.MaxValue / Whole - 1;

    public static long Portion(long cents, int millionths)
    {
        if (cents is >= 0 and <= FastLimit)
            return (long)(((ulong)(cents * millionths) + Whole / 2) / Whole);
        if (cents < -FastLimit || cents > FastLimit)
            return (long)Divide((Int128)cents * millionths, Whole);
        return -((-(cents * millionths) + Whole / 2) / Whole);
    }

    /// <summary>A share of a share of an amount, rounded once.</summary>
    public static long Portion(long cents, int millionths, int ofMillionths) =>
        (long)Divide((Int128)cents * millionths * ofMillionths, (Int128)Whole * Whole);

    public static Int128 Divide(Int128 numerator, Int128 denominator) =>
        numerator >= 0 ? (numerator + denominator / 2) / denominator : -((-numerator + denominator / 2) / denominator);
}
