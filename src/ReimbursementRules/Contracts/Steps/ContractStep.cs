using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>Where a step stands in a contract.</summary>
internal enum ContractTurn
{
    /// <summary>It takes lines and says what the fund pays for them.</summary>
    Takes,

    /// <summary>It takes off what the fund pays.</summary>
    TakesOff,

    /// <summary>It says when and to whom the rest is paid.</summary>
    Divides,
}

/// <summary>A step of a contract, compiled.</summary>
internal abstract class ContractStep(StepPolicy step)
{
    public string Id { get; } = step.Id;

    /// <summary>What it is called: its title, or its id in both languages.</summary>
    public BilingualText Title { get; } = step.Title ?? new(step.Id, step.Id);

    public FilePlace Place { get; } = step.Place;

    public abstract ContractTurn Turn { get; }

    /// <summary>Notes what the year does not state although the step needs it.</summary>
    public virtual void Check(ContractRun run) { }

    public abstract void Run(ContractRun run);
}

/// <summary>A step that takes lines: those of its conditions that no step before it took.</summary>
internal abstract class TakingStep(StepPolicy step, Table<bool>? claims) : ContractStep(step)
{
    public sealed override ContractTurn Turn => ContractTurn.Takes;

    /// <summary>Which lines it takes; null for all that are left.</summary>
    public Table<bool>? Claims => claims;
}
