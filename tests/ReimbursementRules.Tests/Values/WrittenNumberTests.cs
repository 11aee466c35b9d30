using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Values;

/// <summary>Numbers as Chinese texts write them, where they can mean one thing alone.</summary>
public sealed class WrittenNumberTests
{
    [Theory]
    [InlineData("1.8万", "18_000")]
    [InlineData("30万元", "300_000")]
    [InlineData("¥2亿", "200_000_000")]
    [InlineData("三千元", "3_000")]
    [InlineData("一百五十", "150")]
    [InlineData("三百零五", "305")]
    [InlineData("十五万", "150_000")]
    [InlineData("两万五千", "25_000")]
    [InlineData("三万零五", "30_005")]
    [InlineData("一千二", null)]
    [InlineData("三万五", null)]
    [InlineData("一百五", null)]
    [InlineData("百", null)]
    [InlineData("二三", null)]
    [InlineData("十百", null)]
    [InlineData("1.2345678万", null)]
    [InlineData("万", null)]
    [InlineData("600", null)]
    public void Amount_InWords_IsThatOfFiles(string text, string? amount) => AmountForms.Plain(text).ShouldBe(amount);

    [Theory]
    [InlineData("94 %", "94%")]
    [InlineData("94　％", "94%")]
    [InlineData("百分之八十五", "85%")]
    [InlineData("百分之66.6667", "66.6667%")]
    [InlineData("百分之九点五", "9.5%")]
    [InlineData("百分之一百", "100%")]
    [InlineData("百分之两百", null)]
    [InlineData("八成", "80%")]
    [InlineData("八成半", "85%")]
    [InlineData("9成5", "95%")]
    [InlineData("十成", "100%")]
    [InlineData("八五折", null)]
    [InlineData("85", "85%")]
    [InlineData("1", null)]
    [InlineData("0.94", null)]
    [InlineData("0", null)]
    [InlineData("101", null)]
    [InlineData("66.66667%", null)]
    public void Rate_InWords_IsThatOfFiles(string text, string? rate) => RateForms.Of(text).Plain.ShouldBe(rate);

    [Theory]
    [InlineData("1月1日", "01-01")]
    [InlineData("7/1", "07-01")]
    [InlineData("2月29日", null)]
    [InlineData("13月1日", null)]
    [InlineData("1月", null)]
    public void DayOfEveryYear_InWords_IsThatOfFiles(string text, string? day) => DayForms.OfEveryYear(text).ShouldBe(day);
}
