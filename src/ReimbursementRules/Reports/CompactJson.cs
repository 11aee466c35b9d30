using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>Writes JSON without blanks as UTF-8, piece by piece, the same bytes as <see cref="System.Text.Json.Utf8JsonWriter"/> with
/// <see cref="JavaScriptEncoder.UnsafeRelaxedJsonEscaping"/>. Keys are handed in as they stand in JSON, with their colon.</summary>
internal ref struct CompactJson(IBufferWriter<byte> output)
{
    private const int Usual = 2048;

    /// <summary>What stands in JSON as it is, one byte each.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create([
        .. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Where(sign => sign is not ('"' or '\\')),
    ]);

    private Span<byte> _room = output.GetSpan(Usual);
    private int _at;
    private bool _follows;

    /// <summary>A text as it stands in JSON, with its quotes.</summary>
    public static byte[] Quoted(string text) =>
        Encoding.UTF8.GetBytes($"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(JsonValues.Valid(text))}\"");

    /// <summary>Hands on what was written. Nothing is written afterwards.</summary>
    public readonly void End() => output.Advance(_at);

    /// <summary>Opens an object or a list.</summary>
    public void Open(byte bracket)
    {
        Put(bracket);
        _follows = false;
    }

    /// <summary>Closes an object or a list.</summary>
    public void Close(byte bracket)
    {
        Put(bracket);
        _follows = true;
    }

    /// <summary>What is written already, and is followed by more.</summary>
    public void Raw(scoped ReadOnlySpan<byte> json)
    {
        json.CopyTo(Room(json.Length));
        _at += json.Length;
        _follows = true;
    }

    /// <summary>A comma where something stands before in the same object or list.</summary>
    public void Next()
    {
        if (_follows)
            Put((byte)',');
    }

    public void Key(scoped ReadOnlySpan<byte> key)
    {
        Next();
        Raw(key);
    }

    /// <summary>A text, left out with its key where it is empty.</summary>
    public void Text(scoped ReadOnlySpan<byte> key, string text)
    {
        if (text.Length == 0)
            return;
        Key(key);
        Text(text);
    }

    public void Text(string text)
    {
        if (text.AsSpan().ContainsAnyExcept(Plain))
        {
            Raw(Quoted(text));
            return;
        }

        var room = Room(text.Length + 2);
        room[0] = (byte)'"';
        Ascii.FromUtf16(text, room[1..], out _);
        room[text.Length + 1] = (byte)'"';
        _at += text.Length + 2;
    }

    public void Day(scoped ReadOnlySpan<byte> key, DateOnly day)
    {
        Key(key);
        Put((byte)'"');
        day.TryFormat(Room(16), out var written, "O", CultureInfo.InvariantCulture);
        _at += written;
        Put((byte)'"');
    }

    public void Number(scoped ReadOnlySpan<byte> key, int number)
    {
        Key(key);
        number.TryFormat(Room(16), out var written, default, CultureInfo.InvariantCulture);
        _at += written;
    }

    /// <summary>An amount with its two decimals.</summary>
    public void Money(scoped ReadOnlySpan<byte> key, Money amount)
    {
        Key(key);
        Money(amount);
    }

    public void Money(Money amount)
    {
        if (amount == Values.Money.Zero)
        {
            Raw("0.00"u8);
            return;
        }

        Span<byte> text = stackalloc byte[Values.Money.MostSigns];
        Raw(text[amount.Write(text)..]);
    }

    private void Put(byte sign)
    {
        Room(1)[0] = sign;
        _at++;
    }

    /// <summary>Free places, at least as many as asked for.</summary>
    private Span<byte> Room(int count)
    {
        if (_room.Length - _at < count)
        {
            output.Advance(_at);
            _room = output.GetSpan(Math.Max(count, Usual));
            _at = 0;
        }

        return _room[_at..];
    }
}
