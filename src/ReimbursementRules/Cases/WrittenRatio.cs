using System.Globalization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cases;

/// <summary>A ratio of two amounts as a source prints it: in percent, rounded half up to as many decimals as are written.</summary>
/// <param name="Units">In units of the last decimal: 736 for <c>73.6%</c>. Null for a ratio to nothing.</param>
/// <param name="Decimals">The decimals of the percentage, 0 to 6.</param>
internal readonly record struct WrittenRatio(Int128? Units, int Decimals)
{
    private const int MostDecimals = 6;
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>Parses a percentage such as <c>73.6%</c>, whose decimals say how it is rounded.</summary>
    public static bool TryParse(string text, out WrittenRatio ratio)
    {
        ratio = default;
        if (text is not [.. var digits, '%'] || !Digits.TryParse(digits, out var percent) || percent > Largest)
            return false;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : digits.Length - point - 1;
        if (decimals > MostDecimals)
            return false;
        ratio = new((Int128)(percent * Scale(decimals)), decimals);
        return true;
    }

    /// <summary>The ratio of two amounts, to as many decimals as this one has.</summary>
    /// <param name="of">What is held against the other.</param>
    /// <param name="to">What it is held against.</param>
    public WrittenRatio Like(Money of, Money to) =>
        this with
        {
            Units =
                to == Money.Zero ? null
                : to < Money.Zero ? Rounding.Divide((Int128)(-of).Cents * Hundred, (-to).Cents)
                : Rounding.Divide((Int128)of.Cents * Hundred, to.Cents),
        };

    /// <summary>The units of the whole, 100%.</summary>
    public long Hundred => 100 * Scale(Decimals);

    /// <summary>The ratio with its decimals and its percent sign; empty where there is none.</summary>
    public override string ToString()
    {
        if (Units is not { } units)
            return "";
        var (whole, rest) = Int128.DivRem(Int128.Abs(units), Scale(Decimals));
        var sign = units < 0 ? "-" : "";
        var decimals = Decimals == 0 ? "" : "." + rest.ToString(CultureInfo.InvariantCulture).PadLeft(Decimals, '0');
        return sign + whole.ToString(CultureInfo.InvariantCulture) + decimals + "%";
    }

    private static long Scale(int decimals)
    {
        var scale = 1L;
        for (var i = 0; i < decimals; i++)
            scale *= 10;
        return scale;
    }
}
