using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>The provider keeps a share of the fees of some items and hands the rest on to another that took part in the service.</summary>
internal sealed class SplitStep(StepPolicy step, Table<bool>? claims, Table<bool>? items, Table<Rate> keeps) : ContractStep(step)
{
    /// <summary>Its keys.</summary>
    public static KeyTable Keys { get; } =
        new([
            StepKeys.Id,
            StepKeys.Kind,
            StepKeys.Title,
            StepKeys.Claims,
            StepKeys.Items with
            {
                IsNeeded = true,
            },
            Need("keeps", TableForm.Rates.Schema, "留下：机构留下的比例，带日期", "the share that the provider keeps, by days"),
            SharedKeys.Note,
        ]);

    public override ContractTurn Turn => ContractTurn.Divides;

    public static SplitPolicy Read(Node node)
    {
        node.OnlyKeys(Keys);
        return new(
            ConditionReader.Read(node.Optional("claims")),
            ConditionReader.Read(node["items"]),
            TableReader.Read(node["keeps"], row => row["value"].Rate(), TableForm.Rates)
        );
    }

    public static SplitStep Compile(StepPolicy step, SplitPolicy stated, ContractContext contract) =>
        new(
            step,
            contract.Claims(step, stated.Claims),
            contract.Items(step, stated.Items),
            contract.OfLines(step, "keeps", stated.Keeps, stated.Claims, Rate.Whole)
        );

    public override void Check(ContractRun run) => ItemFees.Check(run, run.Of(claims), items, Id);

    public override void Run(ContractRun run)
    {
        foreach (var same in run.Of(claims).GroupBy(line => line.Answers.Row(keeps)))
        {
            var (fees, answers) = (same.Sum(line => ItemFees.Of(line, items)), same.First().Answers);
            run.Add(
                new(Id, ContractLineKind.PassedOn, fees, fees - fees.Portion(answers.Of(keeps)), Money.Zero, answers.Source(keeps))
                {
                    Rate = answers.Of(keeps),
                }
            );
        }
    }
}

/// <summary>What a step of kind <c>split</c> states.</summary>
/// <param name="Claims">Which lines are split; none for all.</param>
/// <param name="Items">The items whose fees are split.</param>
/// <param name="Keeps">The shares that the provider keeps.</param>
internal sealed record SplitPolicy(ConditionsPolicy Claims, ConditionsPolicy Items, DatedTablePolicy<Rate> Keeps) : StepForm;
