using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>Who holds what of a bill while it is settled. At the start the patient holds all of every part; then money only
/// moves.</summary>
/// <remarks>No method makes or destroys a cent, and none moves more than the patient holds: that is why payers, patient and hospital
/// always add up to the bill. An open bill serves one claim after another, so that settling allocates nothing in vain.</remarks>
internal sealed class OpenBill(Legend legend)
{
    private readonly long[] _held = new long[legend.Parts.Count];
    private readonly List<long> _itemAmounts = [];
    private Claim _claim = null!;
    private ItemCut[] _cuts = [];
    private TraceLine[] _lines = new TraceLine[16];
    private Move[] _moves = new Move[32];
    private int _lineCount;
    private int _moveCount;
    private ItemHoldings? _byItem;
    private int _byItemDone;
    private Legend? _named;

    public Legend Legend => legend;
    public ImmutableArray<FeeItem> Items => _claim.Items;
    public ReadOnlySpan<ItemCut> Cuts => _cuts;
    public ReadOnlySpan<Move> Moves => _moves.AsSpan(0, _moveCount);
    public ReadOnlySpan<TraceLine> Lines => _lines.AsSpan(0, _lineCount);

    /// <summary>Begins with a new bill, of which the patient holds everything.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="cuts">How its items are cut.</param>
    /// <param name="sums">What they come to.</param>
    /// <param name="named">The legend, with the gates that only this claim has; the rulebook's own where left out.</param>
    public void Begin(Claim claim, ItemCut[] cuts, in CutSums sums, Legend? named = null)
    {
        _named = named;
        _claim = claim;
        _cuts = cuts;
        _lineCount = 0;
        _moveCount = 0;
        _itemAmounts.Clear();
        _byItem = null;
        _byItemDone = 0;
        Array.Clear(_held);
        _held[Legend.OverCeiling] = sums.OverCeiling;
        _held[Legend.FirstSelfPay] = sums.FirstSelfPay;
        _held[Legend.InScope] = sums.InScope;
        _held[Legend.OutOfScope] = sums.OutOfScope;
        _held[Legend.Refused] = sums.Refused;
    }

    /// <summary>What the patient holds of a part, in cents.</summary>
    public long Held(int part) => _held[part];

    /// <summary>What a part was when it was cut or named, in cents.</summary>
    public long Original(int part)
    {
        var original = 0L;
        if (part < Legend.CutParts.Length)
            for (var item = 0; item < _cuts.Length; item++)
                original += _cuts[item].Of(part, Items[item].Amount.Cents);
        foreach (ref readonly var move in Moves)
            if (move.Way == MoveWay.Rename && move.To == part)
                original += move.Amount;
        return original;
    }

    /// <summary>What a payer has paid of the bill so far, without what it pays beyond it, in cents.</summary>
    public long Paid(int payer)
    {
        var paid = 0L;
        foreach (ref readonly var move in Moves)
            if (move.Way == MoveWay.Pay && move.To == payer)
                paid += move.Amount;
        return paid;
    }

    public int Add(in TraceLine line)
    {
        if (_lineCount == _lines.Length)
            Array.Resize(ref _lines, _lineCount * 2);
        _lines[_lineCount] = line;
        return _lineCount++;
    }

    /// <summary>A line of the trace.</summary>
    public TraceLine Line(int line) => _lines[line];

    /// <summary>Says of a line what it worked on and what came of it, where that is known later than the line.</summary>
    public void Explain(int line, long @base, long amount, long due) =>
        _lines[line] = _lines[line] with { Base = @base, Amount = amount, Due = due };

    /// <summary>Moves an amount of a part, divided over the items in proportion to what each holds.</summary>
    public void Do(int line, int part, int to, MoveWay way, long amount) => Do(new(line, (ushort)part, (ushort)to, way, -1, amount));

    /// <summary>Moves an amount of a part, with the amount of each item given.</summary>
    public void DoByItem(int line, int part, int to, MoveWay way, ReadOnlySpan<long> amounts)
    {
        var sum = 0L;
        foreach (var amount in amounts)
            sum += amount;
        if (sum == 0)
            return;
        var at = _itemAmounts.Count;
        foreach (var amount in amounts)
            _itemAmounts.Add(amount);
        Do(new(line, (ushort)part, (ushort)to, way, at, sum));
    }

    /// <summary>Who holds what of each item, after all moves so far.</summary>
    public ItemHoldings ByItem()
    {
        _byItem ??= new(legend, _claim, _cuts);
        for (; _byItemDone < _moveCount; _byItemDone++)
            _byItem.Apply(_moves[_byItemDone], System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_itemAmounts));
        return _byItem;
    }

    /// <summary>The bill as it stands, for keeping.</summary>
    public SettledBill Close() =>
        new(
            _named ?? legend,
            _claim,
            _cuts,
            _lines.AsSpan(0, _lineCount).ToArray(),
            Moves.ToArray(),
            _itemAmounts.Count == 0 ? [] : [.. _itemAmounts]
        );

    private void Do(in Move move)
    {
        if (move.Amount == 0)
            return;
        if (move.Amount < 0 || (move.Way != MoveWay.Saving && move.Amount > _held[move.From]))
            throw new InvalidOperationException(
                $"Cannot move {Counted.Of(move.Amount, "cent")} of '{legend.Parts[move.From]}': the patient holds {_held[move.From]}."
            );
        if (move.Way != MoveWay.Saving)
            _held[move.From] -= move.Amount;
        if (move.Way == MoveWay.Rename)
            _held[move.To] += move.Amount;
        if (_moveCount == _moves.Length)
            Array.Resize(ref _moves, _moveCount * 2);
        _moves[_moveCount++] = move;
    }
}
