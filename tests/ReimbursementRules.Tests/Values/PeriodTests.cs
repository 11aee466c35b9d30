using System.Globalization;
using ReimbursementRules.Layers;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Values;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("01-01", "2020-12-31", "2020-01-01")]
    [InlineData("01-01", "2021-01-01", "2021-01-01")]
    [InlineData("07-01", "2020-06-30", "2019-07-01")]
    [InlineData("07-01", "2020-07-01", "2020-07-01")]
    [InlineData("07-01", "2020-02-29", "2019-07-01")]
    [InlineData("03-01", "2020-02-29", "2019-03-01")]
    [InlineData("03-01", "2020-03-01", "2020-03-01")]
    [InlineData("12-31", "2020-12-30", "2019-12-31")]
    [InlineData("12-31", "2020-12-31", "2020-12-31")]
    [InlineData("07-01", "0001-01-01", "0001-07-01")]
    public void BenefitYear_Day_LiesInTheYearThatBeganLast(string starts, string day, string start)
    {
        var begin = Day("2001-" + starts);
        new BenefitYear(begin.Month, begin.Day).Start(Period.Year, Day(day)).ShouldBe(Day(start));
    }

    [Theory]
    [InlineData(Period.Month, "2020-02-29", "2020-02-01")]
    [InlineData(Period.Stay, "2020-02-29", "2020-02-29")]
    [InlineData(Period.Quarter, "2020-03-31", "2020-01-01")]
    [InlineData(Period.Quarter, "2020-04-01", "2020-04-01")]
    [InlineData(Period.Quarter, "2020-09-30", "2020-07-01")]
    [InlineData(Period.Quarter, "2020-10-01", "2020-10-01")]
    [InlineData(Period.Quarter, "2020-12-31", "2020-10-01")]
    [InlineData(Period.Day, "2020-02-29", "2020-02-29")]
    [InlineData(Period.Claim, "2020-02-29", "2020-02-29")]
    [InlineData(Period.Item, "2020-02-29", "2020-02-29")]
    public void Period_OtherThanAYear_BeginsWithTheCalendar(Period period, string day, string start) =>
        new BenefitYear(7, 1).Start(period, Day(day)).ShouldBe(Day(start));

    [Theory]
    [InlineData("2020-06-30", 2, 0, long.MaxValue, 20_000)]
    [InlineData("2020-07-01", 2, 0, long.MaxValue, 24_690)]
    [InlineData("2020-07-01", 2, 30_000, long.MaxValue, 30_000)]
    [InlineData("2020-07-01", 2, 0, 10_000, 10_000)]
    [InlineData("2020-07-01", 0.001, 0, long.MaxValue, 12)]
    [InlineData("2019-12-31", 2, 0, long.MaxValue, 0)]
    public void Amount_OfAParameter_TakesTheValueOfTheDayWithinItsBounds(string day, double times, long least, long most, long cents)
    {
        Dated<decimal>[] wage =
        [
            new(Day("2020-01-01"), 100m, new(new("x", 1, 1), "")),
            new(Day("2020-07-01"), 123.45m, new(new("x", 2, 1), "")),
        ];
        new ParameterAmount(wage, new((decimal)times, least, most)).On(Day(day)).ShouldBe(cents);
    }

    [Fact]
    public void Amount_BeyondTheLargest_IsTheLargest()
    {
        Dated<decimal>[] huge = [new(DateOnly.MinValue, 1_000_000_000_000m, new(new("x", 1, 1), ""))];
        new ParameterAmount(huge, new(1_000_000_000_000m, 0, long.MaxValue)).On(Day("2020-01-01")).ShouldBe(Money.Largest.Cents);
        new FixedAmount(77).On(default).ShouldBe(77);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
