using System.Text.RegularExpressions;
using ReimbursementRules.Checks;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>The table of the source rules tells the truth: each file is there, and so is each case, by its own sentence.</summary>
public sealed partial class SourceRulesTests
{
    private static readonly List<(string Rule, string File, string Case)> Rows =
    [
        .. File.ReadLines(Path.Combine(Repository.Rules, "source-rules.md"))
            .Select(line => Row().Match(line))
            .Where(match => match.Success)
            .Select(match => (match.Groups["rule"].Value, match.Groups["file"].Value, match.Groups["case"].Value)),
    ];

    [Fact]
    public void Rows_AreThereInTheOrderOfTheRules()
    {
        Rows.Count.ShouldBeGreaterThan(100);
        Rows.Select(row => int.Parse(row.Rule[1..], System.Globalization.CultureInfo.InvariantCulture)).ShouldBeInOrder();
        Rows.ShouldBeUnique();
    }

    [Fact]
    public void Files_AreThere() =>
        Rows.Where(row => row.File != "–")
            .Select(row => row.File)
            .Distinct()
            .Where(file => !File.Exists(Path.Combine(Repository.Rules, file)))
            .ShouldBeEmpty();

    [Fact]
    public void Cases_StandBesideTheirFiles()
    {
        var missing =
            from row in Rows
            where row.File != "–" && !row.Case.StartsWith("– ", StringComparison.Ordinal)
            let cases = Path.Combine(
                Repository.Rules,
                row.File.EndsWith(".cases.yaml", StringComparison.Ordinal)
                    ? row.File
                    : row.File.Replace(".yaml", ".cases.yaml", StringComparison.Ordinal)
            )
            where !File.Exists(cases) || !Names(cases).Contains(row.Case)
            select $"{row.Rule}: {row.File}: {row.Case}";
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void RulesWithoutFile_SayWhy() => Rows.Where(row => row.File == "–" && row.Case.Length < 10).ShouldBeEmpty();

    private static HashSet<string> Names(string file)
    {
        var problems = new ProblemLog();
        return [.. CaseKinds.ReadFile(file, problems).Select(one => one.Name.En)];
    }

    [GeneratedRegex(
        @"^\| (?<rule>S\d+) \| (?<file>[^|]+?) \| (?<case>[^|]+?) \|$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Row();
}
