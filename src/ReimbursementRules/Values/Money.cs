using System.Globalization;

namespace ReimbursementRules.Values;

/// <summary>An amount of yuan in whole cents (fen).</summary>
/// <remarks>There is no money times money and no conversion to floating point: the only way to take a part of an amount is
/// <see cref="Portion"/>, which is where rounding happens. Sums that would leave the range of a 64-bit number of cents throw
/// <see cref="OverflowException"/> and never wrap.</remarks>
public readonly partial record struct Money : IComparable<Money>
{
    private Money(long cents) => Cents = cents;

    /// <summary>Nothing.</summary>
    public static Money Zero => default;

    /// <summary>The largest amount that a file or a claim may state, included: 90,000,000,000,000.00 yuan. A thousand of them still add
    /// up.</summary>
    public static Money Largest { get; } = new(9_000_000_000_000_000);

    /// <summary>The amount in cents.</summary>
    public long Cents { get; }

    /// <summary>The amount in yuan, with two decimals.</summary>
    public decimal InYuan => new decimal(Cents) / 100m;

    /// <summary>An amount in yuan.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> has a fraction of a cent, or is beyond
    /// ±<see cref="Largest"/>.</exception>
    public static Money Yuan(decimal amount) =>
        TryFrom(amount, out var money)
            ? money
            : throw new ArgumentOutOfRangeException(
                nameof(amount),
                amount,
                "An amount is whole cents, at most 90,000,000,000,000.00 yuan."
            );

    /// <summary>An amount in cents.</summary>
    public static Money FromCents(long cents) => new(cents);

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">It is beyond the range of a 64-bit number of cents.</exception>
    public static Money operator +(Money left, Money right)
    {
        var cents = unchecked(left.Cents + right.Cents);
        return ((left.Cents ^ cents) & (right.Cents ^ cents)) >= 0 ? new(cents) : throw Beyond($"{left} + {right}");
    }

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">It is beyond the range of a 64-bit number of cents.</exception>
    public static Money operator -(Money left, Money right)
    {
        var cents = unchecked(left.Cents - right.Cents);
        return ((left.Cents ^ right.Cents) & (left.Cents ^ cents)) >= 0 ? new(cents) : throw Beyond($"{left} - {right}");
    }

    /// <summary>The same amount the other way round.</summary>
    /// <exception cref="OverflowException">It is beyond the range of a 64-bit number of cents.</exception>
    public static Money operator -(Money amount) => Zero - amount;

    /// <summary>Less.</summary>
    public static bool operator <(Money left, Money right) => left.Cents < right.Cents;

    /// <summary>More.</summary>
    public static bool operator >(Money left, Money right) => left.Cents > right.Cents;

    /// <summary>Less or the same.</summary>
    public static bool operator <=(Money left, Money right) => left.Cents <= right.Cents;

    /// <summary>More or the same.</summary>
    public static bool operator >=(Money left, Money right) => left.Cents >= right.Cents;

    /// <summary>This amount times <paramref name="rate"/>, rounded half away from zero to the cent. Exact for every amount.</summary>
    public Money Portion(Rate rate) => new(Rounding.Portion(Cents, rate));

    /// <summary>This amount times a decimal number such as a quantity, rounded half away from zero to the cent.</summary>
    /// <exception cref="OverflowException">The product is out of the range of amounts.</exception>
    public Money Times(decimal factor)
    {
        try
        {
            return new((long)decimal.Round(Cents * factor, 0, MidpointRounding.AwayFromZero));
        }
        catch (OverflowException e)
        {
            throw Beyond($"{this} × {factor.ToString(CultureInfo.InvariantCulture)}", e);
        }
    }

    /// <summary>Parses text such as <c>1200</c>, <c>1_200</c> or <c>1200.50</c>: digits, underscores between digits, at most two decimals;
    /// no sign, no blank, no percent sign; at most <see cref="Largest"/>.</summary>
    public static bool TryParse(string text, out Money money)
    {
        money = default;
        return Digits.TryParse(text, out var amount) && amount.Scale <= 2 && TryFrom(amount, out money);
    }

    /// <inheritdoc/>
    public int CompareTo(Money other) => Cents.CompareTo(other.Cents);

    /// <summary>The amount with two decimals and no separators, such as <c>13050.00</c>: the form of JSON and of case files.</summary>
    public override string ToString() => Show('\0');

    /// <summary>The amount with two decimals and thousands separators, such as <c>13,050.00</c>: the form of messages and sheets.</summary>
    public string ToReadable() => Show(',');

    /// <summary>Writes it in the form of JSON.</summary>
    /// <param name="utf8">At least <see cref="MostSigns"/> bytes.</param>
    /// <returns>Where in the bytes it begins; it goes to their end.</returns>
    internal int Write(Span<byte> utf8)
    {
        // Stryker disable once Equality : less 0 is 0
        var cents = (ulong)(Cents < 0 ? -(Int128)Cents : Cents);
        var at = utf8.Length;
        for (var digits = 0; digits < 3 || cents > 0; digits++)
        {
            if (digits == 2)
                utf8[--at] = (byte)'.';
            (cents, var digit) = Math.DivRem(cents, 10);
            utf8[--at] = (byte)('0' + digit);
        }

        if (Cents < 0)
            utf8[--at] = (byte)'-';
        return at;
    }

    /// <summary>The most signs that an amount has, with separators.</summary>
    internal const int MostSigns = 32;

    private string Show(char separator)
    {
        Span<byte> utf8 = stackalloc byte[MostSigns];
        var written = utf8[Write(utf8)..];
        Span<char> text = stackalloc char[MostSigns];
        var at = text.Length;
        for (var i = written.Length - 1; i >= 0; i--)
        {
            var before = written.Length - 1 - i;
            if (separator != '\0' && before > 3 && before % 3 == 0 && written[i] != '-')
                text[--at] = separator;
            text[--at] = (char)written[i];
        }

        return new(text[at..]);
    }

    private static OverflowException Beyond(string sum, Exception? cause = null) =>
        new($"{sum} is beyond the range of amounts, ±92,233,720,368,547,758.07 yuan.", cause);

    private static bool TryFrom(decimal amount, out Money money)
    {
        money = default;
        if (decimal.Abs(amount) > 90_000_000_000_000m || decimal.Round(amount, 2) != amount)
            return false;
        money = new((long)(amount * 100m));
        return true;
    }
}
