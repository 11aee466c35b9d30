using ReimbursementRules.Checks;
using ReimbursementRules.Engines;

namespace ReimbursementRules.Coverage;

/// <summary>What the cases of a rulebook reach: rows, dated values, bands, the ways of steps, gates and layers, and days of
/// change.</summary>
/// <remarks>What counts is written in the manual, <c>rules/docs/coverage.md</c>. A rulebook that nobody asks settles as fast as ever: what
/// was reached is read off the desk of each claim of a case, once it is settled.</remarks>
public static class RulebookCoverage
{
    /// <summary>Checks a rulebook as <see cref="RulebookCheck.Run(string, IRuleEngine)"/> does, and tells what its cases reach.</summary>
    /// <param name="folder">The folder with <c>index.yaml</c>.</param>
    /// <param name="engine">Chooses which row of a table applies; every engine must choose the same.</param>
    /// <returns>The report; without points where the rulebook or one of its case files has problems. A case that fails reaches
    /// nothing.</returns>
    /// <exception cref="ArgumentNullException">The folder or the engine is null.</exception>
    public static CoverageReport Run(string folder, IRuleEngine engine)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(engine);
        CoverageWatch? watch = null;
        var check = RulebookCheck.Run(folder, engine, rulebook => watch = new(rulebook));
        var points = watch?.Points.All() ?? [];
        return new(check, [.. points.Where(point => !point.Place.IsInherited)], [.. points.Where(point => point.Place.IsInherited)]);
    }
}
