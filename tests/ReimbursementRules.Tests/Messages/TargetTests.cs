using ReimbursementRules.Checks;
using ReimbursementRules.Targets;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Messages;

/// <summary>Targets that the tables of a rulebook are held against, by the values in force last.</summary>
public sealed class TargetTests
{
    private const string Layer = """
        id: illness
        title: { en: Illness, zh: 大病 }
        payer: fund
        base: in_scope
        steps:
          - id: deductible
            kind: deductible
            per: year
            amount: { 2020-01-01: { rows: [ { when: { poverty: none }, value: 10_000 }, { otherwise: true, value: 5_000 } ], reference: x } }
          - id: share
            kind: tiers
            edges: after_deductible
            table: { 2020-01-01: { value: 10%, reference: x }, 2021-01-01: { value: [ { above: 0, rate: 60% }, { above: 50_000, rate: 70% } ], reference: x } }
            adjust:
              - 2020-01-01: { rows: [ { when: { poverty: none }, add: 0% }, { when: { poverty: [extremely_poor, minimum_allowance] }, add: 5% }, { otherwise: true, add: 4.9999% } ], reference: x }
          - id: cap
            kind: cap
            of: payment
            per: year
            amount: { 2020-01-01: { rows: [ { when: { poverty: extremely_poor }, value: none }, { otherwise: true, value: 100_000 } ], reference: x } }

        """;

    public static TheoryData<string, string, string> Misses =>
        new()
        {
            {
                "target.missed",
                "value: rate, must: { at_least: 60.0001% }",
                "2-layer.yaml:13:56: illness: 60%, where at least 60.0001% is asked, for { poverty: none }. Asked (frame)."
            },
            {
                "target.missed",
                "value: rate, must: { at_most: 74.9999% }",
                "2-layer.yaml:13:56: illness: 75%, where at most 74.9999% is asked, for { poverty: extremely_poor }. Asked (frame)."
            },
            {
                "target.missed",
                "value: rate, when: { poverty: low_income }, against: { poverty: none }, must: { at_least_more: 5% }",
                "2-layer.yaml:13:56: illness: 64.9999%, where at least 60% + 5% is asked, for { poverty: low_income }. Asked (frame)."
            },
            {
                "target.missed",
                "value: rate, when: { poverty: none }, against: { poverty: extremely_poor }, must: { at_most_less: 4.9999% }",
                "2-layer.yaml:13:56: illness: 60%, where at least 65% − 4.9999% is asked, for { poverty: none }. Asked (frame)."
            },
            {
                "target.missed",
                "value: deductible, when: { poverty: none }, must: { at_most: 9_999.99 }",
                "2-layer.yaml:9:37: illness: 10,000.00, where at most 9,999.99 is asked, for { poverty: none }. Asked (frame)."
            },
            {
                "target.missed",
                "value: deductible, when: { poverty: low_income }, must: { at_least: 5_000.01 }",
                "2-layer.yaml:9:81: illness: 5,000.00, where at least 5,000.01 is asked, for { poverty: low_income }. Asked (frame)."
            },
            {
                "target.missed",
                "value: deductible, when: { poverty: low_income }, against: { poverty: none }, must: { at_most_times: 49.9999% }",
                "2-layer.yaml:9:81: illness: 5,000.00, where at most 49.9999% of 10,000.00 is asked, for { poverty: "
                    + "low_income }. Asked (frame)."
            },
            {
                "target.missed",
                "value: deductible, when: { poverty: none }, against: { poverty: low_income }, must: { at_least_more: 5_000.01 }",
                "2-layer.yaml:9:37: illness: 10,000.00, where at least 5,000.00 + 5,000.01 is asked, for { poverty: none }. Asked (frame)."
            },
            {
                "target.missed",
                "value: deductible, when: { poverty: none }, against: { poverty: low_income }, must: { at_most_more: 99.9999% }",
                "2-layer.yaml:9:37: illness: 10,000.00, where at most 5,000.00 + 99.9999% of it is asked, for { poverty: "
                    + "none }. Asked (frame)."
            },
            {
                "target.missed",
                "value: cap, when: { poverty: none }, against: { poverty: extremely_poor }, must: { at_least_more: 0.01 }",
                "2-layer.yaml:20:89: illness: 100,000.00, where at least no limit + 0.01 is asked, for { poverty: none }. Asked (frame)."
            },
            {
                "target.missed",
                "value: caps_together, when: { poverty: none }, must: { at_least: 100_000.01 }",
                "2-layer.yaml:20:89: illness: together 100,000.00, where at least 100,000.01 is asked, for { poverty: none "
                    + "}. Asked (frame)."
            },
            {
                "target.missed",
                "value: cap, when: { poverty: none }, must: { at_least: none }",
                "2-layer.yaml:20:89: illness: 100,000.00, where at least no limit is asked, for { poverty: none }. Asked (frame)."
            },
            {
                "target.missed",
                "value: cap, when: { poverty: extremely_poor }, must: { at_most: 100_000 }",
                "2-layer.yaml:20:37: illness: no limit, where at most 100,000.00 is asked, for { poverty: extremely_poor }. Asked (frame)."
            },
        };

    [Theory]
    [MemberData(nameof(Misses))]
    public void Target_Missed_SaysWhereAndByHowMuch(string code, string target, string message)
    {
        var report = Of(target);
        report.Passed.ShouldBeFalse();
        report.Targets.Single().Status.ShouldBe(TargetStatus.Missed);
        report.Targets.Single().Misses.ShouldRead(code, message);
    }

    public static TheoryData<string, string, string> TooLarge =>
        new()
        {
            {
                "target.large",
                "value: rate, must: { at_least: 1% }",
                "2-layer.yaml:6:87: the tables of this step tell more than 100000 combinations apart; the target 'asked' was not looked at."
            },
        };

    /// <summary>340 diseases times 150 ages times two levels are more than are looked at.</summary>
    [Theory]
    [MemberData(nameof(TooLarge))]
    public void Target_OfATableThatIsTooLarge_IsMissed(string code, string target, string message)
    {
        var rows = string.Join(
            ", ",
            Enumerable.Range(0, 340).Select(i => $"{{ when: {{ disease: d{i}, age: {i % 150}, hospital.level: one }}, value: 1% }}")
        );
        using var folder = Folder();
        folder.With(
            "2-layer.yaml",
            Town.Basic(
                $"{{ id: share, kind: tiers, edges: after_deductible, table: {{ 2020-01-01: {{ rows: [ {rows}, {{ otherwise: "
                    + "true, value: 1% } ], reference: x } } }"
            )
        );
        RulebookCheck.Run(folder.With("targets.yaml", Text(target, "390200")).Path).Targets.Single().Misses.ShouldRead(code, message);
    }

    /// <summary>At the bound itself a target is met; what is no longer in force is not looked at.</summary>
    [Theory]
    [Example("value: rate, must: { at_least: 60% }")]
    [Example("value: rate, must: { at_most: 75% }")]
    [Example(
        "value: rate, when: { poverty: [extremely_poor, minimum_allowance] }, against: { poverty: none }, must: { at_least_more: 5% }"
    )]
    [Example("value: rate, when: { poverty: none }, against: { poverty: extremely_poor }, must: { at_most_less: 5% }")]
    [Example("value: deductible, when: { poverty: none }, must: { at_most: 10_000 }")]
    [Example("value: deductible, when: { poverty: low_income }, against: { poverty: none }, must: { at_most_times: 50% }")]
    [Example("value: deductible, when: { poverty: low_income }, must: { at_most: { parameter: income, times: 25% } }")]
    [Example("value: cap, when: { poverty: extremely_poor }, must: { at_least: none }")]
    [Example("value: deductible, when: { poverty: none }, against: { poverty: low_income }, must: { at_least_more: 5_000 }")]
    [Example("value: deductible, when: { poverty: none }, against: { poverty: low_income }, must: { at_most_more: 100% }")]
    [Example("value: cap, when: { poverty: extremely_poor }, against: { poverty: extremely_poor }, must: { at_least_more: 0.01 }")]
    [Example("value: caps_together, when: { poverty: none }, must: { at_least: 100_000 }")]
    [Example("value: caps_together, when: { poverty: extremely_poor }, must: { at_least: none }")]
    public void Target_AtTheBound_IsMet(string target) => Of(target).Targets.Single().Status.ShouldBe(TargetStatus.Met);

    /// <summary>Another fund, a parameter that the rulebook has not, a fact that no case of it has.</summary>
    [Theory]
    [Example("value: rate, must: { at_least: 99% }", "390100")]
    [Example("value: deductible, must: { at_most: { parameter: wage, times: 1% } }", "390200")]
    [Example("value: rate, against: base, must: { within: 0% }", "390200")]
    [Example("value: rate, must: { falls_with: hospital.level }", "390200")]
    [Example("value: rate, when: { years_enrolled: { from: 5 } }, must: { at_least: 99% }", "390200")]
    public void Target_OfWhatIsNotThere_IsNotAsked(string target, string fund)
    {
        var report = Of(target, fund);
        report.Targets.Single().Status.ShouldBe(TargetStatus.NotAsked);
        report.Passed.ShouldBeTrue();
    }

    /// <summary>66.6667% × 90% is 60.00003%, which is above 60% and not below it; what is repealed is nothing, and no change of rates is at
    /// work.</summary>
    [Theory]
    [Example("66.6667%", "times: 90%", "at_least: 60%", "")]
    [Example("66.6667%", "times: 90%", "at_most: 60%", "60.00003%, where at most 60% is asked")]
    [Example("66.6667%", "times: 90%", "at_least: 60.0001%", "60.00003%, where at least 60.0001% is asked")]
    [Example("repealed", "add: 5%", "at_most: 0%", "")]
    [Example("0%", "add: 5%", "at_most: 0%", "5%, where at most 0% is asked")]
    public void Target_OfAChangedRate_LooksAtWhatItComesTo(string value, string change, string must, string misses)
    {
        using var folder = new RulebookFolder();
        folder
            .With(
                "2-basic.yaml",
                Town.Basic(
                    $"{{ id: share, kind: tiers, edges: after_deductible, table: {StepText.Dated($"value: {value}")}, adjust: [ "
                        + $"{StepText.Dated(change)} ] }}"
                )
            )
            .With(
                "targets.yaml",
                "targets:\n  - { id: asked, title: { en: Asked, zh: 要求 }, fund: fund, reference: frame, value: rate, must: "
                    + $"{{ {must} }} }}\n"
            );
        var target = RulebookCheck.Run(folder.Path).Targets.Single();
        target.Status.ShouldBe(misses.Length == 0 ? TargetStatus.Met : TargetStatus.Missed);
        string.Concat(target.Misses.Select(miss => miss.Message.En)).ShouldContain(misses);
    }

    /// <summary>Of two layers that follow each other the last alone is asked.</summary>
    [Fact]
    public void Target_OfALayerThatEnds_AsksTheOneThatFollows()
    {
        using var folder = new RulebookFolder();
        folder
            .With("2-basic.yaml", Town.Layer("basic", "fund", "in_scope", "until: 2022-01-01", StepText.Tiers("75%")))
            .With(
                "3-later.yaml",
                Town.Layer(
                    "later",
                    "fund",
                    "in_scope",
                    "from: 2022-01-01",
                    "{ id: share, kind: tiers, edges: after_deductible, table: { 2022-01-01: { value: 80%, reference: x } } }"
                )
            )
            .With(
                "targets.yaml",
                "targets:\n  - { id: asked, title: { en: Asked, zh: 要求 }, fund: fund, reference: frame, value: rate, must: "
                    + "{ at_least: 80% } }\n"
            );
        RulebookCheck.Run(folder.Path).Targets.Single().Status.ShouldBe(TargetStatus.Met);
    }

    [Fact]
    public void Wish_Missed_FailsNothing()
    {
        var report = Of("value: rate, should: { at_least: 61% }");
        report
            .Targets.Single()
            .ShouldSatisfyAllConditions(target => target.IsWish.ShouldBeTrue(), target => target.Status.ShouldBe(TargetStatus.Missed));
        report.Passed.ShouldBeTrue();
    }

    /// <summary>The addition to a ceiling from the fifth year of enrolment: one cent below 1,000 and at it, at a fifth of the ceiling and
    /// one cent above.</summary>
    [Theory]
    [Example("100_999.99", "at_least_more: 1_000", TargetStatus.Missed)]
    [Example("101_000", "at_least_more: 1_000", TargetStatus.Met)]
    [Example("120_000", "at_most_more: 20%", TargetStatus.Met)]
    [Example("120_000.01", "at_most_more: 20%", TargetStatus.Missed)]
    public void Ceiling_ThatGrowsWithEnrolment_IsComparedWithTheYearBefore(string cap, string bound, TargetStatus status)
    {
        using var folder = Folder();
        folder.Replace("index.yaml", "payers:", "facts: { years_enrolled: { kind: number, default: 0 } }\npayers:");
        folder.Replace(
            "2-layer.yaml",
            "rows: [ { when: { poverty: extremely_poor }, value: none }, { otherwise: true, value: 100_000 } ]",
            $"rows: [ {{ when: {{ years_enrolled: {{ below: 2 }} }}, value: 90_000 }}, {{ when: {{ years_enrolled: {{ from: 5 "
                + $"}} }}, value: {cap} }}, {{ otherwise: true, value: 100_000 }} ]"
        );
        folder.Replace("2-layer.yaml", "per: year", "per: year\n    counts: together");
        var target =
            $"value: cap, when: {{ years_enrolled: {{ from: 5 }} }}, against: {{ years_enrolled: {{ from: 4, below: 5 }} }}, "
            + $"must: {{ {bound} }}";
        RulebookCheck.Run(folder.With("targets.yaml", Text(target, "390200")).Path).Targets.Single().Status.ShouldBe(status);
    }

    /// <summary>The same targets in another folder, named by the index.</summary>
    [Fact]
    public void Targets_OfAnotherFolder_AreHeldAgainst()
    {
        using var frame = new RulebookFolder();
        using var folder = Folder();
        File.WriteAllText(Path.Combine(frame.Path, "targets.yaml"), Text("value: rate, must: { at_least: 61% }", "390200"));
        var path = Path.GetRelativePath(folder.Path, frame.Path).Replace('\\', '/');
        folder.Replace("index.yaml", "benefit_year:", $"held_against: [\"{path}\"]\nbenefit_year:");
        RulebookCheck.Run(folder.Path).Targets.Single().Misses.Single().Place.ToString().ShouldBe("2-layer.yaml:13:56");
    }

    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            { "target.bound", "value: rate", "targets.yaml:3:5: a target has either 'must' or 'should', with its bound." },
            {
                "target.bound",
                "value: rate, must: { at_least: 60% }, should: { at_least: 70% }",
                "targets.yaml:3:5: a target has either 'must' or 'should', with its bound."
            },
            {
                "target.bound",
                "value: rate, must: { at_least: 60%, at_most: 70% }",
                "targets.yaml:3:101: a bound states one of at_least, at_most, falls_with, rises_with here."
            },
            {
                "mapping.expected",
                "value: rate, must: 60%",
                "targets.yaml:3:101: expected a bound such as { at_least: 60% }, found '60%'."
            },
            {
                "key.unknown",
                "value: rate, must: { at_least_more: 5% }",
                "targets.yaml:3:101: a bound states one of at_least, at_most, falls_with, rises_with here.\n"
                    + "targets.yaml:3:103: the key 'at_least_more' is not known here. Known: at_least, at_most, falls_with, "
                    + "rises_with."
            },
            {
                "word.unknown",
                "value: rates, must: { at_least: 60 }",
                "targets.yaml:3:89: 'rates' cannot stand here. Did you mean 'rate'?"
            },
            {
                "fact.unknown",
                "value: rate, when: { povert: none }, must: { at_least: 60% }",
                "targets.yaml:3:103: 'povert' is not a fact of a claim. Did you mean 'poverty'?"
            },
            {
                "word.unknown",
                "value: rate, against: bas, must: { within: 5% }",
                "targets.yaml:3:104: 'bas' cannot stand here. Did you mean 'base'?"
            },
            {
                "word.unknown",
                "value: rate, must: { falls_with: hospital.ownership }",
                "targets.yaml:3:115: 'hospital.ownership' cannot stand here. Known: hospital.level, hospital.tier."
            },
            {
                "key.missing",
                "value: rate, against: base, must: { at_most: 5% }",
                "targets.yaml:3:116: 'within' is missing here. Add it.\ntargets.yaml:3:118: the key 'at_most' is not known "
                    + "here. Known: within."
            },
            {
                "fact.word",
                "value: rate, when: { poverty: non }, must: { at_least: 60% }",
                "targets.yaml:3:112: 'non' is not a word of 'poverty'. Did you mean 'none'?"
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Target_Mistake_SaysWhereAndWhatToWrite(string code, string target, string message)
    {
        using var folder = Folder();
        folder.With("targets.yaml", Text(target, "390200"));
        Should.Throw<PolicyException>(folder.Load).Problems.ShouldRead(code, message);
    }

    public static TheoryData<string, string, string> Frames =>
        new()
        {
            {
                "held_against.missing",
                "../nowhere",
                "index.yaml:6:15: there is no targets.yaml in '../nowhere', seen from here. Write the path of its folder, "
                    + "such as ../national-frame."
            },
            {
                "builds_on.path",
                "/frame",
                "index.yaml:6:15: '/frame' is not a path from this folder. Write it with forward slashes, such as ../province."
            },
        };

    [Theory]
    [MemberData(nameof(Frames))]
    public void Frame_ThatIsNotThere_IsSaid(string code, string path, string message)
    {
        using var folder = Folder();
        folder.Replace("index.yaml", "benefit_year:", $"held_against: {path}\nbenefit_year:");
        Should.Throw<PolicyException>(folder.Load).Problems.ShouldRead(code, message);
    }

    /// <summary>How far the case that is nearest to the bound lies from it, in the bound's own unit; beyond it where the target is missed.
    /// What has no limit has no distance.</summary>
    [Theory]
    [Example("value: rate, must: { at_least: 55% }", "5 points: poverty: none")]
    [Example("value: rate, must: { at_least: 60% }", "0 points: poverty: none")]
    [Example("value: rate, must: { at_least: 60.0001% }", "-0.0001 points: poverty: none")]
    [Example("value: rate, must: { at_most: 80% }", "5 points: poverty: extremely_poor")]
    [Example(
        "value: rate, when: { poverty: low_income }, against: { poverty: none }, must: { at_least_more: 4% }",
        "0.9999 points: poverty: low_income"
    )]
    [Example(
        "value: rate, when: { poverty: none }, against: { poverty: low_income }, must: { at_most_less: 5% }",
        "0.0001 points: poverty: none"
    )]
    [Example("value: deductible, when: { poverty: none }, must: { at_most: 11_200.50 }", "1,200.50 yuan: poverty: none")]
    [Example("value: deductible, must: { at_least: 5_000 }", "0.00 yuan: poverty: extremely_poor")]
    [Example(
        "value: deductible, when: { poverty: low_income }, against: { poverty: none }, must: { at_most_times: 60% }",
        "10%: poverty: low_income"
    )]
    [Example(
        "value: deductible, when: { poverty: none }, against: { poverty: low_income }, must: { at_most_more: 99% }",
        "-1%: poverty: none"
    )]
    [Example(
        "value: deductible, when: { poverty: none }, against: { poverty: low_income }, must: { at_least_more: 4_999 }",
        "1.00 yuan: poverty: none"
    )]
    [Example("value: cap, must: { at_least: 90_000 }", "10,000.00 yuan: poverty: none")]
    [Example("value: caps_together, when: { poverty: none }, must: { at_most: 100_000.01 }", "0.01 yuan: poverty: none")]
    [Example("value: cap, must: { at_most: 200_000 }", "none")]
    [Example("value: cap, when: { poverty: extremely_poor }, must: { at_least: 1 }", "none")]
    [Example("value: rate, when: { years_enrolled: { from: 5 } }, must: { at_least: 99% }", "none")]
    public void Margin_IsThatOfTheNearestCase(string target, string expected)
    {
        var margin = Of(target).Targets.Single().Margin;
        (margin is null ? "none" : $"{margin.Words.En}: {margin.Case}").ShouldBe(expected);
    }

    private static CheckReport Of(string target, string fund = "390200")
    {
        using var folder = Folder();
        return RulebookCheck.Run(folder.With("targets.yaml", Text(target, fund)).Path);
    }

    internal static string Text(string target, string fund) =>
        $"facts: [years_enrolled]\ntargets:\n  - {{ id: asked, title: {{ en: Asked, zh: 要求 }}, fund: \"{fund}\", reference: "
        + $"frame, {target} }}\n";

    private static RulebookFolder Folder() =>
        new RulebookFolder()
            .Without("2-basic.yaml")
            .With("2-layer.yaml", Layer)
            .Replace(
                "index.yaml",
                "payers:",
                "parameters: { income: { 2020-01-01: { value: 10_000, reference: x }, 2022-01-01: { value: 20_000, "
                    + "reference: x } } }\npayers:"
            )
            .Replace("index.yaml", "zh: 基金 }", "zh: 基金 }, nhsa: { fund: \"390200\", field: hifmi_pay }");
}
