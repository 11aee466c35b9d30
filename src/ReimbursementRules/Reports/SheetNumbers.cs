using System.Globalization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Numbers that sheets work out for their readers.</summary>
internal static class SheetNumbers
{
    /// <summary>A share of an amount to a hundredth of a percent, halves away from zero; nothing of an amount of zero.</summary>
    public static string Percent(Money amount, Money of) =>
        of == Money.Zero
            ? ""
            : decimal.Round(amount.InYuan * 100 / of.InYuan, 2, MidpointRounding.AwayFromZero)
                .ToString("0.00", CultureInfo.InvariantCulture) + "%";
}
