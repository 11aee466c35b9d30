using System.Text.RegularExpressions;
using ReimbursementRules.Checks;
using ReimbursementRules.Claims;
using ReimbursementRules.Mutants;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Mutants;

public sealed class MutantCheckTests
{
    private const string Stay = """
        - case: A stay of 1,600 yuan
          why: (1600 − 600) × 75% = 750
          claim: { discharged: 2020-10-08, setting: inpatient, items: [{ class: A, amount: 1_600 }] }
          expect: { fund: 750.00, patient: 850.00, parts: { basic.deductible: 600.00 } }

        """;

    /// <summary>All cases that are told pass as they stand; once they are signed, nothing survives but what no claim was found
    /// for.</summary>
    [Fact]
    public void ToldCases_OnceSigned_KillAllThatTheyAreToldFor()
    {
        using var folder = MutantTown.Folder();
        var before = MutantCheck.Run(folder.Path, new() { Workers = 2 });
        var noticed = before.Survivors.Count(survivor => survivor.Case is not null);
        var told = before.Survivors.Select(survivor => survivor.Case).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        noticed.ShouldBeGreaterThan(100);
        told.Count.ShouldBeLessThan(noticed * 2 / 3);
        folder.With("9-told.cases.yaml", string.Concat(told));
        var check = RulebookCheck.Run(folder.Path);
        check.Problems.ShouldBeEmpty();
        check.Cases.Count.ShouldBe(told.Count);
        check.Cases.ShouldAllBe(one => one.Passed && one.IsUnsigned);
        folder.With("9-told.cases.yaml", string.Concat(told).Replace("  unsigned: true\n", "", StringComparison.Ordinal));
        var after = MutantCheck.Run(folder.Path, new() { Workers = 2 });
        after.Survivors.Where(survivor => survivor.Case is not null).ShouldBeEmpty();
        after.Total.Killed.ShouldBeGreaterThanOrEqualTo(noticed);
        after.Total.Refused.ShouldBe(before.Total.Refused);
        before.Total.Score.ShouldBe(Rate.None);
    }

    /// <summary>What a program's own answer says is no evidence.</summary>
    [Fact]
    public void UnsignedCase_KillsNothing()
    {
        using var folder = new RulebookFolder().With(
            "2-basic.cases.yaml",
            Stay.Replace("  claim:", "  unsigned: true\n  claim:", StringComparison.Ordinal)
        );
        var unsigned = MutantCheck.Run(folder.Path);
        (unsigned.Cases, unsigned.UnsignedCases, unsigned.Total.Killed).ShouldBe((0, 1, 0));
        folder.With("2-basic.cases.yaml", Stay);
        var signed = MutantCheck.Run(folder.Path);
        (signed.Cases, signed.UnsignedCases).ShouldBe((1, 0));
        signed.Files.Single(file => file.File == "2-basic.yaml").Killed.ShouldBeGreaterThan(5);
    }

    /// <summary>The cases of this repository were worked out by hand.</summary>
    [Fact]
    public void Cases_OfShippedRulebooks_AreSigned() =>
        Directory
            .EnumerateFiles(Repository.Rules, "*.cases.yaml", SearchOption.AllDirectories)
            .Where(file => File.ReadLines(file).Any(line => line.TrimStart(' ', '-').StartsWith("unsigned:", StringComparison.Ordinal)))
            .ShouldBeEmpty();

    /// <summary>The case for a value that no case shows: one item, a round amount, and its sum.</summary>
    [Fact]
    public void Case_OfASurvivor_IsSmallAndShowsItsSum()
    {
        using var folder = new RulebookFolder().With(
            "2-basic.cases.yaml",
            Stay.Replace(", parts: { basic.deductible: 600.00 }", "", StringComparison.Ordinal)
        );
        folder.Replace("2-basic.yaml", "value: 75%", "value: [{ above: 0, rate: 75% }, { above: 5_000, rate: 80% }]");
        var report = MutantCheck.Run(folder.Path);
        report
            .Survivors.Single(one => one.Change.En == "'rate' is 81% in place of 80%")
            .Case.ShouldBe(
                """
                - case: "Fails where 'rate' is 81% in place of 80%; or 'rate' is 79% in place of 80%; or 'rate' is 80.01% in place of 80%; or 'rate' is 79.99% in place of 80% [2-basic.yaml:16:76]"
                  why: "The patient keeps 600.00 of 10,000.00: deductible 600.00, 0.00 used before. Up to 5,000.00: 75% of 5,000.00 = 3,750.00. Above 5,000.00: 80% of 4,400.00 = 3,520.00."
                  unsigned: true
                  claim: { discharged: 2020-10-08, setting: inpatient, items: [{ class: A, amount: 10_000 }] }
                  expect: { fund: 7_270.00, aid: 0.00, patient: 2_730.00, parts: { basic.share: 2_130.00 } }

                """
            );
    }

    /// <summary>One case for all changes of a value that it notices: the four of a rate.</summary>
    [Fact]
    public void Cases_OfOneValue_AreOneWhereItNoticesAll()
    {
        using var folder = new RulebookFolder();
        var rate = MutantCheck.Run(folder.Path).Survivors.Where(one => one.Change.En.EndsWith("in place of 75%", StringComparison.Ordinal));
        rate.Select(one => one.Case).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        rate.Count().ShouldBe(4);
    }

    /// <summary>Where the catalogue cuts items, the sums begin with its cut: 10% first self-pay of 1,000 above a ceiling price, and what is
    /// out of scope.</summary>
    [Theory]
    [InlineData(
        Language.English,
        "Item 1: 1,200.00 = 200.00 over ceiling + 100.00 first self-pay (10% of 1,000.00) + 900.00 in scope. "
            + "Item 2: 50.00 = 50.00 out of scope. In scope together: 900.00."
    )]
    [InlineData(
        Language.Chinese,
        "项目 1：1,200.00 = 200.00（超限价） + 100.00（乙类先行自付，1,000.00 × 10%） + 900.00（政策范围内）。"
            + "项目 2：50.00 = 50.00（全自费）。政策范围内合计 900.00。"
    )]
    public void Sums_OfItemsThatAreCut_BeginWithTheCut(Language language, string sums)
    {
        using var folder = new RulebookFolder();
        var town = folder.Load();
        var settlement = town.Settle(
            TestClaim.Stay(
                TestClaim.B(1_200, 10) with
                {
                    CeilingPrice = Money.Yuan(1_000),
                },
                new() { Class = CatalogueClass.C, Amount = Money.Yuan(50) }
            )
        );
        string.Join(language == Language.English ? " " : "", ItemWords.Say(town, settlement).Select(one => one.In(language)))
            .ShouldBe(sums);
        ItemWords.Say(town, town.Settle(TestClaim.Stay(1_000))).ShouldBeEmpty();
    }

    /// <summary>A sum of a year that is one of a month, or a claim: only two stays in two periods tell them apart, the first beyond an
    /// edge. They are among the first that are tried.</summary>
    [Theory]
    [InlineData("month", 2)]
    [InlineData("claim", 2)]
    public void Period_OfARunningSum_IsToldByTwoClaims(string per, int claims)
    {
        using var folder = new RulebookFolder().With("2-basic.cases.yaml", Stay);
        folder.Replace("2-basic.yaml", "value: 75%", "value: [{ above: 0, rate: 75% }, { above: 50_000, rate: 80% }]");
        folder.Replace("2-basic.yaml", "    edges: after_deductible\n", "    edges: after_deductible\n    per: year\n");
        var survivor = MutantCheck
            .Run(folder.Path, new() { Tries = 80 })
            .Survivors.Where(one => one.Change.En == $"'per' is {per} in place of year")
            .ShouldHaveSingleItem();
        (survivor.Case.ShouldNotBeNull().Split("    - claim: ").Length - 1).ShouldBe(claims);
    }

    [Fact]
    public void Report_DependsOnNeitherWorkersNorRun()
    {
        using var folder = MutantTown.Folder();
        var one = MutantCheck.Run(folder.Path, new() { Sample = 40, Tries = 300 });
        var two = MutantCheck.Run(
            folder.Path,
            new()
            {
                Sample = 40,
                Tries = 300,
                Workers = 4,
            }
        );
        two.Survivors.ShouldBe(one.Survivors);
        two.Files.ShouldBe(one.Files);
        (one.Total.Killed + one.Total.Survived + one.Total.Equal + one.Total.Refused).ShouldBe(40);
        one.Mutants.ShouldBeGreaterThan(100);
    }

    /// <summary>What changes nothing is proved where it can be: an edge of one band, the order of layers of which only one applies, a row
    /// that says what all others say, a day before anything is settled.</summary>
    [Theory]
    [InlineData("2-basic.yaml:14:12", "'edges' is on_base in place of after_deductible")]
    [InlineData("2-basic.yaml:1:1", "'2-basic.yaml' and '3-other.yaml' have each other's turn")]
    [InlineData("3-other.yaml:14:15", "the row is left to 'otherwise': { hospital.level: one }")]
    [InlineData("index.yaml:7:29", "'each' is total in place of move")]
    public void Change_ThatChangesNothing_IsProvedEqual(string place, string change)
    {
        using var folder = new RulebookFolder().With(
            "3-other.yaml",
            """
            id: other
            title: { en: Other, zh: 其他 }
            payer: fund
            applies: { setting: outpatient }
            base: in_scope
            steps:
              - id: share
                kind: tiers
                edges: after_deductible
                table:
                  2020-01-01:
                    reference: "Town order 7"
                    rows:
                        - { when: { hospital.level: one }, value: 50% }
                        - { otherwise: true, value: 50% }

            """
        );
        var survivor = MutantCheck
            .Run(folder.Path, new() { Tries = 0 })
            .Survivors.Where(one => one.Place.ToString() == place && one.Change.En == change)
            .ShouldHaveSingleItem();
        (survivor.IsEqual, survivor.Case, survivor.Tried).ShouldBe((true, null, 0));
    }

    /// <summary>Where no layer pays, nothing is rounded by layers.</summary>
    [Fact]
    public void Rounding_OfARulebookWithoutLayers_IsProvedEqual()
    {
        using var folder = new RulebookFolder().Without("2-basic.yaml");
        var rounding = MutantCheck
            .Run(folder.Path, new() { Tries = 0 })
            .Survivors.Where(one => one.Change.En.StartsWith("'each' is", StringComparison.Ordinal))
            .ToList();
        rounding.Count.ShouldBe(2);
        rounding.ShouldAllBe(one => one.IsEqual);
    }

    /// <summary>A condition that the layer asks whose rest this one works on is proved to be of no consequence.</summary>
    [Theory]
    [InlineData("base: basic.share", "setting: inpatient", "kind: tiers", true)]
    [InlineData("base: [basic.share, out_of_scope]", "setting: inpatient", "kind: tiers", false)]
    [InlineData("base: { parts: [basic.share], as: original }", "setting: inpatient", "kind: tiers", false)]
    [InlineData("base: basic.share", "setting: [inpatient, day_surgery]", "kind: tiers", false)]
    [InlineData("base: basic.share", "setting: { not: outpatient }", "kind: tiers", false)]
    [InlineData("base: basic.share", "setting: inpatient", "kind: tiers\n    per: year", false)]
    public void Condition_ThatTheLayerBeforeAsks_IsProvedEqualWhereItIsTheSame(string basis, string asked, string kind, bool isEqual)
    {
        using var folder = new RulebookFolder().With(
            "3-more.yaml",
            $$"""
            id: more
            title: { en: More, zh: 补充 }
            payer: aid
            applies: { {{asked}} }
            {{basis}}
            steps:
              - id: share
                {{kind}}
                edges: after_deductible
                table:
                  2020-01-01: { value: 50%, reference: "Town order 7" }

            """
        );
        MutantCheck
            .Run(folder.Path, new() { Tries = 0 })
            .Survivors.Where(one =>
                one.Place.Row == "3-more.yaml:4" && one.Change.En.StartsWith("'applies' is left out", StringComparison.Ordinal)
            )
            .ShouldHaveSingleItem()
            .IsEqual.ShouldBe(isEqual);
    }

    /// <summary>Nearly the same is not proved: two bands, layers that may both apply, a row with another value.</summary>
    [Theory]
    [InlineData("'edges' is on_base in place of after_deductible")]
    [InlineData("'2-basic.yaml' and '3-other.yaml' have each other's turn")]
    [InlineData("the row is left to 'otherwise': { hospital.level: one }")]
    [InlineData("'each' is total in place of move")]
    public void Change_ThatChangesACent_IsNotProvedEqual(string change)
    {
        using var folder = new RulebookFolder()
            .Replace("2-basic.yaml", "value: 75%", "value: [{ above: 0, rate: 75% }, { above: 1_000.01, rate: 80.5% }]")
            .Replace("2-basic.yaml", "base: in_scope", "base: in_scope\nrest: unchanged")
            .With(
                "3-other.yaml",
                """
                id: other
                title: { en: Other, zh: 其他 }
                payer: aid
                base: in_scope
                steps:
                  - id: share
                    kind: tiers
                    edges: after_deductible
                    table:
                      2020-01-01:
                        reference: "Town order 7"
                        rows:
                            - { when: { hospital.level: one }, value: 50.01% }
                            - { otherwise: true, value: 50% }

                """
            );
        var found = MutantCheck.Run(folder.Path).Survivors.Where(one => one.Change.En == change).ToList();
        found.ShouldContain(one => !one.IsEqual && one.Case != null);
    }

    /// <summary>Where each row has a sum of its own, a row that says what all others say is one sum more.</summary>
    [Fact]
    public void Row_WithASumOfItsOwn_IsNotProvedEqual()
    {
        const string Cap = """
              - id: cap
                kind: cap
                of: payment
                per: year
                counts: apart
                amount:
                  2020-01-01:
                    reference: "Town order 4"
                    rows:
                      - { when: { hospital.level: one }, value: 300 }
                      - { when: { hospital.level: two }, value: 500 }
                      - { otherwise: true, value: 300 }

            """;
        using var folder = new RulebookFolder().With("2-basic.yaml", RulebookFolder.Basic + Cap);
        var survivor = MutantCheck
            .Run(folder.Path)
            .Survivors.Where(one => one.Change.En == "the row is left to 'otherwise': { hospital.level: one }")
            .ShouldHaveSingleItem();
        survivor.IsEqual.ShouldBeFalse();
        survivor.Case.ShouldNotBeNull();
    }

    [Fact]
    public void FailingCase_OrBrokenFile_IsToldInPlaceOfMutants()
    {
        using var folder = new RulebookFolder().With("2-basic.cases.yaml", Stay.Replace("750.00", "750.01", StringComparison.Ordinal));
        var failing = MutantCheck.Run(folder.Path);
        failing.FailedCases.ShouldHaveSingleItem().Name.ShouldBe("A stay of 1,600 yuan");
        failing.Files.ShouldBeEmpty();
        folder.Replace("2-basic.yaml", "value: 75%", "value: 0.75");
        var broken = MutantCheck.Run(folder.Path);
        broken.Problems.ShouldHaveSingleItem().Code.ShouldBe("rate.form");
        broken.Rulebook.ShouldBeNull();
        folder.Replace("2-basic.yaml", "value: 0.75", "value: 75%").With("2-basic.cases.yaml", "- case: Nothing\n");
        MutantCheck.Run(folder.Path).Problems.ShouldNotBeEmpty();
    }

    [Fact]
    public void Run_ThatIsStopped_Stops()
    {
        using var folder = new RulebookFolder();
        Should.Throw<OperationCanceledException>(() => MutantCheck.Run(folder.Path, null, new(canceled: true)));
    }

    /// <summary>No claim is looked for where claims are not settled by what is changed.</summary>
    [Fact]
    public void Survivor_OfAChecklist_HasNoCase()
    {
        using var folder = new RulebookFolder().With(
            "checklists.yaml",
            Regex.Replace(
                File.ReadAllText(Repository.In("rules", "fuzhou-designation", "checklists.yaml")),
                "parameter:.*",
                "",
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            )
        );
        var report = MutantCheck.Run(folder.Path);
        report.Problems.ShouldBeEmpty();
        report.Survivors.Where(one => one.Place.File == "checklists.yaml").ShouldAllBe(one => one.Tried == 0 && one.Case == null);
        report.Files.ShouldContain(file => file.File == "checklists.yaml" && file.Survived > 0);
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(2, 1, "66.66%")]
    [InlineData(3, 0, "100%")]
    public void Score_IsCutToAHundredthOfAPercent(int killed, int survived, string? percent) =>
        new MutantScore("a.yaml", killed, survived, 5, 7).Score?.ToString().ShouldBe(percent);

    [Fact]
    public void Options_OfNothing_AreRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new MutantOptions { Sample = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new MutantOptions { Tries = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new MutantOptions { Workers = 0 });
    }
}
