using System.Text.Json;

namespace ReimbursementRules.Cli.Batches;

/// <summary>How far an earlier run came: the last whole line that it wrote.</summary>
/// <param name="Number">The claim's place in the input, from 1; 0 where nothing was written.</param>
/// <param name="Line">The line of the input on which the claim begins.</param>
/// <param name="Id">The claim's id; empty where it has none, null where the line does not say.</param>
internal sealed record Checkpoint(long Number, int Line, string? Id)
{
    public static Checkpoint None { get; } = new(0, 0, null);

    /// <summary>The rulebook's id; empty for a line of the side file.</summary>
    public string Rulebook { get; private init; } = "";

    /// <summary>The fingerprint of the rulebook's text; empty where the line does not say.</summary>
    public string Fingerprint { get; private init; } = "";

    /// <summary>Whether the line has every step, as <c>--full</c> writes it.</summary>
    public bool IsFull { get; private init; }

    /// <summary>Cuts off a line that was not written to its end, and reads the last whole one. The file is left at its end.</summary>
    /// <exception cref="BatchInputException">The file was not written by a batch.</exception>
    public static Checkpoint Of(FileStream file)
    {
        var end = LineStart(file, file.Length);
        var last = end == 0 ? None : Read(file, end);
        if (!IsBegun(file, end))
            throw NotOfABatch(file);
        file.SetLength(end);
        file.Position = end;
        return last;
    }

    /// <summary>Reads the whole line that ends before a place.</summary>
    private static Checkpoint Read(FileStream file, long end)
    {
        var bytes = Bytes(file, LineStart(file, end - 1), end);
        try
        {
            using var line = JsonDocument.Parse(bytes);
            return Read(line.RootElement) is { Number: > 0, Line: > 0 } last ? last : throw NotOfABatch(file);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw NotOfABatch(file);
        }
    }

    /// <summary>Whether what stands after the last whole line is the beginning of a line of a batch, or nothing.</summary>
    private static bool IsBegun(FileStream file, long end)
    {
        var bytes = Bytes(file, end, Math.Min(file.Length, end + WrittenNumbers.Beginning.Length));
        return WrittenNumbers.Beginning.StartsWith(bytes);
    }

    private static byte[] Bytes(FileStream file, long start, long end)
    {
        var bytes = new byte[end - start];
        file.Position = start;
        file.ReadExactly(bytes);
        return bytes;
    }

    private static BatchInputException NotOfABatch(FileStream file) =>
        new(
            new(
                $"--resume: '{file.Name}' does not end with a line that a batch wrote. Name another file, or leave out "
                    + "--resume to begin anew.",
                $"--resume：“{file.Name}”的末行不是批量结算的结果。请换一个文件，或去掉 --resume 重新开始。"
            )
        );

    private static Checkpoint Read(JsonElement line) =>
        new(line.GetProperty("number").GetInt64(), line.GetProperty("line").GetInt32(), IdOf(line))
        {
            Rulebook = Text(line, "rulebook") ?? "",
            Fingerprint = Text(line, "fingerprint") ?? "",
            IsFull = line.TryGetProperty("steps", out _),
        };

    private static string? IdOf(JsonElement line) =>
        line.TryGetProperty("claim", out var claim) ? Text(claim, "id") ?? "" : Text(line, "id");

    private static string? Text(JsonElement line, string name) => line.TryGetProperty(name, out var text) ? text.GetString()! : null;

    /// <summary>The place after the last line end before <paramref name="end"/>.</summary>
    private static long LineStart(FileStream file, long end)
    {
        var buffer = new byte[64 * 1024];
        while (end > 0)
        {
            var start = Math.Max(0, end - buffer.Length);
            var part = buffer.AsSpan(0, (int)(end - start));
            file.Position = start;
            file.ReadExactly(part);
            if (part.LastIndexOf((byte)'\n') is >= 0 and var at)
                return start + at + 1;
            end = start;
        }

        return 0;
    }
}
