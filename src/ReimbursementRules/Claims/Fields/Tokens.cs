using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Claims.Fields;

/// <summary>Reads single tokens of JSON where they are written as almost all are, and are right. It refuses whatever it is not sure
/// of: then
/// nodes are read, which know every way of writing and what to say of each mistake.</summary>
internal static class Tokens
{
    /// <summary>Digits of a number that is surely in bounds.</summary>
    private const int MostDigits = 13;

    /// <summary>A day, as <c>yyyy-MM-dd</c>.</summary>
    public static bool TryDay(ref Utf8JsonReader token, out DateOnly day)
    {
        day = default;
        if (!IsPlainText(ref token) || token.ValueSpan is not [_, _, _, _, (byte)'-', _, _, (byte)'-', _, _] text)
            return false;
        if (!TryDigits(text[..4], out var year) || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..], out var ofMonth))
            return false;
        if (year < 1 || month is < 1 or > 12 || ofMonth < 1 || ofMonth > DateTime.DaysInMonth((int)year, (int)month))
            return false;
        day = new((int)year, (int)month, (int)ofMonth);
        return true;
    }

    public static bool TryYesNo(ref Utf8JsonReader token, out bool yes)
    {
        yes = token.TokenType == JsonTokenType.True || (IsPlainText(ref token) && token.ValueSpan.SequenceEqual("yes"u8));
        return yes || token.TokenType == JsonTokenType.False || (IsPlainText(ref token) && token.ValueSpan.SequenceEqual("no"u8));
    }

    /// <summary>Yuan with at most two decimals, as a number or a text.</summary>
    public static bool TryMoney(ref Utf8JsonReader token, out Money money)
    {
        var isRead = TryDecimal(ref token, token.ValueSpan.Length, 2, out var cents) && cents <= Money.Largest.Cents;
        money = isRead ? Money.FromCents(cents) : default;
        return isRead;
    }

    /// <summary>A percentage with at most four decimals.</summary>
    public static bool TryRate(ref Utf8JsonReader token, out Rate rate)
    {
        rate = default;
        if (!IsPlainText(ref token) || token.ValueSpan is not [.., (byte)'%'])
            return false;
        if (!TryDecimal(ref token, token.ValueSpan.Length - 1, 4, out var millionths) || millionths > Rate.WholeMillionths)
            return false;
        rate = Rate.FromMillionths((int)millionths);
        return true;
    }

    public static bool TryQuantity(ref Utf8JsonReader token, out decimal number)
    {
        number = default;
        return (token.TokenType == JsonTokenType.Number || IsPlainText(ref token))
            && token.ValueSpan.Length <= MostDigits
            && IsDecimal(token.ValueSpan)
            && Utf8Parser.TryParse(token.ValueSpan, out number, out var read)
            && read == token.ValueSpan.Length;
    }

    public static bool TryWhole(ref Utf8JsonReader token, out int number)
    {
        number = default;
        if (!(token.TokenType == JsonTokenType.Number || IsPlainText(ref token)) || token.ValueSpan.Length is 0 or > 9)
            return false;
        var isRead = TryDigits(token.ValueSpan, out var value);
        number = (int)value;
        return isRead;
    }

    /// <summary>One of some words.</summary>
    public static bool TryWord<T>(ref Utf8JsonReader token, byte[][] words, T[] values, out T value)
    {
        value = values[0];
        if (!IsPlainText(ref token))
            return false;
        for (var i = 0; i < words.Length; i++)
            if (token.ValueSpan.SequenceEqual(words[i]))
            {
                value = values[i];
                return true;
            }

        return false;
    }

    /// <summary>A text or a number as it stands; not one that is blank, damaged, or has a sign that nobody sees.</summary>
    /// <param name="token">The token.</param>
    /// <param name="mayBeEmpty">Whether a text of no letters states something.</param>
    /// <param name="text">The text.</param>
    public static bool TryText(ref Utf8JsonReader token, bool mayBeEmpty, out string text)
    {
        text =
            token.TokenType == JsonTokenType.String ? token.GetString()!
            : token.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(token.ValueSpan)
            : "";
        if (text.Length == 0)
            return mayBeEmpty && token.TokenType == JsonTokenType.String;
        return text.Length <= YamlNodes.LongestText && !PlainWord.IsUnsure(PlainWord.OfId(text)) && PlainWord.Of(text).Length > 0;
    }

    private static bool IsPlainText(ref Utf8JsonReader token) => token.TokenType == JsonTokenType.String && !token.ValueIsEscaped;

    /// <summary>The digits up to a length as a whole number of the last decimal, such as cents.</summary>
    private static bool TryDecimal(ref Utf8JsonReader token, int length, int decimals, out long number)
    {
        number = 0;
        if (!(token.TokenType == JsonTokenType.Number || IsPlainText(ref token)))
            return false;
        var text = token.ValueSpan[..length];
        var point = text.IndexOf((byte)'.');
        var whole = point < 0 ? text : text[..point];
        var rest = point < 0 ? [] : text[(point + 1)..];
        if (whole.Length is 0 or > MostDigits || rest.Length > decimals || (point >= 0 && rest.IsEmpty))
            return false;
        if (!TryDigits(whole, out number) || !TryDigits(rest, out var part))
            return false;
        for (var i = 0; i < decimals; i++)
            number *= 10;
        for (var i = rest.Length; i < decimals; i++)
            part *= 10;
        number += part;
        return true;
    }

    private static bool IsDecimal(ReadOnlySpan<byte> text)
    {
        var point = text.IndexOf((byte)'.');
        return point < 0
            ? TryDigits(text, out _) && !text.IsEmpty
            : point > 0 && point < text.Length - 1 && TryDigits(text[..point], out _) && TryDigits(text[(point + 1)..], out _);
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        foreach (var one in text)
        {
            if (one is < (byte)'0' or > (byte)'9')
                return false;
            number = number * 10 + (one - '0');
        }

        return true;
    }
}
