using System.Globalization;
using System.Text;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Values;

/// <summary>Amounts and words as text: what they were with the formats of the platform.</summary>
public sealed class MoneyTextTests
{
    public static TheoryData<long> Cents =>
        [
            0,
            1,
            -1,
            9,
            10,
            99,
            -99,
            100,
            999,
            1_000,
            99_999,
            100_000,
            -100_000,
            12_345_678,
            999_999_999,
            long.MaxValue,
            long.MinValue,
            9_000_000_000_000_000,
        ];

    [Theory]
    [MemberData(nameof(Cents))]
    public void Money_AsText_IsThatOfTheFormat(long cents) => Check(cents);

    [Property]
    public void Money_AnyAsText_IsThatOfTheFormat(long cents) => Check(cents);

    /// <summary>Words are looked up by the number of their value.</summary>
    [Fact]
    public void Enum_OfThePublicInterface_IsNumberedFromZeroWithoutAGap()
    {
        foreach (var type in typeof(Money).Assembly.GetExportedTypes().Where(type => type.IsEnum))
        {
            Enum.GetUnderlyingType(type).ShouldBe(typeof(int), type.Name);
            Enum.GetValues(type)
                .Cast<object>()
                .Select(value => Convert.ToInt32(value, CultureInfo.InvariantCulture))
                .ShouldBe(Enumerable.Range(0, Enum.GetValues(type).Length), type.Name);
        }
    }

    [Fact]
    public void Word_OfAnUnknownValue_IsItsNumber() => EnumWords.Of((Setting)99).ShouldBe("99");

    private static void Check(long cents)
    {
        var money = Money.FromCents(cents);
        money.ToString().ShouldBe(money.InYuan.ToString("0.00", CultureInfo.InvariantCulture));
        money.ToReadable().ShouldBe(money.InYuan.ToString("#,##0.00", CultureInfo.InvariantCulture));
        var utf8 = new byte[Money.MostSigns];
        Encoding.ASCII.GetString(utf8.AsSpan(money.Write(utf8))).ShouldBe(money.ToString());
    }
}
