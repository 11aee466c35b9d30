using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>The provider keeps a share of the fees of some items and hands the rest on to another that took part in the service.</summary>
internal sealed class SplitStep(ContractStepPolicy step, Table<bool>? claims, Table<bool>? items, Table<Rate> keeps) : ContractStep(step)
{
    public override ContractTurn Turn => ContractTurn.Divides;

    public static SplitStep Compile(ContractStepPolicy step, ContractContext contract)
    {
        step.Node.OnlyKeys("id", "kind", "claims", "items", "keeps", "note");
        _ = step.Node["items"];
        return new(
            step,
            contract.Claims(step),
            contract.Items(step),
            contract.OfLines(step, step.Node["keeps"], "keeps", Rate.Whole, row => row["value"].Rate())
        );
    }

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
