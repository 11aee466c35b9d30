using System.Globalization;

namespace ReimbursementRules.Values;

/// <summary>A share from 0% to 100%, both included, exact to a ten-thousandth of a percent.</summary>
public readonly partial record struct Rate
{
    internal const int WholeMillionths = 1_000_000;

    private Rate(int millionths) => Millionths = millionths;

    /// <summary>0%.</summary>
    public static Rate None => default;

    /// <summary>100%.</summary>
    public static Rate Whole { get; } = new(WholeMillionths);

    /// <summary>The share in millionths: 85% is 850,000.</summary>
    public int Millionths { get; }

    /// <summary>A rate from a percentage: <c>Rate.Percent(85)</c> is 85%.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is not from 0 to 100, or has more than four
    /// decimals.</exception>
    public static Rate Percent(decimal percent) =>
        TryFrom(percent, out var rate)
            ? rate
            : throw new ArgumentOutOfRangeException(nameof(percent), percent, "A rate is from 0% to 100%, with at most four decimals.");

    /// <summary>Parses text such as <c>85%</c> or <c>66.6667%</c>. A bare <c>0.85</c> is refused, so that no one takes it for an
    /// amount.</summary>
    public static bool TryParse(string text, out Rate rate)
    {
        rate = default;
        return text is [.. var digits, '%'] && Digits.TryParse(digits, out var percent) && percent.Scale <= 4 && TryFrom(percent, out rate);
    }

    /// <summary>The rate with its percent sign, such as <c>85%</c>.</summary>
    public override string ToString() => (new decimal(Millionths) / 10_000m).ToString("0.####", CultureInfo.InvariantCulture) + "%";

    internal static Rate FromMillionths(int millionths) => new(millionths);

    private static bool TryFrom(decimal percent, out Rate rate)
    {
        rate = default;
        if (percent is < 0 or > 100 || decimal.Round(percent, 4) != percent)
            return false;
        rate = new((int)(percent * 10_000m));
        return true;
    }
}
