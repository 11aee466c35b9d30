using System.Text.RegularExpressions;
using ReimbursementRules.Testing;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Testing;

/// <summary>The rules of the house for the test kit.</summary>
public sealed class KitHouseTests
{
    private static readonly string Source = Repository.In("src", "ReimbursementRules.Testing");

    private static readonly string[] Files =
    [
        .. Directory
            .EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Regex.IsMatch(file, @"[/\\](obj|bin)[/\\]", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))),
    ];

    [Fact]
    public void File_IsShort() => Files.Where(file => File.ReadLines(file).Count() > 320).ShouldBeEmpty();

    /// <summary>So that it can be read in one go and believed: at most 300 lines of code, which know JSON and nothing of this
    /// library.</summary>
    [Fact]
    public void Checker_IsShortAndIndependent()
    {
        string[] lines =
        [
            .. ((string[])["SettlementChecker.cs", "CheckerReading.cs"]).SelectMany(file => File.ReadAllLines(Path.Combine(Source, file))),
        ];
        lines.Count(line => line.Trim() is { Length: > 0 } code && !code.StartsWith("//", StringComparison.Ordinal)).ShouldBeLessThan(301);
        lines
            .Where(line => line.StartsWith("using ", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "using System.Globalization;",
                "using System.Text.Json;",
                "using System.Text.RegularExpressions;",
                "using static ReimbursementRules.Testing.CheckerReading;",
            ]);
    }

    [Theory]
    [InlineData(@"DateTime(Offset)?\.(Now|UtcNow|Today)")]
    [InlineData(@"Stopwatch|TickCount|TimeProvider|new Random|Random\.Shared")]
    [InlineData(@"\b(double|float|Half)\b (?!a |the |cent)")]
    public void Source_HasNoHiddenInput(string pattern) =>
        Files
            .Where(file => Regex.IsMatch(File.ReadAllText(file), pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .ShouldBeEmpty();

    /// <summary>Every public type and member stands in <c>TestingApi.txt</c>. Where a change is meant, put the received file in its
    /// place.</summary>
    [Fact]
    public void PublicApi_IsAsApproved()
    {
        var approved = Repository.In("tests", "ReimbursementRules.Tests", "TestingApi.txt");
        var received = Repository.In("tests", "ReimbursementRules.Tests", "TestingApi.received.txt");
        var api = string.Concat(
            typeof(ClaimArbitrary).Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).Select(ApiText.Of)
        );
        if (File.Exists(approved) && File.ReadAllText(approved) == api)
            File.Delete(received);
        else
            File.WriteAllText(received, api);
        File.Exists(received).ShouldBeFalse($"The public API has changed. Where this is meant: mv {received} {approved}");
    }
}
