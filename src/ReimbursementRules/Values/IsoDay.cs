using System.Globalization;

namespace ReimbursementRules.Values;

/// <summary>How days are written in every file and message, whatever the culture: <c>2020-08-01</c>.</summary>
internal static class IsoDay
{
    public static string Show(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
