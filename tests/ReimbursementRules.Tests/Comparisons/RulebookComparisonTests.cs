using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Comparisons;

public sealed class RulebookComparisonTests
{
    private const string Contract = """
        contracts:
          - id: visits
            title: { en: Visits, zh: 门诊 }
            fund: fund
            steps:
              - id: budget
                kind: standard
                per: year
                amount:
                  2020-01-01: { value: 12_000, reference: One }

        """;

    private const string Premium = """
        contributions:
          - id: premium
            title: { en: Premium, zh: 保费 }
            per: year
            parts:
              - { id: personal, title: { en: Premium, zh: 保费 }, payer: member, amount: { 2020-01-01: { value: 250, reference: One } } }

        """;

    private const string ByLevel = """
        2020-01-01:
                reference: "Town order 2"
                rows:
                  - { when: { hospital.level: [one, unrated] }, value: 300 }
                  - { when: { hospital.level: two }, value: 600 }
                  - { when: { hospital.level: three }, value: 1_000 }
        """;

    private const string One = """2020-01-01: { value: 600, reference: "Town order 2" }""";

    [Fact]
    public void Rulebook_WithItself_HasNoChange() => Pair.Changed(_ => { }).Lines().ShouldBeEmpty();

    [Fact]
    public void Value_Changed_IsToldWithBothReferences()
    {
        var comparison = Pair.Changed(folder =>
            folder.Replace("2-basic.yaml", One, """2020-01-01: { value: 700, reference: "Town order 20" }""")
        );
        comparison
            .Lines()
            .ShouldBe([
                "basic.deductible.amount Changed: 600 [Town order 2 2-basic.yaml:11] → 700 [Town order 20 2-basic.yaml:11] | "
                    + "setting: inpatient",
            ]);
        comparison.CaseLines().ShouldBe(["basic.deductible.amount {setting: inpatient}: 600 → 700"]);
    }

    [Fact]
    public void Row_Changed_IsToldForItsCasesOnly() =>
        Pair.Of(folder => Levels(folder), folder => Levels(folder).Replace("2-basic.yaml", "1_000", "1_200"))
            .Lines()
            .ShouldBe([
                "basic.deductible.amount Changed: 1,000 [Town order 2 2-basic.yaml:16] → 1,200 [Town order 2 "
                    + "2-basic.yaml:16] | setting: inpatient; hospital.level: three",
            ]);

    /// <summary>Files' words for programs, and both languages for people.</summary>
    [Fact]
    public void Cases_OfWords_AreSaidInBothLanguages()
    {
        var comparison = Pair.Of(folder => Levels(folder), folder => Levels(folder).Replace("2-basic.yaml", "1_000", "1_200"));
        var said = comparison.Changes.ShouldHaveSingleItem().Cases.ShouldHaveSingleItem();
        said.Text.ShouldBe(new("setting: inpatient; hospital level: three", "就医类型：住院；医院级别：三级"));
        comparison.Cases.ShouldHaveSingleItem().Facts.Text.ShouldBe(said.Text);
    }

    [Fact]
    public void Rows_ReorderedSplitOrWrittenOtherwise_AreNoChange() =>
        Pair.Of(
                folder => Levels(folder),
                folder =>
                    folder.Replace(
                        "2-basic.yaml",
                        One,
                        """
                        2020-01-01:
                                reference: "Town order 21"
                                rows:
                                  - { when: { hospital.level: three }, value: 1_000.00 }
                                  - { when: { hospital.level: one }, value: 3_00 }
                                  - { when: { hospital.level: two, age: { below: 60 } }, value: 600 }
                                  - { when: { hospital.level: two, age: { from: 60 } }, value: 600 }
                                  - { otherwise: true, value: 300.0 }
                        """
                    )
            )
            .Lines()
            .ShouldBeEmpty();

    [Fact]
    public void Row_Split_IsToldForTheCasesThatDiffer()
    {
        var comparison = Pair.Of(
            folder => Levels(folder),
            folder =>
                Levels(folder)
                    .Replace(
                        "2-basic.yaml",
                        "- { when: { hospital.level: three }, value: 1_000 }",
                        "- { when: { hospital.level: three, location: in_area }, value: 1_000 }\n          - { when: { "
                            + "hospital.level: three, location: { not: in_area } }, value: 2_000 }"
                    )
        );
        comparison
            .CaseLines()
            .ShouldBe(["basic.deductible.amount {setting: inpatient; hospital.level: three; location: { not: in_area }}: 1,000 → 2,000"]);
    }

    [Fact]
    public void Number_ThresholdMoved_IsToldForTheNumbersBetween() =>
        Pair.Of(folder => Ages(folder, 60), folder => Ages(folder, 65))
            .CaseLines()
            .ShouldBe(["basic.deductible.amount {setting: inpatient; age: { from: 60, below: 65 }}: 300 → 600"]);

    [Fact]
    public void Value_WithANewDate_IsToldFromThatDay() =>
        Pair.Changed(folder =>
                folder.Replace("2-basic.yaml", One, $"{One}\n      2021-07-01: {{ value: 500, reference: \"Town order 22\" }}")
            )
            .Lines()
            .ShouldBe([
                "basic.deductible.amount Changed: 600 [Town order 2 2-basic.yaml:11] → 500 [Town order 22 2-basic.yaml:12] | "
                    + "setting: inpatient; day of discharge: { from: 2021-07-01 }",
            ]);

    [Fact]
    public void Days_BeforeTheLaterRulebook_AreNotCompared()
    {
        var comparison = Pair.Changed(folder =>
            folder
                .Replace("index.yaml", "from: 2020-01-01", "from: 2021-01-01")
                .Replace("2-basic.yaml", One, "2021-01-01: { value: 600, reference: Now }")
        );
        comparison.From.ShouldBe(new(2021, 1, 1));
        comparison.Lines().ShouldBe(["index.from Changed: 2020-01-01 [index.yaml:5] → 2021-01-01 [index.yaml:5]"]);
    }

    [Fact]
    public void TwoDays_OfOneRulebook_AreToldWithoutDays()
    {
        var rulebook = Pair.Loaded(folder =>
            folder.Replace("2-basic.yaml", One, $"{One}\n      2021-07-01: {{ value: 500, reference: \"Town order 22\" }}")
        );
        RulebookComparison.Of(rulebook.AsOn(new(2020, 1, 1)), rulebook.AsOn(new(2021, 6, 30))).Lines().ShouldBeEmpty();
        RulebookComparison
            .Of(rulebook.AsOn(new(2021, 6, 30)), rulebook.AsOn(new(2021, 7, 1)))
            .Lines()
            .ShouldBe([
                "basic.deductible.amount Changed: 600 [Town order 2 2-basic.yaml:11] → 500 [Town order 22 2-basic.yaml:12] | "
                    + "setting: inpatient",
            ]);
    }

    [Fact]
    public void Contract_WithANewBudget_IsToldWithBothReferences() =>
        Pair.Of(
                folder => folder.With("contract.yaml", Contract),
                folder =>
                    folder.With(
                        "contract.yaml",
                        Contract.Replace("12_000, reference: One", "13_000, reference: Two", StringComparison.Ordinal)
                    )
            )
            .Lines()
            .ShouldBe([
                "contracts.visits.steps.budget.amount.2020-01-01.value Changed: 12_000 [One contract.yaml:10] → 13_000 [Two "
                    + "contract.yaml:10]",
            ]);

    [Fact]
    public void Contract_WithARevision_IsToldFromItsDay() =>
        Pair.Of(
                folder => folder.With("contract.yaml", Contract),
                folder => folder.With("contract.yaml", Contract + "          2020-07-01: { value: 15_000, reference: Three }\n")
            )
            .Lines()
            .ShouldBe(["contracts.visits.steps.budget.amount.2020-07-01 Added: – → value: 15_000 [Three contract.yaml:11]"]);

    [Fact]
    public void Contract_New_IsToldStepByStep() =>
        Pair.Changed(folder => folder.With("contract.yaml", Contract))
            .Changes.Select(change => $"{change.Where} {change.Kind}")
            .ShouldBe([
                "contracts.visits Added",
                "contracts.visits.steps.budget Added",
                "contracts.visits.steps.budget.amount Added",
                "contracts.visits.steps.budget.amount.2020-01-01 Added",
            ]);

    [Fact]
    public void Contribution_Gone_IsRemoved() =>
        Pair.Of(folder => folder.With("contributions.yaml", Premium), _ => { })
            .Changes.Select(change => $"{change.Where} {change.Kind}")
            .ShouldContain("contributions.premium.parts.personal.amount.2020-01-01 Removed");

    [Fact]
    public void Layer_New_IsToldAsAWhole()
    {
        var comparison = Pair.Changed(folder =>
            folder.With(
                "3-relief.yaml",
                Town.Layer("relief", "aid", "basic.share", "applies: { poverty: registered, setting: inpatient }", StepText.Tiers("50%"))
            )
        );
        comparison
            .Lines()
            .ShouldBe(["relief Added: – → payer: aid, steps: [share] [3-relief.yaml:1] | poverty: registered; setting: inpatient"]);
        var added = comparison.Changes.ShouldHaveSingleItem();
        added.After!.Says.Text.Zh.ShouldBe("支付方：救助；步骤：share");
        added.Cases.ShouldHaveSingleItem().Text.Zh.ShouldBe("困难类别：建档立卡；就医类型：住院");
    }

    [Fact]
    public void Days_OfAPeriod_EndBeforeADay() =>
        Pair.Changed(folder =>
                folder.Replace(
                    "2-basic.yaml",
                    One,
                    """
                    2020-01-01: { value: 600, reference: "Town order 2" }
                          2021-01-01: { value: 700, reference: "Town order 3" }
                          2022-01-01: { value: 600, reference: "Town order 4" }
                    """
                )
            )
            .Cases.Select(cases => cases.Facts.Text)
            .ShouldBe([
                new(
                    "setting: inpatient; day of discharge: from 2021-01-01, below 2022-01-01",
                    "就医类型：住院；出院日：2021-01-01 起，2022-01-01 之前"
                ),
            ]);

    [Fact]
    public void Layer_Gone_IsRemoved() =>
        Pair.Of(folder => folder.With("3-relief.yaml", Town.Layer("relief", "aid", "basic.share", "", StepText.Tiers("50%"))), _ => { })
            .Lines()
            .ShouldBe(["relief Removed: payer: aid, steps: [share] [3-relief.yaml:1] → –"]);

    [Fact]
    public void Layer_ThatEnds_NoLongerAppliesFromThatDay() =>
        Pair.Changed(folder => folder.Replace("2-basic.yaml", "payer: fund\n", "payer: fund\nuntil: 2022-01-01\n"))
            .CaseLines()
            .ShouldBe([
                "basic.applies {setting: inpatient; day of discharge: { from: 2022-01-01 }}: yes → no",
                "basic.deductible.amount {setting: inpatient; day of discharge: { from: 2022-01-01 }}: 600 → –",
                "basic.share.table {setting: inpatient; day of discharge: { from: 2022-01-01 }}: 75% → –",
            ]);

    [Fact]
    public void Layer_ThatAppliesMoreWidely_IsToldWithItsValues() =>
        Pair.Changed(folder => folder.Replace("2-basic.yaml", "setting: inpatient", "setting: [inpatient, day_surgery]"))
            .CaseLines()
            .ShouldBe([
                "basic.applies {setting: day_surgery}: no → yes",
                "basic.deductible.amount {setting: day_surgery}: – → 600",
                "basic.share.table {setting: day_surgery}: – → 75%",
            ]);

    [Fact]
    public void Layer_BaseAndStep_AreToldKeyByKey() =>
        Pair.Changed(folder =>
                folder
                    .Replace("2-basic.yaml", "base: in_scope", "base: [in_scope, first_self_pay]")
                    .Replace("2-basic.yaml", "per: admission", "per: year")
            )
            .Lines()
            .ShouldBe([
                "basic.base Changed: in_scope [2-basic.yaml:5] → [first_self_pay, in_scope] [2-basic.yaml:5]",
                "basic.deductible.per Changed: admission [2-basic.yaml:9] → year [2-basic.yaml:9]",
            ]);

    [Fact]
    public void Step_New_IsToldWithItsTable() =>
        Pair.Changed(folder =>
                folder.With(
                    "2-basic.yaml",
                    RulebookFolder.Basic
                        + """
                          - id: cap
                            kind: cap
                            of: payment
                            per: year
                            amount:
                              2020-01-01: { value: 100_000, reference: "Town order 9" }

                        """
                )
            )
            .Lines()
            .ShouldBe([
                "basic.cap Added: – → kind: cap, of: payment, per: year [2-basic.yaml:17]",
                "basic.cap.amount Added: – → 100,000 [Town order 9 2-basic.yaml:22] | setting: inpatient",
            ]);

    /// <summary>The part decides what later layers find, though every rate is the same.</summary>
    [Theory]
    [InlineData(
        "{ 2020-01-01: { times: 90%, reference: x } }",
        "{ part: elsewhere, table: { 2020-01-01: { times: 90%, reference: x } } }",
        "Added: – → elsewhere [2-basic.yaml:15]"
    )]
    [InlineData(
        "{ part: away, table: { 2020-01-01: { times: 90%, reference: x } } }",
        "{ part: elsewhere, table: { 2020-01-01: { times: 90%, reference: x } } }",
        "Changed: away [2-basic.yaml:15] → elsewhere [2-basic.yaml:15]"
    )]
    public void PartOfAChangeOfARate_NamedOrRenamed_IsTold(string before, string after, string change)
    {
        Pair.Of(folder => Adjusted(folder, before), folder => Adjusted(folder, after))
            .Lines()
            .ShouldBe([$"basic.share.adjust.1.part {change}"]);

        static void Adjusted(RulebookFolder folder, string adjust) =>
            folder.Replace("2-basic.yaml", "edges: after_deductible", $"edges: after_deductible\n    adjust: [ {adjust} ]");
    }

    [Fact]
    public void Layers_InAnotherOrder_AreTold()
    {
        var (one, other) = (
            Town.Layer("one", "fund", "in_scope", "", StepText.Tiers("50%")),
            Town.Layer("other", "aid", "in_scope", "", StepText.Tiers("50%"))
        );
        RulebookComparison
            .Of(Town.Of(one, other), Town.Of(other, one))
            .Lines()
            .ShouldBe(["layers Changed: [one, other] [2-layer.yaml:1] → [other, one] [2-layer.yaml:1]"]);
    }

    [Fact]
    public void Parameter_Changed_IsToldWithTheAmountsThatFollow() =>
        Pair.Of(folder => Wage(folder, "10_000"), folder => Wage(folder, "12_000"))
            .Lines()
            .ShouldBe([
                "parameters.wage Changed: 10000 [Wage index.yaml:13] → 12000 [Wage index.yaml:13] | day: { from: 2021-01-01 }",
                "basic.deductible.amount Changed: { parameter: wage, times: 10% } = 1,000.00 [Town order 2 2-basic.yaml:11] "
                    + "→ { parameter: wage, times: 10% } = 1,200.00 [Town order 2 2-basic.yaml:11] | setting: inpatient; day of "
                    + "discharge: { from: 2021-01-01 }",
            ]);

    [Fact]
    public void List_Changed_IsToldByItsWordsAndInTheTables()
    {
        var comparison = Pair.Of(folder => Listed(folder, "[flu, gout]"), folder => Listed(folder, "[gout, asthma]"));
        comparison.Lines().First().ShouldBe("lists.mild Changed: [flu] [index.yaml:12] → [asthma] [index.yaml:12]");
        comparison
            .CaseLines()
            .ShouldBe(
                [
                    "basic.deductible.amount {setting: inpatient; disease: asthma}: 600 → 100",
                    "basic.deductible.amount {setting: inpatient; disease: flu}: 100 → 600",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void Gate_New_IsToldWithWhatItHits() =>
        Pair.Changed(folder => folder.With("0-gates.yaml", Gate("refuse")))
            .Lines()
            .ShouldBe(["gates.injury Added: – → refuse [Order 7 0-gates.yaml:2] | cause: work_injury"]);

    [Fact]
    public void Gate_ThatDoesAnotherThing_IsChanged() =>
        Pair.Of(folder => folder.With("0-gates.yaml", Gate("flag")), folder => folder.With("0-gates.yaml", Gate("refuse, liable: aid")))
            .Lines()
            .ShouldBe([
                "gates.injury Changed: flag [Order 7 0-gates.yaml:2] → refuse [Order 7 0-gates.yaml:2] | cause: work_injury",
                "gates.injury.liable Added: – → aid [Order 7 0-gates.yaml:2]",
            ]);

    [Fact]
    public void Gate_ThatEnds_IsToldFromThatDay()
    {
        var ending = Gate("refuse").Replace("when:", "until: 2021-01-01, when:", StringComparison.Ordinal);
        Pair.Of(folder => folder.With("0-gates.yaml", Gate("refuse")), folder => folder.With("0-gates.yaml", ending))
            .Lines()
            .ShouldBe([
                "gates.injury Removed: refuse [Order 7 0-gates.yaml:2] → – | cause: work_injury; day of discharge: { from: 2021-01-01 }",
            ]);
        var town = Pair.Loaded(folder => folder.With("0-gates.yaml", ending));
        RulebookComparison
            .Of(town.AsOn(new(2020, 12, 31)), town.AsOn(new(2021, 1, 1)))
            .Lines()
            .ShouldBe(["gates.injury Removed: refuse [Order 7 0-gates.yaml:2] → – | cause: work_injury"]);
        town.AsOn(new(2020, 12, 31))
            .Settle(TestClaim.Stay(1_000) with { Cause = Cause.WorkInjury, Discharged = new(2022, 1, 1) })
            .Status.ShouldBe(SettlementStatus.Refused);
        town.AsOn(new(2021, 1, 1))
            .Settle(TestClaim.Stay(1_000) with { Cause = Cause.WorkInjury })
            .Status.ShouldBe(SettlementStatus.Settled);
    }

    [Fact]
    public void Catalogue_RateAndCeiling_AreTold()
    {
        var comparison = Pair.Changed(folder =>
            folder
                .Replace("1-catalogue.yaml", "first_self_pay: own", "first_self_pay: 10%")
                .Replace("1-catalogue.yaml", "ceiling: trim", "ceiling: hospital")
        );
        comparison
            .Lines()
            .ShouldBe([
                "catalogue.ceiling Changed: trim [1-catalogue.yaml:1] → hospital [1-catalogue.yaml:1]",
                "catalogue Changed: first_self_pay: own [Town order 1 1-catalogue.yaml:8] → first_self_pay: 10% [Town order "
                    + "1 1-catalogue.yaml:8] | item.class: B",
            ]);
    }

    [Fact]
    public void PayersFactsAndTargets_AreTold()
    {
        var comparison = Pair.Changed(folder =>
            folder
                .Replace("index.yaml", "  aid: {", "  net: { title: { en: Net, zh: 网 } }\n  aid: { paid_by: fund,")
                .With("index.yaml", File.ReadAllText(Path.Combine(folder.Path, "index.yaml")) + "facts:\n  group: [low, high]\n")
                .With(
                    "targets.yaml",
                    "targets:\n  - { id: t, title: { en: T, zh: 目标 }, fund: \"1\", value: rate, must: { at_least: 50% }, "
                        + "reference: Frame }\n"
                )
        );
        comparison
            .Lines()
            .ShouldBe([
                "payers.aid.paid_by Added: – → fund [index.yaml:11]",
                "payers.net Added: – → net [index.yaml:10]",
                "facts.group Added: – → [high, low] [index.yaml:13]",
                "targets.t Added: – → fund: 1, value: rate, must: { at_least: 50% } [Frame targets.yaml:2]",
            ]);
    }

    [Fact]
    public void Fact_WithAnotherWord_IsToldWhereOnlyOneKnowsIt()
    {
        var comparison = Pair.Of(folder => Wards(folder, "[general, special]"), folder => Wards(folder, "[general, special, noble]"));
        comparison.CaseLines().ShouldBe(["basic.deductible.amount {setting: inpatient; ward: noble}: – → 100"]);
    }

    [Theory]
    [InlineData("75%", "75.0%")]
    [InlineData("75%", "[ { rate: 75.00%, above: 0 } ]")]
    [InlineData("[ { above: 0, rate: 75% }, { above: 1_000, rate: 80% } ]", "[ { rate: 75%, above: 0.00 }, { rate: 80.0%, above: 1000 } ]")]
    public void Value_WrittenOtherwise_IsNoChange(string one, string other) =>
        Pair.Of(folder => folder.Replace("2-basic.yaml", "75%", one), folder => folder.Replace("2-basic.yaml", "75%", other))
            .Lines()
            .ShouldBeEmpty();

    /// <summary>Three facts with sixty words each: 216,000 cases are told apart.</summary>
    [Fact]
    public void Table_OfTooManyCases_IsNamedAndNotCompared()
    {
        var comparison = Pair.Of(folder => Many(folder, 100), folder => Many(folder, 200));
        comparison.TooLarge.ShouldBe(["basic.deductible.amount"]);
        comparison.Lines().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        "wuhan",
        "wuhan-critical-with-deductible",
        "critical_illness.base Changed: [resident_inpatient.cap, resident_inpatient.share] [8-critical-illness.yaml:5] → "
            + "[resident_inpatient.cap, resident_inpatient.deductible, resident_inpatient.share] [8-critical-illness.yaml:5]"
    )]
    [InlineData(
        "shenzhen",
        "shenzhen-retiree-ceiling-2025",
        "primary_visits.cap.amount Changed: { parameter: average_wage, times: 7% } = 12,224.80 [Outpatient ceilings of "
            + "Shenzhen, page of 2024-01-10 4-primary-visits.yaml:48] → 12,225.22 [Outpatient ceilings of Shenzhen, page of "
            + "2025-01-09 4-primary-visits.yaml:30] | setting: [outpatient, emergency_room]; plan: employee_one; hospital.level: "
            + "[one, unrated]; retired: yes; day of discharge: { from: 2025-01-01 }"
    )]
    public void Readings_OfACity_DifferWhereTheyAreMeantTo(string before, string after, string change)
    {
        var comparison = RulebookComparison.Of(
            Rulebook.Load(Path.Combine(Repository.Rules, before)),
            Rulebook.Load(Path.Combine(Repository.Rules, after))
        );
        comparison.Lines().ShouldContain(change);
        comparison
            .Changes.Where(one => one.Where is not ("index.status" or "index.held_against"))
            .Select(one => one.Where.Split('.')[^1])
            .Distinct()
            .ShouldBe([change.Split(' ')[0].Split('.')[^1]]);
    }

    [Fact]
    public void District_OnTwoDays_SaysTheSame()
    {
        var district = Rulebook.Load(Path.Combine(Repository.Rules, "tiered-care-district"));
        RulebookComparison.Of(district.AsOn(new(2020, 7, 31)), district.AsOn(new(2020, 10, 1))).Lines().ShouldBeEmpty();
    }

    [Fact]
    public void Shenzhen_FromOneYearToTheNext_ChangesWithTheWage()
    {
        var shenzhen = Rulebook.Load(Path.Combine(Repository.Rules, "shenzhen"));
        var comparison = RulebookComparison.Of(shenzhen.AsOn(new(2024, 12, 31)), shenzhen.AsOn(new(2025, 1, 1)));
        comparison.Lines().First().ShouldStartWith("parameters.average_wage Changed: 164754 ");
        comparison
            .CaseLines()
            .ShouldContain(
                "primary_visits.cap.amount {setting: [outpatient, emergency_room]; plan: employee_one; hospital.level: [one, "
                    + "unrated]; retired: no}: { parameter: average_wage, times: 6% } = 9,885.24 → { parameter: average_wage, "
                    + "times: 6% } = 10,478.40"
            );
    }

    [Fact]
    public void AsOn_ADayBeforeTheRulebook_IsRefused()
    {
        using var folder = new RulebookFolder();
        var town = folder.Load();
        Should.Throw<ArgumentOutOfRangeException>(() => town.AsOn(new(2019, 12, 31)));
        Should.NotThrow(() => town.AsOn(new(2020, 1, 1)));
    }

    private static RulebookFolder Levels(RulebookFolder folder) => folder.Replace("2-basic.yaml", One, ByLevel);

    private static RulebookFolder Ages(RulebookFolder folder, int from) =>
        folder.Replace(
            "2-basic.yaml",
            One,
            $"2020-01-01: {{ reference: Order, rows: [ {{ when: {{ age: {{ from: {from} }} }}, value: 300 }}, {{ otherwise: "
                + "true, value: 600 } ] }"
        );

    private static void Wage(RulebookFolder folder, string since2021) =>
        folder
            .Replace("2-basic.yaml", "value: 600", "value: { times: 10%, parameter: wage }")
            .With(
                "index.yaml",
                RulebookFolder.Index
                    + $"parameters:\n  wage:\n    2021-01-01: {{ value: {since2021}, reference: Wage }}\n    2020-01-01: {{ "
                    + "value: 9_000, reference: Wage }\n"
            );

    private static void Listed(RulebookFolder folder, string words) =>
        folder
            .Replace(
                "2-basic.yaml",
                One,
                "2020-01-01: { reference: Order, rows: [ { when: { disease: { in: mild } }, value: 100 }, { otherwise: true, "
                    + "value: 600 } ] }"
            )
            .With("index.yaml", RulebookFolder.Index + $"lists:\n  mild: {words}\n");

    private static void Wards(RulebookFolder folder, string words) =>
        folder
            .Replace(
                "2-basic.yaml",
                One,
                "2020-01-01: { reference: Order, rows: [ { when: { ward: general }, value: 600 }, { otherwise: true, value: 100 } ] }"
            )
            .With("index.yaml", RulebookFolder.Index + $"facts:\n  ward: {words}\n");

    private static void Many(RulebookFolder folder, int value)
    {
        string[] facts = ["first", "second", "third"];
        var words = $"[{string.Join(", ", Enumerable.Range(0, 60).Select(i => $"w{i}"))}]";
        var rows = facts
            .SelectMany(
                (fact, i) =>
                    Enumerable
                        .Range(0, 60)
                        .Select(word =>
                            $"{{ when: {{ {string.Concat(facts.Take(i).Select(before => $"{before}: w0, "))}{fact}: w{word} "
                            + $"}}, value: {value + word} }}"
                        )
            )
            .Where(row =>
                !row.Contains("first: w0 }", StringComparison.Ordinal) && !row.Contains("second: w0 }", StringComparison.Ordinal)
            );
        folder
            .Replace("2-basic.yaml", One, $"2020-01-01: {{ reference: Order, rows: [ {string.Join(", ", rows)} ] }}")
            .With("index.yaml", RulebookFolder.Index + $"facts:\n{string.Concat(facts.Select(fact => $"  {fact}: {words}\n"))}");
    }

    private static string Gate(string then) =>
        $"gates:\n  - {{ id: injury, when: {{ cause: work_injury }}, then: {then}, reference: Order 7, message: {{ en: Stop, "
        + "zh: 停 } }\n";
}
