using System.Globalization;
using ReimbursementRules.Checks;
using ReimbursementRules.Claims;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cases;

/// <summary>Settles the claims of a case and compares, to the cent.</summary>
internal static class CaseRunner
{
    /// <summary>Runs a case of a rulebook whose tables came out against its targets as <paramref name="ofTables"/> says.</summary>
    public static CaseResult Run(Rulebook rulebook, Case @case, IReadOnlyList<TargetResult> ofTables) =>
        @case.Target is { } target ? TargetRunner.Run(rulebook, @case, target, ofTables)
        : @case.Applicant is { } applicant ? ApplicantRunner.Run(rulebook, @case, applicant)
        : @case.Contract is { } contract ? ContractRunner.Run(rulebook, @case, contract)
        : @case.Contribution is { } contribution ? ContributionRunner.Run(rulebook, @case, contribution)
        : @case.Operations.Count > 0 ? LedgerRunner.Run(rulebook, @case)
        : Settle(rulebook, @case);

    private static CaseResult Settle(Rulebook rulebook, Case @case)
    {
        var mismatches = new ProblemLog();
        var claims = Claims(rulebook, @case, mismatches);
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
    private static IReadOnlyList<ExpectedClaim> Claims(Rulebook rulebook, Case @case, ProblemLog mismatches)
    {
        try
        {
            var claims = @case.Assembled is { } of ? Assemble(rulebook, of, mismatches) : @case.Claims;
            MemberClaims.OfOneMember([.. claims.Select(claim => claim.Claim)]);
            return claims;
        }
        catch (InputException e)
        {
            mismatches.AddRange(e.Problems);
            return [];
        }
    }

    /// <summary>The claims that are left; none where there are fewer or more than expected.</summary>
    private static IReadOnlyList<ExpectedClaim> Assemble(Rulebook rulebook, AssembledCase of, ProblemLog mismatches)
    {
        var claims = rulebook.Assemble(of.Claims);
        if (claims.Length == of.Expect.Count)
            return [.. claims.Zip(of.Expect, (claim, expect) => new ExpectedClaim(claim, expect))];
        new Mismatches(mismatches, new("", "")).Add(of.Node, Shown(of.Expect.Count), Shown(claims.Length), "claims");
        return [];
    }

    private static BilingualText Shown(int count) => Mismatches.Same(count.ToString(CultureInfo.InvariantCulture));
}
