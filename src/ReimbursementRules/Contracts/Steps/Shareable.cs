using ReimbursementRules.Layers;
using ReimbursementRules.Policies;
using ReimbursementRules.Tables;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>How much of what was used can be shared: as many cases for each person, and as much for each case, as the indicators
/// allow.</summary>
/// <param name="casesPerPerson">The most cases for each person, in ten-thousandths.</param>
/// <param name="costPerCase">The most for each case.</param>
/// <param name="isAllOrNothing">Whether nothing can be shared where an indicator is passed.</param>
internal sealed class Shareable(Table<long> casesPerPerson, Table<DatedAmount> costPerCase, bool isAllOrNothing)
{
    /// <summary>Its keys.</summary>
    public static KeyTable Keys { get; } =
        new(
            Need(
                "cases_per_person",
                DecimalParts.Table.OwnSchema,
                "人均病例数：每人可计几个病例，带日期",
                "the most cases for each person, by days"
            ),
            Need("cost_per_case", TableForm.Amounts.OwnSchema, "例均费用：每个病例可计多少，带日期", "the most for each case, by days"),
            Need(
                "otherwise",
                ValueForms.Words(
                    ("rest_not_shared", "其余不分担", "what is beyond is not shared"),
                    ("nothing_shared", "全不分担", "nothing is shared")
                ),
                "其他情形：超过指标时",
                "what becomes of it where an indicator is passed"
            )
        );

    public static ShareablePolicy Read(Node node)
    {
        node.OnlyKeys(Keys);
        return new(
            TableReader.Read(node["cases_per_person"], row => DecimalParts.Read(row["value"]), DecimalParts.Table),
            TableReader.Read(node["cost_per_case"], row => AmountPolicy.Read(row["value"]), TableForm.Amounts),
            node["otherwise"].OneOf("rest_not_shared", "nothing_shared") == "nothing_shared"
        );
    }

    public static Shareable Compile(StepPolicy step, ShareablePolicy stated, ContractContext contract) =>
        new(
            contract.OfYear(step, "cases_per_person", stated.CasesPerPerson, 0),
            contract.OfYear(step, "cost_per_case", stated.CostPerCase),
            stated.IsAllOrNothing
        );

    public static void CheckPersons(ContractRun run, IReadOnlyList<YearLine> lines, string step)
    {
        foreach (var line in lines.Where(line => line.Line.Persons is null && line.Claim.Member.Id.Length == 0))
            run.Missing("line.persons", line, "persons", step);
    }

    /// <summary>The part of what was used that can be shared, with what is within the standard.</summary>
    public Money Of(ContractRun run, string step, StandardPeriod period)
    {
        var year = run.In(period.First);
        var cases = period.Lines.Sum(line => line.Line.Cases);
        var most = Int128.Min((Int128)Persons(run, period) * year.Of(casesPerPerson), (Int128)cases * DecimalParts.Whole);
        var control = Money.FromCents(year.Of(costPerCase).On(run.FirstDay(period.First)));
        var isDear = period.Actual.Cents > (Int128)control.Cents * cases;
        if (isAllOrNothing)
            return isDear || most < (Int128)cases * DecimalParts.Whole ? Money.Zero : period.Actual;
        return isDear ? run.Times(step, control, most, DecimalParts.Whole)
            : cases == 0 ? Money.Zero
            : Money.FromCents((long)Rounding.Divide(period.Actual.Cents * most, (Int128)cases * DecimalParts.Whole));
    }

    /// <summary>The line of what cannot be shared, with the cases that there may be, what each may cost, and the row that was
    /// passed.</summary>
    public ContractLine Limit(ContractLine line, ContractRun run, StandardPeriod period)
    {
        var year = run.In(period.First);
        var most = Persons(run, period) * DecimalParts.Show(year.Of(casesPerPerson));
        return line with
        {
            Count = most,
            Limit = Money.FromCents(year.Of(costPerCase).On(run.FirstDay(period.First))),
            Source = period.Lines.Sum(one => one.Line.Cases) > most ? year.Source(casesPerPerson) : year.Source(costPerCase),
        };
    }

    /// <summary>The year's own number where a whole year is looked at; else what the lines say, each member once.</summary>
    private static long Persons(ContractRun run, StandardPeriod period) =>
        period.Months == 12 && run.Year.Persons is { } stated
            ? stated
            : period.Lines.Sum(line => line.Line.Persons ?? 0)
                + period
                    .Lines.Where(line => line.Line.Persons is null)
                    .Select(line => line.Claim.Member.Id)
                    .Distinct(StringComparer.Ordinal)
                    .Count();
}

/// <summary>How much of what was used can be shared, as it stands.</summary>
/// <param name="CasesPerPerson">The most cases for each person, in ten-thousandths.</param>
/// <param name="CostPerCase">The most for each case.</param>
/// <param name="IsAllOrNothing">Whether nothing can be shared where an indicator is passed.</param>
internal sealed record ShareablePolicy(
    DatedTablePolicy<long> CasesPerPerson,
    DatedTablePolicy<AmountPolicy> CostPerCase,
    bool IsAllOrNothing
);
