using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.Cases;

/// <summary>Settles the claims that a case has beside what it is about.</summary>
internal static class SettledClaims
{
    /// <summary>The settlements: those of a member one after another, each with the history of the one before. A claim without a member
    /// stands alone.</summary>
    public static IEnumerable<Settlement> Of(Rulebook rulebook, IReadOnlyList<Claim> claims)
    {
        foreach (var member in claims.GroupBy(claim => claim.Member.Id.Length > 0 ? (object)claim.Member.Id : claim))
        {
            var history = History.Empty;
            foreach (var claim in MemberClaims.Link(member))
            {
                var settlement = rulebook.Settle(claim, history);
                history = settlement.History;
                yield return settlement;
            }
        }
    }
}
