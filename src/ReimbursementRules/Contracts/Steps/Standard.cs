using ReimbursementRules.Policies;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>A payment standard: what it is paid for, and how much that is.</summary>
internal abstract class Standard(string step)
{
    /// <summary>The step's id.</summary>
    protected string Step => step;

    public static StandardPolicy Read(Node node)
    {
        var per = node["per"]
            .OneOf(
                ("year", StandardPer.Year),
                ("month", StandardPer.Month),
                ("head", StandardPer.Head),
                ("case", StandardPer.Case),
                ("bed_day", StandardPer.BedDay),
                ("point", StandardPer.Point)
            );
        if (per != StandardPer.Point && node.Optional("points") is { } points)
            points.Wrong(
                "standard.points",
                "only a standard per point has points. Leave the line out, or write 'per: point'.",
                "只有按点数的标准才有“points”。请删去该行，或写“per: point”。"
            );
        var growth = node.Optional("growth");
        if (per != StandardPer.Year)
            growth?.Wrong(
                "standard.growth",
                "only a standard per year has a growth. Leave the line out, or write 'per: year'.",
                "只有按年的标准才有“growth”。请删去该行，或写“per: year”。"
            );
        return new(
            per,
            ConditionReader.Read(node.Optional("claims")),
            TableReader.Read(node["amount"], row => AmountPolicy.Read(row["value"]), TableForm.Amounts),
            per == StandardPer.Point ? TableReader.Read(node["points"], row => DecimalParts.Read(row["value"]), DecimalParts.Table) : null,
            growth is null || per != StandardPer.Year ? null : Growth.Read(growth),
            Sharing.Read(node)
        );
    }

    public static Standard Choose(StepPolicy step, StandardPolicy stated, ContractContext contract) =>
        stated.Per switch
        {
            StandardPer.Year or StandardPer.Head => YearStandard.Compile(step, stated, contract),
            StandardPer.Month => MonthStandard.Compile(step, stated, contract),
            StandardPer.Point => UnitStandard.OfPoints(step, stated, contract),
            StandardPer.BedDay => UnitStandard.OfBedDays(step, stated, contract),
            StandardPer.Case => UnitStandard.OfCases(step, stated, contract),
            _ => throw UnknownKind.Of(stated.Per),
        };

    /// <summary>Notes what the year does not state although the standard needs it.</summary>
    public virtual void Check(ContractRun run, IReadOnlyList<YearLine> lines) { }

    /// <summary>The persons that the year states for each of these times; null where the lines must say them.</summary>
    public virtual long? Persons(ContractRun run) => run.Year.Persons;

    /// <summary>The times for which a standard is paid, each with its lines; what the standards are made of goes to the trace.</summary>
    public abstract IEnumerable<StandardPeriod> Of(ContractRun run, IReadOnlyList<YearLine> lines);
}
