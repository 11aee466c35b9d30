using System.Numerics;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Values;

public sealed class RoundingTests
{
    /// <summary>Where 64 bits are no longer enough for the product, 128 bits give the same: just below, at and above, on both
    /// sides.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(Rounding.FastLimit - 1)]
    [InlineData(Rounding.FastLimit)]
    [InlineData(Rounding.FastLimit + 1)]
    [InlineData(Rounding.FastLimit + 2)]
    [InlineData(long.MaxValue)]
    public void Portion_AroundTheLimitOf64Bits_IsTheExactProductRounded(long cents)
    {
        int[] rates = [0, 1, 333_333, 499_999, 500_000, 500_001, 999_999, Rate.WholeMillionths];
        foreach (var millionths in rates)
        {
            var exact = Rounded((BigInteger)cents * millionths, Rate.WholeMillionths);
            Rounding.Portion(cents, millionths).ShouldBe((long)exact, $"{cents} × {millionths}");
            Rounding.Portion(-cents, millionths).ShouldBe((long)-exact, $"-{cents} × {millionths}");
            Rounding.Portion(cents, Rate.FromMillionths(millionths)).ShouldBe((long)exact, $"{cents} × {millionths} as a rate");
        }
    }

    /// <summary>5 cents × 50% × 50% are 1.25 cents; rounded after each rate they would be 2.</summary>
    [Theory]
    [InlineData(5, 500_000, 500_000, 1)]
    [InlineData(-5, 500_000, 500_000, -1)]
    [InlineData(2, 500_000, 500_000, 1)]
    [InlineData(-2, 500_000, 500_000, -1)]
    [InlineData(1, 999_999, 500_000, 0)]
    [InlineData(100_000, 600_000, 250_000, 15_000)]
    [InlineData(7, 0, 1_000_000, 0)]
    [InlineData(7, 1_000_000, 0, 0)]
    [InlineData(long.MaxValue, 1_000_000, 1_000_000, long.MaxValue)]
    public void Portion_ShareOfAShare_IsRoundedOnce(long cents, int millionths, int ofMillionths, long portion) =>
        Rounding.Portion(cents, millionths, ofMillionths).ShouldBe(portion);

    [Theory]
    [InlineData(0, 7, 0)]
    [InlineData(1, 2, 1)]
    [InlineData(-1, 2, -1)]
    [InlineData(10, 4, 3)]
    [InlineData(-10, 4, -3)]
    [InlineData(10, 7, 1)]
    [InlineData(11, 7, 2)]
    [InlineData(-10, 7, -1)]
    [InlineData(-11, 7, -2)]
    public void Divide_HalfACent_IsRoundedAwayFromZero(long numerator, long denominator, long quotient) =>
        ((long)Rounding.Divide(numerator, denominator)).ShouldBe(quotient);

    private static BigInteger Rounded(BigInteger numerator, BigInteger denominator) => (2 * numerator + denominator) / (2 * denominator);
}
