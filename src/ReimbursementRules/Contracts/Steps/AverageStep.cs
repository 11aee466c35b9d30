using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>The average of some fees for a case is held against a target, period by period; what is above is taken off for every
/// case.</summary>
/// <param name="step">The step.</param>
/// <param name="claims">Which lines count; null for all.</param>
/// <param name="items">Which items count; null for the whole bill.</param>
/// <param name="months">How many months are a period.</param>
/// <param name="targets">The target for a case.</param>
/// <param name="tolerance">How far above the target nothing is taken off, the edge included.</param>
/// <param name="isAboveTarget">Whether all that is above the target is taken off once the tolerance is passed, not only what is above the
/// tolerance.</param>
internal sealed class AverageStep(
    StepPolicy step,
    Table<bool>? claims,
    Table<bool>? items,
    int months,
    Table<DatedAmount> targets,
    Rate tolerance,
    bool isAboveTarget
) : ContractStep(step)
{
    public override ContractTurn Turn => ContractTurn.TakesOff;

    public static AverageStep Compile(StepPolicy step, ContractContext contract)
    {
        step.Node.OnlyKeys("id", "kind", "claims", "items", "each", "target", "tolerance", "deducts", "note");
        return new(
            step,
            contract.Claims(step),
            contract.Items(step),
            Months(step.Node["each"]),
            contract.OfYear(step, step.Node["target"], "target", FixedAmount.Zero, contract.Amount),
            step.Node["tolerance"].Rate(),
            step.Node["deducts"].OneOf("above_tolerance", "above_target") == "above_target"
        );
    }

    public override void Check(ContractRun run) => ItemFees.Check(run, run.Of(claims), items, Id);

    public override void Run(ContractRun run)
    {
        foreach (var period in run.Of(claims).GroupBy(line => line.Month / months).OrderBy(period => period.Key))
            Run(run, period.Key * months, period.Sum(line => ItemFees.Of(line, items)), period.Sum(line => line.Line.Cases));
    }

    private void Run(ContractRun run, int first, Money fees, long cases)
    {
        var target = Money.FromCents(run.In(first).Of(targets).On(run.FirstDay(first)));
        var units = (Int128)cases * (Rate.WholeMillionths + tolerance.Millionths);
        var edge = run.Times(Id, target, units, Rate.WholeMillionths);
        var isAbove = cases > 0 && (Int128)fees.Cents * Rate.WholeMillionths > target.Cents * units;
        var allowed = isAboveTarget ? run.Times(Id, target, cases) : edge;
        run.TakesOff(
            new(Id, ContractLineKind.Average, fees, isAbove ? fees - allowed : Money.Zero, Money.Zero, run.In(first).Source(targets))
            {
                Count = cases,
                Limit = target,
                Rate = isAbove && isAboveTarget ? null : tolerance,
                From = run.FirstDay(first),
                Months = months,
            }
        );
    }

    private static int Months(Node node) => node.OneOf(("month", 1), ("quarter", 3), ("half_year", 6), ("year", 12));
}
