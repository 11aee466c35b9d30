using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ReimbursementRules.Cli;

/// <summary>An option whose value is a day.</summary>
internal static class DayOption
{
    public static Option<DateOnly?> Create(string name, string en, string zh) =>
        new(name)
        {
            HelpName = "yyyy-MM-dd",
            Description = BothLanguages.Of(en, zh),
            CustomParser = Parse,
        };

    private static DateOnly? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        argument.AddError($"'{text}' is not a date. Write it as 2020-12-31.", $"“{text}”不是日期，请写成 2020-12-31 的形式。");
        return null;
    }
}
