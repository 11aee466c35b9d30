using ReimbursementRules.Values;

namespace ReimbursementRules.Layers;

/// <summary>What a payer will pay, before the caps of its layer.</summary>
/// <param name="Line">The line of the trace that explains it.</param>
/// <param name="Amount">The amount in cents.</param>
/// <param name="ByItem">The amount of each item; null where they are not told apart.</param>
internal readonly record struct Payment(int Line, long Amount, long[]? ByItem = null)
{
    /// <summary>The cost of which the rate was taken, up to the point from which a cap has cut off the whole cost, in cents; nothing where
    /// no rate of a band was taken.</summary>
    public long Cost { get; init; }

    /// <summary>The part of <see cref="Cost"/> for which the amount is paid, in cents: less than all of it where a cap has cut the payment
    /// alone.</summary>
    public long Covered { get; init; }

    /// <summary>What caps have cut off the payment alone and keep under their own names, of <see cref="Cost"/>, in cents.</summary>
    public long CutOff { get; init; }

    /// <summary>What a lowered rate costs the patient, in cents, to be kept under a part's name.</summary>
    public long Lost { get; init; }

    /// <summary>What the items of the band held before it was paid, in cents, nothing of others; null where items are not told
    /// apart.</summary>
    public long[]? Group { get; init; }

    /// <summary>The line that lowered the rate.</summary>
    public int LostLine { get; init; }

    /// <summary>The part for what it costs.</summary>
    public int LostPart { get; init; }

    /// <summary>The payment less an amount; what is left of it pays for so much less of the cost, rounded half up to the cent.</summary>
    public Payment Less(long amount, Pool pool) =>
        this with
        {
            Amount = Amount - amount,
            ByItem = ByItem is null ? null : ((ItemPool)pool).Divided(Amount - amount, ByItem),
            CutOff = CutOff + amount,
            Covered = Amount == 0 ? 0 : (long)Rounding.Divide((Int128)Covered * (Amount - amount), Amount),
        };

    /// <summary>The payment less an amount of each item, in cents; what is left of it pays for so much less of the cost.</summary>
    public Payment LessByItem(long[] amounts)
    {
        var amount = amounts.Sum();
        return this with
        {
            Amount = Amount - amount,
            ByItem = [.. ByItem!.Select((paid, item) => paid - amounts[item])],
            CutOff = CutOff + amount,
            Covered = Amount == 0 ? 0 : (long)Rounding.Divide((Int128)Covered * (Amount - amount), Amount),
        };
    }

    /// <summary>The payment less an amount, and less the cost beyond the point up to which it then pays, with what a lowered rate costs of
    /// that, rounded half up to the cent.</summary>
    public Payment LessWithCost(long amount, Pool pool)
    {
        var less = Less(amount, pool);
        return less with
        {
            Cost = less.Covered,
            CutOff = 0,
            Lost = Cost == 0 ? Lost : (long)Rounding.Divide((Int128)Lost * less.Covered, Cost),
        };
    }

    /// <summary>The cost that is no more in what is left of the payment, in cents, but what earlier caps keep of it.</summary>
    public long CostBeyond(in Payment left) => Math.Max(0, Cost - left.Cost - CutOff);
}
