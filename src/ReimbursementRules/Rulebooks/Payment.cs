using ReimbursementRules.Values;

namespace ReimbursementRules.Rulebooks;

/// <summary>What a payer will pay, before the caps of its layer.</summary>
/// <param name="Line">The line of the trace that explains it.</param>
/// <param name="Amount">The amount in cents.</param>
/// <param name="ByItem">The amount of each item; null where they are not told apart.</param>
internal readonly record struct Payment(int Line, long Amount, long[]? ByItem = null)
{
    /// <summary>The cost of which the rate was taken, in cents; nothing where no rate of a band was taken.</summary>
    public long Cost { get; init; }

    /// <summary>What a lowered rate costs the patient, in cents, to be kept under a part's name.</summary>
    public long Lost { get; init; }

    /// <summary>What the items of the band held before it was paid, in cents, nothing of others; null where items are not told apart.</summary>
    public long[]? Group { get; init; }

    /// <summary>The line that lowered the rate.</summary>
    public int LostLine { get; init; }

    /// <summary>The part for what it costs.</summary>
    public int LostPart { get; init; }

    public Payment Less(long amount, Pool pool) =>
        this with { Amount = Amount - amount, ByItem = ByItem is null ? null : ((ItemPool)pool).Divided(Amount - amount, ByItem) };

    /// <summary>The payment less an amount and less the cost of which it was the rate: what is left of the cost pays for the rest, rounded half up to the cent.</summary>
    public Payment LessWithCost(long amount, Pool pool)
    {
        var (rest, all) = (Amount - amount, Math.Max(1, Amount));
        return Less(amount, pool) with { Cost = (long)Rounding.Divide((Int128)Cost * rest, all), Lost = (long)Rounding.Divide((Int128)Lost * rest, all) };
    }
}
