namespace ReimbursementRules.Batches;

/// <summary>Does work on a fixed number of threads of the pool; with one worker at once, on the caller's thread.</summary>
internal sealed class Workers(int count, CancellationToken stop)
{
    private readonly TaskFactory? _pool =
        count == 1
            ? null
            : new(
                stop,
                TaskCreationOptions.DenyChildAttach,
                TaskContinuationOptions.None,
                new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, count).ConcurrentScheduler
            );

    /// <summary>How much work may wait or be done ahead of the oldest that is not taken yet. It keeps every worker busy, and bounds the
    /// memory.</summary>
    public int Ahead { get; } = count == 1 ? 0 : (int)Math.Min(int.MaxValue, count * 2L);

    public Task<T> Start<T>(Func<T> work) => _pool?.StartNew(work) ?? Task.FromResult(work());

    /// <summary>As the other, for work that waits on the way.</summary>
    public Task<T> Start<T>(Func<Task<T>> work) => _pool?.StartNew(work).Unwrap() ?? work();
}
