using ReimbursementRules.Testing;
using ReimbursementRules.Tests.Builders;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ReimbursementRules.Tests.Testing;

/// <summary>Rulebooks and cases as tests of xunit: what they are called, and what one says that fails.</summary>
public sealed class AttributeTests
{
    private const string Case = """
        - case: a stay of 1,000
          why: 600 is the deductible, and 75% of 400 are 300.
          claim:
            discharged: 2020-10-08
            setting: inpatient
            items: [{ class: A, amount: 1_000 }]
          expect: { patient: 700, fund: 300 }

        """;

    [Fact]
    public void Case_ThatPasses_IsToldByFileAndLine()
    {
        using var folder = new RulebookFolder().With("2-basic.cases.yaml", Case);
        var one = Cases(folder).Single();
        one.ToString().ShouldBe($"{folder.Path}/2-basic.cases.yaml:1: a stay of 1,000");
        one.AssertPasses();
    }

    [Fact]
    public void Case_ThatFails_SaysWhatWasExpectedAndWhatCame()
    {
        using var folder = new RulebookFolder().With("2-basic.cases.yaml", Case);
        folder.Replace("2-basic.yaml", "value: 600", "value: 500");
        var one = Cases(folder).Single();
        Should
            .Throw<XunitException>(one.AssertPasses)
            .Message.ShouldBe(
                $"{one}\n2-basic.cases.yaml:7:22: expected patient 700.00, was 625.00.\n"
                    + "2-basic.cases.yaml:7:22: “患者负担”（patient）预期为 700.00，实际为 625.00。\n"
                    + "2-basic.cases.yaml:7:33: expected fund 300.00, was 375.00.\n"
                    + "2-basic.cases.yaml:7:33: fund 预期为 300.00，实际为 375.00。"
            );
    }

    /// <summary>The runner of tests takes each case apart and puts it together again.</summary>
    [Fact]
    public void Case_HandedToTheRunner_IsTheSame()
    {
        using var folder = new RulebookFolder().With("2-basic.cases.yaml", Case);
        var written = new Written();
        Cases(folder).Single().Serialize(written);
        var one = new RulebookCase();
        one.Deserialize(written);
        one.ToString().ShouldBe(Cases(folder).Single().ToString());
        one.Result.Passed.ShouldBeTrue();
    }

    [Fact]
    public void Cases_OfARulebookWithProblems_AreOneThatTellsThem()
    {
        using var folder = new RulebookFolder().With("2-basic.cases.yaml", Case);
        folder.Replace("2-basic.yaml", "base: in_scope", "base: in_scop");
        var one = Cases(folder).Single();
        one.ToString().ShouldBe($"{folder.Path}: the files have no problems");
        Should.Throw<XunitException>(one.AssertPasses).Message.ShouldContain("2-basic.yaml:5:7: 'in_scop' is not a part of the bill");
        Should.Throw<XunitException>(Rulebook(folder).AssertPasses).Message.ShouldContain("'in_scop' is not a part of the bill");
        Should.Throw<XunitException>(() => Rulebook(folder).Rulebook);
    }

    [Fact]
    public void Rulebook_WithoutCases_Fails()
    {
        using var folder = new RulebookFolder();
        Should
            .Throw<XunitException>(Rulebook(folder).AssertPasses)
            .Message.ShouldContain("has no case: expected a *.cases.yaml beside its files");
    }

    /// <summary>The deductible is 600, and 75% is paid above it.</summary>
    [Fact]
    public void Rulebook_WhoseCasesReachAndNoticeTooLittle_SaysWhat()
    {
        using var folder = new RulebookFolder().With("2-basic.cases.yaml", Case);
        var rulebook = Rulebook(folder);
        rulebook.AssertReaches(0);
        rulebook.AssertNotices(0);
        var reached = Should.Throw<XunitException>(() => rulebook.AssertReaches(100)).Message;
        reached.ShouldMatch(@"its cases reach \d+ of \d+ points, expected at least 100%\.");
        reached.ShouldContain("2-basic.yaml:");
        var noticed = Should.Throw<XunitException>(() => rulebook.AssertNotices(100)).Message;
        noticed.ShouldMatch(@"its cases notice \d+ of \d+ changes of its files, expected at least 100%\.");
        noticed.ShouldContain("2-basic.yaml:");
        Should.Throw<ArgumentOutOfRangeException>(() => rulebook.AssertReaches(100.01m));
        Should.Throw<ArgumentOutOfRangeException>(() => rulebook.AssertNotices(-1));
    }

    /// <summary>Cases of every kind: of ledgers, contracts, contributions, checklists, episodes and targets too.</summary>
    [Fact]
    public void Folders_OfThisRepository_AreFoundAboveTheTests()
    {
        var rulebooks = new RulebooksAttribute("../../../../../rules").GetData(null!).Select(data => data.Single().ToString()!).ToList();
        rulebooks.Count.ShouldBe(89);
        rulebooks.ShouldContain("examples/benchmark");
        var cases = new RulebookCasesAttribute("rules/outpatient-budget-2009")
            .GetData(null!)
            .Select(data => data.Single().ToString()!)
            .ToList();
        cases.ShouldAllBe(one => one.StartsWith("rules/outpatient-budget-2009/contract.cases.yaml:", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_AFolderAboveTheTests_IsTheRulebook() =>
        TestedRulebook.Load("rules/tiered-care-district").Id.ShouldBe("tiered-care-district");

    [Fact]
    public void Folder_ThatIsNotThere_SaysWhereItWasLookedFor() =>
        Should
            .Throw<DirectoryNotFoundException>(() => new RulebooksAttribute("rulez").GetData(null!).ToList())
            .Message.ShouldStartWith($"No folder 'rulez' beside the tests in '{AppContext.BaseDirectory}', or in a folder above.");

    [Fact]
    public void Folder_WithoutARulebook_SaysWhatWasExpected() =>
        Should
            .Throw<InvalidOperationException>(() => new RulebookCasesAttribute("samples/ClaimStream").GetData(null!).ToList())
            .Message.ShouldContain("has no rulebook: expected an index.yaml in it or below it");

    [Fact]
    public void AssertHold_ALawThatBreaks_TellsASmallClaim()
    {
        var rulebook = Town.Of(
            Town.Basic(StepText.TiersOf("rows: [ { when: { bill: { from: 1_000 } }, value: 10% }, { otherwise: yes, value: 50% } ]"))
        );
        SettlementLaws.AssertHold(rulebook, members: 20);
        Should
            .Throw<Exception>(() => SettlementLaws.AssertHold(rulebook, [SettlementLaws.MoreFee]))
            .ToString()
            .ShouldContain("Where an item costs more, the funds never pay less, but for 0.01 of each move");
    }

    private static IReadOnlyList<RulebookCase> Cases(RulebookFolder folder) =>
        [.. new RulebookCasesAttribute(folder.Path).GetData(null!).Select(data => (RulebookCase)data.Single())];

    private static TestedRulebook Rulebook(RulebookFolder folder) =>
        (TestedRulebook)new RulebooksAttribute(folder.Path).GetData(null!).Single().Single();

    private sealed class Written : IXunitSerializationInfo
    {
        private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

        public void AddValue(string key, object value, Type? type = null) => _values.Add(key, value);

        public object GetValue(string key, Type type) => _values[key];

        public T GetValue<T>(string key) => (T)_values[key];
    }
}
