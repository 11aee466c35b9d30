using System.Globalization;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cases;

/// <summary>The actual ratio 实际报销比例: what all payers together pay of the bill, in hundredths of a percent, rounded half up.</summary>
/// <remarks>Above 100% where a fund pays on a standard beyond the bill; none for a bill of zero.</remarks>
internal readonly record struct ActualRatio(Int128? Hundredths)
{
    private const decimal Largest = 1_000_000_000_000m;

    public static ActualRatio Of(Settlement settlement)
    {
        var paid = settlement.Payers.Sum(payer => payer.Amount);
        return new(settlement.Bill == Money.Zero ? null : Rounding.Divide((Int128)paid.Cents * 10_000, settlement.Bill.Cents));
    }

    /// <summary>Parses a percentage with at most two decimals, such as <c>73.62%</c>.</summary>
    public static bool TryParse(string text, out ActualRatio ratio)
    {
        ratio = default;
        if (text is not [.. var digits, '%'] || !Digits.TryParse(digits, out var percent) || percent.Scale > 2 || percent > Largest)
            return false;
        ratio = new((Int128)(percent * 100));
        return true;
    }

    /// <summary>The ratio with two decimals and its percent sign; empty where there is none.</summary>
    public override string ToString() =>
        Hundredths is { } hundredths ? ((decimal)hundredths / 100m).ToString("0.00", CultureInfo.InvariantCulture) + "%" : "";
}
