using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>A factor of the assessment: the fund pays that share of what it pays so far.</summary>
internal sealed class FactorStep(StepPolicy step, Table<Rate> rates) : ContractStep(step)
{
    /// <summary>Its keys.</summary>
    public static KeyTable Keys { get; } =
        new([
            StepKeys.Id,
            StepKeys.Kind,
            StepKeys.Title,
            Need("table", TableForm.Rates.Schema, "表：按考核支付百分之几，带日期", "the shares that the assessment leaves, by days"),
            SharedKeys.Note,
        ]);

    public override ContractTurn Turn => ContractTurn.TakesOff;

    public static FactorPolicy Read(Node node)
    {
        node.OnlyKeys(Keys);
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
