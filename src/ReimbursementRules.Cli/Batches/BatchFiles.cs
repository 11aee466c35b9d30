namespace ReimbursementRules.Cli.Batches;

/// <summary>Where the results go: settlements to the output, problems to the side file.</summary>
/// <remarks>Problems reach their file before any later settlement reaches the output. So when the output ends with a claim, all that comes
/// before
/// that claim has been written, and a run can go on from there.</remarks>
internal sealed class BatchFiles(Stream output, Stream problems) : IDisposable
{
    private const int Enough = 64 * 1024;

    private readonly MemoryStream _settled = new();
    private readonly MemoryStream _broken = new();

    /// <summary>The place of the last claim in the side file before this run; lines up to there are not written again.</summary>
    public long ProblemsUpTo { get; init; }

    /// <summary>How many claims have problems, at least: 1 stands for all of an earlier run.</summary>
    public long Broken { get; private set; }

    public long Settled { get; private set; }

    /// <summary>What this run came to so far.</summary>
    public BatchSummary Summary { get; } = new();

    public void Put(BatchLine line)
    {
        Summary.Add(line);
        Broken += line.IsBroken ? 1 : 0;
        Settled += line.IsBroken ? 0 : 1;
        if (!line.IsBroken || line.Number > ProblemsUpTo)
            (line.IsBroken ? _broken : _settled).Write(line.Json.Span);
        if (_settled.Length + _broken.Length >= Enough)
            Flush();
    }

    public void Flush()
    {
        Pour(_broken, problems);
        Pour(_settled, output);
    }

    public void Dispose()
    {
        output.Dispose();
        problems.Dispose();
        _settled.Dispose();
        _broken.Dispose();
    }

    private static void Pour(MemoryStream from, Stream to)
    {
        to.Write(from.GetBuffer(), 0, (int)from.Length);
        to.Flush();
        from.SetLength(0);
    }
}
