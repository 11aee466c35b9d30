using System.Text.Json.Serialization;

namespace ReimbursementRules.Values;

/// <summary>Over what a step adds up before it begins again.</summary>
[JsonConverter(typeof(WordConverter<Period>))]
public enum Period
{
    /// <summary>One claim: an admission or a visit.</summary>
    Claim,

    /// <summary>One fee item of a claim.</summary>
    Item,

    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>A stay, from its first day: over the turn of a year, and over the hospitals and claims of which it is made up.</summary>
    Stay,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A quarter of the calendar: it begins in January, April, July or October.</summary>
    Quarter,

    /// <summary>A benefit year, which begins on the day that the rulebook states.</summary>
    Year,
}

/// <summary>The benefit year: it begins each year on the same day, included, and ends the day before the next.</summary>
internal readonly record struct BenefitYear(int Month, int Day)
{
    /// <summary>The first day of the period that <paramref name="day"/> lies in; the day itself for a claim or an item, and for a stay,
    /// which is known by its first day.</summary>
    public DateOnly Start(Period period, DateOnly day) =>
        period switch
        {
            Period.Year => StartOfYear(day),
            Period.Month => new(day.Year, day.Month, 1),
            Period.Quarter => new(day.Year, day.Month - (day.Month - 1) % 3, 1),
            Period.Day or Period.Stay or Period.Claim or Period.Item => day,
            _ => throw UnknownKind.Of(period),
        };

    private DateOnly StartOfYear(DateOnly day)
    {
        var begun = day.Month > Month || (day.Month == Month && day.Day >= Day);
        return new(Math.Max(1, begun ? day.Year : day.Year - 1), Month, Day);
    }
}

/// <summary>What the periods over which sums run are called.</summary>
internal static class PeriodWords
{
    /// <summary>A day, a stay, a month, a quarter or a year.</summary>
    public static BilingualText Of(Period period) =>
        period switch
        {
            Period.Day => new("day", "日"),
            Period.Stay => new("stay", "住院期"),
            Period.Month => new("month", "月"),
            Period.Quarter => new("quarter", "季度"),
            Period.Year => new("year", "年度"),
            _ => throw UnknownKind.Of(period),
        };
}
