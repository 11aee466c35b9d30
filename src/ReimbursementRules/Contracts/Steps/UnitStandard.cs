using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>A standard for each case, bed-day or point of the year's lines.</summary>
/// <param name="step">The step's id.</param>
/// <param name="amounts">What one unit counts.</param>
/// <param name="points">The points of a case, in ten-thousandths; null where units are no points.</param>
/// <param name="unitsOf">How many cases or bed-days a line has; null where it does not say.</param>
internal sealed class UnitStandard(string step, Table<DatedAmount> amounts, Table<long>? points, Func<ProviderLine, long?> unitsOf)
    : Standard(step)
{
    public static UnitStandard OfCases(StepPolicy step, StandardPolicy stated, ContractContext contract) =>
        new(step.Id, Amounts(step, stated, contract), null, line => line.Cases);

    public static UnitStandard OfBedDays(StepPolicy step, StandardPolicy stated, ContractContext contract) =>
        new(step.Id, Amounts(step, stated, contract), null, line => line.BedDays);

    public static UnitStandard OfPoints(StepPolicy step, StandardPolicy stated, ContractContext contract) =>
        new(
            step.Id,
            Amounts(step, stated, contract),
            contract.OfLines(step, "points", stated.Points!, stated.Claims, 0),
            line => line.Cases
        );

    public override void Check(ContractRun run, IReadOnlyList<YearLine> lines)
    {
        foreach (var line in lines.Where(line => unitsOf(line.Line) is null))
            run.Missing("line.bed_days", line, "bed_days", Step);
    }

    public override IEnumerable<StandardPeriod> Of(ContractRun run, IReadOnlyList<YearLine> lines)
    {
        var standard = Money.Zero;
        foreach (
            var same in lines.GroupBy(line =>
                (Points: points is null ? -1 : line.Answers.Row(points), Row: line.Answers.Row(amounts), Value: ValueOf(line))
            )
        )
        {
            var units = same.Sum(line => unitsOf(line.Line).GetValueOrDefault());
            var parts = points is null ? DecimalParts.Whole : same.First().Answers.Of(points);
            var amount = run.Times(Step, same.Key.Value, (Int128)units * parts, DecimalParts.Whole);
            run.Add(
                new(
                    Step,
                    ContractLineKind.Standard,
                    amount,
                    amount,
                    Money.Zero,
                    points is null ? same.First().Answers.Source(amounts) : same.First().Answers.Source(points)
                )
                {
                    Count = units * DecimalParts.Show(parts),
                    Limit = same.Key.Value,
                }
            );
            standard += amount;
        }

        if (lines.Count > 0)
            yield return new(0, 12, lines, standard, lines[0].Answers.Source(amounts));
    }

    private static Table<DatedAmount> Amounts(StepPolicy step, StandardPolicy stated, ContractContext contract) =>
        contract.OfLines(step, "amount", stated.Amount, stated.Claims);

    private Money ValueOf(YearLine line) => Money.FromCents(line.Answers.Of(amounts).On(line.Claim.Discharged));
}
