using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>What the payer of a layer will pay: bands of the claim, or for the items of each row, one payment after another.</summary>
internal sealed class Payments
{
    private readonly List<Payment> _payments = [];

    /// <summary>The payments in the order in which they were made.</summary>
    public List<Payment> All => _payments;

    /// <summary>Their sum, in cents.</summary>
    public long Paid { get; private set; }

    public void Clear()
    {
        _payments.Clear();
        Paid = 0;
    }

    public void Add(in Payment payment)
    {
        _payments.Add(payment);
        Paid += payment.Amount;
    }

    /// <summary>Takes an amount off the payments, perhaps with the whole cost beyond what is left of them; what is cut off in
    /// cents.</summary>
    /// <remarks>One step of a layer pays: either all its payments are for the items of rows, or none is.</remarks>
    /// <param name="amount">What is taken off, at most what is paid.</param>
    /// <param name="withCost">Whether the cost is cut too.</param>
    /// <param name="pool">What the payments are paid out of.</param>
    /// <param name="byItem">Takes what is cut off of each item; null where items are not told apart.</param>
    public long Cut(long amount, bool withCost, Pool pool, long[]? byItem) =>
        _payments.Exists(payment => payment.Group is not null)
            ? ReduceRows(RowsIn((ItemPool)pool), amount, withCost, pool, byItem)
            : Reduce(0, _payments.Count, amount, withCost, pool, byItem);

    /// <summary>What is paid for each item of some, in cents; nothing of the others. All payments tell items apart.</summary>
    public long[] Of(bool[] items) => [.. items.Select((isOf, item) => isOf ? _payments.Sum(payment => payment.ByItem![item]) : 0)];

    /// <summary>Takes an amount off what is paid for some items: of the payments for the items of each row alike, and of these the highest
    /// band first.</summary>
    /// <param name="amount">What is taken off, at most what is paid for them.</param>
    /// <param name="items">The items.</param>
    /// <param name="pool">What the payments are paid out of.</param>
    /// <returns>What is cut off of each item.</returns>
    public long[] CutOf(long amount, bool[] items, ItemPool pool)
    {
        var (rows, cut) = (RowsIn(pool), new long[items.Length]);
        var ofRows = new long[rows.Count];
        Shares.Divide(amount, [.. rows.Select(row => Enumerable.Range(row.Start, row.End - row.Start).Sum(i => Of(i).Sum()))], ofRows);
        for (var row = 0; row < ofRows.Length; row++)
        for (var i = rows[row].End - 1; i >= rows[row].Start; i--)
        {
            var paid = Of(i);
            var less = Math.Min(ofRows[row], paid.Sum());
            var off = pool.Divided(less, paid);
            for (var item = 0; item < off.Length; item++)
                cut[item] += off[item];
            _payments[i] = _payments[i].LessByItem(off);
            ofRows[row] -= less;
            Paid -= less;
        }

        return cut;

        long[] Of(int payment) => [.. items.Select((isOf, item) => isOf ? _payments[payment].ByItem![item] : 0)];
    }

    /// <summary>Takes an amount off the payments for the items of several rows, in proportion to what is paid for each.</summary>
    private long ReduceRows(List<(int Start, int End)> rows, long amount, bool withCost, Pool pool, long[]? byItem)
    {
        var ofRows = new long[rows.Count];
        Shares.Divide(amount, [.. rows.Select(row => PaidIn(row.Start, row.End))], ofRows);
        var cost = 0L;
        for (var i = 0; i < ofRows.Length; i++)
            cost += Reduce(rows[i].Start, rows[i].End, ofRows[i], withCost, pool, byItem);
        return cost;
    }

    /// <summary>The payments for the items of each row, which stand together. The rows follow their first item, as its content orders
    /// it.</summary>
    private List<(int Start, int End)> RowsIn(ItemPool pool)
    {
        var rows = new List<(int Start, int End)>();
        for (var i = 0; i < _payments.Count; i++)
            if (i > 0 && _payments[i].Group == _payments[i - 1].Group)
                rows[^1] = (rows[^1].Start, i + 1);
            else
                rows.Add((i, i + 1));
        rows.Sort((one, other) => ItemFields.Precedence(First(one.Start), First(other.Start)));
        return rows;

        FeeItem First(int payment) => pool.FirstOf(_payments[payment].Group!);
    }

    private long PaidIn(int start, int end)
    {
        var paid = 0L;
        for (var i = start; i < end; i++)
            paid += _payments[i].Amount;
        return paid;
    }

    /// <summary>Takes an amount off payments that stand together, from the last one back. A band of which nothing is paid
    /// goes with those below it.</summary>
    private long Reduce(int start, int end, long amount, bool withCost, Pool pool, long[]? byItem)
    {
        var cost = 0L;
        for (var i = end - 1; i >= start && amount > 0; i--)
        {
            var less = Math.Min(amount, _payments[i].Amount);
            var reduced = withCost ? _payments[i].LessWithCost(less, pool) : _payments[i].Less(less, pool);
            var cut = withCost ? _payments[i].CostBeyond(reduced) : less;
            if (byItem is not null)
                Note(byItem, (ItemPool)pool, _payments[i], reduced, cut);
            cost += cut;
            _payments[i] = reduced;
            amount -= less;
            Paid -= less;
        }

        return cost;
    }

    /// <summary>Of which items an amount was cut: in proportion to what was paid for them and is no more, or to what they held.</summary>
    private static void Note(long[] byItem, ItemPool pool, in Payment before, in Payment after, long amount)
    {
        var weights = new long[byItem.Length];
        for (var item = 0; item < weights.Length; item++)
            weights[item] = (before.ByItem?[item] ?? 0) - (after.ByItem?[item] ?? 0);
        // Stryker disable once Linq : of the sum it matters whether it is nothing, and that the factor made of it is large enough
        var sum = weights.Sum();
        if (sum == 0)
            weights = before.Group ?? pool.LeftOfAll();
        // Stryker disable once Equality : weights that are all doubled divide alike
        else if (sum < amount)
            weights = [.. weights.Select(weight => weight * (1 + amount / sum))];
        if (weights.Sum() < amount)
            return;
        var cut = pool.Divided(amount, weights);
        for (var item = 0; item < cut.Length; item++)
            byItem[item] += cut[item];
    }
}
