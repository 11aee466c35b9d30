using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>The fund pays no more than a total over the year; the provider bears the rest.</summary>
internal sealed class TotalStep(StepPolicy step, Table<DatedAmount> amounts) : ContractStep(step)
{
    /// <summary>Its keys.</summary>
    public static KeyTable Keys { get; } = new([StepKeys.Id, StepKeys.Kind, StepKeys.Title, StepKeys.Amount, SharedKeys.Note]);

    public override ContractTurn Turn => ContractTurn.TakesOff;

    public static TotalPolicy Read(Node node)
    {
        node.OnlyKeys(Keys);
        return new(TableReader.Read(node["amount"], row => AmountPolicy.Read(row["value"]), TableForm.Amounts));
    }

    public static TotalStep Compile(StepPolicy step, TotalPolicy stated, ContractContext contract)
    {
        contract.Scheduled.Add(step.Id);
        return new(step, contract.OfYear(step, "amount", stated.Amount));
    }

    public override void Run(ContractRun run)
    {
        var months = YearlyAmount.Of(run, Id, amounts, 1);
        run.Schedules[Id] = months;
        var total = months.Sum();
        foreach (var line in YearlyAmount.Lines(run, Id, amounts, 1, months))
            run.Add(line);
        run.TakesOff(
            new(
                Id,
                ContractLineKind.Total,
                run.Paid,
                run.Paid > total ? run.Paid - total : Money.Zero,
                Money.Zero,
                run.In(11).Source(amounts)
            )
            {
                Limit = total,
            }
        );
    }
}

/// <summary>What a step of kind <c>total</c> states.</summary>
/// <param name="Amount">The total of the year.</param>
internal sealed record TotalPolicy(DatedTablePolicy<AmountPolicy> Amount) : StepForm;
