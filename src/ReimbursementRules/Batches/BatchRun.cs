using ReimbursementRules.Claims;

namespace ReimbursementRules.Batches;

/// <summary>A stream on its way: cut into blocks, each read by a worker, grouped by member in the order of the stream, settled and written
/// by that worker, and taken in the order of the stream.</summary>
/// <remarks>
/// <para>The caller adds records while no block is due, and otherwise waits for the due block and takes it. So the stream is never read
/// further ahead than the workers need, whether the caller waits on its thread or asynchronously. Where something fails, what came before
/// it is taken first; then the run has failed, and nothing more is due.</para>
/// <para>A worker who has read a block before those in front of it are grouped leaves it to the one who groups the last of them. So none
/// waits for another, and a claim is nearly always settled on the processor that has just read it.</para>
/// </remarks>
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
    private readonly Queue<Block<TIn, TOut>> _due = [];
    private readonly Queue<Block<TIn, TOut>> _ungrouped = [];
    private readonly List<Task> _atWork = [];
    private List<TIn> _next = [];
    private BatchException? _failed;
    private long _index;
    private bool _isBroken;

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
        _workers = new(options.MaxParallelism, callerHelps: !isAwaited);
        _groups = new(options.ClaimsOfMember);
        (_read, _options, _isAwaited) = (read, options, isAwaited);
    }

    /// <summary>The work to wait for and take before more is added; null where more can be added, or where all is done after the
    /// end.</summary>
    public Task? Due => _due.Count > (GoesOn ? _workers.Ahead : 0) ? _due.Peek().Settled : null;

    /// <summary>Whether the stream goes on.</summary>
    public bool GoesOn { get; private set; } = true;

    public void Add(TIn source)
    {
        _asked.ThrowIfCancellationRequested();
        _next.Add(source);
        if (_next.Count == ReadTogether)
            Start(isLast: false, broken: null);
    }

    /// <summary>Ends the stream.</summary>
    /// <param name="broken">Why the stream ended too soon; null where it came to its end.</param>
    public void End(Exception? broken = null)
    {
        if (!GoesOn)
            return;
        Start(isLast: true, broken);
        GoesOn = false;
    }

    /// <summary>Does what the workers have not begun until the due work is done, or they have begun it all.</summary>
    public void HelpUntil(Task due)
    {
        while (!due.IsCompleted && _workers.Help())
            _asked.ThrowIfCancellationRequested();
    }

    /// <summary>Takes the work that was due, and waits for it where it is not done; the results that came of it, if any.</summary>
    public IEnumerable<TOut> Take()
    {
        _asked.ThrowIfCancellationRequested();
        var block = _due.Dequeue();
        var portion = block.Settled.GetAwaiter().GetResult();
        _atWork.RemoveAll(work => work.IsCompleted);
        if (portion.Failure is { } failure)
            Fail(failure);
        return Told(portion, block.Portion);
    }

    /// <summary>Ends what has failed.</summary>
    /// <exception cref="BatchException">Something failed.</exception>
    public void ThrowIfFailed()
    {
        if (_failed is { } failure)
            throw failure;
    }

    /// <summary>Stops the workers, and waits for those at work: none calls the program any more after this.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        foreach (var work in _atWork)
            ((IAsyncResult)work).AsyncWaitHandle.WaitOne();
        _stop.Dispose();
    }

    /// <inheritdoc cref="Dispose"/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        foreach (var work in _atWork)
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    /// <summary>The results as they are taken, each member's history just before the last of its results.</summary>
    private IEnumerable<TOut> Told(Portion<TOut> portion, List<BatchRecord<TIn>> records)
    {
        var next = 0;
        for (var at = 0; at < portion.Results.Count; at++)
        {
            for (; next < portion.Ended.Length && portion.Ended[next].Last == at; next++)
                Tell(portion.Ended[next]);
            yield return portion.Results[at];
        }

        if (portion.Failure is null && records.Count > 0)
            TellProgress(records[^1]);
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
        GoesOn = false;
        _due.Clear();
        _stop.Cancel();
    }

    private void Start(bool isLast, Exception? broken)
    {
        var block = new Block<TIn, TOut>(_next, _index, isLast, broken);
        _next = [];
        _index += block.Sources.Count;
        _due.Enqueue(block);
        lock (_ungrouped)
            _ungrouped.Enqueue(block);
        _atWork.Add(_isAwaited ? _workers.Start(() => DoAsync(block)) : _workers.Start(() => Do(block)));
    }

    private void Do(Block<TIn, TOut> block)
    {
        Read(block);
        while (NextGrouped() is { } grouped)
            grouped.Tell(() => _years.Settle(grouped.Portion));
    }

    private async Task DoAsync(Block<TIn, TOut> block)
    {
        Read(block);
        while (NextGrouped() is { } grouped)
            await grouped.TellAsync(() => _years.SettleAsync(grouped.Portion)).ConfigureAwait(false);
    }

    /// <summary>Groups the block whose turn it is; null where that one is still being read, or all are grouped.</summary>
    private Block<TIn, TOut>? NextGrouped()
    {
        lock (_ungrouped)
        {
            if (!_ungrouped.TryPeek(out var next) || next.Records is not { } records)
                return null;
            _ungrouped.Dequeue();
            Group(next, records);
            return next;
        }
    }

    private void Read(Block<TIn, TOut> block)
    {
        try
        {
            var records = Records(block);
            lock (_ungrouped)
                block.Records = records;
        }
        catch (OperationCanceledException e) when (IsStop(e))
        {
            block.Tell(e);
        }
    }

    /// <summary>Reads records up to the first at which the stream cannot go on, that included.</summary>
    private List<BatchRecord<TIn>> Records(Block<TIn, TOut> block)
    {
        var records = new List<BatchRecord<TIn>>(block.Sources.Count);
        foreach (var source in block.Sources)
        {
            records.Add(Read(source, block.First + records.Count));
            if (records[^1].Failure is not null)
                break;
        }

        return records;
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

    private void Group(Block<TIn, TOut> block, List<BatchRecord<TIn>> records)
    {
        if (_isBroken)
            return;
        foreach (var record in records)
            if (record.Failure is { } failure)
            {
                Break(block, record.Index, "a claim cannot be read", failure);
                return;
            }
            else
                _groups.Add(record);
        if (block.Broken is { } broken)
            Break(block, block.First + records.Count, "the stream failed", broken);
        else
            block.Portion = block.IsLast ? _groups.End() : _groups.Complete();
    }

    /// <summary>Leaves the members before the one at whom the stream breaks, and nothing that comes after.</summary>
    private void Break(Block<TIn, TOut> block, long index, string what, Exception cause)
    {
        _isBroken = true;
        block.Failure = new(index, _groups.Member, what, cause);
        block.Portion = _groups.EndedMembers();
    }
}
