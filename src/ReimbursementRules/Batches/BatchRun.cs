using ReimbursementRules.Claims;

namespace ReimbursementRules.Batches;

/// <summary>A stream on its way: read by the workers, grouped by member in its own order, settled and written by the workers, taken in its
/// own order.</summary>
/// <remarks>The caller adds records while no work is due, and otherwise waits for the due work and takes it. So the stream is never read
/// further
/// ahead than the workers need, whether the caller waits on its thread or asynchronously.</remarks>
internal sealed class BatchRun<TIn, TOut>(MemberYears<TIn, TOut> years, Func<TIn, Claim> read, BatchOptions options, CancellationToken stop)
{
    private const int ReadTogether = 64;

    private readonly Workers _workers = new(options.MaxParallelism, stop);
    private readonly MemberGroups<TIn> _groups = new(options.ClaimsOfMember);
    private readonly Queue<Task<BatchRecord<TIn>[]>> _reading = [];
    private readonly Queue<(Task<TOut[]> Results, long Done)> _settling = [];
    private List<TIn> _next = [];
    private long _index;
    private bool _ended;

    /// <summary>The work to wait for and take before more is added; null where more can be added, or where all is done after the
    /// end.</summary>
    public Task? Due =>
        SettlingIsDue ? _settling.Peek().Results
        : _reading.Count > (_ended ? 0 : _workers.Ahead) ? _reading.Peek()
        : null;

    private bool SettlingIsDue => _settling.Count > (_ended && _reading.Count == 0 ? 0 : _workers.Ahead);

    public void Add(TIn source)
    {
        stop.ThrowIfCancellationRequested();
        _next.Add(source);
        if (_next.Count == ReadTogether)
            Read();
    }

    public void End()
    {
        Read();
        _ended = true;
    }

    /// <summary>Takes the work that was due, which is done; the results that came of it, if any.</summary>
    public TOut[] Take()
    {
        stop.ThrowIfCancellationRequested();
        if (!SettlingIsDue)
        {
            Group(_reading.Dequeue().GetAwaiter().GetResult());
            return [];
        }

        var (results, done) = _settling.Dequeue();
        var taken = results.GetAwaiter().GetResult();
        options.Progress?.Report(done);
        return taken;
    }

    private void Read()
    {
        var (together, first) = (_next, _index);
        _next = [];
        _index += together.Count;
        _reading.Enqueue(_workers.Start(() => together.Select((source, i) => Read(source, first + i)).ToArray()));
    }

    private BatchRecord<TIn> Read(TIn source, long index)
    {
        stop.ThrowIfCancellationRequested();
        try
        {
            return new(index, source, read(source), []);
        }
        catch (InputException e)
        {
            return new(index, source, null, [.. e.Problems]);
        }
    }

    private void Group(BatchRecord<TIn>[] records)
    {
        foreach (var record in records)
            if (_groups.Add(record) is { } portion)
                Settle(portion);
        if (_ended && _reading.Count == 0)
            Settle(_groups.End());
    }

    private void Settle(List<BatchRecord<TIn>> portion)
    {
        if (portion.Count > 0)
            _settling.Enqueue((_workers.Start(() => years.Settle(portion)), portion[^1].Index + 1));
    }
}
