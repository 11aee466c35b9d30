using System.Globalization;

namespace ReimbursementRules.Values;

/// <summary>What was meant by a text that is not an amount as files write it, such as <c>¥1,200元</c> or <c>1.8万</c>.</summary>
internal static class AmountForms
{
    /// <summary>The amount without its unit and with underscores between thousands; null where none can be told.</summary>
    public static string? Plain(string text)
    {
        var number = PlainWord.Of(text).Trim('¥', '￥', '元', ' ');
        var isGrouped =
            number.Split('.')[0].Split(',') is [{ Length: >= 1 and <= 3 }, .. var groups] && groups.All(group => group.Length == 3);
        var plain = isGrouped ? number.Replace(',', '_') : number;
        return plain != text && Money.TryParse(plain, out _) ? plain
            : ChineseNumbers.Of(number) is { } amount && Grouped(amount) is var grouped && Money.TryParse(grouped, out _) ? grouped
            : null;
    }

    /// <summary>A number with underscores between thousands.</summary>
    private static string Grouped(decimal number) => number.ToString("#,0.##########", CultureInfo.InvariantCulture).Replace(',', '_');
}
