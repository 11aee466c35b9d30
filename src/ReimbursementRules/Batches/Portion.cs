using System.Collections.Immutable;
using ReimbursementRules.Claims;

namespace ReimbursementRules.Batches;

/// <summary>What came of a portion of the stream.</summary>
/// <param name="Results">The results, in the order of the stream.</param>
/// <param name="Ended">The members whose claims end in it, each with the place of its last result.</param>
/// <param name="Failure">Why the stream ends after these results; null where it goes on.</param>
internal sealed record Portion<TOut>(List<TOut> Results, ImmutableArray<EndedMember> Ended, BatchException? Failure);

/// <summary>A member of whom no more claims can come.</summary>
/// <param name="Last">The place of the last result among those of the portion.</param>
/// <param name="Member">The member's number.</param>
/// <param name="History">What the member has used.</param>
/// <param name="Index">The place of its last claim in the stream.</param>
internal readonly record struct EndedMember(int Last, string Member, History History, long Index);
