using System.Globalization;
using System.Numerics;

namespace ReimbursementRules.Values;

/// <summary>An exact quotient of whole numbers of any size, in lowest terms: a slope, or an amount in cents before it is rounded.</summary>
public readonly partial record struct Ratio : IComparable<Ratio>
{
    /// <summary>The most decimals with which it is shown as a decimal number.</summary>
    private const int MostDecimals = 18;

    private readonly BigInteger _underLessOne;

    /// <summary>A quotient.</summary>
    /// <param name="over">What is divided.</param>
    /// <param name="under">What it is divided by, not 0.</param>
    /// <exception cref="DivideByZeroException">It is divided by 0.</exception>
    public Ratio(BigInteger over, BigInteger under)
    {
        if (under.IsZero)
            throw new DivideByZeroException("A ratio is not divided by 0.");
        var common = BigInteger.GreatestCommonDivisor(over, under) * under.Sign;
        (Over, _underLessOne) = (over / common, under / common - 1);
    }

    /// <summary>0.</summary>
    public static Ratio Zero => default;

    /// <summary>1.</summary>
    public static Ratio One { get; } = new(1, 1);

    /// <summary>A half.</summary>
    internal static Ratio OneHalf { get; } = new(1, 2);

    /// <summary>What is divided, in lowest terms; below zero where the quotient is.</summary>
    public BigInteger Over { get; }

    /// <summary>What it is divided by, in lowest terms, above 0.</summary>
    public BigInteger Under => _underLessOne + 1;

    internal bool IsZero => Over.IsZero;

    internal static Ratio Of(long number) => new(number, 1);

    internal static Ratio Of(Rate rate) => new(rate.Parts, Rate.WholeParts);

    /// <summary>The sum.</summary>
    public static Ratio operator +(Ratio left, Ratio right) =>
        new(left.Over * right.Under + right.Over * left.Under, left.Under * right.Under);

    /// <summary>The difference.</summary>
    public static Ratio operator -(Ratio left, Ratio right) =>
        new(left.Over * right.Under - right.Over * left.Under, left.Under * right.Under);

    /// <summary>The same the other way round.</summary>
    public static Ratio operator -(Ratio ratio) => new(-ratio.Over, ratio.Under);

    /// <summary>The product.</summary>
    public static Ratio operator *(Ratio left, Ratio right) => new(left.Over * right.Over, left.Under * right.Under);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException">It is divided by 0.</exception>
    public static Ratio operator /(Ratio left, Ratio right) => new(left.Over * right.Under, left.Under * right.Over);

    /// <summary>Less.</summary>
    public static bool operator <(Ratio left, Ratio right) => left.CompareTo(right) < 0;

    /// <summary>More.</summary>
    public static bool operator >(Ratio left, Ratio right) => left.CompareTo(right) > 0;

    /// <summary>Less or the same.</summary>
    public static bool operator <=(Ratio left, Ratio right) => left.CompareTo(right) <= 0;

    /// <summary>More or the same.</summary>
    public static bool operator >=(Ratio left, Ratio right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Ratio other) => (Over * other.Under).CompareTo(other.Over * Under);

    /// <summary>A decimal number such as <c>0.765</c> where it has at most 18 decimals; else a quotient such as <c>1/3</c>.</summary>
    public override string ToString()
    {
        var scaled = BigInteger.Abs(Over) * BigInteger.Pow(10, MostDecimals);
        if (!(scaled % Under).IsZero)
            return $"{Over.ToString(CultureInfo.InvariantCulture)}/{Under.ToString(CultureInfo.InvariantCulture)}";
        var digits = (scaled / Under).ToString(CultureInfo.InvariantCulture).PadLeft(MostDecimals + 1, '0');
        return (Over.Sign < 0 ? "-" : "") + $"{digits[..^MostDecimals]}.{digits[^MostDecimals..]}".TrimEnd('0').TrimEnd('.');
    }

    /// <summary>The largest whole number that is not above it.</summary>
    internal BigInteger Floor() => BigInteger.DivRem(Over, Under, out var rest) - (rest.Sign < 0 ? 1 : 0);

    /// <summary>The nearest whole number, a half away from zero.</summary>
    internal BigInteger Round() => Over.Sign * ((BigInteger.Abs(Over) * 2 + Under) / (Under * 2));

    internal Ratio Abs() => new(BigInteger.Abs(Over), Under);
}
