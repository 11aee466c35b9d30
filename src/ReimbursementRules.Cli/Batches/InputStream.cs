namespace ReimbursementRules.Cli.Batches;

/// <summary>An input that counts its bytes, and whose wait for more ends when asked to stop.</summary>
internal sealed class InputStream(Stream inner, CancellationToken stop) : Stream
{
    private long _taken;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => inner.Length;

    /// <summary>The bytes taken so far; safe to ask from any thread.</summary>
    public override long Position
    {
        get => Interlocked.Read(ref _taken);
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.CanSeek ? inner.Read(buffer, offset, count) : Awaited(buffer, offset, count);
        stop.ThrowIfCancellationRequested();
        Interlocked.Add(ref _taken, read);
        return read;
    }

    /// <summary>A pipe may never send more; a file is not waited for.</summary>
    private int Awaited(byte[] buffer, int offset, int count)
    {
        var reading = inner.ReadAsync(buffer, offset, count, stop);
        reading.Wait(stop);
        return reading.GetAwaiter().GetResult();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
