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
        var (usings, shown) = Shown();
        var first = Array.FindIndex(source, line => line.Trim() == shown[0]);
        source[first..]
            .Where(line => !line.Contains("csharpier", StringComparison.Ordinal))
            .Take(shown.Length)
            .Select(line => line.Length == 0 ? line : line[8..])
            .ShouldBe(shown);
        source
            .Where(line => line.StartsWith("using ", StringComparison.Ordinal) && !line.Contains(".Tests", StringComparison.Ordinal))
            .Prepend("using ReimbursementRules;")
            .ShouldBe(usings, "this file lies below the first of them");
    }

    [Fact]
    public void Readme_Namespaces_AreThoseThatHoldPublicTypes()
    {
        var table = Readme.Split("| namespace |")[1].Split("\n\n")[0];
        typeof(Rulebook)
            .Assembly.GetExportedTypes()
            .Select(type => type.Namespace!)
            .Distinct()
            .Where(name =>
                !table.Contains($"`{name.Replace("ReimbursementRules.", ".", StringComparison.Ordinal)}`", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();
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

    /// <summary>The lines that README shows: those that name namespaces, and after a blank line the rest.</summary>
    private static (string[] Usings, string[] Lines) Shown()
    {
        var parts = Readme.Split("```csharp\n")[1].Split("\n```")[0].Split("\n\n");
        return (parts[0].Split('\n'), parts[1].Split('\n'));
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
