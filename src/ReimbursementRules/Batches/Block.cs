namespace ReimbursementRules.Batches;

/// <summary>Records that stand one behind the other in a stream, and what comes of them.</summary>
/// <param name="Sources">What the records are read from.</param>
/// <param name="First">The place of the first in the stream, from 0.</param>
/// <param name="IsLast">Whether the stream ends with them.</param>
/// <param name="Broken">Why the stream ends too soon; null where it does not.</param>
internal sealed record Block<TIn, TOut>(List<TIn> Sources, long First, bool IsLast, Exception? Broken)
{
    private readonly TaskCompletionSource<Portion<TOut>> _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The results, once they are there.</summary>
    public Task<Portion<TOut>> Settled => _settled.Task;

    /// <summary>The records; null while they are being read.</summary>
    public List<BatchRecord<TIn>>? Records { get; set; }

    /// <summary>What is settled with this block: the members who end in it, though they may begin in one before.</summary>
    public List<BatchRecord<TIn>> Portion { get; set; } = [];

    /// <summary>Why the stream ends with this block; null where it does not, or comes to its end.</summary>
    public BatchException? Failure { get; set; }

    public void Tell(Func<Portion<TOut>> settle)
    {
        try
        {
            Tell(settle());
        }
        catch (Exception e)
        {
            Tell(e);
        }
    }

    public async Task TellAsync(Func<Task<Portion<TOut>>> settle)
    {
        try
        {
            Tell(await settle().ConfigureAwait(false));
        }
        catch (Exception e)
        {
            Tell(e);
        }
    }

    public void Tell(Exception e)
    {
        if (e is OperationCanceledException stopped)
            _settled.TrySetCanceled(stopped.CancellationToken);
        else
            _settled.TrySetException(e);
    }

    private void Tell(Portion<TOut> portion) => _settled.SetResult(portion with { Failure = portion.Failure ?? Failure });
}
