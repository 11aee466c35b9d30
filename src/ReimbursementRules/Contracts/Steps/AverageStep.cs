using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

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
    /// <summary>Its keys.</summary>
    public static KeyTable Keys { get; } =
        new([
            StepKeys.Id,
            StepKeys.Kind,
            StepKeys.Title,
            StepKeys.Claims,
            StepKeys.Items,
            Need(
                "each",
                ValueForms.Words(
                    ("month", "每月", "a month"),
                    ("quarter", "每季", "a quarter"),
                    ("half_year", "每半年", "half a year"),
                    ("year", "每年", "a year")
                ),
                "周期：多久看一次",
                "over which time the average is taken"
            ),
            Need("target", TableForm.Amounts.Schema, "目标值：次均费用的目标，带日期", "the target for a case, by days"),
            Need("tolerance", ValueForms.Rate, "上浮：超过目标百分之几以内不扣", "how far above the target nothing is taken off"),
            Need(
                "deducts",
                ValueForms.Words(
                    ("above_tolerance", "超过上浮：扣超过目标加上浮的部分", "what is above the tolerance"),
                    ("above_target", "超过目标：扣超过目标的全部", "what is above the target")
                ),
                "扣什么",
                "what is taken off"
            ),
            SharedKeys.Note,
        ]);

    public override ContractTurn Turn => ContractTurn.TakesOff;

    public static AveragePolicy Read(Node node)
    {
        node.OnlyKeys(Keys);
        return new(
            ConditionReader.Read(node.Optional("claims")),
            ConditionReader.Read(node.Optional("items")),
            ReadMonths(node["each"]),
            TableReader.Read(node["target"], row => AmountPolicy.Read(row["value"]), TableForm.Amounts),
            node["tolerance"].Rate(),
            node["deducts"].OneOf("above_tolerance", "above_target") == "above_target"
        );
    }

    public static AverageStep Compile(StepPolicy step, AveragePolicy stated, ContractContext contract) =>
        new(
            step,
            contract.Claims(step, stated.Claims),
            contract.Items(step, stated.Items),
            stated.Months,
            contract.OfYear(step, "target", stated.Target),
            stated.Tolerance,
            stated.IsAboveTarget
        );

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

    private static int ReadMonths(Node node) => node.OneOf(("month", 1), ("quarter", 3), ("half_year", 6), ("year", 12));
}

/// <summary>What a step of kind <c>average</c> states.</summary>
/// <param name="Claims">Which lines count; none for all.</param>
/// <param name="Items">Which items count; none for the whole bill.</param>
/// <param name="Months">How many months are a period.</param>
/// <param name="Target">The target for a case.</param>
/// <param name="Tolerance">How far above the target nothing is taken off.</param>
/// <param name="IsAboveTarget">Whether all that is above the target is taken off then.</param>
internal sealed record AveragePolicy(
    ConditionsPolicy Claims,
    ConditionsPolicy Items,
    int Months,
    DatedTablePolicy<AmountPolicy> Target,
    Rate Tolerance,
    bool IsAboveTarget
) : StepForm;
