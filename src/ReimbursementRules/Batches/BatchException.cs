using System.Globalization;
using ReimbursementRules.Claims;

namespace ReimbursementRules.Batches;

/// <summary>Thrown where a stream of claims cannot go on: the stream itself failed or has a claim that is null, or something that the
/// program hands in did: <see cref="BatchOptions.Before"/>,
/// <see cref="BatchOptions.After"/> or <see cref="BatchOptions.Progress"/>. What was thrown is the
/// <see cref="Exception.InnerException"/>.</summary>
/// <remarks>The results of the members before have been given. The member at whom the stream ended has none that were not given
/// already: more of its claims may come; where <see cref="BatchOptions.After"/> failed, all of its results but the last have been given.
/// To go on, hand in the stream again and <see cref="BatchOptions.Skip"/> as many claims as there
/// were results.</remarks>
public sealed class BatchException : Exception
{
    internal BatchException(long index, string member, string what, Exception cause)
        : base(
            $"The stream of claims ended at number {(index + 1).ToString(CultureInfo.InvariantCulture)}"
                + $"{(member.Length > 0 ? $", member '{member}'" : "")}: {what}: {cause.Message} The results of the members before it "
                + "stand; mend this, and hand in the stream again, with Skip for as many claims as there were results.",
            cause
        ) => (Index, Member) = (index, member);

    /// <summary>The place in the stream, from 0, of the claim at which it ended: the first one that could not be read, or the claim of the
    /// member that was looked at.</summary>
    public long Index { get; }

    /// <summary>The member's number: <see cref="Member.Id"/> of that claim, or, where it could not be read, of the claim before it; empty
    /// where there is none.</summary>
    public string Member { get; }
}
