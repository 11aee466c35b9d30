using System.Globalization;
using System.Numerics;

namespace ReimbursementRules.Targets;

/// <summary>An exact quotient of whole numbers of any size; what it is divided by is above zero.</summary>
internal readonly record struct Fraction(BigInteger Over, BigInteger Under)
{
    private const int Decimals = 4;

    public static Fraction Millionths(BigInteger millionths) => new(millionths, 1_000_000);

    public static Fraction operator +(Fraction one, Fraction other) =>
        new(one.Over * other.Under + other.Over * one.Under, one.Under * other.Under);

    public static Fraction operator -(Fraction one, Fraction other) =>
        new(one.Over * other.Under - other.Over * one.Under, one.Under * other.Under);

    public static Fraction operator *(Fraction one, Fraction other) => new(one.Over * other.Over, one.Under * other.Under);

    public static bool operator <=(Fraction one, Fraction other) => one.Over * other.Under <= other.Over * one.Under;

    public static bool operator >=(Fraction one, Fraction other) => other <= one;

    /// <summary>The number with at most four decimals, rounded half away from zero; as a percentage where asked.</summary>
    public string Show(bool asPercent)
    {
        var scaled = Over * BigInteger.Pow(10, asPercent ? Decimals + 2 : Decimals);
        var rounded = (BigInteger.Abs(scaled) * 2 + Under) / (Under * 2);
        var digits = rounded.ToString(CultureInfo.InvariantCulture).PadLeft(Decimals + 1, '0');
        var text = $"{digits[..^Decimals]}.{digits[^Decimals..]}".TrimEnd('0').TrimEnd('.');
        return (scaled.Sign < 0 && rounded > 0 ? "-" : "") + text + (asPercent ? "%" : "");
    }
}
