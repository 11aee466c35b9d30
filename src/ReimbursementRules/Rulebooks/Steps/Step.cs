namespace ReimbursementRules.Rulebooks.Steps;

/// <summary>A step of a layer, compiled.</summary>
/// <param name="index">The step's place in the legend.</param>
internal abstract class Step(int index)
{
    protected ushort Index { get; } = (ushort)index;

    /// <summary>Whether the step must look at single items.</summary>
    public virtual bool LooksAtItems => false;

    /// <summary>False where the step's table has no payment standard for the claim, so that the layer does not apply.</summary>
    public virtual bool HasStandard(Settling settling) => true;

    public abstract void Run(LayerRun run);
}
