using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>The money that a layer works on: what the patient holds of the base's parts, for all items or some.</summary>
/// <remarks>What is taken is divided over the parts (and items) in proportion to what is left in each. What the patient keeps leaves the
/// pool: under the step's name if the catalogue cut the part and the layer renames, under its present name otherwise.</remarks>
internal abstract class Pool(OpenBill bill)
{
    private bool _renames;

    protected OpenBill Bill => bill;
    protected int[] Parts { get; private set; } = [];

    /// <summary>What is left in the pool, in cents.</summary>
    public abstract long Left { get; }

    /// <summary>The payer pays an amount out of the pool.</summary>
    public void Pay(int line, int payer, long amount) => Take(line, amount, payer, MoveWay.Pay);

    /// <summary>The patient keeps an amount, which leaves the pool.</summary>
    public void Keep(int line, int part, long amount) => Take(line, amount, part, MoveWay.Rename);

    protected void Use(int[] parts, bool renames)
    {
        Parts = parts;
        _renames = renames;
    }

    protected abstract void Take(int line, long amount, int to, MoveWay way);

    protected bool Moves(int part, MoveWay way) => way == MoveWay.Pay || (_renames && part < Legend.CutParts.Length);
}

/// <summary>The pool of a layer that looks at no single item. It serves one layer after another.</summary>
internal sealed class WholePool(OpenBill bill) : Pool(bill)
{
    private long[] _left = [];
    private long _sum;

    public override long Left => _sum;

    public void Begin(Desk desk, Layer layer)
    {
        var parts = layer.Base;
        Use(parts, layer.Renames);
        // Stryker disable once Equality : room that is made anew is as good
        if (_left.Length < parts.Length)
            _left = new long[parts.Length];
        _sum = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var held = Bill.Held(parts[i]);
            _sum += _left[i] = layer.Parts.IsWeighted(i) ? layer.Most(desk, i, held) : held;
        }
    }

    protected override void Take(int line, long amount, int to, MoveWay way)
    {
        // Stryker disable once Statement : a bill moves no amount of nothing
        if (amount == 0)
            return;
        // Stryker disable once Block : one part takes all, however it is divided
        if (Parts.Length == 1)
        {
            if (Moves(Parts[0], way))
                Bill.Do(line, Parts[0], to, way, amount);
            _sum -= amount;
            return;
        }

        Span<long> shares = stackalloc long[Parts.Length];
        Shares.Divide(amount, _left.AsSpan(0, Parts.Length), shares);
        for (var i = 0; i < shares.Length; i++)
        {
            if (Moves(Parts[i], way))
                Bill.Do(line, Parts[i], to, way, shares[i]);
            _left[i] -= shares[i];
        }

        _sum -= amount;
    }
}

/// <summary>The pool of a layer that looks at items: some of them, or each by its own row.</summary>
internal sealed class ItemPool : Pool
{
    private readonly long[] _left;
    private readonly int _items;
    private readonly Func<int, bool> _takes;

    /// <param name="desk">The claim on its desk.</param>
    /// <param name="layer">The layer, some or all of whose items belong to the pool.</param>
    public ItemPool(Desk desk, Layer layer)
        : base(desk.Bill)
    {
        var parts = layer.Base;
        Use(parts, layer.Renames);
        _takes = item => layer.Takes(desk, item);
        _items = Bill.Items.Length;
        _left = new long[_items * parts.Length];
        var holdings = Bill.ByItem();
        for (var item = 0; item < _items; item++)
            if (_takes(item))
                for (var i = 0; i < parts.Length; i++)
                    _left[i * _items + item] = holdings.Held(item, parts[i]);
        for (var i = 0; i < parts.Length; i++)
            if (layer.Parts.IsWeighted(i))
                Weigh(_left.AsSpan(i * _items, _items), desk, layer, i);
    }

    public int Items => _items;

    public override long Left
    {
        get
        {
            var sum = 0L;
            foreach (var left in _left)
                sum += left;
            return sum;
        }
    }

    /// <summary>What is left of one item, in cents.</summary>
    public long LeftOf(int item)
    {
        var sum = 0L;
        for (var i = 0; i < Parts.Length; i++)
            sum += _left[i * _items + item];
        return sum;
    }

    /// <summary>What is left of each item of a group, in cents; nothing of the others.</summary>
    public long[] LeftOf(long[] group) => [.. Enumerable.Range(0, _items).Select(item => group[item] == 0 ? 0 : LeftOf(item))];

    /// <summary>The item of a group that comes first by its content, wherever it stands in the bill.</summary>
    public FeeItem FirstOf(long[] group)
    {
        var first = -1;
        for (var item = 0; item < _items; item++)
            // Stryker disable once Equality : of items that state the same either is the first
            if (group[item] > 0 && (first < 0 || ItemFields.Precedence(Bill.Items[item], Bill.Items[first]) < 0))
                first = item;
        return Bill.Items[Math.Max(0, first)];
    }

    /// <summary>What is left of each item, in cents.</summary>
    public long[] LeftOfAll() => [.. Enumerable.Range(0, _items).Select(LeftOf)];

    /// <summary>Whether a part belongs to the pool.</summary>
    public bool Has(int part) => Array.IndexOf(Parts, part) >= 0;

    /// <summary>What the patient holds of a part of an item that belongs to the pool, in cents; of the pool's own parts what is left in it.
    /// Nothing of other items.</summary>
    public long Held(int item, int part) =>
        Array.IndexOf(Parts, part) is >= 0 and var i ? _left[i * _items + item]
        : _takes(item) ? Bill.ByItem().Held(item, part)
        : 0;

    /// <summary>The patient keeps amounts of one part, of the pool or not, under another part's name.</summary>
    public void KeepOf(int line, int from, int to, ReadOnlySpan<long> amounts)
    {
        if (Array.IndexOf(Parts, from) is >= 0 and var i)
            for (var item = 0; item < _items; item++)
                _left[i * _items + item] -= amounts[item];
        Bill.DoByItem(line, from, to, MoveWay.Rename, amounts);
    }

    /// <summary>An amount divided over the items by weights; between equal weights the items' content decides and never their place in the
    /// bill.</summary>
    public long[] Divided(long amount, long[] weights)
    {
        var shares = new long[_items];
        Shares.Divide(amount, weights, shares, new ItemPrecedence(Bill.Items));
        return shares;
    }

    /// <summary>The payer pays the given amount of each item.</summary>
    public void PayByItem(int line, int payer, ReadOnlySpan<long> amounts) => TakeByItem(line, amounts, payer, MoveWay.Pay);

    /// <summary>The patient keeps the given amount of each item.</summary>
    public void KeepByItem(int line, int part, ReadOnlySpan<long> amounts) => TakeByItem(line, amounts, part, MoveWay.Rename);

    protected override void Take(int line, long amount, int to, MoveWay way)
    {
        // Stryker disable once Statement : a bill moves no amount of nothing
        if (amount == 0)
            return;
        var weights = new long[_items];
        for (var item = 0; item < _items; item++)
            weights[item] = LeftOf(item);
        TakeByItem(line, Divided(amount, weights), to, way);
    }

    /// <summary>Leaves of what the items hold of a part the share that counts, rounded once and divided over them.</summary>
    private void Weigh(Span<long> held, Desk desk, Layer layer, int at)
    {
        var sum = 0L;
        foreach (var amount in held)
            sum += amount;
        Divided(layer.Most(desk, at, sum), held.ToArray()).CopyTo(held);
    }

    private void TakeByItem(int line, ReadOnlySpan<long> amounts, int to, MoveWay way)
    {
        var ofParts = new long[Parts.Length * _items];
        Span<long> weights = stackalloc long[Parts.Length];
        Span<long> shares = stackalloc long[Parts.Length];
        for (var item = 0; item < _items; item++)
        {
            // Stryker disable once Statement : nothing divided is nothing of each part
            if (amounts[item] == 0)
                continue;
            for (var i = 0; i < Parts.Length; i++)
                weights[i] = _left[i * _items + item];
            Shares.Divide(amounts[item], weights, shares);
            for (var i = 0; i < Parts.Length; i++)
            {
                _left[i * _items + item] -= shares[i];
                ofParts[i * _items + item] = shares[i];
            }
        }

        for (var i = 0; i < Parts.Length; i++)
            if (Moves(Parts[i], way))
                Bill.DoByItem(line, Parts[i], to, way, ofParts.AsSpan(i * _items, _items));
    }
}
