using System.Buffers.Text;

namespace ReimbursementRules.Cli.Batches;

/// <summary>The numbers with which the lines of a batch begin. A file is read once, and of each line nothing but its number.</summary>
internal static class WrittenNumbers
{
    /// <summary>More bytes than a line has up to the end of its number.</summary>
    private const int Enough = 64;

    /// <summary>How each line of a batch begins, before the number.</summary>
    public static ReadOnlySpan<byte> Beginning => "{\"number\":"u8;

    /// <summary>The first claim that is missing or out of its turn in two files that have every claim together; 0 where there is
    /// none.</summary>
    /// <param name="settled">A file of whole lines; left at its end.</param>
    /// <param name="broken">Another; it may go on after <paramref name="last"/>. Null where there is none.</param>
    /// <param name="last">The number up to which they are held against each other, included.</param>
    /// <param name="portion">How many bytes are read at a time, from 64.</param>
    public static long FirstGap(FileStream settled, FileStream? broken, long last, int portion = 256 * 1024)
    {
        using var one = Of(settled, portion).GetEnumerator();
        using var other = (broken is null ? [] : Of(broken, portion)).GetEnumerator();
        var (next, nextBroken) = (Next(one), Next(other));
        for (var number = 1L; number <= last; number++)
            if (next == number)
                next = Next(one);
            else if (nextBroken == number)
                nextBroken = Next(other);
            else
                return number;
        settled.Position = settled.Length;
        if (broken is not null)
            broken.Position = broken.Length;
        return nextBroken <= last ? nextBroken
            : next <= last ? next
            : 0;
    }

    private static long Next(IEnumerator<long> numbers) => numbers.MoveNext() ? numbers.Current : long.MaxValue;

    private static IEnumerable<long> Of(FileStream file, int portion)
    {
        var buffer = new byte[portion];
        var (place, end) = (0L, file.Length);
        var isBegun = false;
        while (place < end)
        {
            var count = (int)Math.Min(buffer.Length, end - place);
            file.Position = place;
            file.ReadExactly(buffer, 0, count);
            var at = 0;
            while (at < count && (isBegun || count - at >= Enough || place + count == end))
            {
                if (!isBegun)
                    yield return NumberOf(buffer.AsSpan(at, count - at));
                var length = buffer.AsSpan(at, count - at).IndexOf((byte)'\n');
                isBegun = length < 0;
                at = isBegun ? count : at + length + 1;
            }

            place += at;
        }
    }

    /// <summary>The number of a line; 0 where a batch did not write it.</summary>
    private static long NumberOf(ReadOnlySpan<byte> line) =>
        line.StartsWith(Beginning) && Utf8Parser.TryParse(line[Beginning.Length..], out long number, out _) ? number : 0;
}
