using ReimbursementRules.Testing;
using ReimbursementRules.Tests.Generators;

namespace ReimbursementRules.Tests.Properties;

/// <summary>The laws of the kit hold of every mechanism of the format in every mixture.</summary>
public sealed class LawsOfTrialsTests
{
    [Property]
    public void Divided(Trial trial) => Holds(SettlementLaws.Divided, trial);

    [Property]
    public void NothingNegative(Trial trial) => Holds(SettlementLaws.NothingNegative, trial);

    [Property]
    public void ItemOrder(Trial trial) => Holds(SettlementLaws.ItemOrder, trial);

    [Property(MaxTest = 100)]
    public void RowOrder(Trial trial) => Holds(SettlementLaws.RowOrder, trial);

    [Property]
    public void Reversal(Trial trial) => Holds(SettlementLaws.Reversal, trial);

    [Property]
    public void Replay(Trial trial) => Holds(SettlementLaws.Replay, trial);

    [Property(MaxTest = 100)]
    public void EveryDoor(Trial trial) => Holds(SettlementLaws.EveryDoor, trial);

    [Property]
    public void BothEngines(Trial trial) => Holds(SettlementLaws.BothEngines, trial);

    [Property]
    public void AddsUp(Trial trial) => Holds(SettlementLaws.AddsUp, trial);

    private static void Holds(SettlementLaw law, Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        law.Try(trial.Year).ShouldBeNull();
    }
}
