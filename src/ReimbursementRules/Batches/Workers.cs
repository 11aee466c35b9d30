namespace ReimbursementRules.Batches;

/// <summary>Does work on a fixed number of threads of the pool. Where the caller helps, its thread is one of them; so with one worker at
/// once everything is done on it.</summary>
internal sealed class Workers : TaskScheduler
{
    private readonly Queue<Task> _waiting = [];
    private readonly TaskFactory _factory;
    private readonly bool _isAlone;
    private readonly int _most;
    private int _busy;

    /// <param name="count">How much is done at a time.</param>
    /// <param name="callerHelps">Whether the caller calls <see cref="Help"/> while it waits.</param>
    public Workers(int count, bool callerHelps)
    {
        _isAlone = count == 1;
        _most = callerHelps ? count - 1 : count;
        Ahead = _isAlone ? 0 : (int)Math.Min(int.MaxValue, count * 2L);
        _factory = new(CancellationToken.None, TaskCreationOptions.DenyChildAttach, TaskContinuationOptions.None, this);
    }

    /// <summary>How much work may wait or be done ahead of the oldest that is not taken yet. It keeps every worker busy, and bounds the
    /// memory.</summary>
    public int Ahead { get; }

    public override int MaximumConcurrencyLevel => Math.Max(1, _most);

    /// <param name="work">What is to be done. What it throws is for it to tell.</param>
    public Task Start(Action work)
    {
        if (!_isAlone)
            return _factory.StartNew(work);
        work();
        return Task.CompletedTask;
    }

    /// <summary>As the other, for work that waits on the way.</summary>
    public Task Start(Func<Task> work) => _isAlone ? work() : _factory.StartNew(work).Unwrap();

    /// <summary>Does the oldest work that nobody has begun, on the thread that calls; false where there is none.</summary>
    public bool Help()
    {
        Task work;
        lock (_waiting)
        {
            if (!_waiting.TryDequeue(out work!))
                return false;
        }

        TryExecuteTask(work);
        return true;
    }

    protected override void QueueTask(Task task)
    {
        lock (_waiting)
        {
            _waiting.Enqueue(task);
            if (_busy == _most)
                return;
            _busy++;
        }

        ThreadPool.UnsafeQueueUserWorkItem(workers => workers.Work(), this, preferLocal: false);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_waiting)
            return [.. _waiting];
    }

    private void Work()
    {
        while (true)
        {
            Task work;
            lock (_waiting)
            {
                if (!_waiting.TryDequeue(out work!))
                {
                    _busy--;
                    return;
                }
            }

            TryExecuteTask(work);
        }
    }
}
