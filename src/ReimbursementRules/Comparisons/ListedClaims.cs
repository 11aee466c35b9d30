using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Comparisons;

/// <summary>A claim that a comparison lists, as each rulebook settles it.</summary>
internal sealed record ListedClaim(ClaimEffect Effect, Settlement Before, Settlement After);

/// <summary>Keeps the claims with the largest amounts of a stream, so many and no more.</summary>
/// <param name="most">How many.</param>
internal sealed class ListedClaims(int most)
{
    private readonly SortedDictionary<(Money Less, long Number), ListedClaim> _kept = [];

    /// <summary>The claims, the largest amount first; of the same amount, as they were handed in.</summary>
    public IReadOnlyCollection<ListedClaim> All => _kept.Values;

    public void Add(Money amount, ListedClaim claim)
    {
        _kept.Add((-amount, claim.Effect.Number), claim);
        if (_kept.Count > most)
            _kept.Remove(_kept.Keys.Last());
    }
}
