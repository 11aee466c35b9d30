using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>The fund pays by a payment standard in place of what was used: the provider keeps a share of what is below, and bears its share
/// of what is above.</summary>
internal sealed class StandardStep(ContractStepPolicy step, Table<bool>? claims, Standard standard, Sharing sharing)
    : TakingStep(step, claims)
{
    public static StandardStep Compile(ContractStepPolicy step, ContractContext contract)
    {
        step.Node.OnlyKeys("id", "kind", "per", "claims", "amount", "points", "excess", "saving", "shareable", "growth", "note");
        var standard = Standard.Choose(step, contract);
        if (standard is YearStandard { IsPerHead: false } && step.Node.Optional("growth") is { } growth)
            Growth.Check(step, growth, contract);
        return new(step, contract.Claims(step), standard, Sharing.Compile(step, contract));
    }

    public override void Check(ContractRun run)
    {
        standard.Check(run, run.TakenBy(Id));
        if (standard.Persons(run) is null)
            sharing.CheckPersons(run, run.TakenBy(Id), Id);
    }

    public override void Run(ContractRun run)
    {
        foreach (var period in standard.Of(run, run.TakenBy(Id)))
            sharing.Share(run, Id, period);
    }
}

/// <summary>What was used in a time for which a standard is paid.</summary>
/// <param name="First">The month of the year with which it begins, from 0.</param>
/// <param name="Months">How many months it has.</param>
/// <param name="Lines">The lines of this time.</param>
/// <param name="Standard">The payment standard.</param>
/// <param name="Source">Where it stands.</param>
internal sealed record StandardPeriod(int First, int Months, IReadOnlyList<YearLine> Lines, Money Standard, PolicySource Source)
{
    public Money Actual => Lines.Sum(line => line.Line.Actual);
}
