namespace ReimbursementRules.Benchmarks;

/// <summary>The benchmark policy written straight into C#, with whole cents inside and decimals at the border.</summary>
public static class HandWrittenCents
{
    private static readonly long[] EmployeeDeductible = [20_000, 40_000, 80_000];
    private static readonly long[] ResidentDeductible = [30_000, 60_000, 100_000];
    private static readonly long[] ResidentRate = [80, 75, 65];
    private static readonly long[][] EmployeeRates =
    [
        [90, 92, 95],
        [85, 88, 92],
        [80, 85, 90],
    ];

    public static PlainResult Settle(PlainClaim claim)
    {
        var inScope = new decimal[claim.Items.Length];
        long bill = 0,
            scope = 0;
        for (var i = 0; i < inScope.Length; i++)
        {
            ref readonly var item = ref claim.Items[i];
            var amount = (long)(item.Amount * 100);
            bill += amount;
            var counted = item.Class switch
            {
                'A' => amount,
                'B' => amount - Share(amount, (long)(item.Rate * 100)),
                _ => 0,
            };
            scope += counted;
            inScope[i] = new decimal(counted) / 100;
        }

        var deductible = (claim.Employee ? EmployeeDeductible : ResidentDeductible)[claim.Level - 1];
        if (claim.Admission > 1)
            deductible /= 2;
        var above = Math.Max(0, scope - deductible);
        var fund = claim.Employee ? Employee(claim, above) : Share(above, ResidentRate[claim.Level - 1]);
        fund = Math.Min(fund, Math.Max(0, 20_000_000 - (long)(claim.FundBefore * 100)));

        var self = scope - fund;
        var before = (long)(claim.SelfPayBefore * 100);
        var critical =
            Band(before, before + self, 1_500_000, 5_000_000, 60)
            + Band(before, before + self, 5_000_000, 10_000_000, 70)
            + Band(before, before + self, 10_000_000, long.MaxValue, 80);
        var aid = claim.Poor ? Math.Min(Share(self - critical, 70), Math.Max(0, 3_000_000 - (long)(claim.AidBefore * 100))) : 0;
        return new(Yuan(fund), Yuan(critical), Yuan(aid), Yuan(bill - fund - critical - aid), inScope);
    }

    private static long Employee(PlainClaim claim, long above)
    {
        var rates = EmployeeRates[claim.Level - 1];
        var more = claim.Retired ? 3 : 0;
        return Band(0, above, 0, 500_000, rates[0] + more)
            + Band(0, above, 500_000, 2_000_000, rates[1] + more)
            + Band(0, above, 2_000_000, long.MaxValue, rates[2] + more);
    }

    private static long Band(long before, long now, long from, long to, long rate)
    {
        var inBand = Math.Min(now, to) - Math.Max(before, from);
        return inBand > 0 ? Share(inBand, rate) : 0;
    }

    private static long Share(long cents, long percent) => (cents * percent + 50) / 100;

    private static decimal Yuan(long cents) => new decimal(cents) / 100;
}
