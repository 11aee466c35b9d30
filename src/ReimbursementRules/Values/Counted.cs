using System.Globalization;

namespace ReimbursementRules.Values;

/// <summary>A number with the English word for what it counts, which is another for one than for more. Chinese has one word for
/// both.</summary>
internal static class Counted
{
    /// <summary>Such as <c>1 case</c> and <c>2 cases</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one.</param>
    /// <param name="more">The word for none and for more; left out where only an s is added.</param>
    public static string Of(long count, string one, string? more = null) => Of(count.ToString(CultureInfo.InvariantCulture), one, more);

    /// <summary>The same of a number as it is shown.</summary>
    public static string Of(string count, string one, string? more = null) => $"{count} {(count == "1" ? one : more ?? one + "s")}";

    /// <summary>Such as <c>there is 1 item</c> and <c>there are 2 items</c>.</summary>
    public static string There(long count, string one) => $"there {(count == 1 ? "is" : "are")} {Of(count, one)}";
}
