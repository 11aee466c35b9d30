using System.Globalization;
using System.Text.RegularExpressions;

namespace ReimbursementRules.Values;

/// <summary>What was meant by a text that is not a day as files write it, such as <c>2021、6、1</c> or <c>2021-06-31</c>.</summary>
internal static partial class DayForms
{
    private static readonly BilingualText Form = new("Write year-month-day, such as 2020-08-01.", "请写 年-月-日，如 2020-08-01。");

    /// <summary>What is wrong with a text that is to be a day, and the day to write, if it is certain.</summary>
    public static (BilingualText Message, string? Day, BilingualText Way) Of(string text)
    {
        if (Range().Match(PlainWord.Of(text)) is { Success: true } range && Of(range.Groups["first"].Value) is { Day: var first })
        {
            first ??= range.Groups["first"].Value;
            return (
                new($"'{text}' is two days, and one is expected.", $"“{text}”是两个日期，此处只能写一个。"),
                null,
                new(
                    $"Write the first, {first}, alone: it holds until the next one that is stated, or the day before 'until'.",
                    $"请只写起始日 {first}：一直有效，至下一个载明的日期，或“until”的前一天。"
                )
            );
        }

        var form = Parts().Match(PlainWord.Of(text));
        if (!form.Success)
            return (Partial(text), null, Form);
        var (year, month, day) = (Number(form, "year"), Number(form, "month"), Number(form, "day"));
        if (year < 1 || month is < 1 or > 12)
            return (new($"'{text}' is not a date: months are 01 to 12.", $"“{text}”不是日期：月份为 01 至 12。"), null, Form);
        var days = DateTime.DaysInMonth(year, month);
        if (day >= 1 && day <= days)
            return (
                new($"'{text}' is not a date as files write it, year-month-day.", $"“{text}”不是日期在文件中的写法（年-月-日）。"),
                IsoDay.Show(new(year, month, day)),
                Form
            );
        var name = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
        return (
            new(
                $"'{text}' is not a date: {name} {Digits.Show(year)} has {Digits.Show(days)} days.",
                $"“{text}”不是日期：{Digits.Show(year)} 年 {Digits.Show(month)} 月有 {Digits.Show(days)} 天。"
            ),
            null,
            new(
                $"Look up which day is meant: one from 01 to {Digits.Show(days)}.",
                $"请核对原文，写 01 至 {Digits.Show(days)} 日中的一天。"
            )
        );
    }

    /// <summary>The day of every year that a text means, as files write it; null for none.</summary>
    public static string? OfEveryYear(string text) =>
        YearDay().Match(PlainWord.Of(text)) is { Success: true } form
        && (Number(form, "month"), Number(form, "day")) is (>= 1 and <= 12, >= 1) and var (month, day)
        && day <= DateTime.DaysInMonth(2001, month)
            ? IsoDay.Show(new(2001, month, day))[5..]
            : null;

    /// <summary>Whether a text is two days with a sign between them.</summary>
    public static bool IsRange(string text) => Range().IsMatch(PlainWord.Of(text));

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
        @"\A(?<year>[0-9]{4})(\s*[-./、年]\s*|(?=[0-9]{4}\z))(?<month>[0-9]{1,2})(\s*[-./、月]\s*|(?=[0-9]{2}\z))(?<day>[0-9]{1,2})\s*[日号]?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Parts();

    [GeneratedRegex(
        @"\A(?<first>[0-9]{4}[-./、年][0-9]{1,2}[-./、月][0-9]{1,2}日?)\s*(~|～|—+|–|-|至|到)\s*[0-9]{4}[-./、年][0-9]{1,2}[-./、月][0-9]{1,2}日?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Range();

    [GeneratedRegex(
        @"\A(?<month>[0-9]{1,2})\s*[-./、月]\s*(?<day>[0-9]{1,2})\s*[日号]?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex YearDay();

    [GeneratedRegex(@"\A[0-9]{1,2}\s*[-./、月]\s*[0-9]{1,2}\s*[日号]?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(@"\A[0-9]{4}\s*[-./、年]\s*[0-9]{1,2}\s*月?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearAndMonth();

    [GeneratedRegex(@"\A[0-9]{4}\s*年?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();
}
