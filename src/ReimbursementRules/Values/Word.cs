namespace ReimbursementRules.Values;

/// <summary>A word of a file with its place, understood once it is known what it is a word of: a name, or a number in the form that a fact
/// asks.</summary>
/// <param name="Text">The word; empty where none could be read, which has been told then.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record Word(string Text, FilePlace Place)
{
    private const int LongestShown = 60;

    /// <summary>Its path in the claim or history that it stands in; empty for a word of a policy.</summary>
    public string Path { get; init; } = "";

    /// <summary>What messages begin with: its key, where it stands in the file in Chinese; null for most.</summary>
    public BilingualText? NamedBefore { get; init; }

    public bool IsEmpty => Text.Length == 0;

    public Money Money(ProblemLog problems)
    {
        if (!Values.Money.TryParse(Text, out var money))
        {
            var (place, text) = problems.Grouped(Place, Text) ?? (Place, Text);
            var way = AmountForms.Plain(text) is { } plain
                ? problems.WayOut(place, text, plain)
                : AmountForms.Unclear(text)
                    ?? new(
                        "Write yuan without a unit, such as 1200 or 1_200.50, at most two decimals, never below zero.",
                        "请写不带单位的元数，如 1200 或 1_200.50，最多两位小数，不得为负。"
                    );
            if (text == Text)
                problems.Wrong(this, "amount.form", $"'{text}' is not an amount. {way.En}", $"“{text}”不是金额。{way.Zh}");
            else
                problems.AddSlip(
                    new(
                        Place,
                        "amount.form",
                        new($"{NamedBefore?.En}'{text}' is not an amount.", $"{NamedBefore?.Zh}“{text}”不是金额。"),
                        way
                    )
                    {
                        Path = Path,
                    }
                );
        }

        return money;
    }

    /// <summary>A whole number from 0.</summary>
    public long Whole(ProblemLog problems)
    {
        if (Digits.TryParseWhole(Text, out var number))
            return number;
        if (NumberForms.Plain(Text) is { } plain && Digits.TryParseWhole(plain, out number))
        {
            var way = problems.WayOut(Place, Text, plain);
            problems.Wrong(
                this,
                "number.form",
                $"'{Text}' is not a whole number: its unit is not written. {way.En}",
                $"“{Text}”不是整数：不写单位。{way.Zh}"
            );
        }
        else
            problems.Wrong(
                this,
                "number.form",
                $"'{Text}' is not a whole number from 0 to 1,000,000,000,000, such as 14.",
                $"“{Text}”不是 0 至 1,000,000,000,000 的整数，如 14。"
            );
        return number;
    }

    /// <summary>A day.</summary>
    public DateOnly Day(ProblemLog problems)
    {
        if (IsoDay.TryParse(Text) is { } day)
            return day;
        var (message, meant, form) = DayForms.Of(Text);
        var way = meant is null ? form : problems.WayOut(Place, Text, meant);
        problems.Wrong(this, DayForms.IsRange(Text) ? "date.two" : "date.form", $"{message.En} {way.En}", $"{message.Zh}{way.Zh}");
        return default;
    }

    /// <summary>A whole number in a range, both ends included; the nearest end after a problem.</summary>
    public int Whole(int least, int most, ProblemLog problems)
    {
        var number = Whole(problems);
        if (Digits.TryParseWhole(Text, out _) && (number < least || number > most))
            problems.Wrong(
                this,
                "number.range",
                $"'{Text}' is out of range. Write a whole number from {least} to {most}.",
                $"“{Text}”超出范围。请写 {least} 至 {most} 的整数。"
            );
        return (int)Math.Clamp(number, least, most);
    }

    /// <summary>A message about a text: one of many characters or lines is shown by its beginning.</summary>
    public static string Shortened(string message, string text) =>
        text.Length > LongestShown || text.Contains('\n') ? message.Replace(text, Short(text), StringComparison.Ordinal) : message;

    /// <summary>A text on one line, or the beginning of it.</summary>
    public static string Short(string text) =>
        (text.Length <= LongestShown ? text : text[..(LongestShown - 3)] + "…").ReplaceLineEndings(" ");
}
