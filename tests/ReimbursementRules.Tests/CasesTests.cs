using ReimbursementRules.Testing;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>The cases that lie beside the files of every rulebook: each is a test by its own name.</summary>
public sealed class CasesTests
{
    /// <summary>Seen from where the tests are built: some rulebooks lie beside them too.</summary>
    private const string Rules = "../../../../../rules";

    [Theory, RulebookCases(Rules)]
    public void Case_Settled_ComesOutAsExpected(RulebookCase one)
    {
        ArgumentNullException.ThrowIfNull(one);
        one.AssertPasses();
    }

    [Theory, Rulebooks(Rules)]
    public void Rulebook_Checked_HasNoProblemsAndSomeCases(TestedRulebook one)
    {
        ArgumentNullException.ThrowIfNull(one);
        one.AssertPasses();
    }

    [Theory, Rulebooks(Rules)]
    public void Rulebook_OfLaw_HasCasesBesideEveryFile(TestedRulebook one)
    {
        ArgumentNullException.ThrowIfNull(one);
        if (one.Rulebook.IsExample)
            return;
        var files = Directory.GetFiles(one.FolderPath, "*.yaml").Select(file => Path.GetFileName(file)).ToList();
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
