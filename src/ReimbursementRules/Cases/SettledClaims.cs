using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Settling;

namespace ReimbursementRules.Cases;

/// <summary>Settles the claims that a case has beside what it is about.</summary>
internal static class SettledClaims
{
    /// <summary>The settlements: those of a member one after another, each with the history of the one before. A claim without a member
    /// stands alone.</summary>
    public static IEnumerable<Settlement> Of(Rulebook rulebook, IReadOnlyList<Claim> claims)
    {
        foreach (var member in claims.GroupBy(claim => claim.Member.Id.Length > 0 ? (object)claim.Member.Id : claim))
        foreach (var folded in MemberFold.Settle(rulebook, History.Empty, [.. member]))
            yield return folded.Settlement ?? throw folded.Problems!;
    }
}
