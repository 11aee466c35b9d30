using System.Text.RegularExpressions;
using ReimbursementRules.Checks;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Cli;

/// <summary>Every command of the manual in Chinese runs, and prints what the page shows of it; those of the whole city are
/// <see cref="ChineseCityTests" />'.</summary>
public sealed partial class ChineseManualCommandTests : IDisposable
{
    private const string Command = "dotnet run --project samples/Analyst -- ";
    private static readonly string[] Written = ["--out", "--html", "--svg", "--write-cases"];

    private readonly string _folder = Directory.CreateTempSubdirectory("manual-").FullName;
    private readonly RulebookFolder _town = ReadmeExample.In(ChineseManual.Text)[0].Folder();

    public static TheoryData<string, string> Commands
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var page in ChineseManual.Pages)
            foreach (Match line in CommandLines().Matches(ChineseManual.Page(page)))
                if (!line.Value.Contains("rules/lakeside", StringComparison.Ordinal))
                    all.Add(page, line.Value);
            return all;
        }
    }

    public static TheoryData<string, string> Outputs =>
        new()
        {
            { "01-first-rulebook.md", "check" },
            { "02-settling.md", "sheet" },
            { "06-cases.md", "coverage" },
            { "07-compare.md", "compare" },
            { "07-compare.md", "claims" },
            { "07-compare.md", "prove" },
        };

    public static TheoryData<string, string, string> Slips
    {
        get
        {
            var all = new TheoryData<string, string, string>();
            foreach (Match row in SlipRows().Matches(ChineseManual.Page("08-messages.md")))
                all.Add(row.Groups["wrong"].Value, row.Groups["right"].Value, row.Groups["message"].Value);
            return all;
        }
    }

    public void Dispose()
    {
        _town.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_OfAPage_Runs(string page, string command)
    {
        ArgumentNullException.ThrowIfNull(page);
        var run = Run(command);
        run.Code.ShouldBe(command.Contains("--prove", StringComparison.Ordinal) ? 3 : 0, $"{command}\n{run.Output}{run.Error}");
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public void Output_OfAPage_IsWhatItsCommandPrints(string page, string mark)
    {
        var printed = Run(CommandOf(mark)).Output.Replace(_town.Path, "rules/my-town", StringComparison.Ordinal);
        var shown = ChineseManual.Page(page).Split($"<!-- {mark} -->\n```\n").Skip(1).Select(text => text.Split("```")[0]).ToList();
        shown.ShouldNotBeEmpty();
        foreach (var text in shown)
            printed.ShouldContain(text, Shouldly.Case.Sensitive);
    }

    [Theory]
    [MemberData(nameof(Slips))]
    public void Message_OfASlip_IsTheOneShown(string wrong, string right, string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var file = message.Split(':')[0];
        var text = File.ReadAllText(Path.Combine(_town.Path, file));
        text.ShouldContain(right);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        _town.With(file, string.Concat(text.AsSpan(0, at), wrong, text.AsSpan(at + right.Length)));
        Run($"{Command}check rules/my-town --lang zh").Output.ShouldContain($"  {message}\n", Shouldly.Case.Sensitive);
    }

    [Fact]
    public void Coverage_OfTheCasesThatAreAsked_IsWhole()
    {
        using var folder = First("覆盖：用例够不够").Folder();
        CliRun.Of("check", folder.Path, "--coverage", "--lang", "zh").Output.ShouldContain("\n覆盖率：100.00%，9/9\n");
    }

    [Fact]
    public void Slips_AreFound() => Slips.Count.ShouldBeGreaterThan(15);

    [Fact]
    public void Messages_OfAWrongRateAndAGap_AreThoseShown()
    {
        _town.Replace("2-basic.yaml", "75%", "0.75");
        var shown = $"```\n{RulebookCheck.Run(_town.Path).Problems.ShouldHaveSingleItem().In(Language.Chinese)}\n```";
        ChineseManual.Page("01-first-rulebook.md").ShouldContain($"<!-- message -->\n{shown}", Shouldly.Case.Sensitive);
        ChineseManual.Page("08-messages.md").ShouldContain(shown, Shouldly.Case.Sensitive);
    }

    [Fact]
    public void Message_OfATableWithAGap_IsTheOneShown()
    {
        _town.Replace(
            "2-basic.yaml",
            "      2024-01-01: { value: 75%, reference: \"某医保发〔2023〕1号 第五条\" }\n",
            """
                  2024-01-01:
                    reference: "某医保发〔2023〕1号 第五条"
                    rows:
                      - { when: { hospital.level: one }, value: 85% }
                      - { when: { hospital.level: two }, value: 75% }

            """
        );
        var shown = RulebookCheck.Run(_town.Path).Problems.ShouldHaveSingleItem().In(Language.Chinese);
        ChineseManual.Page("08-messages.md").ShouldContain($"<!-- gap -->\n```\n{shown}\n```", Shouldly.Case.Sensitive);
    }

    private CliRun Run(string command)
    {
        var words = command[Command.Length..].Split(' ');
        return CliRun.Of([
            .. words.Select((word, i) => i > 0 && Written.Contains(words[i - 1]) ? Path.Combine(_folder, word) : Placed(word)),
        ]);
    }

    /// <summary>A word of a command as if it ran where the pages say: the first rulebook and its claim are those of the first
    /// page.</summary>
    private string Placed(string word) =>
        word switch
        {
            "rules/my-town" => _town.Path,
            "rules/my-town-2025" => NextYear(),
            "claim.yaml" => Kept(word, First("结算一张单据").Claims[0]),
            "claims.csv" => Kept(word, ChineseManual.Page("07-compare.md").Split("<!-- csv -->\n```\n")[1].Split("```")[0]),
            _ when word.StartsWith("rules/", StringComparison.Ordinal) || word.StartsWith("samples/", StringComparison.Ordinal) =>
                Repository.In(word.Split('/')),
            _ => word,
        };

    private string Kept(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>The copy of the first rulebook with another deductible.</summary>
    private string NextYear()
    {
        var copy = Directory.CreateDirectory(Path.Combine(_folder, "my-town-2025")).FullName;
        foreach (var file in Directory.GetFiles(_town.Path))
            File.WriteAllText(
                Path.Combine(copy, Path.GetFileName(file)),
                File.ReadAllText(file)
                    .Replace("id: my-town", "id: my-town-2025", StringComparison.Ordinal)
                    .Replace("value: 600", "value: 500", StringComparison.Ordinal)
            );
        return copy;
    }

    private static ReadmeExample First(string section) =>
        ReadmeExample.In(ChineseManual.Text).First(example => example.ToString().StartsWith(section, StringComparison.Ordinal));

    private static string CommandOf(string mark) =>
        Command
        + mark switch
        {
            "check" => "check rules/my-town --lang zh",
            "sheet" => "settle rules/my-town claim.yaml --lang zh",
            "coverage" => "check rules/my-town --coverage --lang zh",
            "compare" => "compare rules/my-town rules/my-town-2025 --lang zh",
            "claims" => "compare rules/my-town rules/my-town-2025 --claims claims.csv --lang zh",
            _ => "compare rules/my-town rules/my-town-2025 --prove --lang zh",
        };

    [GeneratedRegex(
        "^dotnet run --project samples/Analyst -- .*$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CommandLines();

    [GeneratedRegex(
        @"^\| [^|`]+ \| `(?<wrong>[^`]+)` \| `(?<right>[^`]+)` \| (?<message>.+) \|$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex SlipRows();
}
