namespace ReimbursementRules.Claims;

/// <summary>The claims of one member, seen together.</summary>
public static class MemberClaims
{
    /// <exception cref="ClaimException">They are of several members.</exception>
    internal static void OfOneMember(IReadOnlyList<Claim> claims)
    {
        if (claims.FirstOrDefault(claim => claim.Member.Id != claims[0].Member.Id) is { } other)
            throw new ClaimException([new(other.Place ?? new("claim", 0, 0), "claims.member", new(
                $"the claims are of several members, '{claims[0].Member.Id}' and '{other.Member.Id}'. Hand in those of one member.",
                $"这些申请属于不同的参保人员，“{claims[0].Member.Id}”与“{other.Member.Id}”。请只提交同一人的申请。"))]);
    }
}
