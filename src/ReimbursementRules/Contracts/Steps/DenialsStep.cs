using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>What was denied for breaches is taken off, each with its reason.</summary>
internal sealed class DenialsStep(StepPolicy step, PolicySource source) : ContractStep(step)
{
    /// <summary>Its keys.</summary>
    public static KeyTable Keys { get; } = new([StepKeys.Id, StepKeys.Kind, StepKeys.Title, .. SharedKeys.Source]);

    public override ContractTurn Turn => ContractTurn.TakesOff;

    public static DenialsPolicy Read(Node node)
    {
        node.OnlyKeys(Keys);
        return new(TableReader.Source(node, node.Place));
    }

    public static DenialsStep Compile(StepPolicy step, DenialsPolicy stated, ContractContext contract) =>
        new(step, contract.Index.Marked(stated.Source));

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

/// <summary>What a step of kind <c>denials</c> states.</summary>
/// <param name="Source">The reference.</param>
internal sealed record DenialsPolicy(PolicySource Source) : StepForm;
