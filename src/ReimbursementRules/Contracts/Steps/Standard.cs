using System.Diagnostics;
using ReimbursementRules.Policies;

namespace ReimbursementRules.Contracts.Steps;

/// <summary>A payment standard: what it is paid for, and how much that is.</summary>
internal abstract class Standard(string step)
{
    /// <summary>The step's id.</summary>
    protected string Step => step;

    public static Standard Choose(StepPolicy step, ContractContext contract)
    {
        var per = step.Node["per"].OneOf("year", "month", "head", "case", "bed_day", "point");
        if (per != "point" && step.Node.Optional("points") is { } points)
            points.Wrong(
                "standard.points",
                "only a standard per point has points. Leave the line out, or write 'per: point'.",
                "只有按点数的标准才有“points”。请删去该行，或写“per: point”。"
            );
        if (per != "year" && step.Node.Optional("growth") is { } growth)
            growth.Wrong(
                "standard.growth",
                "only a standard per year has a growth. Leave the line out, or write 'per: year'.",
                "只有按年的标准才有“growth”。请删去该行，或写“per: year”。"
            );
        return per switch
        {
            "year" or "head" => YearStandard.Compile(step, contract, isPerHead: per == "head"),
            "month" => MonthStandard.Compile(step, contract),
            "point" => UnitStandard.OfPoints(step, contract),
            "bed_day" => UnitStandard.OfBedDays(step, contract),
            "case" => UnitStandard.OfCases(step, contract),
            _ => throw new UnreachableException($"'{per}' is not known here."),
        };
    }

    /// <summary>Notes what the year does not state although the standard needs it.</summary>
    public virtual void Check(ContractRun run, IReadOnlyList<YearLine> lines) { }

    /// <summary>The persons that the year states for each of these times; null where the lines must say them.</summary>
    public virtual long? Persons(ContractRun run) => run.Year.Persons;

    /// <summary>The times for which a standard is paid, each with its lines; what the standards are made of goes to the trace.</summary>
    public abstract IEnumerable<StandardPeriod> Of(ContractRun run, IReadOnlyList<YearLine> lines);
}
