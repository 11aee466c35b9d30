using System.Collections.Immutable;
using ReimbursementRules.Claims;

namespace ReimbursementRules.Settlements;

/// <summary>Who holds what of a bill. At the start the patient holds all of every part; then money only moves.</summary>
/// <remarks>No method makes or destroys a cent, and none moves more than the patient holds: that is why payers, patient and hospital
/// always add up to the bill. A move is divided over the items only when someone asks for the items, because the division is a function
/// of the moves; the result is the same whenever it is asked for.</remarks>
internal sealed class Ledger
{
    private readonly long[] _held;
    private readonly long[] _paid;
    private Line[] _lines = new Line[8];
    private Move[] _moves = new Move[12];
    private List<long>? _itemAmounts;
    private ItemHoldings? _items;

    public Ledger(Legend legend, ImmutableArray<FeeItem> items, ItemCut[] cuts)
    {
        Legend = legend;
        Items = items;
        Cuts = cuts;
        _held = new long[legend.Parts.Count];
        _paid = new long[legend.Payers.Count];
        foreach (ref readonly var cut in cuts.AsSpan())
        {
            _held[Legend.OutOfScope] += cut.OutOfScope;
            _held[Legend.OverCeiling] += cut.OverCeiling;
            _held[Legend.FirstSelfPay] += cut.FirstSelfPay;
            _held[Legend.InScope] += cut.InScope;
            _held[Legend.Refused] += cut.Refused;
        }
    }

    public Legend Legend { get; }
    public ImmutableArray<FeeItem> Items { get; }
    public ItemCut[] Cuts { get; }
    public int LineCount { get; private set; }
    public int MoveCount { get; private set; }
    public ReadOnlySpan<Line> Lines => _lines.AsSpan(0, LineCount);
    public ReadOnlySpan<Move> Moves => _moves.AsSpan(0, MoveCount);

    /// <summary>What the patient holds of a part, in cents.</summary>
    public long Held(int part) => _held[part];

    /// <summary>What a payer has paid, in cents; for the hospital what it bears.</summary>
    public long Paid(int payer) => _paid[payer];

    public int Add(in Line line)
    {
        if (LineCount == _lines.Length)
            Array.Resize(ref _lines, LineCount * 2);
        _lines[LineCount] = line;
        return LineCount++;
    }

    /// <summary>Moves an amount of a part, divided over the items in proportion to what each holds.</summary>
    public void Do(int line, int part, int to, MoveWay way, long amount) => Do(new(line, part, to, way, amount, -1));

    /// <summary>Moves an amount of a part, with the amount of each item given.</summary>
    public void DoByItem(int line, int part, int to, MoveWay way, ReadOnlySpan<long> amounts)
    {
        var sum = 0L;
        foreach (var amount in amounts)
            sum += amount;
        if (sum == 0)
            return;
        _itemAmounts ??= [];
        var at = _itemAmounts.Count;
        foreach (var amount in amounts)
            _itemAmounts.Add(amount);
        Do(new(line, part, to, way, sum, at));
    }

    /// <summary>Who holds what of each item, after all moves so far.</summary>
    public ItemHoldings ByItem()
    {
        _items ??= new(this);
        _items.CatchUp();
        return _items;
    }

    public long ItemAmount(int at, int item) => _itemAmounts![at + item];

    private void Do(in Move move)
    {
        if (move.Amount == 0)
            return;
        if (move.Amount < 0 || (move.Way != MoveWay.Saving && move.Amount > _held[move.From]))
            throw new InvalidOperationException($"Cannot move {move.Amount} cents of '{Legend.Parts[move.From]}': the patient holds {_held[move.From]}.");
        switch (move.Way)
        {
            case MoveWay.Pay:
                _held[move.From] -= move.Amount;
                _paid[move.To] += move.Amount;
                break;
            case MoveWay.Rename:
                _held[move.From] -= move.Amount;
                _held[move.To] += move.Amount;
                break;
            default:
                _paid[Legend.Hospital] -= move.Amount;
                _paid[move.To] += move.Amount;
                break;
        }

        if (MoveCount == _moves.Length)
            Array.Resize(ref _moves, MoveCount * 2);
        _moves[MoveCount++] = move;
    }
}
