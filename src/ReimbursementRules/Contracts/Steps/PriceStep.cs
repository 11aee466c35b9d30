using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>One price for one disease: what a claim was billed above it is taken back, claim by claim.</summary>
internal sealed class PriceStep(StepPolicy step, Table<bool>? claims, Table<DatedAmount?> prices) : ContractStep(step)
{
    /// <summary>Its keys.</summary>
    public static KeyTable Keys { get; } =
        new([
            StepKeys.Id,
            StepKeys.Kind,
            StepKeys.Title,
            StepKeys.Claims,
            Need("amount", TableForm.AmountsOrNone.Schema, "金额：一例的约定价，带日期", "the price of a case, by days"),
            SharedKeys.Note,
        ]);

    public override ContractTurn Turn => ContractTurn.TakesOff;

    public static PricePolicy Read(Node node)
    {
        node.OnlyKeys(Keys);
        return new(
            ConditionReader.Read(node.Optional("claims")),
            TableReader.Read(node["amount"], row => AmountPolicy.ReadOrNone(row["value"]), TableForm.AmountsOrNone)
        );
    }

    public static PriceStep Compile(StepPolicy step, PricePolicy stated, ContractContext contract) =>
        new(
            step,
            contract.Claims(step, stated.Claims),
            contract.OfLines(step, "amount", stated.Amount, stated.Claims, null, contract.AmountOrNone)
        );

    public override void Check(ContractRun run)
    {
        foreach (var line in Priced(run).Where(line => line.Line.Bill is null))
            run.Missing("line.bill", line, "bill", Id);
    }

    public override void Run(ContractRun run)
    {
        foreach (var line in Priced(run))
            if (
                line.Line.Bill is { } bill
                && Money.FromCents(line.Answers.Of(prices)!.On(line.Claim.Discharged)) is var price
                && run.Times(Id, price, line.Line.Cases) is var allowed
                && bill > allowed
            )
                run.TakesOff(
                    new(Id, ContractLineKind.Price, bill, bill - allowed, Money.Zero, line.Answers.Source(prices))
                    {
                        Count = line.Line.Cases,
                        Limit = price,
                        About = line.Claim.Id,
                    }
                );
    }

    private IEnumerable<YearLine> Priced(ContractRun run) => run.Of(claims).Where(line => line.Answers.Of(prices) is not null);
}

/// <summary>What a step of kind <c>price</c> states.</summary>
/// <param name="Claims">Which lines have a price; none for all.</param>
/// <param name="Amount">The prices.</param>
internal sealed record PricePolicy(ConditionsPolicy Claims, DatedTablePolicy<AmountPolicy> Amount) : StepForm;
