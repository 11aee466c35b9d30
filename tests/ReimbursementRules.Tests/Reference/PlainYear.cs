using ReimbursementRules.Claims;

namespace ReimbursementRules.Tests.Reference;

/// <summary>A member's year under a <see cref="PlainPolicy"/>, in plain decimals: an independent computation to compare with, which shares
/// no code with the library.</summary>
internal sealed class PlainYear(PlainPolicy policy)
{
    private decimal _deducted;
    private decimal _inBands;
    private decimal _paid;
    private decimal _illnessDeducted;
    private decimal _illnessInBands;

    public (decimal Fund, decimal Aid, decimal Patient) Settle(IEnumerable<FeeItem> items)
    {
        decimal bill = 0,
            inScope = 0,
            first = 0;
        foreach (var item in items)
        {
            var fee = item.Amount.InYuan;
            var own = item.Class switch
            {
                CatalogueClass.A => Math.Min(fee, Round(policy.OfUnitOfA * (item.Quantity ?? 1))),
                CatalogueClass.B => Round(
                    fee * Math.Min(100m, item.FirstSelfPay!.Value.Millionths / 10_000m + policy.FirstShareMore) / 100m
                ),
                _ => 0m,
            };
            bill += fee;
            first += own;
            inScope += item.Class == CatalogueClass.C ? 0m : fee - own;
        }

        var (fund, kept) = Basic(inScope);
        var aid = Illness(kept + first);
        return (fund, aid, bill - fund - aid);
    }

    /// <summary>What the fund pays, and what the patient keeps as deductible or share.</summary>
    private (decimal Paid, decimal Kept) Basic(decimal inScope)
    {
        if (!policy.PerYear)
            (_deducted, _inBands, _paid) = (0, 0, 0);
        var deducted = Math.Min(inScope, Math.Max(0, policy.Deductible - _deducted));
        var start = _inBands + (policy.OnBase ? deducted : 0);
        var worked = Pays(policy.Bands, start, inScope - deducted);
        var paid = Math.Min(worked, Math.Max(0, policy.Cap - _paid));
        _deducted += deducted;
        _inBands += policy.OnBase ? inScope : inScope - deducted;
        _paid += paid;
        return (paid, inScope - worked);
    }

    private decimal Illness(decimal counted)
    {
        var deducted = Math.Min(counted, Math.Max(0, policy.IllnessDeductible - _illnessDeducted));
        var paid = Pays(policy.IllnessBands, _illnessInBands, counted - deducted);
        _illnessDeducted += deducted;
        _illnessInBands += counted - deducted;
        return paid;
    }

    private static decimal Pays(IReadOnlyList<PlainBand> bands, decimal start, decimal amount)
    {
        var paid = 0m;
        for (var i = 0; i < bands.Count; i++)
        {
            var upper = i + 1 < bands.Count ? bands[i + 1].Above : decimal.MaxValue;
            var inBand = Math.Min(start + amount, upper) - Math.Max(start, bands[i].Above);
            if (inBand > 0)
                paid += Round(inBand * bands[i].Percent / 100m);
        }

        return paid;
    }

    private static decimal Round(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
}
