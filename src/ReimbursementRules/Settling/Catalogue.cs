using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settling;

/// <summary>The catalogue, compiled.</summary>
/// <param name="Ceiling">What becomes of prices above a ceiling.</param>
/// <param name="Ceilings">The ceiling prices.</param>
/// <param name="Rows">What of each item is in scope.</param>
/// <param name="Changes">What raises or lowers first shares, one after the other.</param>
internal sealed record Catalogue(CeilingRule Ceiling, Ceilings Ceilings, Table<CatalogueRow> Rows, IReadOnlyList<Table<RateChange>> Changes)
{
    /// <summary>Whether a first share is the rate of its row, or the item's own, of the whole fee.</summary>
    public bool IsPlain { get; } = !Ceilings.AreListed && Changes.Count == 0 && !Array.Exists(Rows.Values, row => row.OfUnit is not null);

    /// <summary>The share of an item that the patient pays first, after the changes.</summary>
    /// <param name="settling">The claim on its desk.</param>
    /// <param name="item">The item.</param>
    /// <param name="share">The share that its row gives, or its own.</param>
    public Rate ShareOf(Desk settling, int item, Rate share)
    {
        foreach (var changes in Changes)
            share = changes.Values[settling.Row(changes, item)].Of(share);
        return share;
    }

    /// <summary>What the patient pays first of an item, in cents, where each unit has its amount: never more than the rest of the
    /// fee.</summary>
    public static long OfUnits(long ofUnit, decimal quantity, long rest) =>
        ofUnit * quantity < rest ? Money.FromCents(ofUnit).Times(quantity).Cents : rest;

    /// <summary>Tells which rows changed which first shares; the same for items in whatever order.</summary>
    public void TellChanges(Desk settling)
    {
        if (Changes.Count == 0)
            return;
        var told = new SortedSet<(int Change, int Row, long Before, long After)>();
        for (var item = 0; item < settling.Bill.Cuts.Length; item++)
        {
            if (settling.Bill.Cuts[item].Way != CutWay.InScope || settling.Stated?.Of(item) is not null)
                continue;
            var says = Rows.Values[settling.Row(Rows, item)];
            if (!says.IsShare)
                continue;
            var share = says.IsOwn ? settling.Claim.Items[item].FirstSelfPay ?? Rate.None : says.FirstSelfPay;
            foreach (var (at, changes) in Changes.Index())
            {
                var (before, row) = (share, settling.Row(changes, item));
                share = changes.Values[row].Of(share);
                if (share != before)
                    told.Add((at, changes.Rows[row], before.Parts, share.Parts));
            }
        }

        foreach (var (_, row, before, after) in told)
            settling.Bill.Add(
                new(TraceLine.OfCatalogue, StepKind.RateChange, row, 0, 0)
                {
                    Rate = Rate.FromParts(after),
                    RateBefore = Rate.FromParts(before),
                }
            );
    }

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
