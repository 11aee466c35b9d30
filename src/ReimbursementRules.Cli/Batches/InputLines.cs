using System.Buffers;
using System.Text;

namespace ReimbursementRules.Cli.Batches;

/// <summary>A line of the input.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Bytes">Its bytes without the line end; null where it is longer than <see cref="InputLines.Longest"/>.</param>
internal readonly record struct InputLine(int Number, byte[]? Bytes);

/// <summary>Reads the lines of a stream one by one, however long the stream. Blank lines are counted and left out.</summary>
internal static class InputLines
{
    /// <summary>The longest line read, in bytes, included: 8 MiB, as for a claim file.</summary>
    public const int Longest = 8 * 1024 * 1024;

    public static IEnumerable<InputLine> Of(Stream input)
    {
        var begun = new ArrayBufferWriter<byte>();
        var buffer = new byte[256 * 1024];
        var number = 1;
        var tooLong = false;
        for (var count = input.Read(buffer); count > 0; count = input.Read(buffer))
        for (var start = 0; start < count; )
        {
            var end = buffer.AsSpan(start, count - start).IndexOf((byte)'\n');
            var part = buffer.AsMemory(start, end < 0 ? count - start : end);
            start += part.Length + 1;
            tooLong |= begun.WrittenCount + part.Length > Longest;
            if (!tooLong && (end < 0 || begun.WrittenCount > 0))
                begun.Write(part.Span);
            if (end < 0)
                continue;
            if (Line(number, begun.WrittenCount > 0 ? begun.WrittenSpan : part.Span, tooLong) is { } whole)
                yield return whole;
            number++;
            tooLong = false;
            begun.ResetWrittenCount();
        }

        if (Line(number, begun.WrittenSpan, tooLong) is { } last)
            yield return last;
    }

    private static InputLine? Line(int number, ReadOnlySpan<byte> bytes, bool tooLong)
    {
        if (tooLong)
            return new(number, null);
        if (number == 1 && bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[3..];
        bytes = bytes.TrimEnd((byte)'\r');
        return bytes.ContainsAnyExcept((byte)' ', (byte)'\t') ? new(number, bytes.ToArray()) : null;
    }
}
