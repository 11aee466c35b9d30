using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>The fund pays for its lines what the settlements of the claims say.</summary>
internal sealed class AsSettledStep(ContractStepPolicy step, Table<bool>? claims, PolicySource source) : TakingStep(step, claims)
{
    public static AsSettledStep Compile(ContractStepPolicy step, ContractContext contract)
    {
        step.Node.OnlyKeys("id", "kind", "claims", "reference", "href", "note", "status");
        return new(step, contract.Claims(step), contract.Source(step));
    }

    public override void Run(ContractRun run)
    {
        var lines = run.TakenBy(Id);
        var actual = lines.Sum(line => line.Line.Actual);
        run.Pays(new(Id, ContractLineKind.AsSettled, actual, actual, Money.Zero, source) { Count = lines.Sum(line => line.Line.Cases) });
    }
}
