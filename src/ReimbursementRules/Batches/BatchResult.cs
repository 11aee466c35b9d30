using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Batches;

/// <summary>What became of one claim of a stream: a settlement, or else problems.</summary>
/// <typeparam name="T">What the stream is made of: claims, or for example lines of a file.</typeparam>
/// <param name="Index">The place in the stream, from 0.</param>
/// <param name="Source">What stands there.</param>
/// <param name="Claim">The claim; null where it could not be read.</param>
/// <param name="Settlement">The settlement; null where there are problems.</param>
/// <param name="Problems">Why it was not settled; empty where it was.</param>
public sealed record BatchResult<T>(long Index, T Source, Claim? Claim, Settlement? Settlement, ImmutableArray<Problem> Problems)
{
    /// <inheritdoc cref="BatchResult{T}" path="/param[@name='Problems']/node()"/>
    public ImmutableArray<Problem> Problems
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Problems);
}
