using System.Collections.Immutable;
using ReimbursementRules.Claims;

namespace ReimbursementRules.Batches;

/// <summary>One place of a stream after reading, on its way to be settled.</summary>
internal sealed class BatchRecord<T>(long index, T source, Claim? claim, ImmutableArray<Problem> problems)
{
    public long Index => index;
    public T Source => source;

    /// <summary>The claim; null where it could not be read.</summary>
    public Claim? Claim => claim;

    public string Member => claim?.Member.Id ?? "";

    /// <summary>Why the stream cannot go on after the records before this one; null where it can.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Whether all claims of its member are refused.</summary>
    public bool IsRefused { get; set; }

    /// <summary>Why it cannot be settled; empty where it can.</summary>
    public ImmutableArray<Problem> Problems { get; set; } = problems;

    /// <summary>The group of one member's claims that it stands in.</summary>
    public long Group { get; set; }
}
