using ReimbursementRules.Layers;
using ReimbursementRules.Layers.Steps;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Curves;

/// <summary>The amounts of a policy by which the steps of a layer go: most do not change with the bill, but one that is computed of it
/// does.</summary>
/// <param name="bill">The bill.</param>
/// <param name="layer">The layer.</param>
/// <param name="marks">Takes which bound decided.</param>
internal sealed class TrendAmounts(TrendBill bill, Layer layer, List<CurveMark> marks)
{
    /// <summary>The amount by which a line goes.</summary>
    /// <param name="index">The line's place in the trace.</param>
    /// <param name="line">The line.</param>
    public Trend Of(int index, in TraceLine line)
    {
        var (step, row) = (line.Step, line.Kind == StepKind.QuotaShare ? line.StandardRow : line.Row);
        if (
            layer.Steps.First(one => one.Index == step).AmountOf(row) is not ComputedAmount amount
            || Base(amount.Base) is not { } of
            || (of.IsStraight && of.Slope.IsZero)
        )
            return Trend.Of(line.Limit);
        if (layer.Steps.First(one => one.Index == step).ChangesAmounts)
            throw new BentCurveException();
        var computed = amount.Computed.Times == 1 ? of : bill.Rough(of * Times(amount.Computed.Times), Ratio.One);
        if (amount.Growth is { } growth)
            computed = Grown(computed, growth, Steps(index, step));
        if (amount.Computed.RoundTo > 1)
            computed = bill.Rough(computed, Ratio.Of(amount.Computed.RoundTo));
        var bound = Bound(computed, amount.Computed);
        marks.Add(new(step, row, StepKind.AmountBound, bound is null ? "" : $"{bound.Value.Floor()}"));
        return Raised(index, step, bound ?? computed);
    }

    /// <summary>Marks a line that says by what the next one goes.</summary>
    /// <exception cref="BentCurveException">A ceiling of deductibles goes with the claim, and perhaps with the bill.</exception>
    public void Note(in TraceLine line)
    {
        var (index, row) = (line.Step, line.Row);
        if (line.Kind == StepKind.DeductibleCeiling)
        {
            var ceilings = layer.Steps.OfType<DeductibleStep>().First(step => step.Ceiling?.Index == index).Ceiling!.Amounts;
            if (ceilings.Values[Array.IndexOf(ceilings.Rows, row)] is ComputedAmount)
                throw new BentCurveException();
        }

        marks.Add(new(index, row, line.Kind, line.Kind == StepKind.DeductibleCeiling && line.Amount > 0 ? "cut" : ""));
    }

    /// <summary>That of which an amount is computed; null for what does not change with the bill.</summary>
    private Trend? Base(AmountBase of) =>
        of switch
        {
            BillBase => bill.Bill,
            PartsBase { Parts: var parts } => Trend.Sum(
                parts.Places.Select((part, at) => bill.Portion(bill.AtFirst(part), parts.ShareOf(at)))
            ),
            StandardBase { Quota: var quota } => bill.Standards.GetValueOrDefault(quota),
            _ => null,
        };

    private Trend Grown(Trend amount, AmountGrowth growth, Ratio steps)
    {
        var each = growth.Millionths > 0 ? bill.Rough(amount * new Ratio(growth.Millionths, Rate.WholeMillionths), Ratio.One) : null;
        var all = (each ?? Trend.Of(growth.Cents)) * steps;
        return growth.IsLess ? Trend.Max(Trend.Zero, amount - all) : amount + all;
    }

    private static Trend? Bound(Trend computed, Multiple multiple) =>
        computed.Value < Ratio.Of(multiple.AtLeast) ? Trend.Of(multiple.AtLeast)
        : computed.Value > Ratio.Of(multiple.AtMost) ? Trend.Of(multiple.AtMost)
        : null;

    /// <summary>A payment standard with its tolerance.</summary>
    private Trend Raised(int index, int step, Trend amount) =>
        Before(index, step, StepKind.Tolerance) is { } line ? amount + bill.Portion(amount, line.Rate) : amount;

    /// <summary>How many steps an amount has grown: the growth is a line before that which goes by it.</summary>
    private Ratio Steps(int index, int step) =>
        Before(index, step, StepKind.AmountGrowth) is { } line ? Ratio.Of((long)line.Times) : Ratio.Zero;

    private TraceLine? Before(int index, int step, StepKind kind)
    {
        for (var i = index - 1; i >= 0 && bill.Settled.Lines[i].Step == step; i--)
            if (bill.Settled.Lines[i].Kind == kind)
                return bill.Settled.Lines[i];
        return null;
    }

    private static Ratio Times(decimal times) => new((long)(times * Rate.WholeMillionths), Rate.WholeMillionths);
}
