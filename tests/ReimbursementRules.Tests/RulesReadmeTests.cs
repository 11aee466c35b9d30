using System.Text.RegularExpressions;
using ReimbursementRules.Checks;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Cli;
using ReimbursementRules.Tests.Schemas;

namespace ReimbursementRules.Tests;

/// <summary>The reference of the format is complete, and every example on it loads.</summary>
public sealed partial class RulesReadmeTests
{
    private static readonly string Readme = Manual.Text;

    private static readonly string[] Sources =
    [
        .. Directory
            .GetFiles(Repository.In("src", "ReimbursementRules"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal))
            .Select(File.ReadAllText),
    ];

    public static TheoryData<ReadmeExample> Examples => [.. ReadmeExample.In(Readme)];

    public static TheoryData<string> Facts => [.. Claims.KnownFacts.All.Select(fact => fact.Name)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_OfAReadmeSection_LoadsAndItsCasesPass(ReadmeExample example)
    {
        ArgumentNullException.ThrowIfNull(example);
        using var folder = example.Folder();
        var report = RulebookCheck.Run(folder.Path);
        report.Problems.Select(problem => problem.ToString()).ShouldBeEmpty();
        report.Cases.SelectMany(one => one.Mismatches).Select(mismatch => mismatch.ToString()).ShouldBeEmpty();
        foreach (var text in example.Claims)
            Should.NotThrow(() => report.Rulebook!.Settle(Claim.Parse(text)));
        foreach (var text in example.Histories)
            Should.NotThrow(() =>
                report.Rulebook!.Settle(TestClaim.Stay(1000), History.Load(folder.With("history.txt", text).Path + "/history.txt"))
            );
    }

    [Fact]
    public void Message_OfAWrongRate_IsTheOneShown()
    {
        using var folder = ReadmeExample.In(Readme)[0].Folder().Replace("2-basic.yaml", "75%", "0.75");
        Readme.ShouldContain($"```\n{RulebookCheck.Run(folder.Path).Problems.ShouldHaveSingleItem()}\n```", Shouldly.Case.Sensitive);
    }

    [Fact]
    public void Check_OfTheFirstRulebook_PrintsWhatIsShown()
    {
        using var folder = ReadmeExample.In(Readme)[0].Folder();
        var shown = CliRun.Of("check", folder.Path).Output.Replace(folder.Path, "rules/my-town", StringComparison.Ordinal);
        Readme.ShouldContain($"```\n{shown}```", Shouldly.Case.Sensitive);
    }

    [Fact]
    public void Examples_OfTheReadme_AreAllMarked() =>
        ReadmeExample.Unmarked(Readme).ShouldBeEmpty("a test loads each block of YAML or JSON, so a comment before it says what it is");

    [Fact]
    public void Keys_OfTheReaders_AreAllInTheReadme()
    {
        var keys = KeysOfReaders();
        keys.Count.ShouldBeGreaterThan(100);
        keys.Where(key => !IsShown(key)).ShouldBeEmpty("each key stands in the manual");
    }

    [Fact]
    public void Keys_OfAClaim_AreAllInTheReadme() =>
        ClaimFields
            .All.Select(field => field.Key)
            .Concat(ItemFields.All.Select(field => field.Key))
            .Where(key => !IsShown(key))
            .ShouldBeEmpty("each key stands in the manual");

    /// <summary>Which of two items that hold the same takes the last cent follows from the order of the fields.</summary>
    [Fact]
    public void Fields_OfAnItem_StandInTheOrderInWhichTheyDecide()
    {
        var said = Readme[Readme.IndexOf("the one that comes first by `code`", StringComparison.Ordinal)..];
        said.Split('`').Where((_, i) => i % 2 == 1).Take(ItemFields.All.Length).ShouldBe(ItemFields.All.Select(field => field.Key));
    }

    [Fact]
    public void Words_OfTheReaders_AreAllInTheReadme()
    {
        var words = WordsOfReaders();
        words.Count.ShouldBeGreaterThan(30);
        words.Where(word => !IsShown(word)).ShouldBeEmpty("each word stands in the manual");
    }

    [Fact]
    public void Codes_OfProblems_AreAllInTheReadme()
    {
        var codes = Sources
            .SelectMany(source => Codes().Matches(source))
            .Select(code => code.Groups["code"].Value)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        codes.Count.ShouldBeGreaterThan(100);
        codes.Where(code => !Readme.Contains($"`{code}`", StringComparison.Ordinal)).ShouldBeEmpty("each code stands in the manual");
    }

    [Fact]
    public void Codes_InTheReadme_AreAllCodesOfProblems()
    {
        var table = Readme[Readme.LastIndexOf("## Problem codes", StringComparison.Ordinal)..];
        CodesShown()
            .Matches(table)
            .Select(code => code.Groups["code"].Value)
            .Where(code => !Sources.Any(source => source.Contains($"\"{code}\"", StringComparison.Ordinal)))
            .ShouldBeEmpty("a code that no problem has");
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void Fact_BuiltIn_HasARowWithItsWordsAndDefault(string name)
    {
        var fact = Claims.KnownFacts.All.Single(fact => fact.Name == name);
        var cells = Readme
            .Split('\n')
            .Single(line =>
                line.StartsWith($"| `{name}` | ", StringComparison.Ordinal) && Chinese().IsMatch(line) && line.Split('|').Length == 6
            )
            .Split('|');
        foreach (var word in fact.Words)
            cells[3].ShouldContain($"`{word}`");
        if (fact.Default is { } otherwise)
            cells[4].Trim().ShouldBe($"`{otherwise}`");
    }

    /// <summary>Every key that some reader knows.</summary>
    internal static IReadOnlyList<string> KeysOfReaders() =>
        [
            .. LiteralsIn(KeyLists())
                .Concat(KeyTables.All.SelectMany(table => table.Keys).Select(key => key.Name))
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Every word that some reader knows.</summary>
    internal static IReadOnlyList<string> WordsOfReaders() => LiteralsIn(WordLists());

    private static List<string> LiteralsIn(Regex lists) =>
        [
            .. Sources
                .SelectMany(source => lists.Matches(source))
                .SelectMany(list => Literals().Matches(list.Groups["list"].Value))
                .Select(literal => literal.Groups["word"].Value)
                .Distinct(StringComparer.Ordinal),
        ];

    private static bool IsShown(string word) =>
        Regex.IsMatch(
            Readme,
            $"`{Regex.Escape(word)}`|(?<![a-z_.]){Regex.Escape(word)}: ?",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(5)
        );

    [GeneratedRegex(
        @"(OnlyKeys|TableReader\.Read|layer\.Table)\((?<list>(\([^()]*\)|[^()])*)\)|Keys =\s*\[(?<list>[^\]]*)\]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex KeyLists();

    [GeneratedRegex(
        @"OneOf\((?<list>""[^()]*)\)|case (?<list>""[^""]*""): Same",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex WordLists();

    [GeneratedRegex(
        @"""(?<word>[A-Za-z_.]+)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Literals();

    [GeneratedRegex(
        @"""(?<code>[a-z][a-z_]*\.[a-z_]+)"",\s*(new\b|\$?"")",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Codes();

    [GeneratedRegex(
        "`(?<code>[a-z][a-z_]*\\.[a-z_]+)`",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex CodesShown();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Chinese();
}
