using System.Globalization;
using ReimbursementRules.Checks;
using ReimbursementRules.Coverage;
using ReimbursementRules.Engines;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;
using static ReimbursementRules.Tests.Builders.CoverageTown;

namespace ReimbursementRules.Tests.Coverage;

/// <summary>What counts, for which rulebook, and in what share.</summary>
public sealed class CoverageReportTests : IDisposable
{
    /// <summary>Cases of a town with a gate, of which each adds something.</summary>
    private static readonly string[] Cases =
    [
        Stay("2020-10-08", "599.99"),
        Stay("2020-10-08", "700"),
        Stay("2020-10-08", "9_000", "setting: outpatient"),
        Items("fund: 0", "class: B, first_self_pay: 10%, amount: 1"),
        Items("fund: 0", "class: C, amount: 1"),
        Stay("2019-10-08", "10").Replace("bill: 10", "invalid: [claim.early]", StringComparison.Ordinal),
    ];

    private readonly RulebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WithoutCases_NothingIsReached()
    {
        var report = _folder.Cover();
        report.Count.ShouldBe(new(0, 9));
        report.Count.Percent.ShouldBe(0);
    }

    [Fact]
    public void WithAllCases_AllIsReached()
    {
        var report = _folder.WithCases(Cases).Cover();
        report.Count.ShouldBe(new(9, 9));
        report.Count.Percent.ShouldBe(100);
        report.Files.Select(file => (file.File, file.Count)).ShouldBe([("1-catalogue.yaml", new(3, 3)), ("2-basic.yaml", new(6, 6))]);
        report.Check.Passed.ShouldBeTrue();
    }

    /// <summary>What a case that fails reaches shows nothing; the others count.</summary>
    [Fact]
    public void CaseThatFails_ReachesNothing() =>
        _folder
            .WithCases(Cases[0].Replace("bill: 599.99", "bill: 1", StringComparison.Ordinal), Cases[1])
            .Cover()
            .Points.Single(point => point.Branch == "part")
            .IsReached.ShouldBeFalse();

    [Fact]
    public void ClaimThatIsNotValid_ReachesNothing() => _folder.WithCases(Cases[5]).Cover().Count.Reached.ShouldBe(0);

    [Fact]
    public void FolderWithProblems_HasNoPoints()
    {
        var report = _folder.Without("2-basic.yaml").Without("1-catalogue.yaml").Cover();
        report.Points.ShouldBeEmpty();
        report.Check.Problems.ShouldNotBeEmpty();
    }

    [Fact]
    public void CaseFileWithProblems_LeavesAllUnreached() => _folder.WithCases("claim: {}").Cover().Count.Reached.ShouldBe(0);

    /// <summary>What a folder builds on counts there; the heir's cases reach it, which is told apart.</summary>
    [Fact]
    public void Inherited_DoesNotCount()
    {
        using var heir = new RulebookFolder();
        heir.With("../province/index.yaml", RulebookFolder.Index)
            .With("../province/1-catalogue.yaml", RulebookFolder.Catalogue)
            .With("../province/2-basic.yaml", RulebookFolder.Basic)
            .Without("1-catalogue.yaml")
            .Without("2-basic.yaml")
            .Replace("index.yaml", "status: example", "status: example\nbuilds_on: ../province")
            .With(
                "3-more.yaml",
                Town.Layer(
                    "more",
                    "aid",
                    "basic.share",
                    "",
                    "{ id: share, kind: tiers, edges: after_deductible, table: { 2020-01-01: { value: 9%, reference: R } } }"
                )
            );
        var report = heir.WithCases(Stay("2020-10-08", "700")).Cover();
        report.Check.Problems.ShouldBeEmpty();
        report.Points.Select(point => point.Place.File).Distinct().ShouldBe(["3-more.yaml"]);
        report.Count.ShouldBe(new(2, 2));
        report
            .Inherited.Where(point => point.IsReached)
            .Select(point => $"{point.Place.File} {point.Of} {point.Branch}".TrimEnd())
            .ShouldBe([
                "../province/1-catalogue.yaml catalogue",
                "../province/2-basic.yaml basic applies",
                "../province/2-basic.yaml basic.deductible used_up",
                "../province/2-basic.yaml basic.deductible.amount",
                "../province/2-basic.yaml basic.share.table",
            ]);
    }

    /// <summary>Two towns build on the files of a province that is no rulebook: its files count once, by the cases of both.</summary>
    [Fact]
    public void Shared_CountsOnceByTheCasesOfAll()
    {
        var index = RulebookFolder.Index.Replace("status: example", "status: example\nbuilds_on: ../province", StringComparison.Ordinal);
        _folder.With("index.yaml", index).With("../other/index.yaml", index);
        _folder
            .With("../province/1-catalogue.yaml", RulebookFolder.Catalogue)
            .With("../province/2-basic.yaml", RulebookFolder.Basic)
            .Without("1-catalogue.yaml")
            .Without("2-basic.yaml")
            .WithCases(Stay("2020-10-08", "700"))
            .With(
                "../other/2-basic.cases.yaml",
                $"- case: '2'\n  why: counted by hand\n  {Stay("2020-10-08", "1", "setting: outpatient")}\n"
            );
        CoverageReport[] both = [_folder.Cover(), RulebookCoverage.Run(Path.Combine(_folder.Path, "..", "other"), new GridEngine())];
        both.SelectMany(report => report.Points).ShouldBeEmpty();
        var shared = SharedCoverage.Of(both).ShouldHaveSingleItem();
        shared.Folder.ShouldBe(Path.Combine(Path.GetDirectoryName(_folder.Path)!, "province"));
        shared.Files.Select(file => (file.File, file.Count)).ShouldBe([("1-catalogue.yaml", new(1, 3)), ("2-basic.yaml", new(5, 6))]);
        shared
            .Points.Where(point => point.Of == "basic" || point.Branch == "part")
            .Select(point => $"{point.Branch}: {string.Join(' ', point.Cases.Select(FolderOf))}")
            .ShouldBe(["applies: town", "conditions: other", "part: "]);

        static string? FolderOf(FilePlace place) => Path.GetFileName(Path.GetDirectoryName(place.File));
    }

    /// <summary>A folder on which rulebooks build and which is one itself is not shared.</summary>
    [Fact]
    public void Shared_HasNoRulebooks() =>
        SharedCoverage
            .Of([RulebookCoverage.Run(Repository.In("rules", "shenzhen-retiree-ceiling-2025"), new GridEngine())])
            .Select(shared => Path.GetFileName(shared.Folder))
            .ShouldBe(["national-law"]);

    [Fact]
    public void SharedFoldersOfTheShippedRulebooks_AreReachedTo95Percent() =>
        SharedCoverage
            .Of([.. RulebookCheck.Folders(Repository.In("rules")).Select(folder => RulebookCoverage.Run(folder, new GridEngine()))])
            .Select(shared => (Path.GetFileName(shared.Folder), shared.Count.IsAtLeast(95)))
            .ShouldBe([("beijing", true), ("plain-catalogue", true), ("hunan", true), ("national-law", true)]);

    [Theory]
    [InlineData(0, 0, "100", "100", true)]
    [InlineData(0, 3, "0", "0", true)]
    [InlineData(0, 3, "0", "0.01", false)]
    [InlineData(1, 3, "33.33", "33.33", true)]
    [InlineData(1, 3, "33.33", "33.34", false)]
    [InlineData(19, 20, "95", "95", true)]
    [InlineData(19, 20, "95", "95.0000001", false)]
    [InlineData(29_999, 30_000, "99.99", "100", false)]
    [InlineData(3, 3, "100", "100", true)]
    public void Count_IsExact(int reached, int points, string percent, string asked, bool isAtLeast)
    {
        var count = new CoverageCount(reached, points);
        count.Percent.ShouldBe(decimal.Parse(percent, CultureInfo.InvariantCulture));
        count.IsAtLeast(decimal.Parse(asked, CultureInfo.InvariantCulture)).ShouldBe(isAtLeast);
    }

    /// <summary>Whoever looks changes nothing, and both engines reach the same.</summary>
    [Theory]
    [MemberData(nameof(Rulebooks))]
    public void ShippedRulebook_ReachesTheSameByBothEngines(string folder)
    {
        var path = Repository.In("rules", folder);
        var (grids, rete) = (RulebookCoverage.Run(path, new GridEngine()), RulebookCoverage.Run(path, new NRulesEngine()));
        grids.Points.Select(Told).ShouldBe(rete.Points.Select(Told));
        var plain = RulebookCheck.Run(path, new GridEngine());
        grids.Check.Cases.Select(one => (one.Name, one.Passed)).ShouldBe(plain.Cases.Select(one => (one.Name, one.Passed)));

        static string Told(CoveragePoint point) => $"{point.Place} {point.Of} {point.Branch} {string.Join(' ', point.Cases)}";
    }

    public static TheoryData<string> Rulebooks =>
        [
            .. RulebookCheck
                .Folders(Repository.In("rules"))
                .Select(folder => Path.GetRelativePath(Repository.In("rules"), folder).Replace('\\', '/')),
        ];

    [Theory]
    [MemberData(nameof(Rulebooks))]
    public void ShippedRulebook_IsReachedTo95Percent(string folder)
    {
        var report = RulebookCoverage.Run(Repository.In("rules", folder), new GridEngine());
        report
            .Count.IsAtLeast(95)
            .ShouldBeTrue(
                string.Join('\n', report.Points.Where(point => !point.IsReached).Select(point => $"{point.Place}: {point.Missing.En}"))
            );
    }

    /// <summary>Each point of every shipped rulebook says in both languages what a case would need, and no two are the same.</summary>
    [Theory]
    [MemberData(nameof(Rulebooks))]
    public void ShippedRulebook_SaysWhatIsMissing(string folder)
    {
        var points = RulebookCoverage.Run(Repository.In("rules", folder), new GridEngine()).Points;
        foreach (var point in points)
        {
            point.Place.Line.ShouldBeGreaterThan(0);
            point.Missing.En.ShouldEndWith(".");
            point.Missing.Zh.ShouldEndWith("。");
            point.Missing.En.ShouldNotContain("{0}");
        }

        points.GroupBy(point => (point.Place, point.Of, point.Branch)).Where(same => same.Count() > 1).ShouldBeEmpty();
    }

    /// <summary>A case more never lowers what is reached, whichever there are.</summary>
    [Property(MaxTest = 40)]
    public void CaseMore_LowersNothing(byte seed)
    {
        var some = Enumerable.Range(0, Cases.Length).Where(i => ((seed >> i) & 1) == 1).ToList();
        using var folder = new RulebookFolder();
        var fewer = Reached(folder, some);
        foreach (var more in Enumerable.Range(0, Cases.Length).Except(some))
            fewer.Except(Reached(folder, [.. some, more])).ShouldBeEmpty();

        static List<(FilePlace, string)> Reached(RulebookFolder folder, IEnumerable<int> cases) =>
            [
                .. folder
                    .WithCases(cases.Select(i => Cases[i]))
                    .Cover()
                    .Points.Where(point => point.IsReached)
                    .Select(point => (point.Place, point.Branch)),
            ];
    }
}
