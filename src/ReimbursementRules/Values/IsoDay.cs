using System.Globalization;

namespace ReimbursementRules.Values;

/// <summary>How days are written in every file and message, whatever the culture: <c>2020-08-01</c>.</summary>
internal static class IsoDay
{
    public static string Show(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The day that a text is; null where it is none.</summary>
    public static DateOnly? TryParse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
