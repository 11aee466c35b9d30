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

    /// <summary>False where the step's table has no payment standard for the claim, so that the layer does not apply.</summary>
    public virtual bool HasStandard(Desk settling) => true;

    /// <summary>False where an amount is computed from a payment standard and no quota was at work on the claim, so that the layer does not
    /// apply.</summary>
    public virtual bool IsReady(Desk settling) => true;

    /// <summary>What the step's tables state for the rows chosen of them; null where it states no rate and no amount of its own.</summary>
    public virtual StatedTables? Stated => null;

    /// <summary>Whether the amount that applies to a claim can be computed.</summary>
    protected static bool IsKnown(Table<Amount> amounts, Desk settling) =>
        amounts.IsOfItem || amounts.Values[settling.Row(amounts)] is not StandardAmount { Quota: var step } || settling.Standard(step) >= 0;

    public abstract void Run(LayerRun run);
}
