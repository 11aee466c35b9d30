using System.Text.RegularExpressions;

namespace ReimbursementRules.Values;

/// <summary>What was meant by a number with a unit behind it, such as <c>45岁</c>, <c>2盒</c> or <c>1.8万元</c>.</summary>
internal static partial class NumberForms
{
    /// <summary>The number alone; null where none can be told.</summary>
    public static string? Plain(string text)
    {
        var form = Form().Match(PlainWord.Of(text));
        if (!form.Success || !Digits.TryParse(form.Groups["number"].Value, out var number))
            return null;
        var times = form.Groups["times"].Value switch
        {
            "百" => 100,
            "千" => 1_000,
            "万" => 10_000,
            "亿" => 100_000_000,
            _ => 1,
        };
        return number > 1_000_000_000_000m / times ? null : Digits.Show(number * times);
    }

    /// <summary>A number in digits, then ten thousands and the like, or a unit; a unit has no digit of its own.</summary>
    [GeneratedRegex(
        @"\A(?<number>[0-9]+(_[0-9]+)*(\.[0-9]+)?)\s*((?<times>[百千万亿])元?|(?![百千万亿一二三四五六七八九十])\p{IsCJKUnifiedIdeographs}{1,2})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Form();
}
