using ReimbursementRules.Claims;
using ReimbursementRules.Facts;
using ReimbursementRules.Settlements;
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
        var read = claims.Select(claim => claim.Expect?.Problems).OfType<ProblemLog>().FirstOrDefault();
        var noted = read?.Count ?? 0;
        var settled = new List<Settlement>();
        foreach (var (i, folded) in MemberFold.Settle(rulebook, @case.History, [.. claims.Select(claim => claim.Claim)]).Index())
        {
            var of = claims.Count == 1 ? new BilingualText("", "") : new BilingualText($"claim {i + 1}: ", $"第 {i + 1} 笔：");
            var ofClaim = new Mismatches(mismatches, of);
            if (folded.Problems is { } invalid)
            {
                ofClaim.CompareInvalid(invalid, claims[i].Expect);
                continue;
            }

            var settlement = folded.Settlement!;
            settled.Add(settlement);
            if (claims[i].Expect is { } expect)
                new Comparison(ofClaim, [.. settled.Where(one => YearOf(rulebook, one) == YearOf(rulebook, settlement))]).Compare(
                    settlement,
                    expect
                );
        }

        if (read is not null)
            mismatches.AddRange(read.Since(noted));
        return new(@case.Name, @case.Place, mismatches.Told());
    }

    /// <summary>The first day of the benefit year that a claim belongs to.</summary>
    private static DateOnly YearOf(Rulebook rulebook, Settlement settlement) =>
        rulebook.Compiled.Year.Start(Period.Year, DecidingDays.Of(settlement.Claim, rulebook.Compiled.DecidedBy));

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
