using System.Globalization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Values;

public sealed class RateTests
{
    [Theory]
    [InlineData("0%", 0, "0%")]
    [InlineData("85%", 850_000, "85%")]
    [InlineData("66.6667%", 666_667, "66.6667%")]
    [InlineData("0.0001%", 1, "0.0001%")]
    [InlineData("7.50%", 75_000, "7.5%")]
    [InlineData("100%", 1_000_000, "100%")]
    public void TryParse_Percentage_IsExact(string text, int millionths, string written)
    {
        Rate.TryParse(text, out var rate).ShouldBeTrue();
        rate.Millionths.ShouldBe(millionths);
        rate.ToString().ShouldBe(written);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("85")]
    [InlineData("0.85")]
    [InlineData("85 %")]
    [InlineData("85%%")]
    [InlineData("-5%")]
    [InlineData("100.0001%")]
    [InlineData("0.00001%")]
    [InlineData("85.00000%")]
    [InlineData("85％")]
    [InlineData("%85")]
    public void TryParse_AnythingElse_IsRefused(string text) => Rate.TryParse(text, out _).ShouldBeFalse();

    /// <summary>What a settlement computes of rates may have up to sixteen decimals of a percent; files may not.</summary>
    [Theory]
    [InlineData("60.00003%", 600_000, "0.6000003")]
    [InlineData("0.00005%", 1, "0.0000005")]
    [InlineData("0.00004%", 0, "0.0000004")]
    [InlineData("29.6296740740962963%", 296_297, "0.296296740740962963")]
    [InlineData("0.0000000000000001%", 0, "0.000000000000000001")]
    public void TryParseComputed_MoreDecimals_KeepsThem(string text, int millionths, string share)
    {
        Rate.TryParse(text, out _).ShouldBeFalse();
        Rate.TryParseComputed(text, out var rate).ShouldBeTrue();
        (rate.ToString(), rate.Millionths, rate.Share).ShouldBe((text, millionths, decimal.Parse(share, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("60.00000000000000003%")]
    [InlineData("100.0000000000000001%")]
    [InlineData("0.6")]
    public void TryParseComputed_WhatNoRateIs_IsRefused(string text) => Rate.TryParseComputed(text, out _).ShouldBeFalse();

    [Fact]
    public void Percent_OutOfRange_Throws()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Rate.Percent(100.0001m));
        Should.Throw<ArgumentOutOfRangeException>(() => Rate.Percent(-0.0001m));
        Should.Throw<ArgumentOutOfRangeException>(() => Rate.Percent(33.33333m));
        Rate.Percent(100).ShouldBe(Rate.Whole);
        Rate.Percent(0).ShouldBe(Rate.None);
    }

    [Theory]
    [InlineData("0", true, 0)]
    [InlineData("14.0", true, 14)]
    [InlineData("1_000_000_000_000", true, 1_000_000_000_000)]
    [InlineData("1_000_000_000_001", false, 0)]
    [InlineData("1.5", false, 0)]
    [InlineData("-1", false, 0)]
    [InlineData("", false, 0)]
    public void Digits_Whole_AreFromZero(string text, bool isWhole, long number)
    {
        Digits.TryParseWhole(text, out var read).ShouldBe(isWhole);
        read.ShouldBe(number);
    }

    [Theory]
    [InlineData(null, null, 5, true)]
    [InlineData(18L, null, 17, false)]
    [InlineData(18L, null, 18, true)]
    [InlineData(null, 60L, 59, true)]
    [InlineData(null, 60L, 60, false)]
    public void NumberRange_From_IsInsideAndBelowIsNot(long? from, long? below, long number, bool inside) =>
        new NumberRange(from, below).Contains(number).ShouldBe(inside);

    [Fact]
    public void NumberRange_WithoutANumber_IsEmpty()
    {
        new NumberRange(5, 5).IsEmpty.ShouldBeTrue();
        new NumberRange(5, 6).IsEmpty.ShouldBeFalse();
        new NumberRange(null, 0).IsEmpty.ShouldBeFalse();
        NumberRange.Only(7).ShouldBe(new(7, 8));
    }
}
