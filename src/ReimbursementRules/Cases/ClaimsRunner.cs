using ReimbursementRules.Claims;
using ReimbursementRules.Settling;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cases;

/// <summary>Settles the claims of a case and compares, to the cent.</summary>
internal static class ClaimsRunner
{
    public static CaseResult Run(Rulebook rulebook, ClaimsCase @case)
    {
        var mismatches = new ProblemLog();
        var claims = OfOneMember(@case, mismatches);
        var noted = claims.Select(claim => claim.Expect.Problems.Count).FirstOrDefault();
        foreach (var (i, folded) in MemberFold.Settle(rulebook, @case.History, [.. claims.Select(claim => claim.Claim)]).Index())
        {
            var of = claims.Count == 1 ? new BilingualText("", "") : new BilingualText($"claim {i + 1}: ", $"第 {i + 1} 笔：");
            var ofClaim = new Mismatches(mismatches, of);
            if (folded.Problems is { } invalid)
                ofClaim.CompareInvalid(invalid, claims[i].Expect);
            else
                new Comparison(ofClaim).Compare(folded.Settlement!, claims[i].Expect);
        }

        if (claims.Count > 0)
            mismatches.AddRange(claims[0].Expect.Problems.Since(noted));
        return new(@case.Name, @case.Place, mismatches.Told());
    }

    /// <summary>The claims to settle, each with what is expected of it; none after a problem.</summary>
    private static IReadOnlyList<ExpectedClaim> OfOneMember(ClaimsCase @case, ProblemLog mismatches)
    {
        try
        {
            MemberClaims.OfOneMember([.. @case.Claims.Select(claim => claim.Claim)]);
            return @case.Claims;
        }
        catch (InputException e)
        {
            mismatches.AddRange(e.Problems);
            return [];
        }
    }
}
