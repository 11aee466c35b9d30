using ReimbursementRules.Claims;
using ReimbursementRules.Reports;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests;

/// <summary>What README.md shows is what the library does. The rulebook lies beside the tests, so that the path in the example
/// holds.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.In("README.md"));

    [Fact]
    public void Readme_TenLinesOfCSharp_AreTheLinesBelow()
    {
        var source = File.ReadAllLines(Repository.In("tests", "ReimbursementRules.Tests", "ReadmeTests.cs"));
        var shown = Readme.Split("```csharp\n")[1].Split("\n```")[0].Split('\n');
        var first = Array.FindIndex(source, line => line.Trim() == shown[0]);
        source[first..]
            .Where(line => !line.Contains("csharpier", StringComparison.Ordinal))
            .Take(shown.Length)
            .Select(line => line.Length == 0 ? line : line[8..])
            .ShouldBe(shown);
    }

    [Fact]
    public void Readme_TenLinesOfCSharp_PrintTheSettlement()
    {
        using var output = new StringWriter();
        Print(output);
        output.ToString().ShouldContain("13,050.00");
    }

    [Fact]
    public void Readme_Sheet_IsWhatTheFirstCommandPrints()
    {
        var claim = Claim.Load(Repository.In("samples", "Analyst", "claims", "level-two-stay.yaml"));
        var sheet = TextReport.Write(Rulebook.Load(Path.Combine(Repository.Rules, "tiered-care-district")).Settle(claim));
        foreach (var shown in Readme.Split("<!-- sheet -->\n\n```\n")[1].Split("\n```")[0].Split("\n\n…\n\n"))
            sheet.ShouldContain(shown);
    }

    private static void Print(TextWriter Console)
    {
        var rulebook = Rulebook.Load("rules/tiered-care-district");
        // csharpier-ignore
        var settlement = rulebook.Settle(new Claim
        {
            Discharged = new(2020, 10, 8),
            Setting = Setting.Inpatient,
            Provider = new() { Level = HospitalLevel.Two },
            Items = [new() { Class = CatalogueClass.A, Amount = Money.Yuan(18_000) },
                new() { Class = CatalogueClass.C, Amount = Money.Yuan(2_000) }],
        });
        Console.WriteLine(TextReport.Write(settlement));
    }
}
