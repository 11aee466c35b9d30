using ReimbursementRules.Layers;
using ReimbursementRules.Values;

namespace ReimbursementRules.Curves;

/// <summary>What a payer will pay, without rounding, as <see cref="Payment"/> has it in cents.</summary>
/// <param name="Line">The line of the trace that explains it.</param>
/// <param name="Amount">The amount.</param>
internal sealed record TrendPayment(int Line, Trend Amount)
{
    /// <summary>The amount of each item; null where they are not told apart.</summary>
    public Trend[]? ByItem { get; init; }

    /// <summary>What the items of the band held before it was paid; null where items are not told apart.</summary>
    public Trend[]? Group { get; init; }

    /// <summary>The cost of which the rate was taken.</summary>
    public Trend Cost { get; init; } = Trend.Zero;

    /// <summary>The rate; 0 where none of a band was taken.</summary>
    public Ratio Rate { get; init; }

    /// <summary>What caps have cut off the payment alone.</summary>
    public Trend CutOff { get; init; } = Trend.Zero;

    /// <summary>The line that lowered the rate, and the part for what it costs; none where no part is named.</summary>
    public (int Line, int Part) Lost { get; init; } = (-1, -1);

    /// <summary>By how much the rate was lowered.</summary>
    public Ratio LostRate { get; init; }

    /// <summary>The payment less an amount.</summary>
    /// <param name="amount">What is taken off.</param>
    /// <param name="withCost">Whether the cost beyond what it then pays for is no more in it.</param>
    /// <param name="bill">Divides what is left over the items.</param>
    public TrendPayment Less(Trend amount, bool withCost, TrendBill bill)
    {
        var left = Amount - amount;
        var less = this with { Amount = left, ByItem = ByItem is null ? null : bill.Divide(left, ByItem) };
        return withCost ? less with { Cost = Covered(left, bill), CutOff = Trend.Zero } : less with { CutOff = CutOff + amount };
    }

    /// <summary>The payment less an amount of each item.</summary>
    public TrendPayment LessByItem(Trend[] amounts)
    {
        var amount = Trend.Sum(amounts);
        return this with
        {
            Amount = Amount - amount,
            ByItem = [.. ByItem!.Select((paid, item) => paid - amounts[item])],
            CutOff = CutOff + amount,
        };
    }

    /// <summary>The cost for which an amount of the payment pays.</summary>
    private Trend Covered(Trend left, TrendBill bill) => Rate.IsZero ? Trend.Zero : bill.Rough(left * (Ratio.One / Rate), Ratio.Of(2));
}
