using System.Globalization;

namespace ReimbursementRules.Values;

/// <summary>A share from 0% to 100%, both included. Files and claims state it to a ten-thousandth of a percent; what a settlement computes
/// of such rates has up to sixteen decimals of a percent.</summary>
public readonly partial record struct Rate
{
    internal const int WholeMillionths = 1_000_000;

    /// <summary>A millionth, in the smallest parts that there are.</summary>
    internal const long Millionth = 1_000_000_000_000;

    /// <summary>The whole, in the smallest parts that there are.</summary>
    internal const long WholeParts = WholeMillionths * Millionth;

    private const int DecimalsOfFiles = 4;
    private const int MostDecimals = 16;

    private Rate(long parts) => Parts = parts;

    /// <summary>0%.</summary>
    public static Rate None => default;

    /// <summary>100%.</summary>
    public static Rate Whole { get; } = new(WholeParts);

    /// <summary>The share in millionths: 85% is 850,000. A rate with more decimals is rounded half up; <see cref="Share"/> has them
    /// all.</summary>
    public int Millionths => (int)((Parts + Millionth / 2) / Millionth);

    /// <summary>The share as a number from 0 to 1, exact: 85% is 0.85.</summary>
    public decimal Share => new decimal(Parts) / WholeParts;

    /// <summary>The share in the smallest parts that there are.</summary>
    internal long Parts { get; }

    /// <summary>Whether the rate is one that files and claims may state: of at most four decimals of a percent.</summary>
    internal bool IsOfFiles => Parts % Millionth == 0;

    /// <summary>A rate from a percentage: <c>Rate.Percent(85)</c> is 85%.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is not from 0 to 100, or has more than four
    /// decimals.</exception>
    public static Rate Percent(decimal percent) =>
        TryFrom(percent, DecimalsOfFiles, out var rate)
            ? rate
            : throw new ArgumentOutOfRangeException(nameof(percent), percent, "A rate is from 0% to 100%, with at most four decimals.");

    /// <summary>Parses text such as <c>85%</c> or <c>66.6667%</c>. A bare <c>0.85</c> is refused, so that no one takes it for an
    /// amount.</summary>
    public static bool TryParse(string text, out Rate rate) => TryParse(text, DecimalsOfFiles, out rate);

    /// <summary>The rate with its percent sign, such as <c>85%</c>, with all its decimals.</summary>
    public override string ToString() => (Share * 100).ToString("0.################", CultureInfo.InvariantCulture) + "%";

    /// <summary>Parses a rate that a settlement has computed, with all its decimals.</summary>
    internal static bool TryParseComputed(string text, out Rate rate) => TryParse(text, MostDecimals, out rate);

    internal static Rate FromMillionths(int millionths) => new(millionths * Millionth);

    /// <summary>A rate of some of the smallest parts; what lies outside 0% and 100% is the nearer of the two.</summary>
    internal static Rate FromParts(Int128 parts) => new((long)Int128.Clamp(parts, 0, WholeParts));

    private static bool TryParse(string text, int decimals, out Rate rate)
    {
        rate = default;
        return text is [.. var digits, '%']
            && Digits.TryParse(digits, out var percent)
            && percent.Scale <= decimals
            && TryFrom(percent, decimals, out rate);
    }

    private static bool TryFrom(decimal percent, int decimals, out Rate rate)
    {
        rate = default;
        if (percent is < 0 or > 100 || decimal.Round(percent, decimals) != percent)
            return false;
        rate = new((long)(percent * (WholeParts / 100)));
        return true;
    }
}
