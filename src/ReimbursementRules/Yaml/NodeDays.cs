using System.Globalization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <content>Days.</content>
internal sealed partial class Node
{
    private static readonly DateOnly EarliestDay = new(1949, 10, 1),
        LatestDay = new(2099, 12, 31);

    public DateOnly Date()
    {
        var value = Text();
        if (TryParseDate(value, out var date) || value.Length == 0 || !IsScalar)
            return date;
        var (message, day, form) = DayForms.Of(value);
        var way = day is null ? form : Written(day);
        Wrong(DayForms.IsRange(value) ? "date.two" : "date.form", $"{message.En} {way.En}", $"{message.Zh}{way.Zh}");
        return date;
    }

    /// <summary>A day on which something in a policy begins: one that can be meant, so that a slip in the year is told.</summary>
    public DateOnly FirstDay()
    {
        var day = Date();
        if (TryParseDate(Raw, out _) && (day < EarliestDay || day > LatestDay))
            Wrong(
                "date.range",
                $"nothing begins on {Raw}: write a day from {IsoDay.Show(EarliestDay)} to {IsoDay.Show(LatestDay)}.",
                $"{Raw} 不是可以生效的日期：请写 {IsoDay.Show(EarliestDay)} 至 {IsoDay.Show(LatestDay)} 之间的日期。"
            );
        return day;
    }

    public static bool TryParseDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
