using ReimbursementRules.Checks;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Messages;

namespace ReimbursementRules.Tests;

/// <summary>A rulebook that builds on another folder.</summary>
public sealed class BuildsOnTests : IDisposable
{
    private const string OfProvince = """
        format: 1
        id: province
        title: { en: Province, zh: 某省 }
        status: example
        from: 2018-01-01
        benefit_year: { starts: 01-01, decided_by: discharge }
        rounding: { to: 0.01, each: move }
        payers:
          fund: { title: { en: Provincial fund, zh: 省级基金 } }
          aid: { title: { en: Provincial aid, zh: 省级救助 } }
        parameters:
          wage: { 2018-01-01: { value: 1_000, reference: Notice 1 } }
        lists:
          chronic: [flu]
        facts:
          ward: { words: [general, special], default: general }
        calendar: { holidays: [2020-10-09] }

        """;

    private const string Hold = """
        gates:
          - id: look
            when: { emergency: yes }
            then: hold
            due: { working_days: 1 }
            reference: Order 4
            message: { en: Look., zh: 查。 }

        """;

    private readonly RulebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_OfTheOtherFolder_AreTakenAsIfTheyStoodHere()
    {
        Shared().Load().Settle(TestClaim.Stay(1_600)).Fund().ShouldBe(750m);
    }

    [Fact]
    public void Place_OfAnInheritedFile_IsSeenFromHere()
    {
        Shared()
            .Load()
            .Settle(TestClaim.Stay(1_600))
            .Steps.Select(step => step.Source.Place.ToString())
            .ShouldBe(["../province/2-basic.yaml:11:7", "../province/2-basic.yaml:16:7"]);
        Should
            .Throw<PolicyException>(_folder.Replace("../province/2-basic.yaml", "75%", "0.75").Load)
            .Problems.ShouldRead(
                "rate.form",
                "../province/2-basic.yaml:16:28: '0.75' is not a rate: it has no '%'. Write 75% where 0.75 of the "
                    + "whole is meant, or 0.75% where 0.75 of a hundred is."
            );
    }

    [Fact]
    public void File_OfTheSameName_TakesThePlaceOfTheInheritedOne()
    {
        Shared()
            .With("2-basic.yaml", RulebookFolder.Basic.Replace("75%", "80%", StringComparison.Ordinal))
            .Load()
            .Settle(TestClaim.Stay(1_600))
            .Fund()
            .ShouldBe(800m);
    }

    [Fact]
    public void File_OfAnotherNameWithTheSameTurn_IsAProblem()
    {
        Shared().With("2-town.yaml", RulebookFolder.Basic.Replace("id: basic", "id: town", StringComparison.Ordinal));
        Should
            .Throw<PolicyException>(_folder.Load)
            .Problems.ShouldRead(
                "file.turn",
                "2-town.yaml: ../province/2-basic.yaml has turn 2 already. Give each file a number of its own."
            );
    }

    [Fact]
    public void File_OfTheOtherFolderThatIsNoPolicyFile_IsNamed()
    {
        Should
            .Throw<PolicyException>(Shared().With("../province/basic.yaml", "id: x").Load)
            .Problems.Single()
            .ToString()
            .ShouldStartWith("../province/basic.yaml: 'basic.yaml' is not a file of a rulebook.");
    }

    [Fact]
    public void Index_OfTheOtherFolder_GivesItsNames()
    {
        Derived("")
            .With("0-gates.yaml", Hold)
            .With(
                "2-basic.yaml",
                RulebookFolder
                    .Basic.Replace("value: 600", "value: { parameter: wage, times: 1 }", StringComparison.Ordinal)
                    .Replace(
                        "applies: { setting: inpatient }",
                        "applies: { disease: { in: chronic }, ward: general }",
                        StringComparison.Ordinal
                    )
            );
        var rulebook = _folder.Load();
        rulebook.Payers.ShouldBe(["fund", "aid"]);
        rulebook.Id.ShouldBe("town");
        rulebook.Settle(TestClaim.Stay(3_000) with { Disease = "flu" }).Fund().ShouldBe(1_500m);
        rulebook.Settle(TestClaim.Stay(3_000) with { Disease = "cold" }).Fund().ShouldBe(0m);
        rulebook
            .Settle(TestClaim.Stay(3_000) with { Disease = "flu", Emergency = true })
            .Findings.Single()
            .Due.ShouldBe(new DateOnly(2020, 10, 12));
    }

    [Fact]
    public void Index_OwnEntries_WinOneByOne()
    {
        Derived("payers:\n  town: { title: { en: Town fund, zh: 镇基金 } }\n  fund: { title: { en: Own fund, zh: 本镇基金 } }")
            .Replace(
                "index.yaml",
                "payers:",
                "parameters: { wage: { 2020-01-01: { value: 2_000, reference: Notice 2 } } }\nlists: { chronic: [cold] }\n"
                    + "facts: { ward: [general, ward_b] }\ncalendar: { holidays: [] }\npayers:"
            )
            .With(
                "2-basic.yaml",
                RulebookFolder
                    .Basic.Replace("value: 600", "value: { parameter: wage, times: 1 }", StringComparison.Ordinal)
                    .Replace(
                        "applies: { setting: inpatient }",
                        "applies: { disease: { in: chronic }, ward: ward_b }",
                        StringComparison.Ordinal
                    )
            )
            .With("0-gates.yaml", Hold);
        var rulebook = _folder.Load();
        rulebook.Payers.ShouldBe(["fund", "aid", "town"]);
        var settlement = rulebook.Settle(
            TestClaim.Stay(3_000) with
            {
                Disease = "cold",
                Emergency = true,
                Attributes = TestClaim.Attributes(("ward", "ward_b")),
            }
        );
        settlement.Fund().ShouldBe(750m);
        settlement.Findings.Single().Due.ShouldBe(new DateOnly(2020, 10, 9));
        settlement.Payers.Select(payer => payer.Title.En).ShouldBe(["Own fund", "Provincial aid", "Town fund"]);
    }

    [Fact]
    public void Index_OfTheOtherFolderWithAMistake_ShowsItsPlace()
    {
        Derived("").Replace("../province/index.yaml", "value: 1_000", "value: -1");
        Should
            .Throw<PolicyException>(_folder.Load)
            .Problems.ShouldRead(
                "number.form",
                "../province/index.yaml:12:32: '-1' is not a number from 0 to 1,000,000,000,000, such as 2.5."
            );
    }

    [Fact]
    public void Chain_OfFolders_TakesTheNearestOfEachName()
    {
        Derived("")
            .Without("1-catalogue.yaml")
            .Replace("../province/index.yaml", "payers:", "builds_on: ../law/state\npayers:")
            .With("../law/state/1-catalogue.yaml", RulebookFolder.Catalogue)
            .With("../law/state/2-basic.yaml", RulebookFolder.Basic)
            .With(
                "../law/state/3-more.yaml",
                RulebookFolder
                    .Basic.Replace("id: basic", "id: more", StringComparison.Ordinal)
                    .Replace("75%", "10%", StringComparison.Ordinal)
                    .Replace("base: in_scope", "base: [basic.deductible, basic.share]", StringComparison.Ordinal)
            )
            .With("../province/2-basic.yaml", RulebookFolder.Basic.Replace("75%", "50%", StringComparison.Ordinal))
            .Without("2-basic.yaml");
        var settlement = _folder.Load().Settle(TestClaim.Stay(1_600));
        settlement.Fund().ShouldBe(550m);
        settlement
            .Steps.Select(step => step.Source.Place.File)
            .Distinct()
            .ShouldBe(["../province/2-basic.yaml", "../law/state/3-more.yaml"], ignoreOrder: true);
    }

    [Fact]
    public void Circle_OfFolders_IsAProblem()
    {
        Derived("").Replace("../province/index.yaml", "payers:", "builds_on: ../town\npayers:");
        Should
            .Throw<PolicyException>(_folder.Load)
            .Problems.ShouldRead(
                "builds_on.circle",
                "../province/index.yaml:8:12: '../town' is this folder itself, or builds on it in turn. One of them must stand alone."
            );
    }

    [Fact]
    public void Path_WithACharacterThatNoPathHas_IsAProblem()
    {
        _folder.Replace("index.yaml", "payers:", "builds_on: \"../pro\\0vince\"\npayers:");
        Should
            .Throw<PolicyException>(_folder.Load)
            .Problems.ShouldRead(
                "builds_on.path",
                "index.yaml:8:12: '../pro?vince' is not a path from this folder. Write it with forward slashes, such as ../province."
            );
    }

    /// <summary>Accounts come after the funds, whichever folder has them.</summary>
    [Fact]
    public void Accounts_InheritedAndOwn_StandTogether()
    {
        var rulebook = Derived("payers:\n  two: { title: { en: Two, zh: 二 }, account: yes }")
            .Replace("../province/index.yaml", "parameters:", "  one: { title: { en: One, zh: 一 }, account: yes }\nparameters:")
            .Load();
        var settlement = rulebook.Settle(TestClaim.Stay(1_000));
        settlement.Accounts.Select(account => account.Payer).ShouldBe(["one", "two"]);
        rulebook.Payers.ShouldNotContain("one");
        rulebook.Payers.ShouldNotContain("two");
    }

    [Fact]
    public void Catalogue_InNeitherFolder_IsMissing()
    {
        Should
            .Throw<PolicyException>(Shared().Without("../province/1-catalogue.yaml").Load)
            .Problems.ShouldRead("file.missing", "1-catalogue.yaml: the rulebook has no 1-catalogue.yaml. Every rulebook has one.");
    }

    [Fact]
    public void Cases_OfTheRulebookItself_AreSettledAndThoseOfTheOtherFolderAreNot()
    {
        const string cases = """
            - case: A stay of 1,600 yuan
              why: (1600 − 600) × 75% = 750
              claim: { discharged: 2020-10-08, setting: inpatient, items: [ { class: A, amount: 1_600 } ] }
              expect: { fund: 750.00 }

            """;
        Shared()
            .With("2-basic.cases.yaml", cases)
            .With("../province/2-basic.cases.yaml", cases.Replace("750.00", "1.00", StringComparison.Ordinal));
        var report = RulebookCheck.Run(_folder.Path);
        report.Passed.ShouldBeTrue();
        report.Cases.Count.ShouldBe(1);
    }

    [Fact]
    public void Folders_WithoutAnIndex_AreNoRulebooks()
    {
        var town = Shared().Path;
        RulebookCheck.Folders(Path.GetDirectoryName(town)!).ShouldBe([town]);
    }

    /// <summary>The town on a folder that only holds files to share.</summary>
    private RulebookFolder Shared() =>
        _folder
            .Replace("index.yaml", "payers:", "builds_on: ../province\npayers:")
            .With("../province/1-catalogue.yaml", RulebookFolder.Catalogue)
            .With("../province/2-basic.yaml", RulebookFolder.Basic)
            .Without("1-catalogue.yaml")
            .Without("2-basic.yaml");

    /// <summary>The town on the rulebook of its province, with other lines in place of its payers.</summary>
    private RulebookFolder Derived(string payers) =>
        _folder
            .With("../province/index.yaml", OfProvince)
            .With(
                "index.yaml",
                RulebookFolder.Index[..RulebookFolder.Index.IndexOf("payers:", StringComparison.Ordinal)]
                    + $"builds_on: ../province\n{payers}\n"
            );

    /// <summary>Two folders, the nearer first: both have a gate file, of which the nearer counts; the law stands in a file of its
    /// own.</summary>
    [Fact]
    public void Folders_InAList_CountTheNearerFirst()
    {
        var law = Hold.Replace("id: look", "id: law", StringComparison.Ordinal);
        using var folder = new RulebookFolder()
            .With("../near/0-gates.yaml", Hold)
            .With("../far/0-gates.yaml", Hold.Replace("id: look", "id: other", StringComparison.Ordinal))
            .With("../far/0-law.yaml", law)
            .Replace("index.yaml", "payers:", "builds_on: [../near, ../far]\npayers:");
        folder
            .Load()
            .Settle(TestClaim.Stay(1_600) with { Emergency = true })
            .Findings.Select(finding => finding.Id)
            .ShouldBe(["law", "look"]);
    }

    /// <summary>Two folders that build on the same one are no circle, and it counts once.</summary>
    [Fact]
    public void Folder_ReachedByTwoWays_CountsOnce()
    {
        var index = OfProvince.Replace("payers:", "builds_on: ../far\npayers:", StringComparison.Ordinal);
        using var folder = new RulebookFolder()
            .With("../near/index.yaml", index)
            .With("../other/index.yaml", index)
            .With("../far/0-law.yaml", Hold)
            .Replace("index.yaml", "payers:", "builds_on: [../near, ../other]\npayers:");
        folder.Load().Settle(TestClaim.Stay(1_600) with { Emergency = true }).Findings.ShouldHaveSingleItem().Id.ShouldBe("look");
    }

    [Fact]
    public void Gate_NamedLikeOneOfTheLaw_IsAProblem()
    {
        using var folder = new RulebookFolder().With("0-law.yaml", Hold).With("0-gates.yaml", Hold);
        var problem = Should.Throw<PolicyException>(() => folder.Load()).Problems.ShouldHaveSingleItem();
        problem.ToString().ShouldBe("0-gates.yaml:2:9: a gate of 0-law.yaml is named 'look' too. Give each a name of its own.");
    }

    /// <summary>A law that lies nearer hides none that lies farther.</summary>
    [Fact]
    public void Laws_OfEveryFolder_Count()
    {
        using var folder = new RulebookFolder()
            .With("0-law.yaml", Hold.Replace("id: look", "id: own", StringComparison.Ordinal))
            .With("../near/0-law.yaml", Hold.Replace("id: look", "id: near", StringComparison.Ordinal))
            .With("../far/0-law.yaml", Hold.Replace("id: look", "id: far", StringComparison.Ordinal))
            .Replace("index.yaml", "payers:", "builds_on: [../near, ../far]\npayers:");
        folder
            .Load()
            .Settle(TestClaim.Stay(1_600) with { Emergency = true })
            .Findings.Select(finding => finding.Id)
            .ShouldBe(["far", "near", "own"]);
    }

    [Fact]
    public void Folder_WithinOneThatIsBuiltOn_IsAProblem()
    {
        using var folder = new RulebookFolder()
            .With("../near/layers/4-top.yaml", "id: top\n")
            .Replace("index.yaml", "payers:", "builds_on: ../near\npayers:");
        Should
            .Throw<PolicyException>(() => folder.Load())
            .Problems.ShouldContain(problem =>
                problem.ToString().StartsWith("../near/layers/: 'layers/' is a folder, and nothing in it is read.")
            );
    }
}
