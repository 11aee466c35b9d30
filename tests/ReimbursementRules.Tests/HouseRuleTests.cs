using System.Text.RegularExpressions;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>The rules of the house, held by tests and not by memory.</summary>
public sealed class HouseRuleTests
{
    /// <summary>A folder uses only those before it.</summary>
    private static readonly string[] Order =
    [
        "Values",
        "Yaml",
        "Claims",
        "Policies",
        "Settlements",
        "Engines",
        "ClaimRules",
        "Facts",
        "Registers",
        "Tables",
        "Layers",
        "Settling",
        "Spaces",
        "Curves",
        "Cases",
        "Episodes",
        "Checklists",
        "Targets",
        "Ledgers",
        "Contracts",
        "Contributions",
        "Comparisons",
        "Checks",
        "Coverage",
        "Batches",
        "Reports",
        "Laws",
        "Mutants",
        "Certificates",
        "Schemas",
        "Skeletons",
        "Json",
    ];

    private static readonly string[] Roots = ["src", "tests", "samples"];

    private static readonly string Source = Repository.In("src", "ReimbursementRules");

    private static readonly string[] Files =
    [
        .. Directory
            .EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Source, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Folders_AreThoseOfTheStreet() =>
        Files.Where(file => file.Contains('/', StringComparison.Ordinal)).Select(Folder).Distinct().Except(Order).ShouldBeEmpty();

    [Fact]
    public void Folder_UsesOnlyFoldersBeforeIt()
    {
        var upstream =
            from file in Files
            where file.Contains('/', StringComparison.Ordinal)
            from Match used in Regex.Matches(
                Text(file),
                @"ReimbursementRules\.(?<folder>\w+)",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)
            )
            let folder = used.Groups["folder"].Value
            where Array.IndexOf(Order, folder) > Array.IndexOf(Order, Folder(file))
            select $"{file} uses {folder}";
        upstream.ShouldBeEmpty();
    }

    /// <summary>The list of folders in the README and the chapters of ARCHITECTURE.md are the order that the test above holds.</summary>
    [Fact]
    public void Street_OfThePapers_IsTheOrder()
    {
        var street = File.ReadAllText(Repository.In("README.md")).Split("<!-- street -->")[1].Split("```")[1];
        Regex
            .Matches(street, @"^   (?<folder>\w+)/", RegexOptions.ExplicitCapture | RegexOptions.Multiline, TimeSpan.FromSeconds(1))
            .Select(match => match.Groups["folder"].Value)
            .ShouldBe(Order);
        var chapters = File.ReadAllText(Repository.In("ARCHITECTURE.md"));
        Regex
            .Matches(chapters, @"^### (?<folder>\w+)/", RegexOptions.ExplicitCapture | RegexOptions.Multiline, TimeSpan.FromSeconds(1))
            .Select(match => match.Groups["folder"].Value)
            .ShouldBe(Order);
    }

    [Fact]
    public void NRules_IsNamedOnlyInItsTwoFoldersAndAtTheDoor() =>
        Files
            .Where(file => Regex.IsMatch(Text(file), @"^using NRules", RegexOptions.Multiline, TimeSpan.FromSeconds(1)))
            .Select(Folder)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(["ClaimRules", "Engines", "Rulebook.cs"]);

    [Fact]
    public void YamlDotNet_IsNamedOnlyInTheFolderYaml() =>
        Files.Where(file => Text(file).Contains("YamlDotNet", StringComparison.Ordinal)).Select(Folder).Distinct().ShouldBe(["Yaml"]);

    [Fact]
    public void File_IsShort() => Files.Where(file => Text(file).Count(one => one == '\n') > 320).ShouldBeEmpty();

    /// <summary>The formatter breaks what it can; it leaves texts and comments. Policies within a test stand as they are.</summary>
    [Fact]
    public void Line_OutsideARawText_IsNoLongerThan140() =>
        Roots
            .SelectMany(folder => Directory.EnumerateFiles(Repository.In(folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !Regex.IsMatch(file, @"[/\\](obj|bin)[/\\]", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .SelectMany(LongLines)
            .ShouldBeEmpty();

    [Fact]
    public void File_EndsWithOneLineEndAndHasNoTabs() =>
        Files
            .Where(file =>
                !Text(file).EndsWith('\n')
                || Text(file).EndsWith("\n\n", StringComparison.Ordinal)
                || Text(file).Contains('\t', StringComparison.Ordinal)
            )
            .ShouldBeEmpty();

    [Theory]
    [InlineData(@"DateTime(Offset)?\.(Now|UtcNow|Today)")]
    [InlineData(@"Stopwatch|TickCount|TimeProvider|new Random|Random\.Shared")]
    [InlineData(@"CultureInfo\.(Current|DefaultThread|InstalledUI)")]
    [InlineData(@"\b(double|float|Half)\b (?!a |the |cent)")]
    [InlineData(@"#region|#nullable disable|\bTODO\b|Console\.|Environment\.GetEnvironmentVariable")]
    [InlineData(@"(class|struct|interface) \w*(Helper|Util|Manager)")]
    public void Source_HasNoHiddenInput(string pattern) =>
        Files.Where(file => Regex.IsMatch(Text(file), pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))).ShouldBeEmpty();

    [Fact]
    public void PublicType_IsSealedOrStaticOrAbstract() =>
        typeof(Rulebook)
            .Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
            .ShouldBeEmpty();

    /// <summary>Every public type and member stands in <c>PublicApi.txt</c>. Where a change is meant, put the received file in its
    /// place.</summary>
    [Fact]
    public void PublicApi_IsAsApproved()
    {
        var approved = Repository.In("tests", "ReimbursementRules.Tests", "PublicApi.txt");
        var received = Repository.In("tests", "ReimbursementRules.Tests", "PublicApi.received.txt");
        var api = string.Concat(
            typeof(Rulebook).Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).Select(ApiText.Of)
        );
        if (File.Exists(approved) && File.ReadAllText(approved) == api)
            File.Delete(received);
        else
            File.WriteAllText(received, api);
        File.Exists(received).ShouldBeFalse($"The public API has changed. Where this is meant: mv {received} {approved}");
    }

    private static IEnumerable<string> LongLines(string file)
    {
        const string Raw = "\"\"\"";
        var isRaw = false;
        foreach (var (number, line) in File.ReadLines(file).Index())
        {
            if (!isRaw && line.Length > 140 && !line.Contains(Raw + "{", StringComparison.Ordinal))
                yield return $"{file}:{number + 1}";
            isRaw = isRaw ? !line.TrimStart().StartsWith(Raw, StringComparison.Ordinal) : line.EndsWith(Raw, StringComparison.Ordinal);
        }
    }

    private static string Folder(string file) => file.Split('/')[0];

    private static string Text(string file) => File.ReadAllText(Path.Combine(Source, file));
}
