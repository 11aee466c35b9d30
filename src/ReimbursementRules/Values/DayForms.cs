using System.Globalization;
using System.Text.RegularExpressions;

namespace ReimbursementRules.Values;

/// <summary>What was meant by a text that is not a day as files write it, such as <c>2021.6.1</c> or <c>2021-06-31</c>.</summary>
internal static partial class DayForms
{
    /// <summary>What is wrong with a text that is to be a day, and the day to write, if one can be told.</summary>
    public static (BilingualText Message, string? Day) Of(string text)
    {
        var form = Form().Match(PlainWord.Of(text));
        if (!form.Success)
            return (Partial(text), null);
        var (year, month, day) = (Number(form, "year"), Number(form, "month"), Number(form, "day"));
        if (year < 1 || month is < 1 or > 12)
            return (new($"'{text}' is not a date: months are 01 to 12.", $"“{text}”不是日期：月份为 01 至 12。"), null);
        var days = DateTime.DaysInMonth(year, month);
        if (day >= 1 && day <= days)
            return (
                new($"'{text}' is not a date as files write it, year-month-day.", $"“{text}”不是日期在文件中的写法（年-月-日）。"),
                IsoDay.Show(new(year, month, day))
            );
        var name = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
        return (
            new(
                $"'{text}' is not a date: {name} {Digits.Show(year)} has {Digits.Show(days)} days.",
                $"“{text}”不是日期：{Digits.Show(year)} 年 {Digits.Show(month)} 月有 {Digits.Show(days)} 天。"
            ),
            IsoDay.Show(new(year, month, day < 1 ? 1 : days))
        );
    }

    /// <summary>What is wrong with a text that is no whole day: which part is missing, where one can tell.</summary>
    private static BilingualText Partial(string text)
    {
        var plain = PlainWord.Of(text);
        var missing =
            MonthAndDay().IsMatch(plain) ? new BilingualText(": the year is missing", "：缺少年份")
            : YearAndMonth().IsMatch(plain) ? new(": the day is missing", "：缺少日")
            : Year().IsMatch(plain) ? new(": the month and the day are missing", "：缺少月和日")
            : BilingualText.None;
        return new($"'{text}' is not a date{missing.En}.", $"“{text}”不是日期{missing.Zh}。");
    }

    private static int Number(Match form, string part) =>
        int.Parse(form.Groups[part].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\A(?<year>[0-9]{4})(\s*[-./年]\s*|(?=[0-9]{4}\z))(?<month>[0-9]{1,2})(\s*[-./月]\s*|(?=[0-9]{2}\z))(?<day>[0-9]{1,2})\s*[日号]?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Form();

    [GeneratedRegex(@"\A[0-9]{1,2}\s*[-./月]\s*[0-9]{1,2}\s*[日号]?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(@"\A[0-9]{4}\s*[-./年]\s*[0-9]{1,2}\s*月?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearAndMonth();

    [GeneratedRegex(@"\A[0-9]{4}\s*年?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();
}
