using ReimbursementRules.Reports;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Curves;

/// <summary>Numbers of curves as they are shown.</summary>
public sealed class CurveWordsTests
{
    [Theory]
    [InlineData(0, 1, "0%")]
    [InlineData(1, 3, "33.3333%")]
    [InlineData(-1, 200, "-0.5%")]
    [InlineData(10, 1, "1,000%")]
    [InlineData(-12345678, 1000, "-1,234,567.8%")]
    public void Number_HasThousandsAndFewDecimals(int numerator, int denominator, string shown) =>
        CurveWords.Percent(new Ratio(numerator, denominator)).ShouldBe(shown);
}
