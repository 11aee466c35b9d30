using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ReimbursementRules.Cli;

/// <summary>An option whose value is a day.</summary>
internal static class DayOption
{
    public static Option<DateOnly?> Create(string name, string description) =>
        new(name)
        {
            HelpName = "yyyy-MM-dd",
            Description = description,
            CustomParser = Parse,
        };

    private static DateOnly? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        argument.AddError($"'{text}' is not a date. Write it as 2020-12-31.");
        return null;
    }
}
