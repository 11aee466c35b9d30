using System.Globalization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Mutants;

/// <summary>What a single value could be in place of what it is.</summary>
internal static class MutantValues
{
    /// <summary>The words that are taken for one another, by their key.</summary>
    private static readonly Dictionary<(string Key, string Word), string[]> Words = new()
    {
        [("per", "claim")] = ["day", "year"],
        [("per", "admission")] = ["day", "year"],
        [("per", "visit")] = ["day", "year"],
        [("per", "item")] = ["claim"],
        [("per", "day")] = ["claim", "month"],
        [("per", "stay")] = ["claim", "year"],
        [("per", "month")] = ["day", "year"],
        [("per", "quarter")] = ["month", "year"],
        [("per", "year")] = ["month", "claim"],
        [("of", "cost")] = ["payment"],
        [("of", "payment")] = ["cost"],
        [("edges", "after_deductible")] = ["on_base"],
        [("edges", "on_base")] = ["after_deductible"],
        [("cuts", "payment")] = ["cost"],
        [("cuts", "cost")] = ["payment"],
        [("beyond", "patient")] = ["hospital"],
        [("beyond", "hospital")] = ["patient"],
        [("counts", "together")] = ["apart"],
        [("counts", "apart")] = ["together"],
        [("saving", "hospital")] = ["fund"],
        [("saving", "fund")] = ["hospital"],
        [("pays_on", "quota")] = ["rest_of_quota", "limit"],
        [("pays_on", "rest_of_quota")] = ["quota", "limit"],
        [("pays_on", "limit")] = ["quota"],
        [("then", "refuse")] = ["flag"],
        [("then", "hold")] = ["flag"],
        [("then", "flag")] = ["refuse"],
        [("rest", "named")] = ["unchanged"],
        [("rest", "unchanged")] = ["named"],
        [("as", "held")] = ["original"],
        [("as", "original")] = ["held"],
        [("ceiling", "trim")] = ["hospital"],
        [("ceiling", "reject")] = ["trim"],
        [("ceiling", "hospital")] = ["trim"],
        [("decided_by", "discharge")] = ["admission"],
        [("decided_by", "admission")] = ["discharge"],
        [("decided_by", "filing")] = ["discharge"],
        [("decided_by", "service")] = ["discharge"],
        [("age_on", "benefit_year")] = ["admission", "discharge"],
        [("age_on", "admission")] = ["discharge", "benefit_year"],
        [("age_on", "discharge")] = ["admission", "benefit_year"],
        [("each", "move")] = ["total", "item"],
        [("each", "item")] = ["move", "total"],
        [("each", "total")] = ["move", "item"],
        [("first_self_pay", "own")] = ["0%"],
        [("into", "later")] = ["earlier"],
        [("into", "earlier")] = ["later"],
        [("deducts", "above_tolerance")] = ["above_target"],
        [("deducts", "above_target")] = ["above_tolerance"],
    };

    /// <summary>What could stand in place of a value, each with further ways of writing it where the loader refuses the first.</summary>
    public static IEnumerable<string[]> Of(string key, string value)
    {
        if (value is [.., '%'])
            return PercentOf(value) is { } percent ? Near(percent).Select(rate => (string[])[Percent(rate)]) : [];
        if (char.IsAsciiDigit(value[0]) && Digits.TryParse(value, out var number))
            return (key, number) is ("above", 0) ? [] : Numbers(number);
        return value switch
        {
            "yes" =>
            [
                ["no"],
            ],
            "no" =>
            [
                ["yes"],
            ],
            _ => (Words.GetValueOrDefault((key, value)) ?? []).Select(word => (string[])[word]),
        };
    }

    /// <summary>The number that a value states, for claims that reach it; null for anything else.</summary>
    public static decimal? NumberOf(string value) => Digits.TryParse(value, out var number) ? number : null;

    /// <summary>What the share of the first of two who bear a whole could be, in percent, where the second bears the rest.</summary>
    /// <param name="percent">What it is.</param>
    public static IEnumerable<decimal> Shares(decimal percent) =>
        Near(percent).Append(100 - percent).Where(share => share != percent).Distinct();

    /// <summary>The number of a percentage; null for anything else.</summary>
    public static decimal? PercentOf(string value) => value is [.. var digits, '%'] ? NumberOf(digits) : null;

    /// <summary>A percentage as files write it.</summary>
    public static string Percent(decimal percent) => percent.ToString("0.####", CultureInfo.InvariantCulture) + "%";

    /// <summary>A point, and a hundredth of one or the last digit that is written, up and down; above a hundred only
    /// from above it.</summary>
    private static IEnumerable<decimal> Near(decimal percent)
    {
        var step = new decimal(1, 0, 0, false, (byte)Math.Max(2, (int)percent.Scale));
        return ((decimal[])[1, -1, step, -step]).Select(more => percent + more).Where(rate => rate >= 0 && (rate <= 100 || percent > 100));
    }

    private static IEnumerable<string[]> Numbers(decimal number)
    {
        yield return [Written(number + 0.01m), Written(number + 1)];
        if (number > 0)
            yield return [Written(number - 0.01m), .. number >= 1 ? (string[])[Written(number - 1)] : []];
    }

    private static string Written(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture).Replace(',', '_');
}
