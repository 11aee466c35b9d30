using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>A factor of the assessment: the fund pays that share of what it pays so far.</summary>
internal sealed class FactorStep(StepPolicy step, Table<Rate> rates) : ContractStep(step)
{
    public override ContractTurn Turn => ContractTurn.TakesOff;

    public static FactorPolicy Read(Node node)
    {
        node.OnlyKeys("id", "kind", "title", "table", "note");
        return new(TableReader.Read(node["table"], row => row["value"].Rate(), TableForm.Rates));
    }

    public static FactorStep Compile(StepPolicy step, FactorPolicy stated, ContractContext contract) =>
        new(step, contract.OfYear(step, "table", stated.Table, Rate.Whole));

    public override void Run(ContractRun run)
    {
        var year = run.In(0);
        var rate = year.Of(rates);
        run.TakesOff(
            new(Id, ContractLineKind.Factor, run.Paid, run.Paid - run.Paid.Portion(rate), Money.Zero, year.Source(rates)) { Rate = rate }
        );
    }
}

/// <summary>What a step of kind <c>factor</c> states.</summary>
/// <param name="Table">The shares.</param>
internal sealed record FactorPolicy(DatedTablePolicy<Rate> Table) : StepForm;
