using System.CommandLine.Parsing;
using System.Globalization;

namespace ReimbursementRules.Cli;

/// <summary>Percentages of options, such as 95 or 97.5.</summary>
internal static class Percentages
{
    /// <summary>A percentage from 0 to 100; null, with an error, where it is none.</summary>
    public static decimal? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100)
            return percent;
        argument.AddError(
            $"'{text}' is not a percentage from 0 to 100. Write it without a sign, such as 95 or 97.5.",
            $"“{text}”不是 0 至 100 的百分数。请不带百分号，如 95 或 97.5。"
        );
        return null;
    }
}
