using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.Curves;

/// <summary>What the caps of a layer do.</summary>
internal sealed partial class TrendLayer
{
    private void CutCost(int index, in TraceLine line)
    {
        if (ItemsOf(line) is not { } items)
        {
            var beyond = Beyond(index, line, _cost);
            Keep(index, Trend.Min(beyond, Payable));
            _cost -= beyond;
            return;
        }

        Trend[] left = [.. items.Select((isOf, item) => isOf ? _pool.LeftOf(item) : Trend.Zero)];
        var cut = Beyond(index, line, Trend.Sum(left));
        _pool.TakeByItem(_bill.Divide(cut, left), PartOf(index), MoveWay.Rename);
        _cost -= cut;
    }

    private void CutPayment(int index, in TraceLine line)
    {
        var (items, beyond) = (ItemsOf(line), ((CapStep)StepOf(line)).Rest);
        var cut = Beyond(index, line, items is null ? _payments.Paid + _saved : Trend.Sum(_payments.Of(items)));
        var fromSaving = items is null ? Trend.Min(cut, _saved) : Trend.Zero;
        _saved -= fromSaving;
        cut -= fromSaving;
        if (!cut.IsNone)
            _cutOff.Add(
                (
                    index,
                    beyond == BeyondCap.Hospital,
                    items is null ? _payments.Cut(cut, beyond == BeyondCap.WholeCost) : _payments.CutOf(cut, items)
                )
            );
    }

    /// <summary>Which items a cap limits; null for all.</summary>
    private bool[]? ItemsOf(in TraceLine line)
    {
        if (((CapStep)StepOf(line)).Items is null)
            return null;
        var items = new bool[_pool.Items];
        for (var item = 0; item < items.Length; item++)
            items[item] = _rows.IsOf(line, _layer, CapStep.ItemsKey, item);
        return items;
    }

    /// <summary>What is beyond what is left of a limit.</summary>
    private Trend Beyond(int index, in TraceLine line, Trend worked)
    {
        var room = Left(index, line);
        Mark(line, worked.Value > room.Value ? "cut" : "idle");
        return worked.Value > room.Value ? worked - room : Trend.Zero;
    }

    /// <summary>What is left of a limit.</summary>
    private Trend Left(int index, in TraceLine line) => Trend.Max(Trend.Zero, _amounts.Of(index, line) - Trend.Of(line.Before));
}
