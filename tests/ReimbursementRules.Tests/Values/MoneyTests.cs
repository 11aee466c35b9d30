using System.Numerics;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Values;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.01", 1)]
    [InlineData("0.1", 10)]
    [InlineData("1200", 120_000)]
    [InlineData("1_200.50", 120_050)]
    [InlineData("007", 700)]
    [InlineData("90_000_000_000_000", 9_000_000_000_000_000)]
    public void TryParse_Amount_IsReadToTheCent(string text, long cents)
    {
        Money.TryParse(text, out var money).ShouldBeTrue();
        money.Cents.ShouldBe(cents);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1\n")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1.005")]
    [InlineData("1.000")]
    [InlineData("1,200")]
    [InlineData("1__200")]
    [InlineData("_1")]
    [InlineData("1_")]
    [InlineData("1_.5")]
    [InlineData("1.5_0")]
    [InlineData("1e3")]
    [InlineData("85%")]
    [InlineData("¥5")]
    [InlineData("5元")]
    [InlineData("５")]
    [InlineData("٣")]
    [InlineData("0x10")]
    [InlineData(".inf")]
    [InlineData("NaN")]
    [InlineData("none")]
    [InlineData("90000000000000.01")]
    [InlineData("99999999999999999999999999999999999999")]
    [InlineData("0.0000000000000000000000000000000000000001")]
    public void TryParse_AnythingElse_IsRefused(string text) => Money.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Yuan_FractionOfACentOrTooLarge_Throws()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Money.Yuan(0.005m));
        Should.Throw<ArgumentOutOfRangeException>(() => Money.Yuan(90_000_000_000_000.01m));
        Should.Throw<ArgumentOutOfRangeException>(() => Money.Yuan(decimal.MinValue));
        Money.Yuan(-90_000_000_000_000m).ShouldBe(-Money.Largest);
        Money.Yuan(1.10m).ToString().ShouldBe("1.10");
    }

    [Fact]
    public void Sums_BeyondTheRange_ThrowAndNeverWrap()
    {
        var most = Money.FromCents(long.MaxValue);
        Should.Throw<OverflowException>(() => most + Money.FromCents(1));
        Should.Throw<OverflowException>(() => -most - Money.FromCents(2));
        Should.Throw<OverflowException>(() => -Money.FromCents(long.MinValue));
        Enumerable.Repeat(Money.Largest, 1_000).Aggregate((a, b) => a + b).Cents.ShouldBe(9_000_000_000_000_000_000);
    }

    [Fact]
    public void Comparison_FollowsTheCents()
    {
        var (one, two) = (Money.FromCents(1), Money.FromCents(2));
        (one < two && two > one && one <= two && two >= one && one != two && one.CompareTo(two) < 0).ShouldBeTrue();
        (one + two - two).ShouldBe(one);
        Money.Zero.ShouldBe(default);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public void Comparison_EqualAmounts_AreNeitherLessNorMore(long cents)
    {
        var (one, other) = (Money.FromCents(cents), Money.FromCents(cents));
        (one <= other && one >= other).ShouldBeTrue();
        (one > other || one < other).ShouldBeFalse();
        one.CompareTo(other).ShouldBe(0);
    }

    [Theory]
    [InlineData(0, "0.00", "0.00")]
    [InlineData(-5, "-0.05", "-0.05")]
    [InlineData(1_305_000, "13050.00", "13,050.00")]
    [InlineData(-10_000_000, "-100000.00", "-100,000.00")]
    [InlineData(100_000, "1000.00", "1,000.00")]
    [InlineData(99_999, "999.99", "999.99")]
    [InlineData(long.MaxValue, "92233720368547758.07", "92,233,720,368,547,758.07")]
    [InlineData(long.MinValue, "-92233720368547758.08", "-92,233,720,368,547,758.08")]
    public void ToString_Amount_HasTwoDecimals(long cents, string plain, string readable)
    {
        Money.FromCents(cents).ToString().ShouldBe(plain);
        Money.FromCents(cents).ToReadable().ShouldBe(readable);
    }

    [Theory]
    [InlineData(1, "50%", 1)]
    [InlineData(-1, "50%", -1)]
    [InlineData(1, "49.9999%", 0)]
    [InlineData(3, "50%", 2)]
    [InlineData(-3, "50%", -2)]
    [InlineData(100, "0%", 0)]
    [InlineData(long.MaxValue, "100%", long.MaxValue)]
    [InlineData(10, "65%", 7)]
    public void Portion_HalfACent_IsRoundedAwayFromZero(long cents, string text, long portion)
    {
        Rate.TryParse(text, out var rate).ShouldBeTrue();
        Money.FromCents(cents).Portion(rate).Cents.ShouldBe(portion);
    }

    [Fact]
    public void Portion_AnyAmountAndRate_IsTheExactProductRounded()
    {
        var random = new Random(20201008);
        for (var i = 0; i < 20_000; i++)
        {
            var cents = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(0, 60);
            var rate = Rate.FromMillionths(random.Next(0, Rate.WholeMillionths + 1));
            var exact = (decimal)cents * rate.Millionths / 1_000_000m;
            Money
                .FromCents(cents)
                .Portion(rate)
                .Cents.ShouldBe((long)decimal.Round(exact, 0, MidpointRounding.AwayFromZero), $"{cents} × {rate}");
        }
    }

    /// <summary>Held against whole numbers without an end: amounts of any size, rates with all their decimals.</summary>
    [Fact]
    public void Portion_RateWithManyDecimals_IsTheExactProductRounded()
    {
        var random = new Random(20201008);
        for (var i = 0; i < 20_000; i++)
        {
            var cents = random.NextInt64(long.MinValue + 1, long.MaxValue) >> random.Next(0, 60);
            var rate = Rate.FromParts(random.NextInt64(0, Rate.WholeParts + 1));
            var rounded = (2 * BigInteger.Abs(cents) * rate.Parts + Rate.WholeParts) / (2 * new BigInteger(Rate.WholeParts));
            Money.FromCents(cents).Portion(rate).Cents.ShouldBe((long)(cents < 0 ? -rounded : rounded), $"{cents} × {rate}");
        }
    }

    /// <summary>A rate of the part of an amount that falls to one of several holders, rounded once and not twice.</summary>
    [Fact]
    public void PortionOf_AnyHolder_IsTheExactProductRounded()
    {
        var random = new Random(20201008);
        for (var i = 0; i < 20_000; i++)
        {
            var sum = random.NextInt64(1, Money.Largest.Cents) >> random.Next(0, 52) | 1;
            var (held, cents) = (random.NextInt64(0, sum + 1), random.NextInt64(0, sum + 1));
            var rate = random.Next(2) == 0 ? Rate.FromParts(random.NextInt64(0, Rate.WholeParts + 1)) : Rate.Percent(random.Next(0, 101));
            var whole = new BigInteger(sum) * Rate.WholeParts;
            var rounded = (2 * new BigInteger(cents) * held * rate.Parts + whole) / (2 * whole);
            Rounding.PortionOf(cents, held, sum, rate).ShouldBe((long)rounded, $"{cents} × {held} ÷ {sum} × {rate}");
        }
    }

    [Fact]
    public void Times_Quantity_IsRoundedToTheCent()
    {
        Money.Yuan(0.05m).Times(0.1m).Cents.ShouldBe(1);
        Money.Yuan(33.33m).Times(3).Cents.ShouldBe(9_999);
        Should.Throw<OverflowException>(() => Money.Largest.Times(1_000_000_000_000m));
    }
}
