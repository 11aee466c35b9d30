using System.Text.RegularExpressions;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>The house rules of the files under <c>rules</c>.</summary>
public sealed partial class RulesTidinessTests
{
    private const int LongestLine = 160;

    private static readonly string[] Readmes =
    [
        "README.md",
        "source-rules.md",
        "examples/README.md",
        .. Manual.Pages.Select(page => $"docs/{page}"),
        .. ChineseManual.Files.Concat(ChineseManual.Pictures).Select(file => $"docs/zh/{file}"),
    ];

    public static TheoryData<string> Files =>
        [
            .. Directory
                .GetFiles(Repository.Rules, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Repository.Rules, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_UnderRules_IsNamedAsTheFormatSays(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!Readmes.Contains(file))
            Path.GetFileName(file)
                .ShouldMatch(
                    @"\A(index|ledger\.cases|(episodes|providers|members|checklists|contract|contributions|targets)(\.cases)?|"
                        + @"[0-9]{1,3}-[a-z0-9]+(-[a-z0-9]+)*(\.cases)?)\.yaml\z"
                );
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_UnderRules_IsTidy(string file)
    {
        var text = File.ReadAllText(Repository.In("rules", file));
        var lines = text.Split('\n');
        text.ShouldNotContain('\t');
        text.ShouldNotContain('\r');
        text.ShouldNotContain('\uFEFF');
        text.ShouldEndWith("\n");
        text.ShouldNotEndWith("\n\n");
        Where(lines, line => line.EndsWith(' ')).ShouldBeEmpty("no blanks at the end of a line");
        if (!Readmes.Contains(file))
            Where(lines, line => line.Length > LongestLine).ShouldBeEmpty($"no line is longer than {LongestLine} characters");
    }

    [Fact]
    public void Folder_WithYaml_HasAnIndexOfFormat1OrIsBuiltOn()
    {
        var indexes = Directory.GetFiles(Repository.Rules, "index.yaml", SearchOption.AllDirectories);
        foreach (var index in indexes)
            File.ReadAllText(index).ShouldStartWith("format: 1\n");
        Directory
            .GetFiles(Repository.Rules, "*.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetDirectoryName(file)!)
            .Distinct()
            .Except(indexes.Select(index => Path.GetDirectoryName(index)!))
            .Except(indexes.SelectMany(index => Named(index, BuildsOnLine())))
            .Except(indexes.SelectMany(index => Named(index, HeldAgainstLine())))
            .ShouldBeEmpty("a folder has an index.yaml, or one of another folder builds on it or is held against it");
    }

    [Fact]
    public void Index_Id_IsTheNameOfItsFolder()
    {
        foreach (var index in Directory.GetFiles(Repository.Rules, "index.yaml", SearchOption.AllDirectories))
            IdLine().Match(File.ReadAllText(index)).Groups["id"].Value.ShouldBe(Path.GetFileName(Path.GetDirectoryName(index)));
    }

    /// <summary>The folder that a line of an index names; nothing where it has no such line.</summary>
    /// <summary>The folders that a line of an index names: one, or a list.</summary>
    private static IEnumerable<string> Named(string index, Regex naming) =>
        naming
            .Match(File.ReadAllText(index))
            .Groups["paths"]
            .Value.Split(['[', ']', ',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(path => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(index)!, path.TrimEnd('/'))));

    private static IEnumerable<int> Where(string[] lines, Func<string, bool> untidy) =>
        lines.Select((line, i) => (line, i)).Where(pair => untidy(pair.line)).Select(pair => pair.i + 1);

    [GeneratedRegex(
        @"^id: (?<id>\S+)$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex IdLine();

    [GeneratedRegex(
        @"^builds_on: (?<paths>.+)$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex BuildsOnLine();

    [GeneratedRegex(
        @"^held_against: (?<paths>.+)$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex HeldAgainstLine();
}
