using ReimbursementRules.Claims;

namespace ReimbursementRules.Batches;

/// <summary>How a stream of claims is settled. Nothing here changes an amount, save <see cref="Before"/>.</summary>
public sealed partial record BatchOptions
{
    private readonly int _maxParallelism = Environment.ProcessorCount;
    private readonly int _claimsOfMember = 10_000;
    private readonly long _skip;

    /// <summary>How many members are settled at a time, from 1; the number of processors where not stated. The thread that takes the
    /// results is one of those at work; with 1 everything happens on it. Where the stream is awaited, all are threads of the pool. The
    /// results are the same for every number.</summary>
    public int MaxParallelism
    {
        get => _maxParallelism;
        init => _maxParallelism = (int)AtLeast(1, value);
    }

    /// <summary>The most claims of one member, included; 10,000 where not stated. They are held in memory together, so this bounds the
    /// memory.
    /// A member with more is not settled: each of the claims has a problem.</summary>
    public int ClaimsOfMember
    {
        get => _claimsOfMember;
        init => _claimsOfMember = (int)AtLeast(1, value);
    }

    /// <summary>How many claims at the beginning of the stream were settled by an earlier run; 0 where not stated. They are read, but
    /// neither settled
    /// nor returned. Only if that run stopped in the midst of a member, that member's claims are folded again from the first, for the
    /// history.</summary>
    public long Skip
    {
        get => _skip;
        init => _skip = AtLeast(0, value);
    }

    /// <summary>What a member had used before the stream, by the member's id; nothing where not stated. It is called on several threads at
    /// once.</summary>
    public Func<string, History>? Before { get; init; }

    /// <summary>As <see cref="Before"/>, for a program that asks a database or the network for it: only for a stream that is awaited, and
    /// in place of <see cref="Before"/>. The token is cancelled when the results are no longer taken.</summary>
    public Func<string, CancellationToken, ValueTask<History>>? BeforeAsync { get; init; }

    /// <summary>Told, once for each member of the stream who has an id and none of whose claims can come any more, by its id what it has
    /// used in the end: the history to hand in with its next claim.</summary>
    /// <remarks>It is called on the thread that takes the results, just before the member's last result is handed out; so a run that goes
    /// on with <see cref="Skip"/> after that result has told the history. It is not called for a member whose claims are refused because
    /// there are too many or because they stand in two places, for members who were skipped whole, and for those whose last result is
    /// never taken. The history is the opening one where no claim of the member was settled.</remarks>
    public Action<string, History>? After { get; init; }

    /// <summary>Told after every hundred claims or so, and at the end, how many claims of the stream are done, those skipped
    /// included.</summary>
    public IProgress<long>? Progress { get; init; }

    private static long AtLeast(long least, long value) =>
        value >= least ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"Write {least} or more.");
}
