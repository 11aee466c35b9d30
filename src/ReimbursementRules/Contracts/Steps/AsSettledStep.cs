using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>The fund pays for its lines what the settlements of the claims say.</summary>
internal sealed class AsSettledStep(StepPolicy step, Table<bool>? claims, PolicySource source) : TakingStep(step, claims)
{
    /// <summary>Its keys.</summary>
    public static KeyTable Keys { get; } = new([StepKeys.Id, StepKeys.Kind, StepKeys.Title, StepKeys.Claims, .. SharedKeys.Source]);

    public static AsSettledPolicy Read(Node node)
    {
        node.OnlyKeys(Keys);
        return new(ConditionReader.Read(node.Optional("claims")), TableReader.Source(node, node.Place));
    }

    public static AsSettledStep Compile(StepPolicy step, AsSettledPolicy stated, ContractContext contract) =>
        new(step, contract.Claims(step, stated.Claims), contract.Index.Marked(stated.Source));

    public override void Run(ContractRun run)
    {
        var lines = run.TakenBy(Id);
        var actual = lines.Sum(line => line.Line.Actual);
        run.Pays(new(Id, ContractLineKind.AsSettled, actual, actual, Money.Zero, source) { Count = lines.Sum(line => line.Line.Cases) });
    }
}

/// <summary>What a step of kind <c>as_settled</c> states.</summary>
/// <param name="Claims">Which lines it takes; none for all.</param>
/// <param name="Source">The reference.</param>
internal sealed record AsSettledPolicy(ConditionsPolicy Claims, PolicySource Source) : StepForm;
