using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Rulebooks;

/// <summary>Lets a claim through the gates, cuts its items by the catalogue, and begins the ledger with them.</summary>
internal sealed class Cutting(IReadOnlyList<Gate> gates, Catalogue catalogue, Legend legend, CalendarPolicy calendar)
{
    private static readonly Text OverCeiling = new("The price is above the ceiling price: the item is rejected.", "价格高于最高限价：该项目不予支付。");

    private const int OwnRate = -2;
    private const int OutsideRate = -3;

    /// <summary>For each row of the catalogue its place in the legend and its rate in millionths, or one of the two marks above.</summary>
    private readonly (int Place, int Rate)[] _plain = [.. catalogue.Rows.Values.Zip(catalogue.Rows.Rows, (row, place) =>
        (place, row.IsOutside ? OutsideRate : row.IsOwn ? OwnRate : row.FirstSelfPay.Millionths))];

    /// <summary>Begins the ledger, or notes what is missing to do so.</summary>
    /// <returns>What became of the claim as a whole.</returns>
    public SettlementStatus Cut(Settling settling)
    {
        var items = settling.Claim.Items;
        var cuts = new ItemCut[items.Length];
        if (gates.Count == 0 && !settling.Claim.ItemsNeedChecks && !catalogue.Ceilings.AreListed)
        {
            settling.Ledger.Begin(settling.Claim, cuts, CutPlain(settling, cuts));
            return SettlementStatus.Settled;
        }

        var (status, refusedBy, ofItems) = AtTheGates(settling);
        for (var item = 0; item < cuts.Length; item++)
            cuts[item] = (refusedBy ?? ofItems?[item]) is { } gate
                ? new(0, 0, catalogue.Rows.Rows[settling.Row(catalogue.Rows, item)], gate.Index, CutWay.Refused)
                : Cut(settling, item);
        settling.Ledger.Begin(settling.Claim, cuts, CutSums.Of(settling.Claim, cuts));
        if (refusedBy is not null || ofItems is not null)
            PassToLiable(settling.Ledger);
        catalogue.PassOverCeiling(settling);
        return status;
    }

    /// <summary>Every gate that the claim or an item hits is found, in the order of the gates; the first that refuses decides.</summary>
    private (SettlementStatus Status, Gate? RefusedBy, Gate?[]? OfItems) AtTheGates(Settling settling)
    {
        Gate? refusedBy = null;
        Gate?[]? ofItems = null;
        var held = false;
        foreach (var gate in gates)
            if (gate.Hits.IsOfItem)
                AtTheGate(settling, gate, ref ofItems);
            else if (settling.Row(gate.Hits) == 0)
            {
                var failed = gate.Then == GateVerdict.Hold && settling.Review == Review.Failed;
                settling.Found(failed ? Finding(gate, null, null) with { Verdict = Verdict.Refuse } : Finding(gate, null, Due(gate, settling.Claim)));
                held |= gate.Then == GateVerdict.Hold && settling.Review == Review.Waiting;
                if (failed || gate.Then == GateVerdict.Refuse)
                    refusedBy ??= gate;
            }

        return (refusedBy is not null ? SettlementStatus.Refused : held ? SettlementStatus.Held : SettlementStatus.Settled, refusedBy, ofItems);
    }

    private void AtTheGate(Settling settling, Gate gate, ref Gate?[]? refused)
    {
        for (var item = 0; item < settling.Claim.Items.Length; item++)
            if (settling.Row(gate.Hits, item) == 0)
            {
                settling.Found(Finding(gate, item, null));
                if (gate.Then == GateVerdict.Refuse)
                    (refused ??= new Gate?[settling.Claim.Items.Length])[item] ??= gate;
            }
    }

    /// <summary>Cuts items that have no ceiling price, in one pass; as <see cref="Cut(Settling, int)"/> would.</summary>
    private CutSums CutPlain(Settling settling, ItemCut[] cuts)
    {
        var packed = settling.Claim.Packed;
        long first = 0, inScope = 0, outOfScope = 0;
        for (var item = 0; item < cuts.Length; item++)
        {
            var (place, rate) = _plain[settling.Row(catalogue.Rows, item)];
            var fee = packed[item].Amount;
            if (rate == OwnRate && (rate = packed[item].FirstSelfPay) < 0)
                settling.Problems.Add(ClaimChecks.MissingRate(settling.Claim, item));
            if (rate == OutsideRate)
            {
                cuts[item] = new(0, 0, place, -1, CutWay.OutOfScope);
                outOfScope += fee;
                continue;
            }

            var share = rate <= 0 ? 0 : Rounding.Portion(fee, rate);
            cuts[item] = new(0, share, place, -1, CutWay.InScope);
            first += share;
            inScope += fee - share;
        }

        return new(0, first, inScope, outOfScope, 0);
    }

    /// <summary>Over ceiling first, then the first share of the rest; what remains is in scope.</summary>
    private ItemCut Cut(Settling settling, int index)
    {
        ref readonly var item = ref settling.Claim.Packed[index];
        var row = settling.Row(catalogue.Rows, index);
        var place = catalogue.Rows.Rows[row];
        var says = catalogue.Rows.Values[row];
        if (says.IsOutside)
            return new(0, 0, place, -1, CutWay.OutOfScope);
        var (over, listed) = item.HasCeiling || catalogue.Ceilings.AreListed ? catalogue.Ceilings.Over(settling, index) : default;
        if (over > 0 && catalogue.Ceiling == CeilingRule.Reject)
        {
            settling.Found(new("over_ceiling", Verdict.Refuse, OverCeiling, index, null, legend.Rows[listed ?? place]));
            return new(0, 0, place, -1, CutWay.Refused);
        }

        var rate = says.IsOwn ? item.FirstSelfPay : says.FirstSelfPay.Millionths;
        if (rate < 0)
        {
            settling.Problems.Add(ClaimChecks.MissingRate(settling.Claim, index));
            rate = 0;
        }

        return new(over, rate == 0 ? 0 : Rounding.Portion(item.Amount - over, rate), place, -1, CutWay.InScope);
    }

    /// <summary>Moves what gates refused from the patient to whoever is liable for it.</summary>
    private void PassToLiable(Ledger ledger)
    {
        foreach (var gate in gates)
        {
            var hit = false;
            var amounts = new long[ledger.Items.Length];
            for (var item = 0; item < amounts.Length; item++)
                if (ledger.Cuts[item].Gate == gate.Index)
                {
                    hit = true;
                    amounts[item] = ledger.Items[item].Amount.Cents;
                }

            if (!hit)
                continue;
            var line = ledger.Add(new((ushort)gate.Index, StepKind.Refusal, 0, 0, amounts.Sum(), amounts.Sum(), 0, 0, 0));
            if (gate.Liable is { } liable)
                ledger.DoByItem(line, Legend.Refused, liable, MoveWay.Pay, amounts);
        }
    }

    private Finding Finding(Gate gate, int? item, DateOnly? due)
    {
        var name = legend.Gates[gate.Index];
        return new(name.Id, name.Verdict, name.Message, item, due, name.Source);
    }

    private DateOnly? Due(Gate gate, Claim claim)
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

/// <summary>A gate, compiled.</summary>
/// <param name="Index">Its place in the legend.</param>
/// <param name="Then">What it does with what it hits.</param>
/// <param name="Liable">Who bears what it refuses; null for the patient.</param>
/// <param name="DueWorkingDays">The working days until a review is due, counted from the day after filing.</param>
/// <param name="Hits">Row 0 where a claim or an item hits it.</param>
internal sealed record Gate(short Index, GateVerdict Then, int? Liable, int? DueWorkingDays, Table<bool> Hits);
