using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>The cases that lie beside the files of every rulebook: each is a test by its own name.</summary>
public sealed class CasesTests
{
    public static TheoryData<RulebookCase> Cases => [.. RulebookCase.All];

    public static TheoryData<string> Folders => [.. RulebookCase.Folders];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_Settled_ComesOutAsExpected(RulebookCase one)
    {
        ArgumentNullException.ThrowIfNull(one);
        one.Result.Mismatches.Select(mismatch => mismatch.ToString()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Rulebook_Checked_HasNoProblemsAndSomeCases(string folder)
    {
        var report = RulebookCase.Report(folder);
        report.Problems.Select(problem => problem.ToString()).ShouldBeEmpty();
        report.Cases.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Rulebook_OfLaw_HasCasesBesideEveryFile(string folder)
    {
        if (RulebookCase.Report(folder).Rulebook is not { IsExample: false })
            return;
        var files = Directory.GetFiles(Repository.In("rules", folder), "*.yaml").Select(file => Path.GetFileName(file)).ToList();
        files
            .Where(file => file != "index.yaml" && !file.EndsWith(".cases.yaml", StringComparison.Ordinal))
            .Where(file => !files.Contains(Path.ChangeExtension(file, "cases.yaml")))
            .ShouldBeEmpty("each file has its cases beside it");
    }

    /// <summary>Private hospitals have the rates of public ones (seed rule S24): no table may ask who owns the hospital.</summary>
    [Fact]
    public void TenMeasures_Ownership_IsNeverAsked() =>
        Directory
            .GetFiles(Repository.In("rules", "provincial-ten-measures"), "*.yaml")
            .Where(file => !file.EndsWith(".cases.yaml", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("hospital.ownership", StringComparison.Ordinal))
            .ShouldBeEmpty();
}
