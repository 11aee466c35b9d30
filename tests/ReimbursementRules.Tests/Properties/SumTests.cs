using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Properties;

/// <summary>What holds of the sums of every settlement beside the laws of the kit.</summary>
public sealed class SumTests
{
    /// <summary>The account is the patient's, and no payer.</summary>
    [Property]
    public void Payers_AnyClaim_AreNoAccount(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        foreach (var settlement in trial.Settled())
            settlement.Payers.ShouldNotContain(payer => payer.Payer == "purse");
    }

    [Property]
    public void Moves_AnyClaim_AreOfSomething(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        foreach (var settlement in trial.Settled())
            settlement.Steps.ShouldAllBe(step => step.Moves.All(move => move.Amount > Money.Zero));
    }
}
