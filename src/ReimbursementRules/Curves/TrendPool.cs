using ReimbursementRules.Layers;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.Curves;

/// <summary>What a layer works on, without rounding, as <see cref="Pool"/> has it in cents.</summary>
internal sealed class TrendPool
{
    private readonly TrendBill _bill;
    private readonly int[] _parts;
    private readonly bool _renames;
    private readonly bool _isOfItems;
    private readonly Layer _layer;
    private readonly Func<int, bool> _takes;

    /// <summary>What is left of each part, and of each item where they are told apart; else of all items together.</summary>
    private readonly Trend[,] _left;

    /// <param name="bill">The bill.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="isOfItems">Whether items are told apart.</param>
    /// <param name="takes">Which items belong to it.</param>
    public TrendPool(TrendBill bill, Layer layer, bool isOfItems, Func<int, bool> takes)
    {
        (_bill, _parts, _renames, _isOfItems) = (bill, layer.Base, layer.Renames, isOfItems);
        (_layer, _takes) = (layer, takes);
        _left = new Trend[_parts.Length, isOfItems ? bill.Items : 1];
        for (var i = 0; i < _parts.Length; i++)
        for (var item = 0; item < Items; item++)
            _left[i, item] =
                !isOfItems ? bill.Held(_parts[i])
                : takes(item) ? bill.Held(_parts[i], item)
                : Trend.Zero;
        for (var i = 0; i < _parts.Length; i++)
            if (layer.Parts.IsWeighted(i))
                Weigh(i);
    }

    /// <summary>What the part at a place of the base was when it was cut or named, of the items that the layer takes.</summary>
    public Trend AtFirst(int at) =>
        Trend.Sum(Enumerable.Range(0, _bill.Items).Where(_takes).Select(item => _bill.AtFirst(_parts[at], item)));

    /// <summary>What counts of an amount of the part at a place of the base.</summary>
    public Trend Counted(int at, Trend amount) => _bill.Portion(amount, _layer.Parts.ShareOf(at));

    /// <summary>How many items are told apart.</summary>
    public int Items => _left.GetLength(1);

    public Trend Left => Trend.Sum(Enumerable.Range(0, Items).Select(LeftOf));

    public Trend LeftOf(int item) => Trend.Sum(Enumerable.Range(0, _parts.Length).Select(i => _left[i, item]));

    public Trend[] LeftOfAll() => [.. Enumerable.Range(0, Items).Select(LeftOf)];

    /// <summary>What the patient holds of a part of an item; of the pool's own parts what is left in it.</summary>
    public Trend Held(int item, int part) => Array.IndexOf(_parts, part) is >= 0 and var i ? _left[i, item] : _bill.Held(part, item);

    /// <summary>The patient keeps an amount of a part of an item, of the pool or not, under another name.</summary>
    /// <returns>Whether it was of the pool.</returns>
    public bool Keep(int part, int item, int to, Trend amount)
    {
        var i = Array.IndexOf(_parts, part);
        if (i >= 0)
            _left[i, item] -= amount;
        _bill.Move(part, item, to, MoveWay.Rename, amount);
        return i >= 0;
    }

    /// <summary>Takes an amount out of the pool, in proportion to what is left.</summary>
    public void Take(Trend amount, int to, MoveWay way)
    {
        if (_isOfItems)
            TakeByItem(_bill.Divide(amount, LeftOfAll()), to, way);
        else
            Take(amount, 0, to, way);
    }

    /// <summary>Takes the given amount of each item.</summary>
    public void TakeByItem(Trend[] amounts, int to, MoveWay way)
    {
        for (var item = 0; item < amounts.Length; item++)
            Take(amounts[item], item, to, way);
    }

    /// <summary>Leaves of what is held of a part the share that counts.</summary>
    private void Weigh(int at)
    {
        Trend[] held = [.. Enumerable.Range(0, Items).Select(item => _left[at, item])];
        var all = Trend.Sum(held);
        var counted = Counted(at, _layer.AsOriginal ? AtFirst(at) : all);
        foreach (var (item, share) in _bill.Divide(Trend.Min(counted, all), held).Index())
            _left[at, item] = share;
    }

    private void Take(Trend amount, int item, int to, MoveWay way)
    {
        if (amount.IsNone)
            return;
        var shares = _bill.Divide(amount, [.. Enumerable.Range(0, _parts.Length).Select(i => _left[i, item])]);
        for (var i = 0; i < shares.Length; i++)
        {
            _left[i, item] -= shares[i];
            if (way != MoveWay.Pay && !(_renames && _parts[i] < Legend.CutParts.Length))
                continue;
            if (_isOfItems)
                _bill.Move(_parts[i], item, to, way, shares[i]);
            else
                _bill.Move(_parts[i], to, way, shares[i]);
        }
    }
}
