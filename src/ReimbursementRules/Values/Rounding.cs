namespace ReimbursementRules.Values;

/// <summary>The one place where cents are rounded: half away from zero.</summary>
internal static class Rounding
{
    private const long Whole = Rate.WholeMillionths;
    private const ulong HalfWhole = Whole / 2;

    /// <summary>Beyond this many cents the product with a rate would leave 64 bits, and 128 bits take over.</summary>
    internal const long FastLimit = long.MaxValue / Whole - 1;

    public static long Portion(long cents, int millionths)
    {
        // Stryker disable once Equality : where one way ends and the next begins, both give the same
        if (cents is >= 0 and <= FastLimit)
            return (long)(((ulong)(cents * millionths) + HalfWhole) / Whole);
        // Stryker disable once Equality,Unary : 128 bits give the same where 64 are enough
        if (cents < -FastLimit || cents > FastLimit)
            return (long)Divide((Int128)cents * millionths, Whole);
        return -((-(cents * millionths) + Whole / 2) / Whole);
    }

    /// <summary>A rate of an amount, with all decimals of the rate, rounded once.</summary>
    public static long Portion(long cents, Rate rate) =>
        // Stryker disable once Conditional : 128 bits give the same
        rate.IsOfFiles
            ? Portion(cents, rate.Millionths)
            : (long)Divide((Int128)cents * rate.Parts, Rate.WholeParts);

    /// <summary>A rate of the part of an amount that falls to one of several holders, which is not rounded before: amount × held ÷ sum ×
    /// rate.</summary>
    /// <param name="cents">The amount, from 0.</param>
    /// <param name="held">What the holder holds, from 0 to the sum.</param>
    /// <param name="sum">What all hold, above 0.</param>
    /// <param name="rate">The rate.</param>
    public static long PortionOf(long cents, long held, long sum, Rate rate)
    {
        var (whole, rest) = Int128.DivRem((Int128)cents * held, sum);
        return (long)((whole * rate.Parts + rest * rate.Parts / sum + Rate.WholeParts / 2) / Rate.WholeParts);
    }

    /// <summary>A share of a share of an amount, rounded once.</summary>
    public static long Portion(long cents, int millionths, int ofMillionths) =>
        (long)Divide((Int128)cents * millionths * ofMillionths, (Int128)Whole * Whole);

    public static Int128 Divide(Int128 numerator, Int128 denominator) =>
        // Stryker disable once Equality : both give 0 of 0
        numerator >= 0
            ? (numerator + denominator / 2) / denominator
            : -((-numerator + denominator / 2) / denominator);
}
