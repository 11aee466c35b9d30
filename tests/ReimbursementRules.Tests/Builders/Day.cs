using System.Globalization;

namespace ReimbursementRules.Tests.Builders;

/// <summary>Days as policy files write them.</summary>
internal static class Day
{
    public static DateOnly Of(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
