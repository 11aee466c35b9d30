using System.Text.RegularExpressions;
using ReimbursementRules.Checks;
using ReimbursementRules.Claims;
using ReimbursementRules.Cli.Batches;
using ReimbursementRules.Tests.Builders;
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
        foreach (var path in Directory.GetFiles(Repository.In("tests", "ReimbursementRules.Tests", "Messages", "SlipRulebook")))
            if (Path.GetFileName(path) == file || !Path.GetFileName(path).StartsWith("claim", StringComparison.Ordinal))
                folder.With($"../{Folder}/{Path.GetFileName(path)}", File.ReadAllText(path));
        var changed = Path.Combine(Path.GetDirectoryName(folder.Path)!, Folder, file);
        var text = File.ReadAllText(changed);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0);
        File.WriteAllText(changed, text[..at] + now + text[(at + old.Length)..]);
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
            English().IsMatch(Shown().Replace(problem.Text.Zh, "")).ShouldBeFalse(problem.Text.Zh);
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

    /// <summary>Two words of English one after the other.</summary>
    [GeneratedRegex(@"[a-z]{2,} [a-z]{2,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex English();

    /// <summary>What is shown of the file, and lists of what is known.</summary>
    [GeneratedRegex(@"`.*`|“[^”]*”|可用：.*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shown();
}
