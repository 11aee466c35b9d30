using ReimbursementRules.Layers;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Curves;

/// <summary>One layer at work without rounding, led by the lines of the trace, as <see cref="LayerRun"/> works in cents.</summary>
internal sealed partial class TrendLayer
{
    private readonly TrendBill _bill;
    private readonly Layer _layer;
    private readonly ItemsOfRows _rows;
    private readonly TrendPool _pool;
    private readonly TrendPayments _payments;
    private readonly TrendAmounts _amounts;
    private readonly RoundingUnit _roundEach;
    private readonly List<CurveMark> _marks;
    private readonly List<(int Line, bool ToHospital, Trend[] ByItem)> _cutOff = [];
    private Trend _cost;
    private Trend _deducted = Trend.Zero;
    private Trend _saved = Trend.Zero;
    private int _rest = -1;

    /// <summary>The items of all bands, where no row is of some; null until one pays.</summary>
    private Trend[]? _whole;
    private (int Line, Ratio LostRate)? _lowered;

    /// <param name="bill">The bill.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="rows">Which rows apply to which items.</param>
    /// <param name="roundEach">Where half a cent is rounded.</param>
    /// <param name="marks">Takes what decided.</param>
    public TrendLayer(TrendBill bill, Layer layer, ItemsOfRows rows, RoundingUnit roundEach, List<CurveMark> marks)
    {
        (_bill, _layer, _rows, _roundEach, _marks) = (bill, layer, rows, roundEach, marks);
        _pool = new(bill, layer, layer.LooksAtItems || roundEach == RoundingUnit.Item, Takes);
        _payments = new(bill, _pool, item => rows.Claim.Items[item]);
        _amounts = new(bill, layer, marks);
        _cost = layer.AsOriginal
            ? Trend.Sum(Enumerable.Range(0, layer.Base.Length).Select(at => _pool.Counted(at, _pool.AtFirst(at))))
            : _pool.Left;
    }

    private Trend Payable => _pool.Left - _payments.Paid;

    /// <summary>Does what a line says.</summary>
    /// <exception cref="BentCurveException">What the line does is not known without rounding.</exception>
    public void Do(int index, in TraceLine line)
    {
        switch (line.Kind)
        {
            case StepKind.Deductible:
                Deduct(index, line);
                break;
            case StepKind.CapOnCost:
                CutCost(index, line);
                break;
            case StepKind.RateChange:
                _lowered = PartOf(index) >= 0 ? (index, Ratio.Of(line.RateBefore) - Ratio.Of(line.Rate)) : null;
                Mark(line, "");
                break;
            case StepKind.Band:
                PayBand(index, line);
                break;
            case StepKind.CapOnPayment:
                CutPayment(index, line);
                break;
            case StepKind.QuotaShare or StepKind.QuotaExcess or StepKind.QuotaSaving:
                Quota(index, line);
                break;
            case StepKind.TopUp:
                TopUp(index, line);
                break;
            case StepKind.Account:
                var balance = Trend.Of(line.Limit) - _bill.Paid[_layer.Payer];
                Mark(line, _cost.Value < balance.Value ? "all" : "balance");
                _payments.All.Add(new(index, Trend.Min(Trend.Min(balance, _cost), Payable)));
                break;
            case StepKind.Weighted:
                Mark(line, line.Due > line.Amount ? "left" : "");
                break;
            case StepKind.BedDays or StepKind.Tolerance or StepKind.AmountChange or StepKind.AmountShare or StepKind.DeductibleCeiling:
                _amounts.Note(line);
                break;
            case StepKind.AmountTimes or StepKind.AmountGrowth or StepKind.AmountRounding or StepKind.AmountBound:
                break;
            default:
                throw new BentCurveException();
        }
    }

    /// <summary>Moves the money.</summary>
    public void Finish()
    {
        foreach (var payment in _payments.All)
            if (payment.ByItem is { } byItem)
                _pool.TakeByItem(byItem, _layer.Payer, MoveWay.Pay);
            else
                _pool.Take(payment.Amount, _layer.Payer, MoveWay.Pay);
        _bill.Beyond[_layer.Payer] += _saved;
        _bill.Beyond[Legend.Hospital] -= _saved;
        foreach (var (line, toHospital, byItem) in _cutOff)
            _pool.TakeByItem(byItem, toHospital ? Legend.Hospital : PartOf(line), toHospital ? MoveWay.Pay : MoveWay.Rename);
        foreach (var payment in _payments.All.Where(payment => payment.Lost.Line >= 0))
            Lose(payment);
        if (_rest >= 0)
            Keep(_rest, _pool.Left);
    }

    private void Deduct(int index, in TraceLine line)
    {
        var step = (DeductibleStep)StepOf(line);
        if (step.IsByItem)
        {
            DeductByItem(index, line);
            return;
        }

        var due = Left(index, line);
        if (step.First is { } from)
            due -= TakeFirst(index, line, from, due);
        Mark(line, _cost.Value <= due.Value ? "all" : "limit");
        var kept = Trend.Min(_cost, due);
        Keep(index, Trend.Min(kept, Payable));
        _cost -= kept;
        _deducted += kept;
    }

    /// <summary>What a deductible takes of some parts of some items, in proportion to what the patient holds of them.</summary>
    private Trend TakeFirst(int index, in TraceLine line, TakenFrom from, Trend due)
    {
        var held = new Trend[_pool.Items, from.Parts.Length];
        for (var item = 0; item < _pool.Items; item++)
        for (var i = 0; i < from.Parts.Length; i++)
            held[item, i] = Takes(item) && _rows.IsTakenFrom(line, _layer, from, item) ? _pool.Held(item, from.Parts[i]) : Trend.Zero;
        Trend[] ofItems = [.. Enumerable.Range(0, _pool.Items).Select(item => Trend.Sum(Of(item)))];
        var all = Trend.Sum(ofItems);
        var amount = Trend.Min(all, due);
        Mark(line, ReferenceEquals(amount, all) ? "all of the first" : "of the first");
        foreach (var (item, ofItem) in _bill.Divide(amount, ofItems).Index())
        foreach (var (i, ofPart) in _bill.Divide(ofItem, [.. Of(item)]).Index())
        {
            if (!_pool.Keep(from.Parts[i], item, PartOf(index), ofPart))
                continue;
            _cost -= ofPart;
            _deducted += ofPart;
        }

        return amount;

        IEnumerable<Trend> Of(int item) => Enumerable.Range(0, from.Parts.Length).Select(i => held[item, i]);
    }

    private void DeductByItem(int index, in TraceLine line)
    {
        var limit = _amounts.Of(index, line);
        var kept = Enumerable.Repeat(Trend.Zero, _pool.Items).ToArray();
        foreach (var item in _rows.Of(line.Row, Enumerable.Range(0, _pool.Items)))
            kept[item] = Trend.Min(_pool.LeftOf(item), limit);
        Mark(line, string.Concat(kept.Select(one => ReferenceEquals(one, limit) ? '|' : '.')));
        _pool.TakeByItem(kept, PartOf(index), MoveWay.Rename);
        _cost -= Trend.Sum(kept);
        _deducted += Trend.Sum(kept);
    }

    private void PayBand(int index, in TraceLine line)
    {
        var step = (TiersStep)StepOf(line);
        var group = step.LooksAtItems ? _rows.Group(line, _layer, _pool) : null;
        if (group is null && (_roundEach == RoundingUnit.Item || _layer.PaysByItem))
            group = _whole ??= _pool.LeftOfAll();
        var start = step.LooksAtItems ? Trend.Zero : Trend.Of(line.Before);
        if (!step.LooksAtItems && step.IsOnBase)
            start += _deducted;
        var end = start + (step.LooksAtItems ? Trend.Sum(group!) : _cost);
        var isWhole = line.Upper != long.MaxValue && end.Value > Ratio.Of(line.Upper);
        var inBand = (isWhole ? Trend.Of(line.Upper) : end) - Trend.Max(Trend.Of(line.Limit), start);
        var (due, payable) = (Due(inBand, line.Rate, group), Payable);
        Mark(line, $"{line.Limit} {(isWhole ? "whole" : "part")} {(due.Value > payable.Value ? "left" : "")}");
        var paid = Trend.Min(due, payable);
        _payments.All.Add(
            new(index, paid)
            {
                ByItem = group is null ? null : _bill.Divide(paid, Unpaid(group)),
                Group = group,
                Cost = inBand,
                Rate = Ratio.Of(line.Rate),
                Lost = _lowered is var (lowered, _) ? (lowered, PartOf(lowered)) : (-1, -1),
                LostRate = _lowered?.LostRate ?? Ratio.Zero,
            }
        );
        (_rest, _lowered) = (index, null);
    }

    private Trend Due(Trend inBand, Rate rate, Trend[]? group) =>
        _roundEach switch
        {
            RoundingUnit.Item => _bill.Rough(_bill.Portion(inBand, rate), Ratio.Of(Math.Max(0, (group?.Length ?? 1) - 1))),
            RoundingUnit.Total => _bill.Rough(_bill.Portion(inBand, rate), Ratio.One),
            _ => _bill.Portion(inBand, rate),
        };

    /// <summary>What is left of the items of a group after the bands below.</summary>
    private Trend[] Unpaid(Trend[] group) =>
        [
            .. group.Select(
                (held, item) =>
                    held - Trend.Sum(_payments.All.Where(payment => payment.Group == group).Select(payment => payment.ByItem![item]))
            ),
        ];

    private void Quota(int index, in TraceLine line)
    {
        var standard = _bill.Standards[line.Step] = _amounts.Of(index, line);
        Mark(line, line.Kind == StepKind.QuotaShare && _cost.Value < standard.Value ? "below" : "");
        if (line.Kind == StepKind.QuotaShare)
        {
            _payments.All.Add(new(index, Trend.Min(_bill.Portion(Trend.Min(standard, _cost), line.Rate), Payable)));
            _rest = index;
        }
        else if (line.Kind == StepKind.QuotaExcess)
        {
            var excess = _cost - standard;
            var borne = Trend.Min(_bill.Portion(excess, line.Rate), Payable);
            _pool.Take(borne, Legend.Hospital, MoveWay.Pay);
            Keep(index, Trend.Min(excess - borne, Payable));
            _cost -= excess - borne;
        }
        else
        {
            var form = ((QuotaStep)StepOf(line)).Form;
            var rate = _bill.Settled.Lines[_rest].Rate;
            _saved +=
                form != QuotaForm.Quota ? standard - _cost
                : standard.Slope.IsZero ? Trend.Of(Rounding.Portion(line.Limit, rate)) - _bill.Portion(_cost, rate)
                : _bill.Portion(standard, rate) - _bill.Portion(_cost, rate);
        }
    }

    private void TopUp(int index, in TraceLine line)
    {
        var step = (TopUpStep)StepOf(line);
        var from = step.Of is { } of ? AtFirst(of) : _bill.Bill;
        var less = AtFirst(step.Less);
        var target = _bill.Portion(Trend.Max(Trend.Zero, from - less), line.Rate);
        var due = Trend.Max(Trend.Zero, target - Trend.Sum(step.Counts.Select(payer => _bill.Paid[payer])));
        var most = Trend.Min(_cost, Payable);
        Mark(
            line,
            due.IsNone ? "none"
                : due.Value > most.Value ? "most"
                : "due"
        );
        _payments.All.Add(new(index, Trend.Max(Trend.Zero, Trend.Min(due, most))));
        _rest = index;
    }

    private Trend AtFirst(BaseParts parts) =>
        Trend.Sum(parts.Places.Select((part, at) => _bill.Portion(_bill.AtFirst(part), parts.ShareOf(at))));

    private void Lose(TrendPayment payment)
    {
        var lost = _bill.Rough(payment.Cost * payment.LostRate, Ratio.Of(2));
        if (payment.Group is not { } group)
        {
            _pool.Take(Trend.Min(lost, _pool.Left), payment.Lost.Part, MoveWay.Rename);
            return;
        }

        Trend[] left = [.. group.Select((held, item) => held.IsNone ? Trend.Zero : _pool.LeftOf(item))];
        _pool.TakeByItem(_bill.Divide(Trend.Min(lost, Trend.Sum(left)), left), payment.Lost.Part, MoveWay.Rename);
    }

    private void Keep(int line, Trend amount) => _pool.Take(amount, PartOf(line), MoveWay.Rename);

    /// <summary>The part under which a line keeps what it keeps; -1 where it kept nothing under another name.</summary>
    private int PartOf(int line)
    {
        foreach (ref readonly var move in _bill.Settled.Moves)
            if (move.Line == line && move.Way == MoveWay.Rename)
                return move.To;
        return -1;
    }

    private bool Takes(int item) => _rows.Takes(_layer, item);

    private void Mark(in TraceLine line, string choice) => _marks.Add(new(line.Step, line.Row, line.Kind, choice));

    private Step StepOf(in TraceLine line)
    {
        var index = line.Step;
        return _layer.Steps.First(step => step.Index == index);
    }
}

/// <summary>Something of a bill is not known without rounding.</summary>
internal sealed class BentCurveException : Exception;
