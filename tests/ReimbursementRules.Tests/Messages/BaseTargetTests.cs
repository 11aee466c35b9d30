using ReimbursementRules.Checks;
using ReimbursementRules.Targets;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Messages;

/// <summary>How far the values of a district may lie from those of its base (S74, E18), and values that rise or fall by level.</summary>
public sealed class BaseTargetTests
{
    private const string Targets = """
        targets:
          - { id: one, title: { en: One, zh: 一级 }, fund: fund, value: deductible, when: { location: in_area, hospital.level: [one, unrated] }, against: base, must: { within: 50 }, reference: S74 }
          - { id: two, title: { en: Two, zh: 二级 }, fund: fund, value: deductible, when: { location: in_area, hospital.level: two }, against: base, must: { within: 150 }, reference: S74 }
          - { id: three, title: { en: Three, zh: 三级 }, fund: fund, value: deductible, when: { location: in_area, hospital.level: three }, against: base, must: { within: 400 }, reference: S74 }
          - { id: outside, title: { en: Outside, zh: 转外 }, fund: fund, value: deductible, when: { location: { not: in_area } }, against: base, must: { within: 1_000 }, reference: S74 }
          - { id: rate, title: { en: Rate, zh: 比例 }, fund: fund, value: rate, against: base, must: { within: 5% }, reference: S74 }

        """;

    /// <summary>The example E18 at both ends of every range, and one cent or a ten-thousandth of a point beyond.</summary>
    [Theory]
    [Example("one", "250", "350", "249.99", "350.01")]
    [Example("two", "450", "750", "449.99", "750.01")]
    [Example("three", "600", "1_400", "599.99", "1_400.01")]
    [Example("outside", "2_000", "4_000", "1_999.99", "4_000.01")]
    [Example("rate", "70%", "80%", "69.9999%", "80.0001%")]
    public void Value_NearEnoughToTheBase_IsMet(string target, string least, string most, string below, string above)
    {
        Of(target, least).Status.ShouldBe(TargetStatus.Met);
        Of(target, most).Status.ShouldBe(TargetStatus.Met);
        Of(target, below).Status.ShouldBe(TargetStatus.Missed);
        Of(target, above).Status.ShouldBe(TargetStatus.Missed);
    }

    public static TheoryData<string, string, string> Misses =>
        new()
        {
            {
                "target.missed",
                "two",
                "2-basic.yaml:12:9: basic: 760.00, where 600.00 ± 150.00 is asked, for { location: in_area, hospital.level: "
                    + "two, setting: inpatient }. Two (S74)."
            },
            {
                "target.missed",
                "rate",
                "2-basic.yaml:18:14: basic: 80.0001%, where 75% ± 5% is asked, for { setting: inpatient }. Rate (S74)."
            },
        };

    [Theory]
    [MemberData(nameof(Misses))]
    public void Value_TooFarFromTheBase_IsSaid(string code, string target, string message) =>
        Of(target, target == "two" ? "760" : "80.0001%").Misses.ShouldRead(code, message);

    public static TheoryData<string, string, string> Differing =>
        new()
        {
            {
                "target.base",
                "  - id: share",
                "index.yaml:1:1: 'basic.share' of the base is not here, so that nothing bounds it. Rate (S74).\n"
                    + "2-basic.yaml:18:14: the base has no 'basic.payment', so that nothing bounds it. Rate (S74)."
            },
            {
                "target.base",
                "applies: { setting: inpatient }",
                "2-basic.yaml:18:14: the base has no such case: { setting: outpatient }, so that nothing bounds it. Rate (S74)."
            },
        };

    /// <summary>A step of another name, and a kind of care that the base does not pay.</summary>
    [Theory]
    [MemberData(nameof(Differing))]
    public void Step_ThatOnlyOneHas_IsAMiss(string code, string old, string message)
    {
        using var folder = Folder("600", "75%");
        folder.Replace(
            "2-basic.yaml",
            old,
            old.Contains("share", StringComparison.Ordinal) ? "  - id: payment" : "applies: { setting: [inpatient, outpatient] }"
        );
        var result = RulebookCheck.Run(folder.Path).Targets.Single(target => target.Id == "rate");
        result.Misses.OrderBy(miss => miss.Place.File == "index.yaml" ? 0 : 1).ToList().ShouldRead(code, message);
    }

    /// <summary>The district pays for less than the base: what it leaves out is told by its first case.</summary>
    [Fact]
    public void Case_ThatOnlyTheBaseHas_IsAMiss()
    {
        using var folder = Folder("600", "75%");
        folder.Replace("2-basic.yaml", "applies: { setting: inpatient }", "applies: { setting: inpatient, emergency: yes }");
        RulebookCheck
            .Run(folder.Path)
            .Targets.Single(target => target.Id == "rate")
            .Misses.ShouldRead(
                "target.base",
                "index.yaml:1:1: 'basic.share' of the base has the case { setting: inpatient, emergency: no }, which is not "
                    + "here, so that nothing bounds it. Rate (S74)."
            );
    }

    /// <summary>A layer of the base that ends has no value in the end, so that the district need not have it.</summary>
    [Fact]
    public void LayerOfTheBase_ThatEnds_IsNotAsked()
    {
        using var folder = Folder("600", "75%");
        folder.With("../base/3-old.yaml", Town.Layer("old", "fund", "basic.share", "until: 2021-01-01", StepText.Tiers("10%")));
        RulebookCheck.Run(folder.Path).Targets.Single(target => target.Id == "rate").Status.ShouldBe(TargetStatus.Met);
    }

    /// <summary>The base tells diseases apart that the district does not, and the other way round: every case is compared.</summary>
    [Fact]
    public void Words_ThatOnlyOneTellsApart_AreCompared()
    {
        using var folder = Folder("600", "75%");
        folder.Replace(
            "../base/2-basic.yaml",
            "value: 75%, ",
            "rows: [ { when: { disease: flu, age: { below: 18 } }, value: 60% }, { otherwise: true, value: 75% } ], "
        );
        folder.Replace(
            "2-basic.yaml",
            "value: 75%, ",
            "rows: [ { when: { age: { from: 12 }, disease: cold }, value: 70% }, { otherwise: true, value: 75% } ], "
        );
        RulebookCheck
            .Run(folder.Path)
            .Targets.Single(target => target.Id == "rate")
            .Misses.ShouldRead(
                "target.missed",
                "2-basic.yaml:18:96: basic: 75%, where 60% ± 5% is asked, for { age: { below: 12 }, disease: flu, setting: "
                    + "inpatient }. Rate (S74)."
            );
    }

    /// <summary>A fact of the base that the district does not have is at its default.</summary>
    [Fact]
    public void FactOfTheBaseAlone_CountsAtItsDefault()
    {
        using var folder = Folder("600", "75%");
        folder.Replace("../base/index.yaml", "payers:", "facts: { farmer: { words: [no, yes], default: no } }\npayers:");
        folder.Replace(
            "../base/2-basic.yaml",
            "value: 75%, ",
            "rows: [ { when: { farmer: yes }, value: 10% }, { when: { farmer: no }, value: 75% } ], "
        );
        RulebookCheck.Run(folder.Path).Targets.Single(target => target.Id == "rate").Status.ShouldBe(TargetStatus.Met);
    }

    /// <summary>The target asks an age and a word that the district's own tables never ask.</summary>
    [Fact]
    public void Condition_ThatOnlyTheBaseAsks_ChoosesItsCases()
    {
        using var folder = FolderByEmergency("{ age: { from: 5 }, emergency: yes }");
        RulebookCheck
            .Run(folder.Path)
            .Targets.Single(target => target.Id == "rate")
            .Misses.ShouldRead(
                "target.missed",
                "2-basic.yaml:18:14: basic: 75%, where 20% ± 5% is asked, for { setting: inpatient, "
                    + "age: { from: 5, below: 18 }, emergency: yes }. Rate (S74)."
            );
    }

    [Fact]
    public void Condition_ThatOnlyTheBaseAsks_WithAnUnknownWord_IsAProblem()
    {
        using var folder = FolderByEmergency("{ emergency: perhaps }");
        RulebookCheck
            .Run(folder.Path)
            .Problems.ShouldRead("fact.word", "targets.yaml:6:90: 'perhaps' is not a word of 'emergency'. Known: no, yes.");
    }

    private static RulebookFolder FolderByEmergency(string when) =>
        Folder("600", "75%")
            .Replace(
                "../base/2-basic.yaml",
                "value: 75%, ",
                "rows: [ { when: { age: { below: 18 }, emergency: yes }, value: 20% }, { otherwise: true, value: 75% } ], "
            )
            .Replace("targets.yaml", "value: rate, ", $"value: rate, when: {when}, ");

    public static TheoryData<string, string, string> Slopes =>
        new()
        {
            {
                "target.missed",
                "value: deductible, must: { rises_with: hospital.level }",
                "2-basic.yaml:12:9: basic: 'three' has 1,000.00 and 'two' 1,000.01, where no less is asked, for { location: "
                    + "in_area }. Asked (frame)."
            },
            {
                "target.missed",
                "value: rate, must: { rises_with: hospital.level }",
                "2-basic.yaml:18:36: basic: 'two' has 75% and 'one' 80%, where no less is asked. Asked (frame)."
            },
            {
                "target.equal",
                "value: rate, must: { falls_with: hospital.level }",
                "2-basic.yaml:18:94: basic: 'two' and 'three' have the same, 75%. Asked (frame)."
            },
        };

    [Theory]
    [MemberData(nameof(Slopes))]
    public void Slope_TheWrongWayOrLevel_IsSaid(string code, string target, string message)
    {
        using var folder = Folder("1_000.01", "75%");
        folder.Replace(
            "2-basic.yaml",
            "value: 75%, ",
            "rows: [ { when: { hospital.level: [one, unrated] }, value: 80% }, { otherwise: true, value: 75% } ], "
        );
        folder.With(
            "targets.yaml",
            $"targets:\n  - {{ id: asked, title: {{ en: Asked, zh: 要求 }}, fund: fund, reference: frame, {target} }}\n"
        );
        var result = RulebookCheck.Run(folder.Path).Targets.Single();
        (code == "target.equal" ? result.Warnings : result.Misses).ShouldRead(code, message);
        result.Status.ShouldBe(code == "target.equal" ? TargetStatus.Met : TargetStatus.Missed);
    }

    /// <summary>Level three has less than level two, but is not asked.</summary>
    [Theory]
    [Example("[one, two]", TargetStatus.Met)]
    [Example("[one, two, three]", TargetStatus.Missed)]
    public void Slope_ForSomeLevels_ComparesThese(string levels, TargetStatus status)
    {
        using var folder = Folder("1_000.01", "75%");
        folder.With(
            "targets.yaml",
            $"targets:\n  - {{ id: asked, title: {{ en: Asked, zh: 要求 }}, fund: fund, reference: frame, value: deductible, "
                + $"when: {{ hospital.level: {levels} }}, must: {{ rises_with: hospital.level }} }}\n"
        );
        RulebookCheck.Run(folder.Path).Targets.Single().Status.ShouldBe(status);
    }

    public static TheoryData<string, string, string> Bases =>
        new()
        {
            {
                "base.missing",
                "../nowhere",
                "index.yaml:6:7: there is no rulebook in '../nowhere', seen from here. Write the path of its folder, such as ../province."
            },
            {
                "builds_on.path",
                "/base",
                "index.yaml:6:7: '/base' is not a path from this folder. Write it with forward slashes, such as ../province."
            },
        };

    [Theory]
    [MemberData(nameof(Bases))]
    public void Base_ThatIsNotThere_IsSaid(string code, string path, string message)
    {
        using var folder = Folder("600", "75%");
        folder.Replace("index.yaml", "base: ../base", $"base: {path}");
        Should.Throw<PolicyException>(folder.Load).Problems.ShouldRead(code, message);
    }

    [Fact]
    public void Base_WithProblems_IsReported()
    {
        using var folder = Folder("600", "75%");
        folder.Replace("../base/2-basic.yaml", "75%", "0.75");
        RulebookCheck.Run(folder.Path).Problems.Single().Code.ShouldBe("rate.form");
    }

    /// <summary>An amount 40.00 within what it may be from the base, and a rate that is 0.0001 points too far from it.</summary>
    [Theory]
    [Example("two", "710", "40.00 yuan")]
    [Example("rate", "80.0001%", "-0.0001 points")]
    [Example("rate", "72%", "2 points")]
    public void Margin_IsTheDistanceFromWhatIsAllowed(string target, string value, string margin) =>
        Of(target, value).Margin!.Words.En.ShouldBe(margin);

    /// <summary>What the base does not have has no distance, and then no other case may pass for the nearest.</summary>
    [Fact]
    public void Margin_OfWhatTheBaseDoesNotHave_IsNone()
    {
        using var folder = Folder("600", "75%");
        folder.Replace("2-basic.yaml", "applies: { setting: inpatient }", "applies: { setting: [inpatient, outpatient] }");
        RulebookCheck.Run(folder.Path).Targets.Single(target => target.Id == "rate").Margin.ShouldBeNull();
    }

    /// <summary>A deductible that rises by 0.01 too little, and a rate that does not rise.</summary>
    [Theory]
    [Example("1_000.01", "value: deductible, must: { rises_with: hospital.level }", "-0.01 yuan")]
    [Example("999.99", "value: deductible, when: { location: in_area }, must: { rises_with: hospital.level }", "0.01 yuan")]
    [Example("600", "value: rate, must: { rises_with: hospital.level }", "0 points")]
    public void Margin_OfASlope_IsTheDifferenceOfNeighbours(string two, string target, string margin)
    {
        using var folder = Folder(two, "75%");
        folder.With(
            "targets.yaml",
            $"targets:\n  - {{ id: asked, title: {{ en: Asked, zh: 要求 }}, fund: fund, reference: frame, {target} }}\n"
        );
        folder.Replace(
            "2-basic.yaml",
            "{ value: 75%",
            "{ rows: [ { when: { hospital.level: two }, value: 75% }, { otherwise: true, value: 75% } ]"
        );
        RulebookCheck.Run(folder.Path).Targets.Single().Margin!.Words.En.ShouldBe(margin);
    }

    private static TargetResult Of(string target, string value)
    {
        using var folder = target == "rate" ? Folder("600", value) : Folder("600", "75%");
        if (target != "rate")
            folder.Replace(
                "2-basic.yaml",
                Row(
                    target,
                    target switch
                    {
                        "one" => "300",
                        "two" => "600",
                        "three" => "1_000",
                        _ => "3_000",
                    }
                ),
                Row(target, value)
            );
        return RulebookCheck.Run(folder.Path).Targets.Single(one => one.Id == target);
    }

    private static string Row(string target, string value) =>
        target switch
        {
            "one" => $"[one, unrated] }}, value: {value} }}",
            "two" => $"hospital.level: two }}, value: {value} }}",
            "three" => $"hospital.level: three }}, value: {value} }}",
            _ => $"{{ otherwise: true, value: {value} }}",
        };

    private static RulebookFolder Folder(string two, string rate) =>
        new RulebookFolder()
            .With("../base/index.yaml", RulebookFolder.Index)
            .With("../base/1-catalogue.yaml", RulebookFolder.Catalogue)
            .With("../base/2-basic.yaml", Layer("600", "75%"))
            .With("2-basic.yaml", Layer(two, rate))
            .With("targets.yaml", Targets)
            .Replace("index.yaml", "benefit_year:", "base: ../base\nbenefit_year:");

    private static string Layer(string two, string rate) =>
        $$"""
            id: basic
            title: { en: Basic, zh: 基本 }
            payer: fund
            applies: { setting: inpatient }
            base: in_scope
            steps:
              - id: deductible
                kind: deductible
                per: admission
                amount: { 2020-01-01: { reference: x, rows: [
                    { when: { location: in_area, hospital.level: [one, unrated] }, value: 300 },
                    { when: { location: in_area, hospital.level: two }, value: {{two}} },
                    { when: { location: in_area, hospital.level: three }, value: 1_000 },
                    { otherwise: true, value: 3_000 } ] } }
              - id: share
                kind: tiers
                edges: after_deductible
                table: { 2020-01-01: { value: {{rate}}, reference: x } }

            """;
}
