using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Generators;

namespace ReimbursementRules.Tests;

/// <summary>Conditions of which one must hold, and rows under conditions that they share.</summary>
public sealed class AlternativesTests
{
    private const string Since = "day of discharge: from 2020-01-01";
    private const string OldOrPoor = "any: [ { age: { from: 60 } }, { poverty: extremely_poor } ]";

    [Theory]
    [InlineData(59, Poverty.None, 50)]
    [InlineData(59, Poverty.ExtremelyPoor, 80)]
    [InlineData(60, Poverty.None, 80)]
    [InlineData(60, Poverty.ExtremelyPoor, 80)]
    public void Any_InARow_HoldsWhereOneAlternativeDoes(int age, Poverty poverty, int paid) =>
        Both(Rows($"{{ when: {{ {OldOrPoor} }}, value: 80% }}, {{ otherwise: true, value: 50% }}"), Stay(age, poverty))
            .Fund()
            .ShouldBe(paid);

    [Theory]
    [InlineData(HospitalLevel.One, 60, 80)]
    [InlineData(HospitalLevel.One, 59, 50)]
    [InlineData(HospitalLevel.Two, 60, 50)]
    public void Any_BesideOtherConditions_AllMustHold(HospitalLevel level, int age, int paid) =>
        Both(
                Rows($"{{ when: {{ hospital.level: one, {OldOrPoor} }}, value: 80% }}, {{ otherwise: true, value: 50% }}"),
                Stay(age, Poverty.None) with
                {
                    Provider = new() { Level = level },
                }
            )
            .Fund()
            .ShouldBe(paid);

    [Theory]
    [InlineData(HospitalLevel.One, 17, 90)]
    [InlineData(HospitalLevel.One, 18, 70)]
    [InlineData(HospitalLevel.Three, 17, 50)]
    public void Any_WithinAny_IsOneMoreChoice(HospitalLevel level, int age, int paid) =>
        Both(
                Rows(
                    "{ when: { any: [ { hospital.level: one, any: [ { age: { below: 6 } }, { age: { below: 18 } } ] } ] }, value: 90% }, "
                        + "{ when: { any: [ { hospital.level: one, age: { from: 18 } }, { hospital.level: two } ] }, value: 70% }, "
                        + "{ otherwise: true, value: 50% }"
                ),
                Stay(age, Poverty.None) with
                {
                    Provider = new() { Level = level },
                }
            )
            .Fund()
            .ShouldBe(paid);

    [Fact]
    public void Any_InARow_IsOneRowInTheTraceAndInTheRules()
    {
        var rulebook = Load(Rows($"{{ when: {{ {OldOrPoor} }}, value: 80% }}, {{ otherwise: true, value: 50% }}"));
        rulebook.Rules.Count(rule => rule.Table == "basic.share.table").ShouldBe(2);
        rulebook
            .Rules.First(rule => rule.Table == "basic.share.table")
            .Conditions.En.ShouldBe($"{Since}, age: from 60; or {Since}, poverty: extremely poor, age: below 60");
    }

    [Theory]
    [InlineData(59, Poverty.None, 0)]
    [InlineData(60, Poverty.None, 50)]
    [InlineData(59, Poverty.ExtremelyPoor, 50)]
    public void Any_InALayer_SaysWhetherItApplies(int age, Poverty poverty, int paid) =>
        Both(Applies(OldOrPoor, StepText.Tiers("50%")), Stay(age, poverty)).Fund().ShouldBe(paid);

    [Fact]
    public void Any_InALayer_IsShownWhereItIsNotMet()
    {
        var skipped = Load(Applies(OldOrPoor, StepText.Tiers("50%"))).Settle(Stay(59, Poverty.None)).Skipped.Single();
        (skipped.Reason, skipped.Conditions).ShouldBe((SkipReason.Conditions, "age: { from: 60 }; or poverty: extremely_poor"));
        skipped.Unmet!.En.ShouldBe("age: from 60 (here 59)");
    }

    /// <summary>The table needs no row for those whom the layer does not let through: neither old nor poor.</summary>
    [Fact]
    public void Any_InALayer_BoundsWhatItsTablesMustSay()
    {
        const string rows =
            "{ when: { age: { from: 60 } }, value: 80% }, { when: { poverty: extremely_poor, age: { below: 60 } }, value: 90% }";
        Both(Applies(OldOrPoor, StepText.TiersOf($"rows: [ {rows} ]")), Stay(60, Poverty.None)).Fund().ShouldBe(80);
        Should
            .Throw<PolicyException>(() =>
                Load(
                    Applies(
                        "any: [ { age: { from: 60 } }, { poverty: [extremely_poor, minimum_allowance] } ]",
                        StepText.TiersOf($"rows: [ {rows} ]")
                    )
                )
            )
            .Problems.Single()
            .Code.ShouldBe("table.gap");
    }

    [Theory]
    [InlineData(59, Poverty.None, SettlementStatus.Settled)]
    [InlineData(59, Poverty.ExtremelyPoor, SettlementStatus.Refused)]
    [InlineData(60, Poverty.None, SettlementStatus.Refused)]
    public void Any_InAGate_HitsWhereOneAlternativeHolds(int age, Poverty poverty, SettlementStatus status) =>
        Town.With(
                folder =>
                    folder.With(
                        "0-gates.yaml",
                        $"gates:\n  - {{ id: g, when: {{ {OldOrPoor} }}, then: refuse, reference: x, message: {{ en: m, zh: m }} }}\n"
                    ),
                Town.Basic(StepText.Tiers("50%"))
            )
            .Settle(Stay(age, poverty))
            .Status.ShouldBe(status);

    [Theory]
    [InlineData(0, 50)]
    [InlineData(1, 0)]
    [InlineData(2, 50)]
    public void Any_OfItems_TakesThoseThatOneAlternativeMeets(int item, int paid)
    {
        var rulebook = Of(
            Town.Layer("basic", "fund", "in_scope", "items: { any: [ { item.essential: yes }, { item.code: x1 } ] }", StepText.Tiers("50%"))
        );
        FeeItem[] items = [TestClaim.A(100) with { Essential = true }, TestClaim.A(100), TestClaim.A(100) with { Code = "x1" }];
        Both(rulebook, TestClaim.Stay(items[item])).Fund().ShouldBe(paid);
    }

    [Theory]
    [InlineData(HospitalLevel.One, 17, 90)]
    [InlineData(HospitalLevel.One, 18, 85)]
    [InlineData(HospitalLevel.Two, 17, 50)]
    [InlineData(HospitalLevel.Three, 17, 70)]
    [InlineData(HospitalLevel.Three, 18, 50)]
    public void Rows_UnderSharedConditions_TakeOtherwiseWithinThem(HospitalLevel level, int age, int paid) =>
        Both(
                Rows(
                    "{ when: { hospital.level: one }, rows: [ { when: { age: { below: 18 } }, value: 90% }, "
                        + "{ otherwise: true, value: 85% } ] }, "
                        + "{ when: { hospital.level: three }, rows: [ { when: { age: { below: 18 } }, value: 70% } ] }, "
                        + "{ otherwise: true, value: 50% }"
                ),
                Stay(age, Poverty.None) with
                {
                    Provider = new() { Level = level },
                }
            )
            .Fund()
            .ShouldBe(paid);

    /// <summary>A row may ask a fact more narrowly than the row around it.</summary>
    [Theory]
    [InlineData(HospitalLevel.Two, 80)]
    [InlineData(HospitalLevel.Three, 70)]
    [InlineData(HospitalLevel.One, 50)]
    public void Rows_UnderSharedConditions_MayAskTheSameFactMoreNarrowly(HospitalLevel level, int paid) =>
        Both(
                Rows(
                    "{ when: { hospital.level: [two, three] }, rows: [ { when: { hospital.level: two }, value: 80% }, "
                        + "{ otherwise: true, value: 70% } ] }, { otherwise: true, value: 50% }"
                ),
                TestClaim.Stay(100) with
                {
                    Provider = new() { Level = level },
                }
            )
            .Fund()
            .ShouldBe(paid);

    [Fact]
    public void Rows_UnderSharedConditions_KeepTheNoteAroundThem()
    {
        var rules = Load(
            Rows(
                "{ when: { hospital.level: one }, note: shared, rows: [ { when: { age: { below: 18 } }, value: 90% }, "
                    + "{ otherwise: true, value: 85%, note: its own } ] }, { otherwise: true, value: 50% }"
            )
        )
            .Rules.Where(rule => rule.Table == "basic.share.table")
            .ToList();
        rules.Select(rule => rule.Source.Note?.En).ShouldBe(["shared", "its own", null]);
        rules
            .Select(rule => rule.Conditions.En)
            .ShouldBe([
                $"{Since}, hospital level: one, age: below 18",
                $"{Since}, hospital level: one, otherwise",
                $"{Since}, hospital level: two / three / unrated, otherwise",
            ]);
    }

    [Theory]
    [InlineData(
        "{ when: { any: [ { age: { from: 60 } }, { age: { from: 70 } } ] }, value: 80% }, { otherwise: true, value: 50% }",
        "any.idle",
        "this alternative adds nothing"
    )]
    [InlineData(
        "{ when: { age: { below: 60 }, any: [ { age: { from: 60 } }, { poverty: extremely_poor } ] }, value: 80% }, "
            + "{ otherwise: true, value: 50% }",
        "any.idle",
        "this alternative adds nothing"
    )]
    [InlineData("{ when: { any: [] }, value: 80% }, { otherwise: true, value: 50% }", "any.empty", "'any' has at least one alternative")]
    [InlineData(
        "{ when: { hospital.level: one }, rows: [ { when: { age: { below: 18 } }, value: 90% }, { otherwise: true, value: 85% } ] }, "
            + "{ when: { age: { from: 60 } }, value: 95% }, { otherwise: true, value: 50% }",
        "table.overlap",
        "both apply to { hospital.level: one, age: { from: 60 } }"
    )]
    [InlineData(
        "{ when: { hospital.level: one }, rows: [ { otherwise: true, value: 85% }, { otherwise: true, value: 80% } ] }, "
            + "{ otherwise: true, value: 50% }",
        "table.otherwise",
        "one row 'otherwise' at most stands among rows"
    )]
    [InlineData(
        "{ when: { hospital.level: one }, rows: [] }, { otherwise: true, value: 50% }",
        "table.empty",
        "a table has at least one row"
    )]
    [InlineData(
        "{ when: { hospital.level: one }, rows: [ { when: { hospital.level: two }, value: 90% } ] }, { otherwise: true, value: 50% }",
        "table.unreachable",
        "this row never applies"
    )]
    [InlineData(
        "{ when: { hospital.level: one }, value: 10%, rows: [ { otherwise: true, value: 90% } ] }, { otherwise: true, value: 50% }",
        "key.unknown",
        "the key 'value' is not known here"
    )]
    [InlineData(
        "{ when: { hospital.level: one }, rows: [ { when: { age: { below: 18 } }, value: 90% } ] }, "
            + "{ when: { hospital.level: { not: one } }, value: 50% }",
        "table.gap",
        "no row applies to"
    )]
    public void Rows_Mistaken_AreToldWhereTheyStand(string rows, string code, string says)
    {
        var problem = Should.Throw<PolicyException>(() => Load(Rows(rows))).Problems[0];
        (problem.Code, problem.Place.File).ShouldBe((code, "2-layer.yaml"));
        problem.Message.En.ShouldContain(says);
    }

    [Fact]
    public void Any_WithTooManyAlternatives_IsTold()
    {
        var many = string.Join(", ", Enumerable.Range(1, 101).Select(age => $"{{ age: {age} }}"));
        var problem = Should
            .Throw<PolicyException>(() => Load(Rows($"{{ when: {{ any: [ {many} ] }}, value: 80% }}, {{ otherwise: true, value: 50% }}")))
            .Problems[0];
        (problem.Code, problem.Message.En).ShouldBe(("any.many", "'any' comes to 101 alternatives here, at most 100 can be."));
    }

    [Fact]
    public void Any_InATargetOnTables_IsTold()
    {
        Should
            .Throw<PolicyException>(() =>
                Town.With(
                    folder =>
                        folder.With(
                            "targets.yaml",
                            """
                            targets:
                              - id: t
                                title: { en: t, zh: t }
                                of: rate
                                value: basic.share
                                when: { any: [{ age: 60 }, { poverty: extremely_poor }] }
                                must: { at_least: 50% }
                                reference: x
                            """
                        ),
                    Town.Basic(StepText.TiersOf("rows: [ { when: { age: 60 }, value: 80% }, { otherwise: true, value: 60% } ]"))
                )
            )
            .Problems.Select(problem => problem.Code)
            .ShouldContain("any.here");
    }

    private static Claim Stay(int age, Poverty poverty) =>
        TestClaim.Stay(100) with
        {
            Member = new() { Age = age, Poverty = poverty },
        };

    /// <summary>The settlement, which both engines find.</summary>
    private static Settlement Both(Func<IRuleEngine, Rulebook> load, Claim claim)
    {
        var settlement = load(new NRulesEngine()).Settle(claim);
        SettlementText.Of(load(new GridEngine()).Settle(claim)).ShouldBe(SettlementText.Of(settlement));
        return settlement;
    }

    private static Func<IRuleEngine, Rulebook> Rows(string rows) => Of(Town.Basic(StepText.TiersOf($"rows: [ {rows} ]")));

    private static Func<IRuleEngine, Rulebook> Applies(string conditions, string step) =>
        Of(Town.Layer("basic", "fund", "in_scope", $"applies: {{ {conditions} }}", step));

    private static Func<IRuleEngine, Rulebook> Of(string layer) => engine => Town.With(engine, _ => { }, layer);

    private static Rulebook Load(Func<IRuleEngine, Rulebook> load) => load(new GridEngine());
}
