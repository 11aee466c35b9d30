using System.Globalization;
using System.Text.RegularExpressions;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Cli;

/// <summary>Every command that README.md and README.zh-CN.md show runs as it is written there, and ends as it says.</summary>
public sealed partial class ReadmeCommandTests : IDisposable
{
    private const string Command = "dotnet run --project samples/Analyst -- ";
    private static readonly string[] Written = ["--out", "--html", "--graph", "--json"];

    private readonly string _folder = Directory.CreateTempSubdirectory("readme-").FullName;

    private static readonly string[] Shown =
    [
        .. new[] { "README.md", "README.zh-CN.md" }
            .SelectMany(readme => Fences().Matches(File.ReadAllText(Repository.In(readme))))
            .Select(block => block.Groups["text"].Value)
            .Where(text => text.Contains(Command, StringComparison.Ordinal)),
    ];

    public static TheoryData<string> Blocks => [.. Shown];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Block_OfTheReadme_RunsAsWritten(string block)
    {
        ArgumentNullException.ThrowIfNull(block);
        var lines = block.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            if (lines[i].StartsWith(Command, StringComparison.Ordinal))
            {
                var run = CliRun.Of([.. Placed(lines[i][Command.Length..].Split(' '))]);
                run.Code.ShouldBe(i + 1 < lines.Length ? CodeIn(lines[i + 1]) : 0, $"{lines[i]}\n{run.Output}{run.Error}");
            }
    }

    [Fact]
    public void Blocks_AreFound() => Shown.Length.ShouldBeGreaterThan(6);

    /// <summary>The words of a command as if it ran in a fresh clone: what it reads lies in the repository, what it writes
    /// beside.</summary>
    private IEnumerable<string> Placed(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
            yield return (i > 0 && Written.Contains(words[i - 1])) || File.Exists(Path.Combine(_folder, words[i]))
                ? Path.Combine(_folder, words[i])
            : words[i] is "rules" || words[i].StartsWith("rules/", StringComparison.Ordinal) ? FromRoot(words[i], i)
            : words[i].StartsWith("samples/", StringComparison.Ordinal) ? FromRoot(words[i], i)
            : words[i];
    }

    /// <summary>The first word is the command, which may have the name of a folder.</summary>
    private static string FromRoot(string word, int at) => at == 0 ? word : Repository.In(word.Split('/'));

    private static int CodeIn(string line) =>
        Code().Match(line) is { Success: true } told ? int.Parse(told.Groups["code"].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        "^```[a-z]*\\n(?<text>.*?)\\n```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Fences();

    [GeneratedRegex(
        "^# exit code (?<code>[0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Code();
}
