using System.Text.RegularExpressions;
using ReimbursementRules.Checks;
using ReimbursementRules.Claims;
using ReimbursementRules.Cli.Batches;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Cli;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What is said of the slips that hands and input methods make, each in a file of <c>SlipRulebook</c>, a city's rulebook that
/// stays as it is: the sign, its place, and the line as it should be. <c>Slips.txt</c> has them: the file, what stood there and what stands
/// there now, then each problem with its code and place, in English and in Chinese.</summary>
public sealed partial class SlipTests
{
    private const string Folder = "tiered-care-district";

    public static TheoryData<string, string, string, string, string> Slips
    {
        get
        {
            var rows = new TheoryData<string, string, string, string, string>();
            var table = Repository.In("tests", "ReimbursementRules.Tests", "Messages", "Slips.txt");
            foreach (var block in File.ReadAllText(table).TrimEnd('\n').Split("\n\n"))
            {
                var lines = block.Split('\n');
                rows.Add(
                    lines[3].Split(' ')[0],
                    Unescaped(lines[1]["- ".Length..]),
                    Unescaped(lines[2]["+ ".Length..]),
                    lines[0],
                    string.Join('\n', lines[3..])
                );
            }

            return rows;
        }
    }

    [Fact]
    public void Slips_AreMany() => Slips.Count.ShouldBeGreaterThan(160);

    [Theory]
    [MemberData(nameof(Slips))]
    public void File_WithSlip_NamesTheSignItsPlaceAndTheLineMended(string code, string old, string now, string file, string told)
    {
        using var folder = new RulebookFolder();
        var changed = Written(folder, old, now, file);
        var problems = ProblemsOf(changed);
        string.Join(
                '\n',
                problems.SelectMany(problem =>
                    new[]
                    {
                        $"{problem.Code} {problem.Place.Line}:{problem.Place.Column}",
                        problem.Text.In(Language.English),
                        problem.Text.In(Language.Chinese),
                    }
                )
            )
            .ShouldBe(told);
        problems.Select(problem => problem.Code).ShouldContain(code);
        problems.ShouldAllBe(problem => problem.Place.File == file);
        problems.ShouldRead(code, string.Join('\n', problems));
        foreach (var problem in problems)
            ChineseOnly.EnglishIn(problem.Text.Zh).ShouldBeEmpty(problem.Text.Zh);
    }

    [Theory]
    [MemberData(nameof(Slips))]
    public void File_WithTheMendedLines_HasNoSlipInThemAnyMore(string code, string old, string now, string file, string told)
    {
        using var folder = new RulebookFolder();
        var changed = Written(folder, old, now, file);
        var rows = File.ReadAllLines(changed);
        var mended = Mended(changed);
        told.ShouldContain(code);
        foreach (var (line, texts) in mended)
        {
            var text = texts.Distinct().ShouldHaveSingleItem(told);
            var indent = rows[line - 1].Length - rows[line - 1].TrimStart(' ').Length;
            rows[line - 1] = text.IsIndent ? text.Text : new string(' ', indent) + text.Text;
        }

        File.WriteAllLines(changed, rows);
        Mended(changed).Keys.Intersect(mended.Keys).ShouldBeEmpty(string.Join('\n', rows));
        Problems(changed)
            .Where(problem => problem.Code == "yaml.form" && mended.ContainsKey(problem.Place.Line))
            .ShouldBeEmpty(string.Join('\n', rows));
    }

    /// <summary>The lines that problems show mended in full, by their numbers.</summary>
    private static Dictionary<int, List<(string Text, bool IsIndent)>> Mended(string file) =>
        Problems(file)
            .Where(problem => Line().IsMatch(problem.Help.En) && !problem.Help.En.Contains('…', StringComparison.Ordinal))
            .GroupBy(problem => problem.Place.Line)
            .ToDictionary(
                line => line.Key,
                line =>
                    line.Select(one =>
                            (Line().Match(one.Help.En).Groups["line"].Value, !one.Help.En.Contains("Write:", StringComparison.Ordinal))
                        )
                        .ToList()
            );

    private static IReadOnlyList<Problem> Problems(string file)
    {
        try
        {
            return ProblemsOf(file);
        }
        catch (ShouldAssertException)
        {
            return [];
        }
    }

    /// <summary>Writes the rulebook with a slip in a file; gives the path of that.</summary>
    private static string Written(RulebookFolder folder, string old, string now, string file)
    {
        foreach (var path in Directory.GetFiles(Repository.In("tests", "ReimbursementRules.Tests", "Messages", "SlipRulebook")))
            if (Path.GetFileName(path) == file || !Path.GetFileName(path).StartsWith("claim", StringComparison.Ordinal))
                folder.With($"../{Folder}/{Path.GetFileName(path)}", File.ReadAllText(path));
        var changed = Path.Combine(Path.GetDirectoryName(folder.Path)!, Folder, file);
        var text = File.ReadAllText(changed);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0);
        File.WriteAllText(changed, text[..at] + now + text[(at + old.Length)..]);
        return changed;
    }

    /// <summary>What is said of a file: of a claim, of claims in CSV, of cases, or of a rulebook with it.</summary>
    private static IReadOnlyList<Problem> ProblemsOf(string path)
    {
        var name = Path.GetFileName(path);
        if (name.StartsWith("claim.", StringComparison.Ordinal))
            return Should.Throw<InputException>(() => Claim.Load(path)).Problems;
        if (name == "claims.csv")
        {
            using var csv = File.OpenRead(path);
            return ((CsvClaim)CsvTable.In(name, csv).Single()).Problems();
        }

        if (!name.EndsWith(".cases.yaml", StringComparison.Ordinal))
            return Should.Throw<PolicyException>(() => Rulebook.Load(Path.GetDirectoryName(path)!)).Problems;
        var problems = new ProblemLog();
        CaseKinds.ReadFile(path, problems);
        return problems.Told();
    }

    private static string Unescaped(string text) =>
        text.Replace("\\n", "\n", StringComparison.Ordinal)
            .Replace("\\t", "\t", StringComparison.Ordinal)
            .Replace("\\u00A0", "\u00A0", StringComparison.Ordinal)
            .Replace("\\u3000", "\u3000", StringComparison.Ordinal)
            .Replace("\\uFEFF", "\uFEFF", StringComparison.Ordinal);

    /// <summary>A line that is shown.</summary>
    [GeneratedRegex("`(?<line>.*)`", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();
}
