using ReimbursementRules.Values;

namespace ReimbursementRules.Cases;

/// <summary>Settles the claims of a case and compares, to the cent.</summary>
internal static class CaseRunner
{
    public static CaseResult Run(Rulebook rulebook, Case @case) =>
        @case.Operations.Count > 0 ? LedgerRunner.Run(rulebook, @case) : Settle(rulebook, @case);

    private static CaseResult Settle(Rulebook rulebook, Case @case)
    {
        var mismatches = new List<Problem>();
        var noted = @case.Claims.Select(claim => claim.Expect.Problems.Count).FirstOrDefault();
        var history = @case.History;
        for (var i = 0; i < @case.Claims.Count; i++)
        {
            var of = @case.Claims.Count == 1 ? new Text("", "") : new Text($"claim {i + 1}: ", $"第 {i + 1} 笔：");
            var comparison = new Comparison(new(mismatches, of));
            try
            {
                var settlement = rulebook.Settle(@case.Claims[i].Claim, history);
                comparison.Compare(settlement, @case.Claims[i].Expect);
                history = settlement.History;
            }
            catch (ClaimException e)
            {
                comparison.CompareInvalid(e, @case.Claims[i].Expect);
            }
        }

        if (@case.Claims.Count > 0)
            mismatches.AddRange(@case.Claims[0].Expect.Problems.Skip(noted));
        return new(@case.Name, @case.Place, mismatches);
    }
}
