using System.Globalization;
using ReimbursementRules.Coverage;
using ReimbursementRules.Engines;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Builders;

/// <summary>What numbered cases of a town reach.</summary>
internal static class CoverageTown
{
    /// <summary>A stay of one item of class A that is expected to be settled, with further facts.</summary>
    public static string Stay(string day, string amount, string more = "setting: inpatient") =>
        $"claim: {{ discharged: {day}, {more}, items: [{{ class: A, amount: {amount} }}] }}\n  expect: {{ bill: {amount} }}";

    /// <summary>A stay of 8 October 2020 with items as a file writes them, without their braces.</summary>
    /// <param name="expect">What must come of it, without braces.</param>
    /// <param name="items">The items.</param>
    public static string Items(string expect, params IEnumerable<string> items) =>
        "claim: { discharged: 2020-10-08, setting: inpatient, items: ["
        + string.Join(", ", items.Select(item => $"{{ {item} }}"))
        + $"] }}\n  expect: {{ {expect} }}";

    /// <summary>Claims of one member, one after another.</summary>
    public static string Year(params IEnumerable<string> stays) =>
        "claims:\n" + string.Concat(stays.Select(stay => "    - " + stay.Replace("\n  ", "\n      ", StringComparison.Ordinal) + "\n"));

    /// <summary>Writes cases, numbered from 1, beside the layer.</summary>
    public static RulebookFolder WithCases(this RulebookFolder folder, params IEnumerable<string> cases) =>
        folder.With(
            "2-basic.cases.yaml",
            string.Concat(
                cases.Select(
                    (text, i) => $"- case: '{(i + 1).ToString(CultureInfo.InvariantCulture)}'\n  why: counted by hand\n  {text.TrimEnd()}\n"
                )
            )
        );

    public static CoverageReport Cover(this RulebookFolder folder, IRuleEngine? engine = null) =>
        RulebookCoverage.Run(folder.Path, engine ?? new GridEngine());

    /// <summary>Each point of what begins with a name, a line each: its file and line, what it is of, and the numbers of the cases that
    /// reach it.</summary>
    public static string Reached(this RulebookFolder folder, string of, params string[] cases)
    {
        var report = folder.WithCases(cases).Cover();
        report.Check.Problems.ShouldBeEmpty();
        report.Check.Cases.SelectMany(result => result.Mismatches).ShouldBeEmpty();
        var numbers = report.Check.Cases.ToDictionary(result => result.Place, result => result.Name);
        return string.Concat(
            report
                .Points.Where(point => $"{point.Of} {point.Branch}".StartsWith(of, StringComparison.Ordinal))
                .Select(point =>
                    $"{point.Place.Row()} {$"{point.Of} {point.Branch}".TrimEnd()}: "
                    + $"{(point.IsReached ? string.Join(' ', point.Cases.Select(one => numbers[one])) : "none")}\n"
                )
        );
    }

    private static string Row(this FilePlace place) => $"{place.File}:{place.Line.ToString(CultureInfo.InvariantCulture)}";
}
