using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Rulebooks;

/// <summary>What the gates and the catalogue made of a claim before any layer.</summary>
/// <param name="Items">How each item was cut.</param>
/// <param name="Status">What became of the claim as a whole.</param>
/// <param name="RefusedBy">The first gate that refuses the whole claim; -1 where none does.</param>
/// <param name="Liable">For each item, who bears what is refused of it; -1 for the patient.</param>
internal sealed record Cuts(ItemCut[] Items, SettlementStatus Status, int RefusedBy, int[] Liable);

/// <summary>Lets a claim through the gates, and cuts its items by the catalogue.</summary>
internal static class Cutting
{
    private static readonly Text OverCeiling = new("The price is above the ceiling price: the item is rejected.", "价格高于最高限价：该项目不予支付。");

    public static Cuts Cut(Settling settling, IReadOnlyList<Gate> gates, Catalogue catalogue, Legend legend, CalendarPolicy calendar)
    {
        var items = settling.Claim.Items;
        var refusedBy = -1;
        var held = false;
        var itemGate = new int[items.Length];
        Array.Fill(itemGate, -1);
        for (var i = 0; i < gates.Count; i++)
        {
            var gate = gates[i];
            if (!gate.Hits.IsOfItem)
            {
                if (settling.Row(gate.Hits) != 0)
                    continue;
                settling.Found(Finding(legend.Gates[i], null, Due(gate, settling.Claim, calendar)));
                held |= gate.Then == GateVerdict.Hold;
                if (gate.Then == GateVerdict.Refuse && refusedBy < 0)
                    refusedBy = i;
            }
            else
                for (var item = 0; item < items.Length; item++)
                    if (settling.Row(gate.Hits, item) == 0)
                    {
                        settling.Found(Finding(legend.Gates[i], item, null));
                        if (gate.Then == GateVerdict.Refuse && itemGate[item] < 0)
                            itemGate[item] = i;
                    }
        }

        var cuts = new ItemCut[items.Length];
        var liable = new int[items.Length];
        for (var item = 0; item < items.Length; item++)
        {
            var gate = refusedBy >= 0 ? refusedBy : itemGate[item];
            liable[item] = gate < 0 ? -1 : gates[gate].Liable ?? -1;
            cuts[item] = Cut(settling, catalogue, legend, item, gate);
        }

        return new(cuts, refusedBy >= 0 ? SettlementStatus.Refused : held ? SettlementStatus.Held : SettlementStatus.Settled, refusedBy, liable);
    }

    /// <summary>Moves what gates refused from the patient to whoever is liable for it.</summary>
    public static void PassToLiable(Settling settling, Cuts cuts)
    {
        foreach (var gate in cuts.Items.Where(cut => cut.Gate >= 0).Select(cut => cut.Gate).Distinct())
        {
            var amounts = cuts.Items.Select(cut => cut.Gate == gate ? cut.Refused : 0).ToArray();
            var liable = cuts.Liable[Array.FindIndex(cuts.Items, cut => cut.Gate == gate)];
            var line = settling.Ledger.Add(new(gate, 0, StepKind.Refusal, amounts.Sum(), amounts.Sum(), 0, 0, 0, 0));
            if (liable >= 0)
                settling.Ledger.DoByItem(line, Legend.Refused, liable, MoveWay.Pay, amounts);
        }
    }

    /// <summary>Over ceiling first, then the first share of the rest; what remains is in scope.</summary>
    private static ItemCut Cut(Settling settling, Catalogue catalogue, Legend legend, int index, int gate)
    {
        var item = settling.Claim.Items[index];
        var fee = item.Amount;
        var row = settling.Row(catalogue.Rows, index);
        var place = catalogue.Rows.Rows[row];
        if (gate >= 0)
            return new(0, 0, 0, 0, fee.Cents, place, gate);
        var says = catalogue.Rows.Values[row];
        if (says.IsOutside)
            return new(fee.Cents, 0, 0, 0, 0, place, -1);
        var over = item.CeilingPrice is { } ceiling ? Math.Max(0, fee.Cents - ceiling.Times(item.Quantity ?? 1).Cents) : 0;
        if (over > 0 && catalogue.Ceiling == CeilingRule.Reject)
        {
            settling.Found(new("over_ceiling", Verdict.Refuse, OverCeiling, index, null, legend.Rows[place]));
            return new(0, 0, 0, 0, fee.Cents, place, -1);
        }

        var counted = Money.FromCents(fee.Cents - over);
        var first = counted.Portion(says.IsOwn ? item.FirstSelfPay!.Value : says.FirstSelfPay);
        return new(0, over, first.Cents, counted.Cents - first.Cents, 0, place, -1);
    }

    private static Finding Finding(GateName gate, int? item, DateOnly? due) => new(gate.Id, gate.Verdict, gate.Message, item, due, gate.Source);

    private static DateOnly? Due(Gate gate, Claim claim, CalendarPolicy calendar)
    {
        if (gate.DueWorkingDays is not { } left)
            return null;
        var day = claim.Filed ?? claim.Discharged;
        while (left > 0)
        {
            day = day.AddDays(1);
            var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            if (calendar.Workdays.Contains(day) || (!weekend && !calendar.Holidays.Contains(day)))
                left--;
        }

        return day;
    }
}
