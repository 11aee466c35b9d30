using ReimbursementRules.Claims;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Layers;

/// <summary>A layer of benefits, compiled: a function of amounts made of its steps.</summary>
internal sealed class Layer
{
    private readonly bool _hasStepsOfItems;

    /// <summary>Its place among the layers.</summary>
    public required int Index { get; init; }

    /// <summary>Who pays, by the place among the payers of the legend.</summary>
    public required int Payer { get; init; }

    /// <summary>The parts of the bill that it works on.</summary>
    public required int[] Base { get; init; }

    /// <summary>Whether these parts count as they were when they were cut or named.</summary>
    public required bool AsOriginal { get; init; }

    /// <summary>Whether what the patient keeps takes the steps' names.</summary>
    public required bool Renames { get; init; }

    /// <summary>The first day on which it is in force.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The first day on which it no longer is; null without end.</summary>
    public required DateOnly? Until { get; init; }

    /// <summary>The day that decides whether it is in force, and its values.</summary>
    public required DecidingDay DecidedBy { get; init; }

    /// <summary>Whether it applies to a claim; null for every claim.</summary>
    public required Table<bool>? Applies { get; init; }

    /// <summary>Which items it takes; null for all.</summary>
    public required Table<bool>? Items { get; init; }

    /// <summary>The layer in whose place it stands; null for none.</summary>
    public required int? InsteadOf { get; init; }

    /// <summary>How often it may be used; null without limit.</summary>
    public required Uses? AtMost { get; init; }

    public required Step[] Steps
    {
        get;
        init
        {
            field = value;
            _hasStepsOfItems = Array.Exists(value, step => step.LooksAtItems);
        }
    }

    /// <summary>Whether the layer must look at single items.</summary>
    public bool LooksAtItems => _hasStepsOfItems || Items is not null || DecidedBy == DecidingDay.Service;

    /// <summary>Why the layer does not apply to a claim, or null where it does; what other layers do is not looked at.</summary>
    public SkipReason? WhyNot(Desk settling)
    {
        var day = settling.Day(DecidedBy);
        if (!IsInForce(day))
            return SkipReason.NotInForce;
        if (Applies is not null && settling.Row(Applies) != 0)
            return SkipReason.Conditions;
        foreach (var step in Steps)
            if (!step.HasStandard(settling))
                return SkipReason.NoStandard;
        return
            AtMost is not null
            && AtMost.Counts(settling)
            && settling.Before(AtMost.Slot, AtMost.EachOf?.Invoke(settling.Claim)) >= AtMost.Times
            ? SkipReason.UsedUp
            : null;
    }

    /// <summary>Whether every amount of the layer can be computed, now that the layers before it have run.</summary>
    public bool IsReady(Desk settling)
    {
        foreach (var step in Steps)
            if (!step.IsReady(settling, this))
                return false;
        return true;
    }

    /// <summary>Whether the layer finds anything to work on in an item.</summary>
    public bool FindsIn(Desk settling, int item)
    {
        if (!Takes(settling, item))
            return false;
        var holdings = settling.Bill.ByItem();
        foreach (var part in Base)
            if (holdings.Held(item, part) > 0)
                return true;
        return false;
    }

    /// <summary>Whether the layer works on an item: by its conditions and, where the day of service decides, by that day.</summary>
    public bool Takes(Desk settling, int item) =>
        (DecidedBy != DecidingDay.Service || IsInForce(settling.Claim.Items[item].Date ?? settling.Claim.Discharged))
        && (Items is null || settling.Row(Items, item) == 0);

    public void Run(Desk settling)
    {
        var run = settling.Layer;
        run.Begin(this);
        if (run.Cost == 0)
            return;
        var isHeld = run.Pool.Left > 0;
        if (isHeld)
            AtMost?.Use(settling);
        foreach (var step in Steps)
            step.Run(run);
        run.Finish();
        if (!isHeld && run.Saved > 0)
            AtMost?.Use(settling);
    }

    public bool IsInForce(DateOnly day) => day >= From && !(day >= Until);

    /// <summary>What the base's parts were when they were cut or named.</summary>
    public long Original(Desk settling)
    {
        var bill = settling.Bill;
        var original = 0L;
        if (Items is not null || DecidedBy == DecidingDay.Service)
        {
            var holdings = bill.ByItem();
            for (var item = 0; item < bill.Cuts.Length; item++)
                if (Takes(settling, item))
                    foreach (var part in Base)
                        original += holdings.AtFirst(item, part);
            return original;
        }

        return Original(settling, Base);
    }

    /// <summary>What parts of the whole bill were when they were cut or named, in cents.</summary>
    public static long Original(Desk settling, int[] parts)
    {
        var bill = settling.Bill;
        var original = 0L;
        for (var item = 0; item < bill.Cuts.Length; item++)
            foreach (var part in parts)
                original += bill.Cuts[item].Of(part, bill.Items[item].Amount.Cents);
        foreach (var move in bill.Moves)
            if (move.Way == MoveWay.Rename && parts.Contains(move.To))
                original += move.Amount;
        return original;
    }
}

/// <summary>How often a layer may be used.</summary>
/// <param name="Slot">The running sum that counts the uses.</param>
/// <param name="Times">The most uses in the period.</param>
/// <param name="EachOf">The word for which uses are counted apart; null where all count together.</param>
/// <param name="Unless">Where these conditions hold, a use is neither limited nor counted; null where all are.</param>
internal sealed record Uses(int Slot, int Times, Func<Claim, string?>? EachOf, Table<bool>? Unless)
{
    public bool Counts(Desk settling) => Unless is null || settling.Row(Unless) != 0;

    /// <summary>Counts a use: the patient holds something of the layer's base, or the payer pays beyond the bill.</summary>
    public void Use(Desk settling)
    {
        if (Counts(settling))
            settling.Use(Slot, 1, EachOf?.Invoke(settling.Claim));
    }
}
