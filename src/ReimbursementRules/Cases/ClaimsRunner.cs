using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cases;

/// <summary>Settles the claims of a case and compares, to the cent.</summary>
internal static class ClaimsRunner
{
    public static CaseResult Run(Rulebook rulebook, ClaimsCase @case)
    {
        var mismatches = new ProblemLog();
        var claims = Linked(@case, mismatches);
        var noted = claims.Select(claim => claim.Expect.Problems.Count).FirstOrDefault();
        var history = @case.History;
        for (var i = 0; i < claims.Count; i++)
        {
            var of = claims.Count == 1 ? new BilingualText("", "") : new BilingualText($"claim {i + 1}: ", $"第 {i + 1} 笔：");
            var ofClaim = new Mismatches(mismatches, of);
            try
            {
                var settlement = rulebook.Settle(claims[i].Claim, history);
                new Comparison(ofClaim).Compare(settlement, claims[i].Expect);
                history = settlement.History;
            }
            catch (InputException e)
            {
                ofClaim.CompareInvalid(e, claims[i].Expect);
            }
        }

        if (claims.Count > 0)
            mismatches.AddRange(claims[0].Expect.Problems.Since(noted));
        return new(@case.Name, @case.Place, mismatches.Told());
    }

    /// <summary>The claims to settle, each with what follows from those before it and with what is expected of it; none after a
    /// problem.</summary>
    private static IReadOnlyList<ExpectedClaim> Linked(ClaimsCase @case, ProblemLog mismatches)
    {
        try
        {
            return
            [
                .. MemberClaims
                    .Link(@case.Claims.Select(claim => claim.Claim))
                    .Zip(@case.Claims, (linked, claim) => claim with { Claim = linked }),
            ];
        }
        catch (InputException e)
        {
            mismatches.AddRange(e.Problems);
            return [];
        }
    }
}
