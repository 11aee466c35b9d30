using ReimbursementRules.Claims;

namespace ReimbursementRules.Batches;

/// <summary>A stream on its way: read by the workers, grouped by member in its own order, settled and written by the workers, taken in its
/// own order.</summary>
/// <remarks>The caller adds records while no work is due, and otherwise waits for the due work and takes it. So the stream is never read
/// further
/// ahead than the workers need, whether the caller waits on its thread or asynchronously. Where something fails, what came before it is
/// taken first; then the run has failed, and nothing more is due.</remarks>
internal sealed class BatchRun<TIn, TOut> : IDisposable, IAsyncDisposable
{
    private const int ReadTogether = 64;

    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _asked;
    private readonly MemberYears<TIn, TOut> _years;
    private readonly Func<TIn, Claim> _read;
    private readonly BatchOptions _options;
    private readonly bool _isAwaited;
    private readonly Workers _workers;
    private readonly MemberGroups<TIn> _groups;
    private readonly Queue<Task<BatchRecord<TIn>[]>> _reading = [];
    private readonly Queue<(Task<Portion<TOut>> Results, BatchRecord<TIn> Last)> _settling = [];
    private readonly List<Task> _dropped = [];
    private List<TIn> _next = [];
    private Exception? _broken;
    private BatchException? _failure;
    private BatchException? _failed;
    private long _index;
    private bool _ended;

    public BatchRun(
        Rulebook rulebook,
        Func<TIn, Claim> read,
        Func<BatchResult<TIn>, TOut> write,
        BatchOptions options,
        bool isAwaited,
        CancellationToken stop
    )
    {
        _asked = stop;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _years = new(rulebook, options, write, _stop.Token);
        _workers = new(options.MaxParallelism, _stop.Token);
        _groups = new(options.ClaimsOfMember);
        (_read, _options, _isAwaited) = (read, options, isAwaited);
    }

    /// <summary>The work to wait for and take before more is added; null where more can be added, or where all is done after the
    /// end.</summary>
    public Task? Due =>
        SettlingIsDue ? _settling.Peek().Results
        : _reading.Count > (_ended ? 0 : _workers.Ahead) ? _reading.Peek()
        : null;

    /// <summary>Whether the stream goes on.</summary>
    public bool GoesOn => !_ended;

    private bool SettlingIsDue => _settling.Count > (_ended && _reading.Count == 0 ? 0 : _workers.Ahead);

    public void Add(TIn source)
    {
        _asked.ThrowIfCancellationRequested();
        _next.Add(source);
        if (_next.Count == ReadTogether)
            Read();
    }

    /// <summary>Ends the stream.</summary>
    /// <param name="broken">Why the stream ended too soon; null where it came to its end.</param>
    public void End(Exception? broken = null)
    {
        if (_ended)
            return;
        _broken = broken;
        Read();
        _ended = true;
    }

    /// <summary>Takes the work that was due, which is done; the results that came of it, if any.</summary>
    public IEnumerable<TOut> Take()
    {
        _asked.ThrowIfCancellationRequested();
        if (!SettlingIsDue)
        {
            Group(_reading.Dequeue().GetAwaiter().GetResult());
            return [];
        }

        var (results, last) = _settling.Dequeue();
        var portion = results.GetAwaiter().GetResult();
        if (portion.Failure is { } failure)
            Fail(failure);
        return Told(portion, last);
    }

    /// <summary>Ends what has failed.</summary>
    /// <exception cref="BatchException">Something failed.</exception>
    public void ThrowIfFailed()
    {
        if ((_failed ?? _failure) is { } failure)
            throw failure;
    }

    /// <summary>Stops the workers, and waits for those at work: none calls the program any more after this.</summary>
    public void Dispose()
    {
        foreach (var work in Stop())
            ((IAsyncResult)work).AsyncWaitHandle.WaitOne();
        _stop.Dispose();
    }

    /// <inheritdoc cref="Dispose"/>
    public async ValueTask DisposeAsync()
    {
        foreach (var work in Stop())
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private List<Task> Stop()
    {
        Drop();
        _stop.Cancel();
        return _dropped;
    }

    /// <summary>Leaves the work that nobody takes any more.</summary>
    private void Drop()
    {
        _dropped.AddRange(_reading);
        _dropped.AddRange(_settling.Select(settling => settling.Results));
        _reading.Clear();
        _settling.Clear();
    }

    /// <summary>The results as they are taken, each member's history just before the last of its results.</summary>
    private IEnumerable<TOut> Told(Portion<TOut> portion, BatchRecord<TIn> last)
    {
        var next = 0;
        for (var at = 0; at < portion.Results.Count; at++)
        {
            for (; next < portion.Ended.Length && portion.Ended[next].Last == at; next++)
                Tell(portion.Ended[next]);
            yield return portion.Results[at];
        }

        if (portion.Failure is null)
            TellProgress(last);
    }

    private void Tell(EndedMember ended)
    {
        try
        {
            _options.After!(ended.Member, ended.History);
        }
        catch (Exception e) when (!IsStop(e))
        {
            Fail(new(ended.Index, ended.Member, "the history of a member cannot be handed on", e));
            throw _failed!;
        }
    }

    private void TellProgress(BatchRecord<TIn> last)
    {
        try
        {
            _options.Progress?.Report(last.Index + 1);
        }
        catch (Exception e) when (!IsStop(e))
        {
            Fail(new(last.Index, last.Member ?? "", "the progress cannot be told", e));
            throw _failed!;
        }
    }

    private bool IsStop(Exception e) => e is OperationCanceledException && _stop.IsCancellationRequested;

    /// <summary>Drops what comes after a failure.</summary>
    private void Fail(BatchException failure)
    {
        _failed = failure;
        _ended = true;
        _stop.Cancel();
        Drop();
    }

    private void Read()
    {
        var (together, first) = (_next, _index);
        _next = [];
        _index += together.Count;
        _reading.Enqueue(_workers.Start(() => Read(together, first)));
    }

    /// <summary>Reads records up to the first at which the stream cannot go on, that included.</summary>
    private BatchRecord<TIn>[] Read(List<TIn> together, long first)
    {
        var records = new List<BatchRecord<TIn>>(together.Count);
        for (var i = 0; i < together.Count; i++)
        {
            records.Add(Read(together[i], first + i));
            if (records[^1].Failure is not null)
                break;
        }

        return [.. records];
    }

    private BatchRecord<TIn> Read(TIn source, long index)
    {
        _stop.Token.ThrowIfCancellationRequested();
        try
        {
            return new(index, source, _read(source) ?? throw new InvalidOperationException("It is null. Leave out what is not there."), []);
        }
        catch (InputException e)
        {
            return new(index, source, null, [.. e.Problems]);
        }
        catch (Exception e) when (!IsStop(e))
        {
            return new(index, source, null, []) { Failure = e };
        }
    }

    private void Group(BatchRecord<TIn>[] records)
    {
        foreach (var record in records)
            if (record.Failure is { } failure)
            {
                Break(record.Index, "a claim cannot be read", failure);
                return;
            }
            else if (_groups.Add(record) is { } portion)
                Settle(portion);
        if (!_ended || _reading.Count > 0)
            return;
        if (_broken is { } broken)
            Break(_index, "the stream failed", broken);
        else
            Settle(_groups.End());
    }

    /// <summary>Settles the members before the one at whom the stream breaks, and reads no further.</summary>
    private void Break(long index, string what, Exception cause)
    {
        _failure = new(index, _groups.Member, what, cause);
        _ended = true;
        _dropped.AddRange(_reading);
        _reading.Clear();
        Settle(_groups.EndBeforeTheLast());
    }

    private void Settle(List<BatchRecord<TIn>> portion)
    {
        if (portion.Count == 0)
            return;
        var work = _isAwaited ? _workers.Start(() => _years.SettleAsync(portion)) : _workers.Start(() => _years.Settle(portion));
        _settling.Enqueue((work, portion[^1]));
    }
}
