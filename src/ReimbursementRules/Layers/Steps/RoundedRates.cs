using ReimbursementRules.Values;

namespace ReimbursementRules.Layers.Steps;

/// <summary>Rates of amounts, band after band: each rounded by itself, or the running sum of them.</summary>
internal struct RoundedRates(bool isOfTotal)
{
    private Int128 _exact;
    private long _rounded;

    /// <summary>The rate of the amount of the next band, in cents.</summary>
    public long Next(long amount, Rate rate)
    {
        if (!isOfTotal)
            return Rounding.Portion(amount, rate);
        _exact += (Int128)amount * rate.Parts;
        var before = _rounded;
        _rounded = (long)Rounding.Divide(_exact, Rate.WholeParts);
        return _rounded - before;
    }
}
