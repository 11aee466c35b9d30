using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>One layer at work on one claim. The steps narrow the cost down, then say what the payer pays; the money moves at the
/// end.</summary>
internal sealed class LayerRun
{
    private readonly Payments _payments = new();
    private readonly WholePool _whole;
    private Layer _layer = null!;
    private readonly List<(int Line, int Part, long Amount, long[]? ByItem)> _cutOff = [];
    private (int Line, int Part) _saving;

    public LayerRun(Desk settling)
    {
        Desk = settling;
        _whole = new(Desk.Bill);
        Pool = _whole;
    }

    public Desk Desk { get; }
    public Pool Pool { get; private set; }

    /// <summary>What the caps of the layer count.</summary>
    public CapCounts Counts { get; } = new();

    /// <summary>The day that chooses the layer's values.</summary>
    public DateOnly Day => Desk.Day(_layer.DecidedBy);

    /// <summary>What is left of the base for the steps to come, in cents.</summary>
    public long Cost { get; private set; }

    /// <summary>What deductibles took from the bottom of the base, in cents.</summary>
    public long Deducted { get; private set; }

    /// <summary>What the payer pays so far, in cents.</summary>
    public long Paid => _payments.Paid;

    /// <summary>An amount of the policy for the claim, in cents.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="ownDay">The day that chooses its values; null for that of the layer.</param>
    public long AmountOf(Amount amount, DecidingDay? ownDay = null) => amount.For(Desk, DayOf(ownDay));

    private DateOnly DayOf(DecidingDay? ownDay) => ownDay is { } day ? Desk.Day(day) : Day;

    /// <summary>Tells how an amount was computed for the claim, before the step says what it made of it.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="step">The step, in the legend.</param>
    /// <param name="row">The row that states the amount, in the legend.</param>
    /// <param name="ownDay">The day that chooses its values; null for that of the layer.</param>
    public void Explain(Amount amount, ushort step, int row, DecidingDay? ownDay = null) =>
        (amount as ComputedAmount)?.Explain(Desk, DayOf(ownDay), step, row);

    /// <summary>The most that can still be paid: what the patient holds of the base, less what will be paid already, in cents.</summary>
    /// <remarks>A base that counts what its parts were at first may be larger than what is left of them.</remarks>
    public long Payable => Pool.Left - Paid;

    /// <summary>What the payer pays beyond the bill, in cents; the hospital keeps it.</summary>
    public long Saved { get; private set; }

    /// <summary>The part and line under which what is not paid stays with the patient; none before a step that pays.</summary>
    public (int Line, int Part) Rest { get; set; }

    public void Begin(Layer layer)
    {
        _layer = layer;
        _payments.Clear();
        _cutOff.Clear();
        Counts.Clear();
        _saving = default;
        Rest = (-1, -1);
        Deducted = 0;
        Saved = 0;
        if (layer.LooksAtItems || Desk.RoundEach == RoundingUnit.Item)
            Pool = new ItemPool(Desk, layer);
        else
        {
            _whole.Begin(Desk, layer);
            Pool = _whole;
        }

        Cost = layer.AsOriginal ? layer.Original(Desk) : Pool.Left;
    }

    /// <summary>The patient keeps an amount at the bottom of the base.</summary>
    public void Deduct(int line, int part, long amount)
    {
        KeepAtMost(line, part, amount);
        Cost -= amount;
        Deducted += amount;
    }

    /// <summary>The patient keeps amounts of some parts of some items, of the base or beside it.</summary>
    public void DeductOf(int line, int part, in Taken taken)
    {
        for (var i = 0; i < taken.Parts.Length; i++)
            ((ItemPool)Pool).KeepOf(line, taken.Parts[i], part, taken.ByPart[i]);
        Cost -= taken.OfBase;
        Deducted += taken.OfBase;
    }

    /// <summary>The patient keeps the given amount of each item.</summary>
    public void DeductByItem(int line, int part, long[] amounts)
    {
        ((ItemPool)Pool).KeepByItem(line, part, amounts);
        var sum = amounts.Sum();
        Cost -= sum;
        Deducted += sum;
    }

    /// <summary>Whether what is paid is told apart by item.</summary>
    public bool PaysByItem => _layer.PaysByItem;

    /// <summary>What a cap works on, in cents: the cost that counts, or what is paid; of some items only what is theirs.</summary>
    public long Worked(bool isOnCost, Table<bool>? items)
    {
        if (items is null)
            return isOnCost ? Cost : Paid + Saved;
        return (isOnCost ? CostOf(items) : _payments.Of(Are(items))).Sum();
    }

    /// <summary>The patient keeps an amount at the top of the base, because no more of the cost counts; of some items it is theirs, in
    /// proportion to what is left of them.</summary>
    public void CutCost(int line, int part, long amount, Table<bool>? items = null)
    {
        if (items is null)
            KeepAtMost(line, part, amount);
        else
            ((ItemPool)Pool).KeepByItem(line, part, ((ItemPool)Pool).Divided(amount, CostOf(items)));
        Cost -= amount;
    }

    /// <summary>The payer will pay an amount.</summary>
    public void Pay(in Payment payment)
    {
        _payments.Add(payment);
    }

    /// <summary>The hospital bears an amount of the base.</summary>
    public void LeaveToHospital(int line, long amount) => Pool.Pay(line, Legend.Hospital, amount);

    /// <summary>The payer will pay an amount beyond the bill.</summary>
    public void Save(int line, int part, long amount)
    {
        _saving = (line, part);
        Saved += amount;
    }

    /// <summary>Cuts what the payer pays: first what it pays beyond the bill; then the payments for the items of each row alike, in
    /// proportion to what is paid for them, and of these the highest band first. What is cut stays with the items that it was paid for.
    /// So the order in which rows stand in a file decides nothing.</summary>
    /// <param name="line">The line that explains it.</param>
    /// <param name="part">The part under which the patient keeps it.</param>
    /// <param name="amount">What is cut off, in cents.</param>
    /// <param name="beyond">What becomes of it.</param>
    /// <param name="items">The items whose payments are cut; null for all.</param>
    public void CutPayment(int line, int part, long amount, BeyondCap beyond, Table<bool>? items)
    {
        if (items is not null)
        {
            _cutOff.Add((line, beyond == BeyondCap.Hospital ? -1 : part, amount, _payments.CutOf(amount, Are(items), (ItemPool)Pool)));
            return;
        }

        var fromSaving = Math.Min(Saved, amount);
        Saved -= fromSaving;
        if (amount == fromSaving)
            return;
        var byItem = Pool is ItemPool pool ? new long[pool.Items] : null;
        var cut = _payments.Cut(amount - fromSaving, beyond == BeyondCap.WholeCost, Pool, byItem);
        _cutOff.Add((line, beyond == BeyondCap.Hospital ? -1 : part, cut, byItem));
    }

    /// <summary>Moves the money.</summary>
    public void Finish()
    {
        foreach (var payment in _payments.All)
            if (payment.ByItem is { } byItem)
                ((ItemPool)Pool).PayByItem(payment.Line, _layer.Payer, byItem);
            else
                Pool.Pay(payment.Line, _layer.Payer, payment.Amount);
        if (Saved > 0)
            Desk.Bill.Do(_saving.Line, _saving.Part, _layer.Payer, MoveWay.Saving, Saved);
        foreach (var (line, part, amount, byItem) in _cutOff)
            if (byItem is not null)
                CutOff(line, part, amount, byItem);
            else if (part < 0)
                LeaveToHospital(line, amount);
            else
                Pool.Keep(line, part, Math.Min(amount, Pool.Left));
        foreach (var payment in _payments.All)
            if (payment.Lost > 0)
                Lose(payment);
        if (Rest.Part >= 0)
            Pool.Keep(Rest.Line, Rest.Part, Pool.Left);
        Counts.Note(Desk);
    }

    /// <summary>The patient keeps what a lowered rate costs under a name of its own, as far as it is left.</summary>
    private void Lose(in Payment payment)
    {
        var left = payment.Group is null ? null : ((ItemPool)Pool).LeftOf(payment.Group);
        var lost = Math.Min(payment.Lost, left?.Sum() ?? Pool.Left);
        Desk.Bill.Explain(payment.LostLine, payment.Cost, lost, payment.Lost);
        if (left is null)
            Pool.Keep(payment.LostLine, payment.LostPart, lost);
        else
            ((ItemPool)Pool).KeepByItem(payment.LostLine, payment.LostPart, ((ItemPool)Pool).Divided(lost, left));
    }

    /// <summary>What is left of each item of some, in cents; nothing of the others.</summary>
    private long[] CostOf(Table<bool> items) =>
        [.. ((ItemPool)Pool).LeftOfAll().Select((left, item) => Desk.Row(items, item) == 0 ? left : 0)];

    private bool[] Are(Table<bool> items) => [.. Enumerable.Range(0, ((ItemPool)Pool).Items).Select(item => Desk.Row(items, item) == 0)];

    private void KeepAtMost(int line, int part, long amount) => Pool.Keep(line, part, Math.Min(amount, Payable));

    /// <summary>What a cap cut off leaves the payer's part: of the items that it was paid for, as far as they still hold it.</summary>
    private void CutOff(int line, int part, long amount, long[] byItem)
    {
        var pool = (ItemPool)Pool;
        var left = new long[pool.Items];
        for (var item = 0; item < left.Length; item++)
        {
            left[item] = pool.LeftOf(item);
            byItem[item] = Math.Min(byItem[item], left[item]);
            left[item] -= byItem[item];
        }

        // A base that counts what its parts were at first may hold less of these items; then the others are next.
        var beside = pool.Divided(Math.Min(amount - byItem.Sum(), left.Sum()), left);
        for (var item = 0; item < beside.Length; item++)
            byItem[item] += beside[item];
        if (part < 0)
            pool.PayByItem(line, Legend.Hospital, byItem);
        else
            pool.KeepByItem(line, part, byItem);
    }
}
