using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Settling;

/// <summary>The catalogue, compiled.</summary>
internal sealed record Catalogue(CeilingRule Ceiling, Ceilings Ceilings, Table<CatalogueRow> Rows)
{
    /// <summary>Tells what is above a listed price, and moves what the hospital bears. An item's own price, above which the patient pays,
    /// says nothing more.</summary>
    public void PassOverCeiling(Desk settling)
    {
        if (Ceiling != CeilingRule.Hospital && !Ceilings.AreListed)
            return;
        var bill = settling.Bill;
        var rows = new SortedDictionary<int, List<int>>();
        for (var item = 0; item < bill.Cuts.Length; item++)
            if (bill.Cuts[item].OverCeiling > 0 && RowOf(settling, item) is { } row)
                if (rows.TryGetValue(row, out var items))
                    items.Add(item);
                else
                    rows.Add(row, [item]);

        foreach (var (row, items) in rows)
            PassOverCeiling(bill, row, items);
    }

    private void PassOverCeiling(OpenBill bill, int row, List<int> items)
    {
        var (fees, over) = (0L, 0L);
        foreach (var item in items)
        {
            fees += bill.Items[item].Amount.Cents;
            over += bill.Cuts[item].OverCeiling;
        }

        var line = bill.Add(new(0, StepKind.OverCeiling, row, fees, over));
        if (Ceiling != CeilingRule.Hospital)
            return;
        var amounts = new long[bill.Cuts.Length];
        foreach (var item in items)
            amounts[item] = bill.Cuts[item].OverCeiling;
        bill.DoByItem(line, Legend.OverCeiling, Legend.Hospital, MoveWay.Pay, amounts);
    }

    /// <summary>The row that decides what is above an item's ceiling: that of the listed price, else that of the catalogue where the
    /// hospital bears it.</summary>
    private int? RowOf(Desk settling, int item) =>
        Ceilings.Over(settling, item).Row ?? (Ceiling == CeilingRule.Hospital ? settling.Bill.Cuts[item].Row : null);
}
