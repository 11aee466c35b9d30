using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Settling;
using ReimbursementRules.Values;

namespace ReimbursementRules.Curves;

/// <summary>A bill whose moves are made without rounding: who holds what of each item, and how that goes on as an amount grows.</summary>
/// <param name="settled">The bill as it was settled.</param>
/// <param name="fees">What each item costs.</param>
internal sealed class TrendBill(SettledBill settled, ImmutableArray<Trend> fees)
{
    private readonly Trend[,] _held = Nothing(settled.Legend.Parts.Count, fees.Length);
    private readonly Trend[,] _atFirst = Nothing(settled.Legend.Parts.Count, fees.Length);
    private int _roundings;
    private int _bends;

    public SettledBill Settled => settled;
    public Legend Legend => settled.Legend;
    public int Items => fees.Length;
    public Trend Bill { get; } = Trend.Sum(fees);

    /// <summary>The payment standards that quota steps set, by their places in the legend.</summary>
    public Dictionary<int, Trend> Standards { get; } = [];

    /// <summary>What each payer pays of the bill, without what it pays beyond it.</summary>
    public Trend[] Paid { get; } = [.. Enumerable.Repeat(Trend.Zero, settled.Legend.Payers.Count)];

    /// <summary>What each payer pays beyond the bill.</summary>
    public Trend[] Beyond { get; } = [.. Enumerable.Repeat(Trend.Zero, settled.Legend.Payers.Count)];

    public Trend Held(int part, int item) => _held[part, item];

    public Trend AtFirst(int part, int item) => _atFirst[part, item];

    public Trend Held(int part) => Trend.Sum(Enumerable.Range(0, Items).Select(item => _held[part, item]));

    public Trend AtFirst(int part) => Trend.Sum(Enumerable.Range(0, Items).Select(item => _atFirst[part, item]));

    /// <summary>Cuts the items as the catalogue did.</summary>
    /// <returns>For each item, the row of the catalogue, or the gate that refused it, and whether it is above its ceiling.</returns>
    public IEnumerable<CurveMark> Cut(Catalogue catalogue, Claim claim, ItemsOfRows rows)
    {
        for (var item = 0; item < Items; item++)
        {
            var cut = settled.Cuts[item];
            var over = cut.OverCeiling == 0 ? Trend.Zero : fees[item] - Trend.Of(settled.Fee(item) - cut.OverCeiling);
            var says = claim.Items[item].Settled is null ? catalogue.Rows.Values[Array.IndexOf(catalogue.Rows.Rows, cut.Row)] : default;
            var isWhole = says.OfUnit is not null && cut.FirstSelfPay == settled.Fee(item) - cut.OverCeiling;
            var first =
                cut.Way != CutWay.InScope || claim.Items[item].Settled is not null ? Trend.Zero
                : says.IsShare ? Portion(fees[item] - over, FirstShare(catalogue, says, claim.Items[item], item, rows))
                : isWhole ? fees[item] - over
                : Trend.Of(cut.FirstSelfPay);
            Begin(Legend.OverCeiling, item, over);
            Begin(Legend.FirstSelfPay, item, first);
            Begin(cut.RestPart, item, fees[item] - over - first);
            yield return new(-1, cut.Gate < 0 ? cut.Row : -1, null, $"{item} {cut.Way} {cut.Gate} {cut.OverCeiling > 0} {isWhole}")
            {
                Gate = cut.Gate,
            };
        }
    }

    /// <summary>Moves an amount of a part, divided over the items in proportion to what each holds.</summary>
    public void Move(int part, int to, MoveWay way, Trend amount)
    {
        var shares = Divide(amount, [.. Enumerable.Range(0, Items).Select(item => _held[part, item])]);
        for (var item = 0; item < Items; item++)
            Move(part, item, to, way, shares[item]);
    }

    /// <summary>Moves an amount of a part of an item.</summary>
    public void Move(int part, int item, int to, MoveWay way, Trend amount)
    {
        if (amount.IsNone)
            return;
        if (way == MoveWay.Rename && to < 0)
            return;
        _held[part, item] -= amount;
        if (way == MoveWay.Rename)
        {
            _held[to, item] += amount;
            _atFirst[to, item] += amount;
        }
        else
            Paid[to] += amount;
    }

    /// <summary>Divides an amount in proportion to weights. What is no straight line then is told apart, so that sums of it may be straight
    /// again.</summary>
    public Trend[] Divide(Trend amount, Trend[] weights)
    {
        var shares = Enumerable.Repeat(Trend.Zero, weights.Length).ToArray();
        int[] holders = [.. Enumerable.Range(0, weights.Length).Where(i => !weights[i].IsNone)];
        var sum = Trend.Sum(holders.Select(holder => weights[holder]));
        if (holders is [var only])
            shares[only] = amount;
        else if (amount.IsSame(sum))
            weights.CopyTo(shares);
        else if (!sum.Value.IsZero)
            Divide(amount, sum, weights, holders, shares);
        return shares;
    }

    /// <summary>A rate of an amount, which the settlement rounds to the cent.</summary>
    public Trend Portion(Trend amount, Rate rate) =>
        rate == Rate.Whole ? amount : Rough(amount * Ratio.Of(rate), rate == Rate.None ? Ratio.Zero : Ratio.One);

    /// <summary>An amount that the settlement may have by so many halves of a cent more or less.</summary>
    public Trend Rough(Trend amount, Ratio halves) => amount.Roughly(_roundings++, halves);

    private void Divide(Trend amount, Trend sum, Trend[] weights, int[] holders, Trend[] shares)
    {
        var isOfWeights = holders.All(holder => weights[holder].IsInProportion(sum));
        var rest = amount;
        foreach (var holder in holders[..^1])
        {
            shares[holder] = Share(amount, weights[holder], sum, isOfWeights);
            rest -= shares[holder];
        }

        shares[holders[^1]] = rest;
    }

    /// <summary>A share, which is a cent off at most where amount and weights are what the settlement has. Roundings of these move it too:
    /// with an amount that is never above the sum, by no more than its part of the amount's, and what the weight's differs from its part of
    /// the sum's; or by no more than what the amount's differs from the sum's.</summary>
    private Trend Share(Trend amount, Trend weight, Trend sum, bool isOfWeights)
    {
        var (part, times) = (weight.Value / sum.Value, amount.Value / sum.Value);
        var (ofWeight, ofAmount) = ((weight - sum * part).Rounding, (amount - sum * times).Rounding);
        var most = ofWeight * ((Ratio[])[Ratio.One, times]).Max();
        if (!isOfWeights && amount.IsInProportion(sum))
            return Rough(weight * times, (Ratio.One + ofAmount) * Ratio.Of(2));
        if (isOfWeights)
            most = amount.IsInProportion(sum) ? ((Ratio[])[most, ofWeight * times + ofAmount]).Min() : most;
        return isOfWeights
            ? Rough(amount * part, (Ratio.One + most) * Ratio.Of(2))
            : Rough(Bent(amount.Value * part), (Ratio.One + most + part * amount.Rounding) * Ratio.Of(2));
    }

    /// <summary>What is no straight line.</summary>
    private Trend Bent(Ratio value) => new(value, Ratio.Zero) { Bends = ImmutableDictionary<int, Ratio>.Empty.Add(_bends++, Ratio.One) };

    private void Begin(int part, int item, Trend amount)
    {
        _held[part, item] += amount;
        _atFirst[part, item] += amount;
    }

    private static Rate FirstShare(Catalogue catalogue, CatalogueRow says, FeeItem item, int place, ItemsOfRows rows) =>
        catalogue.Changes.Aggregate(
            says.IsOwn ? item.FirstSelfPay ?? Rate.None : says.FirstSelfPay,
            (share, changes) => rows.ValueOf(changes, place).Of(share)
        );

    private static Trend[,] Nothing(int parts, int items)
    {
        var nothing = new Trend[parts, items];
        for (var part = 0; part < parts; part++)
        for (var item = 0; item < items; item++)
            nothing[part, item] = Trend.Zero;
        return nothing;
    }
}
