namespace ReimbursementRules.Benchmarks;

/// <summary>The benchmark policy as a programmer writes it straight into C#, in decimals.</summary>
public static class HandWrittenDecimal
{
    private static readonly decimal[] EmployeeDeductible = [200m, 400m, 800m];
    private static readonly decimal[] ResidentDeductible = [300m, 600m, 1000m];
    private static readonly decimal[] ResidentRate = [0.80m, 0.75m, 0.65m];
    private static readonly decimal[][] EmployeeRates =
    [
        [0.90m, 0.92m, 0.95m],
        [0.85m, 0.88m, 0.92m],
        [0.80m, 0.85m, 0.90m],
    ];

    public static PlainResult Settle(PlainClaim claim)
    {
        var inScope = new decimal[claim.Items.Length];
        decimal bill = 0,
            scope = 0;
        for (var i = 0; i < inScope.Length; i++)
        {
            var item = claim.Items[i];
            bill += item.Amount;
            inScope[i] = item.Class switch
            {
                'A' => item.Amount,
                'B' => item.Amount - Round(item.Amount * item.Rate),
                _ => 0,
            };
            scope += inScope[i];
        }

        var deductible = (claim.Employee ? EmployeeDeductible : ResidentDeductible)[claim.Level - 1];
        if (claim.Admission > 1)
            deductible /= 2;
        var above = Math.Max(0, scope - deductible);
        var fund = claim.Employee ? Employee(claim, above) : Round(above * ResidentRate[claim.Level - 1]);
        fund = Math.Min(fund, Math.Max(0, 200_000m - claim.FundBefore));

        var self = scope - fund;
        var year = claim.SelfPayBefore + self;
        var critical =
            Band(claim.SelfPayBefore, year, 15_000m, 50_000m, 0.60m)
            + Band(claim.SelfPayBefore, year, 50_000m, 100_000m, 0.70m)
            + Band(claim.SelfPayBefore, year, 100_000m, decimal.MaxValue, 0.80m);
        var aid = claim.Poor ? Math.Min(Round((self - critical) * 0.70m), Math.Max(0, 30_000m - claim.AidBefore)) : 0;
        return new(fund, critical, aid, bill - fund - critical - aid, inScope);
    }

    private static decimal Employee(PlainClaim claim, decimal above)
    {
        var rates = EmployeeRates[claim.Level - 1];
        var more = claim.Retired ? 0.03m : 0m;
        return Band(0, above, 0, 5_000m, rates[0] + more)
            + Band(0, above, 5_000m, 20_000m, rates[1] + more)
            + Band(0, above, 20_000m, decimal.MaxValue, rates[2] + more);
    }

    private static decimal Band(decimal before, decimal now, decimal from, decimal to, decimal rate)
    {
        var inBand = Math.Min(now, to) - Math.Max(before, from);
        return inBand > 0 ? Round(inBand * rate) : 0;
    }

    private static decimal Round(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
}
