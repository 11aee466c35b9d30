using System.Globalization;
using System.Text.RegularExpressions;

namespace ReimbursementRules.Values;

/// <summary>How numbers are written in every file: digits with underscores between them, and decimals after a point.</summary>
internal static partial class Digits
{
    public static bool TryParse(string text, out decimal number)
    {
        number = default;
        return text is { Length: <= 40 }
            && Form().IsMatch(text)
            && decimal.TryParse(
                text.Replace("_", "", StringComparison.Ordinal),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out number
            );
    }

    public static bool TryParseWhole(string text, out long number)
    {
        number = default;
        if (!TryParse(text, out var value) || decimal.Truncate(value) != value || value > 1_000_000_000_000m)
            return false;
        number = (long)value;
        return true;
    }

    /// <summary>A number as files may write it, without idle zeros.</summary>
    public static string Show(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\A[0-9]+(_[0-9]+)*(\.[0-9]+)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Form();
}
