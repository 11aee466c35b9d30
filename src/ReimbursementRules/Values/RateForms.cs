using System.Text.RegularExpressions;

namespace ReimbursementRules.Values;

/// <summary>What was meant by a text that is not a rate as files write it, such as <c>94 %</c>, <c>0.94</c> or <c>八成</c>.</summary>
internal static partial class RateForms
{
    private const int MostDecimals = 4;

    private static readonly BilingualText Way = new(
        "Write a percentage from 0% to 100%, such as 85%.",
        "请写 0% 至 100% 的百分数，如 85%。"
    );

    /// <summary>What is wrong with a text that is to be a rate, the rate to write where it is certain, and else the way out.</summary>
    public static (BilingualText Message, string? Plain, BilingualText Way) Of(string text)
    {
        var word = PlainWord.Of(text);
        var (en, zh) = ($"'{text}' is not a rate", $"“{text}”不是比例");
        if (Spaced().Match(word) is { Success: true } spaced && Percent(spaced.Groups["number"].Value) is { } near)
            return (new($"{en}: a blank stands before '%'.", $"{zh}：“%”前有空格。"), near, Way);
        if (Spelt(word) is { } meant && Percent(meant) is { } spelt)
            return (new($"{en} as files write it, a number and '%'.", $"{zh}在文件中的写法（数字加“%”）。"), spelt, Way);
        if (word is [.. var digits, '%'] && Digits.TryParse(digits, out var percent))
            return percent > 100
                ? (new($"{en}: no rate is above 100%.", $"{zh}：比例不超过 100%。"), null, Way)
                : (
                    new($"{en}: it has {percent.Scale} decimals.", $"{zh}：有 {percent.Scale} 位小数。"),
                    null,
                    new(
                        $"Write a percentage from 0% to 100% with at most {MostDecimals} decimals, such as 66.6667%.",
                        $"请写 0% 至 100%、最多 {MostDecimals} 位小数的百分数，如 66.6667%。"
                    )
                );
        if (!Digits.TryParse(word, out var number) || number is > 100 or <= 0)
            return (new($"{en}.", $"{zh}。"), null, Way);
        var without = new BilingualText($"{en}: it has no '%'.", $"{zh}：没有“%”。");
        if (number > 1)
            return (without, Percent(word), Way);
        var (whole, part) = (Digits.Show(number * 100) + "%", Digits.Show(number) + "%");
        return (
            without,
            null,
            new(
                $"Write {whole} where {text} of the whole is meant, or {part} where {text} of a hundred is.",
                $"指全部的 {text} 时写 {whole}，指百分之 {text} 时写 {part}。"
            )
        );
    }

    /// <summary>How many of a hundred a text spells; null where it does not.</summary>
    private static string? Spelt(string word)
    {
        if (word.StartsWith("百分之", StringComparison.Ordinal) && Number(word[3..]) is { } percent)
            return Digits.Show(percent);
        return
            Tenths().Match(word) is { Success: true } form
            && Number(form.Groups["tens"].Value) is { } tens
            && (
                form.Groups["ones"].Value is { Length: > 0 } ones
                    ? ones == "半"
                        ? 5
                        : Number(ones)
                    : 0
            )
                is { } more
            && more < 10
            ? Digits.Show(tens * 10 + more)
            : null;
    }

    private static decimal? Number(string text) => Digits.TryParse(text, out var number) ? number : ChineseNumbers.Of(text);

    /// <summary>A number of a hundred as a rate; null where it is none.</summary>
    private static string? Percent(string number) => Rate.TryParse(number + "%", out _) ? number + "%" : null;

    [GeneratedRegex(
        @"\A(?<number>[0-9._]+)\s+%\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Spaced();

    [GeneratedRegex(
        @"\A(?<tens>[0-9]+|[一二两三四五六七八九十])成(?<ones>[0-9]|[一二三四五六七八九半])?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Tenths();
}
