using System.Globalization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Coverage;

/// <summary>The sentences that say what a case would need to reach a point.</summary>
internal static class CoverageWords
{
    /// <param name="of">The table.</param>
    /// <param name="when">The conditions of the row; empty for a value that stands alone.</param>
    /// <param name="says">Its value.</param>
    /// <param name="days">From when until when its value is in force; null without end.</param>
    /// <param name="asked">What asks it.</param>
    public static BilingualText Row(string of, string when, string says, (DateOnly? From, DateOnly? Until) days, BilingualText asked)
    {
        var span = Days(days.From, days.Until);
        return when.Length == 0
            ? new(
                $"no case comes to the value {says} of '{of}'. Add a {asked.En}{span.En} to which it applies.",
                $"没有用例用到“{of}”的值“{says}”。请补充{span.Zh}适用该值的{asked.Zh}。"
            )
            : new(
                $"no case comes to this row of '{of}' ({when}: {says}). Add a {asked.En}{span.En} on which it applies.",
                $"没有用例用到“{of}”的本行（“{when}”：“{says}”）。请补充{span.Zh}适用本行的{asked.Zh}。"
            );
    }

    public static BilingualText Version(string of, DateOnly from, DateOnly? until)
    {
        var span = Days(from == DateOnly.MinValue ? null : from, until);
        return new(
            $"no case comes to this version of '{of}'. Add a case{span.En} in which it decides.",
            $"没有用例用到“{of}”的这一版本。请补充{span.Zh}由其决定的用例。"
        );
    }

    public static BilingualText Band(string of, string above) =>
        new(
            $"no case comes to the band of '{of}' above {above}. Add a case with more than that, to which this row applies.",
            $"没有用例达到“{of}”高于 {above} 的一段。请补充适用本行且超过该值的用例。"
        );

    public static BilingualText Phase(string of, int after)
    {
        var days = after.ToString(CultureInfo.InvariantCulture);
        return new(
            $"no case comes to the phase of '{of}' after {Counted.Of(days, "day")}. Add a longer stay to which this row applies.",
            $"没有用例达到“{of}”第 {days} 日之后的阶段。请补充适用本行且住院更久的单据。"
        );
    }

    public static BilingualText FirstDay(string of, DateOnly day) =>
        new(
            $"no case falls on {IsoDay.Show(day)}, the first day on which '{of}' is as it stands here. Add one of that day.",
            $"没有用例落在“{of}”此处规定生效的第一天 {IsoDay.Show(day)}。请补充当日的用例。"
        );

    public static BilingualText DayBefore(string of, DateOnly day) =>
        new(
            $"no case falls on {IsoDay.Show(day)}, the last day before '{of}' is as it stands here. Add one of that day.",
            $"没有用例落在“{of}”此处规定生效的前一天 {IsoDay.Show(day)}。请补充当日的用例。"
        );

    public static BilingualText FirstPeriod(string of, DateOnly day) =>
        new(
            $"no case falls in the first period from {IsoDay.Show(day)} on, from which '{of}' is as it stands here. Add one.",
            $"没有用例落在“{of}”此处规定自 {IsoDay.Show(day)} 起的第一期。请补充该期的用例。"
        );

    public static BilingualText PeriodBefore(string of, DateOnly day) =>
        new(
            $"no case falls in the last period before {IsoDay.Show(day)}, from which '{of}' is as it stands here. Add one.",
            $"没有用例落在“{of}”此处规定自 {IsoDay.Show(day)} 起之前的最后一期。请补充该期的用例。"
        );

    /// <summary>One of several ways in which something can come out.</summary>
    /// <param name="kind">What it is, such as <c>deductible</c>.</param>
    /// <param name="way">The way, such as <c>part</c>.</param>
    /// <param name="of">Its name.</param>
    public static BilingualText Way(string kind, string way, string of)
    {
        var (en, zh) = BranchWords.Of(kind, way);
        return new(Named(en), Named(zh));

        string Named(string words) => words.Replace("{0}", of, StringComparison.Ordinal);
    }

    private static BilingualText Days(DateOnly? from, DateOnly? until) =>
        (from, until) switch
        {
            (null, null) => new("", ""),
            ({ } first, null) => new($" from {IsoDay.Show(first)} on", $"自 {IsoDay.Show(first)} 起"),
            (null, { } end) => new($" before {IsoDay.Show(end)}", $" {IsoDay.Show(end)} 之前"),
            ({ } first, { } end) => new(
                $" from {IsoDay.Show(first)} until before {IsoDay.Show(end)}",
                $"自 {IsoDay.Show(first)} 起、{IsoDay.Show(end)} 之前"
            ),
        };
}
