using System.Runtime.InteropServices;

namespace ReimbursementRules.Cli.Batches;

/// <summary>Lines on their way to a stream. Those that stand one behind the other in memory are written together.</summary>
internal sealed class PendingLines(Stream to) : IDisposable
{
    private readonly List<ArraySegment<byte>> _runs = [];

    /// <summary>How many bytes wait.</summary>
    public long Length { get; private set; }

    public void Add(ReadOnlyMemory<byte> line)
    {
        if (!MemoryMarshal.TryGetArray(line, out var bytes))
            bytes = line.ToArray();
        Length += bytes.Count;
        if (_runs.Count > 0 && Joined(_runs[^1], bytes) is { } longer)
            _runs[^1] = longer;
        else
            _runs.Add(bytes);
    }

    public void Flush()
    {
        foreach (var run in _runs)
            to.Write(run);
        to.Flush();
        _runs.Clear();
        Length = 0;
    }

    public void Dispose() => to.Dispose();

    private static ArraySegment<byte>? Joined(ArraySegment<byte> run, ArraySegment<byte> next) =>
        ReferenceEquals(run.Array, next.Array) && run.Offset + run.Count == next.Offset
            ? new(run.Array!, run.Offset, run.Count + next.Count)
            : null;
}
