using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>A share of a budget is paid ahead each month, whatever was used, and netted in the end.</summary>
internal sealed class AdvanceStep(StepPolicy step, string of, Table<Rate> rates) : ContractStep(step)
{
    /// <summary>Its keys.</summary>
    public static KeyTable Keys { get; } = new([StepKeys.Id, StepKeys.Kind, StepKeys.Title, StepKeys.Of, StepKeys.Rate, SharedKeys.Note]);

    public override ContractTurn Turn => ContractTurn.Divides;

    public static AdvancePolicy Read(Node node)
    {
        node.OnlyKeys(Keys);
        return new(node["of"].Word(), TableReader.Read(node["rate"], row => row["value"].Rate(), TableForm.Rates));
    }

    public static AdvanceStep Compile(StepPolicy step, AdvancePolicy stated, ContractContext contract) =>
        new(step, contract.ScheduleOf(stated.Of), contract.OfYear(step, "rate", stated.Rate, Rate.None));

    public override void Run(ContractRun run)
    {
        foreach (var line in MonthlyShare.Of(run, Id, ContractLineKind.Advance, run.Schedules[of], rates))
            run.Add(line);
    }
}

/// <summary>What a step of kind <c>advance</c> states.</summary>
/// <param name="Of">The step whose budget is paid ahead.</param>
/// <param name="Rate">The shares.</param>
internal sealed record AdvancePolicy(Word Of, DatedTablePolicy<Rate> Rate) : StepForm;
