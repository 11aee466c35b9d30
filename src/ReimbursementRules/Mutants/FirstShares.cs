using System.Globalization;
using ReimbursementRules.Curves;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Mutants;

/// <summary>What the first share of each item of a claim is computed of.</summary>
internal sealed class FirstShares
{
    private readonly Rulebook _rulebook;
    private readonly Settlement _settlement;
    private readonly ItemsOfRows _rows;

    public FirstShares(Rulebook rulebook, Settlement settlement)
    {
        var fired = new List<FiredRule>();
        if (rulebook.Compiled.Catalogue.Changes.Count > 0)
            rulebook.Observed(fired.Add).Settle(settlement.Claim, settlement.HistoryBefore);
        (_rulebook, _settlement) = (rulebook, settlement);
        _rows = new(settlement.Claim, rulebook.Compiled.Legend, fired);
    }

    /// <summary>The product that an item's first share is, such as 10% of 200.00; null where no row of the catalogue gave it.</summary>
    public BilingualText? Of(int place)
    {
        var (item, catalogue) = (_settlement.Items[place], _rulebook.Compiled.Catalogue);
        var rest = item.Fee - item.OverCeiling;
        for (var row = 0; row < catalogue.Rows.Rows.Length; row++)
            if (_rulebook.Compiled.Legend.Rows[catalogue.Rows.Rows[row]].Place == item.Source.Place)
            {
                var says = catalogue.Rows.Values[row];
                if (says.OfUnit is { } ofUnit)
                    return OfUnits(Money.FromCents(ofUnit), item.Item.Quantity ?? 1, item.FirstSelfPay == rest);
                if ((says.IsOwn ? item.Item.FirstSelfPay : says.FirstSelfPay) is not { } share)
                    return null;
                foreach (var changes in catalogue.Changes)
                    share = _rows.ValueOf(changes, place).Of(share);
                return new($"{share} of {rest.ToReadable()}", $"{rest.ToReadable()} × {share}");
            }

        return null;
    }

    private static BilingualText OfUnits(Money ofUnit, decimal quantity, bool isWhole)
    {
        var (price, times) = (ofUnit.ToReadable(), quantity.ToString(CultureInfo.InvariantCulture));
        return isWhole
            ? new($"{times} × {price}, at most the fee", $"{price} × {times}，不超过费用")
            : new($"{times} × {price}", $"{price} × {times}");
    }
}
