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

    /// <summary>The parts of the bill that it works on, and how much of each counts.</summary>
    public required BaseParts Parts { get; init; }

    /// <summary>The parts of the bill that it works on.</summary>
    public int[] Base => Parts.Places;

    /// <summary>Tells in the trace how much of a part counts; null where all parts count whole.</summary>
    public required BaseLine? Weighs { get; init; }

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

    /// <summary>The facts for each word of which a step adds up apart.</summary>
    public required SumWord[] Each { get; init; }

    public required Step[] Steps
    {
        get;
        init
        {
            field = value;
            _hasStepsOfItems = Array.Exists(value, step => step.LooksAtItems);
            PaysByItem = Array.Exists(value, step => step.NeedsPaymentsByItem);
        }
    }

    /// <summary>Whether what is paid is told apart by item, because a step asks it.</summary>
    public bool PaysByItem { get; private init; }

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
        if (Weighs is not null)
            Tell(settling, Weighs);
        foreach (var step in Steps)
            step.Run(run);
        run.Finish();
        if (!isHeld && run.Saved > 0)
            AtMost?.Use(settling);
    }

    /// <summary>Adds what a claim states of the layer to its running sums.</summary>
    public void Count(Desk settling, StatedLayer stated)
    {
        AtMost?.Use(settling);
        foreach (var step in Steps)
            step.Count(settling, stated);
    }

    /// <summary>Whether the layer can ask anything of an item: of one that was settled before only where it works on what layers leave, or
    /// on what was in scope at first.</summary>
    public bool MayAsk(SettledName? stated) =>
        stated is null
        || (stated.LayerPlace == Index && Array.Exists(Steps, step => step.CountsItems))
        || (AsOriginal && Array.IndexOf(Base, Legend.InScope) >= 0)
        || (!stated.IsPaid && Array.Exists(Base, part => part >= Legend.CutParts.Length));

    /// <summary>Whether a table of the layer decides what is counted of that which a claim states of it.</summary>
    public bool CountsBy(int table) => AtMost?.Unless?.Index == table || Array.Exists(Steps, step => step.CountsBy == table);

    public bool IsInForce(DateOnly day) => day >= From && !(day >= Until);

    /// <summary>What counts of the base as its parts were when they were cut or named, in cents.</summary>
    public long Original(Desk settling)
    {
        if (!TakesSome)
            return Parts.Original(settling.Bill);
        var original = 0L;
        for (var at = 0; at < Base.Length; at++)
            original += Parts.Counted(at, Original(settling, at));
        return original;
    }

    /// <summary>The most that can be paid of the part at a place of the base, of which a share counts, in cents.</summary>
    /// <param name="settling">The claim on its desk.</param>
    /// <param name="at">The place.</param>
    /// <param name="held">What the patient holds of it, of the items that the layer takes, in cents.</param>
    public long Most(Desk settling, int at, long held) => Math.Min(held, Parts.Counted(at, AsOriginal ? Original(settling, at) : held));

    private bool TakesSome => Items is not null || DecidedBy == DecidingDay.Service;

    /// <summary>What the part at a place of the base was when it was cut or named, of the items that the layer takes, in cents.</summary>
    private long Original(Desk settling, int at)
    {
        if (!TakesSome)
            return settling.Bill.Original(Base[at]);
        var (original, holdings) = (0L, settling.Bill.ByItem());
        for (var item = 0; item < settling.Bill.Cuts.Length; item++)
            if (Takes(settling, item))
                original += holdings.AtFirst(item, Base[at]);
        return original;
    }

    /// <summary>What the patient holds of the part at a place of the base, of the items that the layer takes, in cents.</summary>
    private long Held(Desk settling, int at)
    {
        if (!TakesSome)
            return settling.Bill.Held(Base[at]);
        var (held, holdings) = (0L, settling.Bill.ByItem());
        for (var item = 0; item < settling.Bill.Cuts.Length; item++)
            if (Takes(settling, item))
                held += holdings.Held(item, Base[at]);
        return held;
    }

    /// <summary>Tells how much of each part counts of which there is any.</summary>
    private void Tell(Desk settling, BaseLine line)
    {
        for (var at = 0; at < Base.Length; at++)
            if (Parts.IsWeighted(at))
            {
                var held = Held(settling, at);
                var of = AsOriginal ? Original(settling, at) : held;
                if (of > 0)
                    settling.Bill.Add(
                        new(line.Step, StepKind.Weighted, line.Row, of, Most(settling, at, held))
                        {
                            Rate = Parts.ShareOf(at),
                            Part = Base[at],
                            Due = Parts.Counted(at, of),
                        }
                    );
            }
    }
}

/// <summary>The line of the trace that tells which share of a part counts.</summary>
/// <param name="Step">Its place among the steps of the legend.</param>
/// <param name="Row">Its place among the rows of the legend.</param>
internal sealed record BaseLine(ushort Step, int Row);

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
