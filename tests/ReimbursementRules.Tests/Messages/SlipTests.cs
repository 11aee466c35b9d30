using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Cli;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What is said of the slips that hands and input methods make, each in a file of <c>SlipRulebook</c>, a city's rulebook that
/// stays as it is: the sign, its place, and the line as it should be. <c>Slips.txt</c> has them: the file, what stood there and what stands
/// there now, then each problem with its code and place, in English and in Chinese.</summary>
public sealed class SlipTests
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
    public void Slips_AreMany() => Slips.Count.ShouldBeGreaterThan(80);

    [Theory]
    [MemberData(nameof(Slips))]
    public void File_WithSlip_NamesTheSignItsPlaceAndTheLineMended(string code, string old, string now, string file, string told)
    {
        using var folder = new RulebookFolder();
        foreach (var path in Directory.GetFiles(Repository.In("tests", "ReimbursementRules.Tests", "Messages", "SlipRulebook")))
            folder.With($"../{Folder}/{Path.GetFileName(path)}", File.ReadAllText(path));
        var changed = Path.Combine(Path.GetDirectoryName(folder.Path)!, Folder, file);
        var text = File.ReadAllText(changed);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0);
        File.WriteAllText(changed, text[..at] + now + text[(at + old.Length)..]);
        var problems = Should.Throw<PolicyException>(() => Rulebook.Load(Path.GetDirectoryName(changed)!)).Problems;
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

    private static string Unescaped(string text) =>
        text.Replace("\\n", "\n", StringComparison.Ordinal)
            .Replace("\\t", "\t", StringComparison.Ordinal)
            .Replace("\\u00A0", "\u00A0", StringComparison.Ordinal)
            .Replace("\\u3000", "\u3000", StringComparison.Ordinal);
}
