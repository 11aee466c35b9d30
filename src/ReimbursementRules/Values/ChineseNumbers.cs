namespace ReimbursementRules.Values;

/// <summary>Numbers as Chinese texts write them: <c>八十五</c>, <c>九点五</c>, <c>30万</c>.</summary>
internal static class ChineseNumbers
{
    private const string Digit = "零一二三四五六七八九",
        Unit = "十百千";

    /// <summary>The longest text that is looked at, in characters, included.</summary>
    private const int Longest = 20;

    /// <summary>The number of a text; null for any other text, and for plain digits.</summary>
    public static decimal? Of(string text)
    {
        text = text.Replace('两', '二').Replace('〇', '零');
        if (text.Length is 0 or > Longest)
            return null;
        if (text[^1] is '万' or '亿' or '千' or '百' && Digits.TryParse(text[..^1].TrimEnd(' '), out var number))
            return number * Worth(text[^1]);
        return text.Split('点') switch
        {
            [var whole] => Whole(whole),
            [var whole, { Length: > 0 } rest] when Whole(whole) is { } left && rest.All(sign => Digit.Contains(sign)) => decimal.Parse(
                $"{Digits.Show(left)}.{string.Concat(rest.Select(sign => Digit.IndexOf(sign, StringComparison.Ordinal)))}",
                System.Globalization.CultureInfo.InvariantCulture
            ),
            _ => null,
        };
    }

    private static decimal Worth(char unit) =>
        unit switch
        {
            '十' => 10,
            '百' => 100,
            '千' => 1_000,
            '万' => 10_000,
            _ => 100_000_000,
        };

    /// <summary>A whole number below 10,000 times 10,000; null for any other text, and for <c>一千二</c>, which may be 1,200 or
    /// 1,002.</summary>
    private static decimal? Whole(string text)
    {
        var (sum, digit, hasDigit) = (0m, 0m, false);
        if (text.Split('万') is [var tens, var rest])
            return
                Whole(tens) is { } above
                && (
                    rest.Length == 0 ? 0
                    : rest.Length == 1 ? null
                    : Whole(rest)
                )
                    is { } below
                ? above * 10_000 + below
                : null;
        var last = 10_000m;
        foreach (var sign in text)
            if (Digit.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var value)
            {
                if (hasDigit && digit > 0)
                    return null;
                (digit, hasDigit) = (value, true);
            }
            else if (Unit.Contains(sign) && Worth(sign) < last && (digit > 0 || (sign == '十' && sum == 0)))
            {
                last = Worth(sign);
                sum += (digit == 0 ? 1 : digit) * last;
                (digit, hasDigit) = (0, true);
            }
            else
                return null;

        var isShort = digit > 0 && last is 100 or 1_000 && !text.Contains('零');
        return hasDigit && !isShort ? sum + digit : null;
    }
}
