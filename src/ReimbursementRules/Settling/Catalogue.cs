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
        var ledger = settling.Bill;
        var rows = new SortedDictionary<int, List<int>>();
        for (var item = 0; item < ledger.Cuts.Length; item++)
            if (ledger.Cuts[item].OverCeiling > 0 && RowOf(settling, item) is { } row)
                if (rows.TryGetValue(row, out var items))
                    items.Add(item);
                else
                    rows.Add(row, [item]);

        foreach (var (row, items) in rows)
            PassOverCeiling(ledger, row, items);
    }

    private void PassOverCeiling(OpenBill ledger, int row, List<int> items)
    {
        var (fees, over) = (0L, 0L);
        foreach (var item in items)
        {
            fees += ledger.Items[item].Amount.Cents;
            over += ledger.Cuts[item].OverCeiling;
        }

        var line = ledger.Add(new(0, StepKind.OverCeiling, row, fees, over));
        if (Ceiling != CeilingRule.Hospital)
            return;
        var amounts = new long[ledger.Cuts.Length];
        foreach (var item in items)
            amounts[item] = ledger.Cuts[item].OverCeiling;
        ledger.DoByItem(line, Legend.OverCeiling, Legend.Hospital, MoveWay.Pay, amounts);
    }

    /// <summary>The row that decides what is above an item's ceiling: that of the listed price, else that of the catalogue where the
    /// hospital bears it.</summary>
    private int? RowOf(Desk settling, int item) =>
        Ceilings.Over(settling, item).Row ?? (Ceiling == CeilingRule.Hospital ? settling.Bill.Cuts[item].Row : null);
}
