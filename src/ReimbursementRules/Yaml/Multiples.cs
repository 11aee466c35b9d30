using ReimbursementRules.Values;

namespace ReimbursementRules.Yaml;

/// <summary>Reads how often something is taken.</summary>
internal static class Multiples
{
    private const int MostDecimals = 6;

    /// <summary>A number such as <c>10</c>, or a percentage such as <c>20%</c> or <c>150%</c>, to a millionth.</summary>
    /// <param name="node">Where it stands.</param>
    /// <param name="most">The most, above 1; percentages to ten times the whole at least.</param>
    public static decimal Multiple(this Node node, decimal most)
    {
        var value = node.Text();
        var times =
            value is not [.. var digits, '%'] ? node.Number()
            : Digits.TryParse(digits, out var percent) && percent > 100 ? percent / 100
            : node.Rate().Millionths / (decimal)Rate.WholeMillionths;
        if (times <= most && decimal.Round(times, MostDecimals) == times)
            return times;
        node.Wrong(
            "number.times",
            $"'{value}' is too large or too fine to be a multiple. Write a number such as 1.5, or a percentage such as 150%, of at most "
                + $"{Digits.Show(most)} times and six decimals (four of a percentage).",
            $"“{value}”作倍数过大或小数过多。请写数（如 1.5）或百分比（如 150%），不超过 {Digits.Show(most)} 倍，最多六位小数（百分比四位）。"
        );
        return 1;
    }
}
