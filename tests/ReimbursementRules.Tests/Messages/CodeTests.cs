using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Messages;

/// <summary>Every code that the library can report stands in a row of a message table.</summary>
public sealed partial class CodeTests
{
    /// <summary>Only a file that cannot be opened, or one of millions of bytes, gives these; <see cref="HostileFileTests"/> and
    /// <see cref="ProportionTests"/> have them.</summary>
    private static readonly string[] Elsewhere =
    [
        "any.empty",
        "any.here",
        "any.idle",
        "any.many",
        "conditions.many",
        "file.directory",
        "file.encoding",
        "file.missing",
        "file.size",
        "file.special",
        "file.unreadable",
        "folder.file",
        "folder.missing",
        "problems.more",
        "folder.unreadable",
        "gates.many",
        "history.range",
        "range.never",
        "warning.idle",
        "warning.unasked",
        "warning.unused",
        "list.large",
        "payers.many",
        "steps.many",
        "table.large",
        "values.many",
        "yaml.length",
        "yaml.size",
    ];

    [Fact]
    public void EveryCodeInTheSource_StandsInATable()
    {
        var facts = KnownFacts.All.Select(fact => fact.Name).Concat(FieldTerms.All.Select(term => term.Id)).Append("provider.id");
        var codes = Directory
            .EnumerateFiles(Repository.In("src", "ReimbursementRules"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith("ProblemTerms.cs", StringComparison.Ordinal))
            .SelectMany(file => Code().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["code"].Value)
            .Where(code => !code.EndsWith(".yaml", StringComparison.Ordinal))
            .Except(facts)
            .ToHashSet();
        codes.Count.ShouldBeGreaterThan(100);
        codes.Except(Rows()).Except(Elsewhere).Order().ShouldBeEmpty();
    }

    [Fact]
    public void EveryCode_HasANameInBothLanguages()
    {
        var codes = Rows().Concat(Elsewhere).Concat(OfCommand()).Where(code => code.Contains('.', StringComparison.Ordinal)).Distinct();
        codes.Where(code => Terms.OfProblem(code) is { } name && (name.En == code || name.Zh == code)).Order().ShouldBeEmpty();
    }

    [Fact]
    public void EveryName_StandsOnThePagesOfCodes()
    {
        var (english, chinese) = (
            File.ReadAllText(Repository.In("rules", "docs", "problem-codes.md")),
            File.ReadAllText(Repository.In("rules", "docs", "zh", "08-messages.md"))
        );
        ProblemTerms.All.Where(term => Count(english, $"`{term.Id}` {term.En} {term.Zh}") != 1).Select(term => term.Id).ShouldBeEmpty();
        ProblemTerms.All.Where(term => Count(chinese, $"`{term.Id}` {term.Zh}") != 1).Select(term => term.Id).ShouldBeEmpty();
    }

    [Fact]
    public void EveryFindingOfTheLibrary_HasAName()
    {
        string[] ids =
        [
            "over_ceiling",
            "old_values",
            "near_miss",
            "not_asked",
            "history_changed",
            "balance_differs",
            "does_not_apply",
            "deferred",
            "late",
            "account_not_yet",
            "account_window",
            "account_persons",
        ];
        FindingTerms.All.Select(term => term.Id).ShouldBe(ids, ignoreOrder: true);
        ids.Where(id => Terms.OfFinding(id).Zh == id).ShouldBeEmpty();
        Terms.OfFinding("a_gate").ShouldBe(new("a_gate", "a_gate"));
    }

    private static int Count(string page, string text) =>
        Regex.Count(page, Regex.Escape(text) + @"(; | \||；)", RegexOptions.None, TimeSpan.FromSeconds(5));

    /// <summary>The codes that the command adds.</summary>
    private static IEnumerable<string> OfCommand() =>
        Directory
            .EnumerateFiles(Repository.In("src", "ReimbursementRules.Cli"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Code().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["code"].Value)
            .Where(code => !code.EndsWith(".yaml", StringComparison.Ordinal));

    [Fact]
    public void EveryTableOfMessages_HasNoRowTwice() =>
        Tables()
            .SelectMany(table => table.Rows.Select(row => $"{table.Name}: {string.Join(" → ", row.Skip(1).Take(2))}"))
            .GroupBy(row => row)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key)
            .Where(row => !row.Contains("Func`", StringComparison.Ordinal))
            .ShouldBeEmpty();

    private static IEnumerable<string> Rows() => Tables().SelectMany(table => table.Rows).Select(row => (string)row[0]);

    private static IEnumerable<(string Name, List<object[]> Rows)> Tables() =>
        typeof(CodeTests)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(CodeTests).Namespace)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(property => property.PropertyType.IsAssignableTo(typeof(TheoryData)))
            .Select(property =>
                ($"{property.DeclaringType!.Name}.{property.Name}", ((IEnumerable)property.GetValue(null)!).Cast<object[]>().ToList())
            );

    [GeneratedRegex(
        @"""(?<code>[a-z_]+\.[a-z_]+)"",\s*(?:new\b|\$?""|slot)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Code();
}
