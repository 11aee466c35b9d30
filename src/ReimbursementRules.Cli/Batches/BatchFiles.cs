namespace ReimbursementRules.Cli.Batches;

/// <summary>Where the results go: settlements to the output, problems to the side file.</summary>
/// <remarks>Problems reach their file before any later settlement reaches the output. So when the output ends with a claim, all that comes
/// before
/// that claim has been written, and a run can go on from there.</remarks>
internal sealed class BatchFiles(Stream output, Stream problems) : IDisposable
{
    private const int Enough = 64 * 1024;

    private readonly PendingLines _settled = new(output);
    private readonly PendingLines _broken = new(problems);

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
            (line.IsBroken ? _broken : _settled).Add(line.Json);
        if (_settled.Length + _broken.Length >= Enough)
            Flush();
    }

    public void Flush()
    {
        _broken.Flush();
        _settled.Flush();
    }

    public void Dispose()
    {
        _settled.Dispose();
        _broken.Dispose();
    }
}
