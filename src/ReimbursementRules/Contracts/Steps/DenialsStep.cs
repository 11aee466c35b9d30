using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>What was denied for breaches is taken off, each with its reason.</summary>
internal sealed class DenialsStep(ContractStepPolicy step, PolicySource source) : ContractStep(step)
{
    public override ContractTurn Turn => ContractTurn.TakesOff;

    public static DenialsStep Compile(ContractStepPolicy step, ContractContext contract)
    {
        step.Node.OnlyKeys("id", "kind", "reference", "href", "note", "status");
        return new(step, contract.Source(step));
    }

    public override void Run(ContractRun run)
    {
        foreach (var denial in run.Year.Denied)
            run.TakesOff(
                new(Id, ContractLineKind.Denied, denial.Amount, denial.Amount, Money.Zero, source)
                {
                    About = $"{denial.Claim} {denial.Reason}".Trim(),
                }
            );
    }
}
