using ReimbursementRules.Tables;

namespace ReimbursementRules.Layers.Steps;

/// <summary>A step of a layer, compiled.</summary>
/// <param name="index">The step's place in the legend.</param>
internal abstract class Step(int index)
{
    /// <summary>The step's place in the legend.</summary>
    public ushort Index { get; } = (ushort)Math.Min(index, ushort.MaxValue);

    /// <summary>Whether the step must look at single items.</summary>
    public virtual bool LooksAtItems => false;

    /// <summary>Whether the step must know what is paid for each item.</summary>
    public virtual bool NeedsPaymentsByItem => false;

    /// <summary>False where the step's table has no payment standard for the claim, so that the layer does not apply.</summary>
    public virtual bool HasStandard(Desk settling) => true;

    /// <summary>False where an amount is computed from a payment standard and no quota was at work on the claim, so that the layer does not
    /// apply.</summary>
    public virtual bool IsReady(Desk settling, Layer layer) => true;

    /// <summary>What the step's tables state for the rows chosen of them; null where it states no rate and no amount of its own.</summary>
    public virtual StatedTables? Stated => null;

    /// <summary>The amount that a row of the step's table states, by the row's place in the legend; null where it states none.</summary>
    public virtual Amount? AmountOf(int row) => null;

    /// <summary>The amount of a row of a table, by the row's place in the legend; null where it is of another table.</summary>
    protected static Amount? AmountOf(Table<Amount> amounts, int row) =>
        Array.IndexOf(amounts.Rows, row) is >= 0 and var at ? amounts.Values[at] : null;

    /// <summary>Amounts in cents to which the step's own tables come together, beside those that a row states.</summary>
    public virtual IEnumerable<long> Amounts => [];

    /// <summary>Whether what a row states is changed before it is taken.</summary>
    public virtual bool ChangesAmounts => false;

    /// <summary>Whether the amount that applies to a claim can be computed; of a table of items, those of all items in which the layer
    /// finds anything.</summary>
    protected static bool IsKnown(Table<Amount> amounts, Desk settling, Layer layer)
    {
        if (!amounts.IsOfItem)
            return amounts.Values[settling.Row(amounts)].IsKnown(settling);
        if (Array.TrueForAll(amounts.Values, amount => amount.IsKnown(settling)))
            return true;
        for (var item = 0; item < settling.Claim.Packed.Length; item++)
            if (!amounts.Values[settling.Row(amounts, item)].IsKnown(settling) && layer.FindsIn(settling, item))
                return false;
        return true;
    }

    /// <summary>The table of claims whose row decides which sum the step adds to; -1 where there is one sum, or none.</summary>
    public virtual int CountsBy => -1;

    /// <summary>Whether it counts some items, so that it must ask those too that were settled before.</summary>
    public virtual bool CountsItems => false;

    /// <summary>Adds to the running sum what a claim states of the layer.</summary>
    public virtual void Count(Desk settling, StatedLayer stated) { }

    public abstract void Run(LayerRun run);
}
