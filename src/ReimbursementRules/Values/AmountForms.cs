using System.Globalization;

namespace ReimbursementRules.Values;

/// <summary>What was meant by a text that is not an amount as files write it, such as <c>¥1,200元</c> or <c>1.8万</c>.</summary>
internal static class AmountForms
{
    /// <summary>The amount without its unit and with underscores between thousands; null where none can be told.</summary>
    public static string? Plain(string text)
    {
        var number = Bare(text);
        var plain = IsGrouped(number) ? number.Replace(',', '_') : number;
        return plain != text && Money.TryParse(plain, out _) ? plain
            : ChineseNumbers.Of(number) is { } amount && Grouped(amount) is var grouped && Money.TryParse(grouped, out _) ? grouped
            : null;
    }

    /// <summary>The way out for a number whose commas do not stand between thousands, so that nobody can tell which is meant; null for
    /// any other text.</summary>
    public static BilingualText? Unclear(string text)
    {
        var number = Bare(text);
        return
            number.Contains(',', StringComparison.Ordinal)
            && !IsGrouped(number)
            && number.All(sign => char.IsAsciiDigit(sign) || sign is ',' or '.')
            ? new(
                "Its commas do not stand between thousands: look up which number is meant, and write it without commas, such as 1_200.50.",
                "其中的逗号不是千位分隔：请核对原数，不用逗号写出，如 1_200.50。"
            )
            : null;
    }

    /// <summary>A number without signs of its currency, and without blanks.</summary>
    private static string Bare(string text) => PlainWord.Of(text).Trim('¥', '￥', '元', ' ').Replace('，', ',');

    private static bool IsGrouped(string number) =>
        number.Split('.')[0].Split(',') is [{ Length: >= 1 and <= 3 }, .. var groups] && groups.All(group => group.Length == 3);

    /// <summary>A number with underscores between thousands.</summary>
    private static string Grouped(decimal number) => number.ToString("#,0.##########", CultureInfo.InvariantCulture).Replace(',', '_');
}
