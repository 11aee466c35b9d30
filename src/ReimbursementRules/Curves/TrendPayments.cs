using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Layers;

namespace ReimbursementRules.Curves;

/// <summary>The payments of a layer, and what caps cut off them, as <see cref="Payments"/> has them in cents.</summary>
internal sealed class TrendPayments(TrendBill bill, TrendPool pool, Func<int, Claims.FeeItem> itemAt)
{
    public List<TrendPayment> All { get; } = [];

    public Trend Paid => Trend.Sum(All.Select(payment => payment.Amount));

    /// <summary>Takes an amount off the payments: of those for the items of each row alike, and of these the highest band first.</summary>
    /// <returns>What is cut off, of each item where they are told apart.</returns>
    public Trend[] Cut(Trend amount, bool withCost)
    {
        var cut = Enumerable.Repeat(Trend.Zero, pool.Items).ToArray();
        var rows = Rows();
        var ofRows = bill.Divide(amount, [.. rows.Select(row => Trend.Sum(All[row.Start..row.End].Select(payment => payment.Amount)))]);
        for (var i = 0; i < rows.Count; i++)
            Reduce(rows[i], ofRows[i], withCost, cut);
        return cut;
    }

    /// <summary>What is paid for each item of some; nothing of the others.</summary>
    public Trend[] Of(bool[] items) =>
        [.. items.Select((isOf, item) => isOf ? Trend.Sum(All.Select(payment => payment.ByItem![item])) : Trend.Zero)];

    /// <summary>Takes an amount off what is paid for some items: of the payments for the items of each row alike, and of these the highest
    /// band first.</summary>
    /// <returns>What is cut off of each item.</returns>
    public Trend[] CutOf(Trend amount, bool[] items)
    {
        var cut = Enumerable.Repeat(Trend.Zero, pool.Items).ToArray();
        var rows = Rows();
        var ofRows = bill.Divide(
            amount,
            [.. rows.Select(row => Trend.Sum(Enumerable.Range(row.Start, row.End - row.Start).SelectMany(Of)))]
        );
        foreach (var (row, ofRow) in rows.Zip(ofRows))
        {
            var left = ofRow;
            for (var i = row.End - 1; i >= row.Start && left.Value > Values.Ratio.Zero; i--)
            {
                var less = Trend.Min(Trend.Sum(Of(i)), left);
                var off = bill.Divide(less, Of(i));
                for (var item = 0; item < off.Length; item++)
                    cut[item] += off[item];
                All[i] = All[i].LessByItem(off);
                left -= less;
            }
        }

        return cut;

        Trend[] Of(int payment) => [.. items.Select((isOf, item) => isOf ? All[payment].ByItem![item] : Trend.Zero)];
    }

    private void Reduce((int Start, int End) row, Trend amount, bool withCost, Trend[] cut)
    {
        for (var i = row.End - 1; i >= row.Start && amount.Value > Values.Ratio.Zero; i--)
        {
            var less = Trend.Min(All[i].Amount, amount);
            var (before, after) = (All[i], All[i].Less(less, withCost, bill));
            Note(cut, before, after, withCost ? before.Cost - after.Cost - before.CutOff : less);
            All[i] = after;
            amount -= less;
        }
    }

    private void Note(Trend[] cut, TrendPayment before, TrendPayment after, Trend amount)
    {
        var weights = before.ByItem?.Zip(after.ByItem!, (one, other) => one - other).ToArray();
        if (weights is null || Trend.Sum(weights).IsNone)
            weights = before.Group ?? pool.LeftOfAll();
        foreach (var (item, share) in bill.Divide(amount, weights).Index())
            cut[item] += share;
    }

    /// <summary>The payments for the items of each row, which stand together; all of them where no row is of items.</summary>
    private List<(int Start, int End)> Rows()
    {
        var rows = new List<(int Start, int End)>();
        for (var i = 0; i < All.Count; i++)
            if (i > 0 && All[i].Group == All[i - 1].Group)
                rows[^1] = (rows[^1].Start, i + 1);
            else
                rows.Add((i, i + 1));
        rows.Sort((one, other) => ItemFields.Precedence(First(one), First(other)));
        return rows;
    }

    private Claims.FeeItem First((int Start, int End) row) =>
        itemAt(Math.Max(0, Array.FindIndex(All[row.Start].Group ?? [], held => !held.IsNone)));
}
