using System.Buffers;

namespace ReimbursementRules.Cli.Batches;

/// <summary>Where one worker writes its lines, one behind the other, so that they are written out together and nothing is copied in
/// between. What was handed out is never written again.</summary>
internal sealed class LineRoom : IBufferWriter<byte>
{
    /// <summary>The bytes taken at a time: less than the runtime sets apart from what is short-lived.</summary>
    private const int Usual = 64 * 1024;

    private byte[] _bytes = [];
    private int _begin;
    private int _at;

    /// <summary>Begins a line, in place of one that was not ended.</summary>
    public void Begin() => _at = _begin;

    /// <summary>Ends the line that was begun.</summary>
    public ReadOnlyMemory<byte> End()
    {
        var line = _bytes.AsMemory(_begin, _at - _begin);
        _begin = _at;
        if (_bytes.Length > Usual)
            (_bytes, _begin, _at) = ([], 0, 0);
        return line;
    }

    public void Advance(int count) => _at += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Make(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(_at);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Make(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(_at);
    }

    private void Make(int room)
    {
        if (_bytes.Length - _at >= room)
            return;
        var begun = _bytes.AsSpan(_begin, _at - _begin);
        var more = GC.AllocateUninitializedArray<byte>(Math.Max(Usual, checked((begun.Length + room) * 2)));
        begun.CopyTo(more);
        (_bytes, _begin, _at) = (more, 0, begun.Length);
    }
}

/// <summary>Where one worker writes: settlements and problems apart, as they go to two files.</summary>
internal sealed record LineRooms
{
    public LineRoom Settled { get; } = new();
    public LineRoom Broken { get; } = new();
}
