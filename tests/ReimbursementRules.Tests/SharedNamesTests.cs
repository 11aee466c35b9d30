using ReimbursementRules.Comparisons;
using ReimbursementRules.Engines;
using ReimbursementRules.Skeletons;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>The ids that layers and steps of all cities share, by which comparisons line two cities up.</summary>
public sealed class SharedNamesTests
{
    private static readonly string[] Schemes = ["employee", "resident"];
    private static readonly string[] Kinds = ["inpatient", "outpatient", "critical"];

    [Theory]
    [InlineData("new-city.md")]
    [InlineData("zh/12-new-city.md")]
    public void Manual_NamesEachLayerAsSkeletonsDo(string page)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Rules, "docs", page));
        var table = text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).ToList();
        string[] ids =
        [
            .. from scheme in Schemes from kind in Kinds select new SkeletonLayer(scheme, kind).Id,
            new SkeletonLayer("", "aid").Id,
        ];
        foreach (var id in ids)
            table.ShouldContain(line => line.Contains($"`{id}`", StringComparison.Ordinal), id);
    }

    /// <summary>The same step of two cities is one value that changed, not one that went and one that came.</summary>
    [Theory]
    [InlineData("employee_inpatient.deductible")]
    [InlineData("employee_inpatient.share")]
    [InlineData("resident_inpatient.share")]
    public void Compare_OfTwoCities_LinesTheirStepsUp(string step) =>
        RulebookComparison
            .Of(Load("shenzhen"), Load("wuhan"))
            .Changes.Where(change => change.Where.StartsWith(step, StringComparison.Ordinal))
            .ShouldContain(change => change.Before != null && change.After != null);

    private static Rulebook Load(string city) => Rulebook.Load(Path.Combine(Repository.Rules, city), new GridEngine());
}
