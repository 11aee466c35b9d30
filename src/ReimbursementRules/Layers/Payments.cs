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

    /// <summary>Takes an amount off the payments, perhaps with the cost of which it was the rate; that cost in cents.</summary>
    /// <param name="amount">What is taken off.</param>
    /// <param name="withCost">Whether the cost is cut too.</param>
    /// <param name="pool">What the payments are paid out of.</param>
    /// <param name="byItem">Takes what is cut off of each item; null where items are not told apart.</param>
    public long Cut(long amount, bool withCost, Pool pool, long[]? byItem)
    {
        var cost = 0L;
        for (var end = _payments.Count; end > 0 && amount > 0; )
        {
            var start = end - 1;
            while (start > 0 && _payments[start].Group is null == _payments[start - 1].Group is null)
                start--;
            var less = Math.Min(amount, PaidIn(start, end));
            cost += _payments[start].Group is null
                ? Reduce(start, end, less, withCost, pool, byItem)
                : ReduceRows(RowsIn(start, end, (ItemPool)pool), less, withCost, pool, byItem);
            amount -= less;
            end = start;
        }

        return cost;
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
    private List<(int Start, int End)> RowsIn(int start, int end, ItemPool pool)
    {
        var rows = new List<(int Start, int End)>();
        for (var i = start; i < end; i++)
            if (i > start && _payments[i].Group == _payments[i - 1].Group)
                rows[^1] = (rows[^1].Start, i + 1);
            else
                rows.Add((i, i + 1));
        if (rows.Count > 1)
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

    /// <summary>Takes an amount off payments that stand together, from the last one back.</summary>
    private long Reduce(int start, int end, long amount, bool withCost, Pool pool, long[]? byItem)
    {
        var cost = 0L;
        for (var i = end - 1; i >= start && amount > 0; i--)
        {
            if (_payments[i].Amount == 0 && !IsAboveAPaidBand(i))
                continue;
            var less = Math.Min(amount, _payments[i].Amount);
            var reduced = withCost ? _payments[i].LessWithCost(less, pool) : _payments[i].Less(less, pool);
            var ofCost = _payments[i].Cost - reduced.Cost;
            if (byItem is not null)
                Note(byItem, (ItemPool)pool, _payments[i], reduced, withCost ? ofCost : less);
            cost += ofCost;
            _payments[i] = reduced;
            amount -= less;
            Paid -= less;
        }

        return cost;
    }

    /// <summary>Whether something is paid for a lower band of the same cost, so that a cap which cuts that reaches below this
    /// one.</summary>
    private bool IsAboveAPaidBand(int payment)
    {
        for (var i = payment - 1; i >= 0 && _payments[i].Group == _payments[payment].Group; i--)
            if (_payments[i].Amount > 0)
                return true;
        return false;
    }

    /// <summary>Of which items an amount was cut: in proportion to what was paid for them and is no more, or to what they held.</summary>
    private static void Note(long[] byItem, ItemPool pool, in Payment before, in Payment after, long amount)
    {
        var weights = new long[byItem.Length];
        for (var item = 0; item < weights.Length; item++)
            weights[item] = (before.ByItem?[item] ?? 0) - (after.ByItem?[item] ?? 0);
        var sum = weights.Sum();
        if (sum == 0)
            weights = before.Group ?? pool.LeftOfAll();
        else if (sum < amount)
            weights = [.. weights.Select(weight => checked(weight * (1 + amount / sum)))];
        if (weights.Sum() < amount)
            return;
        var cut = pool.Divided(amount, weights);
        for (var item = 0; item < cut.Length; item++)
            byItem[item] += cut[item];
    }
}
