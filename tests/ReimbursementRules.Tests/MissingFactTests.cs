using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Engines;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests;

/// <summary>A fact is asked only where it decides: what a claim leaves out otherwise may be anything.</summary>
public sealed class MissingFactTests
{
    private const string ByAge = "rows: [ { when: { age: { below: 18 } }, value: 60% }, { when: { age: { from: 18 } }, value: 50% } ]";
    private const string ByLevel =
        "rows: [ { when: { hospital.level: three }, value: 40% }, { when: { hospital.level: { not: three } }, value: 70% } ]";

    /// <summary>Whatever is left out of a claim is either asked for by its name, or the claim settles as the whole one does.</summary>
    [Property]
    public void Settle_WithoutAFact_SettlesAlikeOrAsksForIt(Trial trial, int choice)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var (fact, without) = Left[Math.Abs(choice % Left.Length)];
        var history = History.Empty;
        foreach (var claim in trial.Claims)
        {
            var whole = trial.Rulebook.Settle(claim, history);
            if (Try(trial.Rulebook, without(claim), history) is { } settlement)
            {
                Sums(settlement).ShouldBe(Sums(whole), $"without {fact}");
                SettlementText.OfHistory(settlement.History).ShouldBe(SettlementText.OfHistory(whole.History), $"without {fact}");
            }

            history = whole.History;
        }

        static Money[] Sums(Settlement of) => [of.Patient, of.Hospital, .. of.Payers.Select(payer => payer.Amount)];

        Settlement? Try(Rulebook rulebook, Claim claim, History before)
        {
            try
            {
                return rulebook.Settle(claim, before);
            }
            catch (InputException e)
            {
                e.Problems.Select(problem => problem.Code).Distinct().ShouldBe(["fact.missing"]);
                e.Problems.ShouldAllBe(problem => problem.Message.En.Contains($"'{fact}' is missing", StringComparison.Ordinal));
                return null;
            }
        }
    }

    [Fact]
    public void Fact_OfALayerThatDoesNotApply_IsNotAsked()
    {
        var load = Of(("applies: { scheme: employee }", ByLevel), ("applies: { scheme: resident }", ByAge));
        var resident = TestClaim.Stay(100) with
        {
            Member = new() { Scheme = Scheme.Resident, Age = 17 },
            Provider = new(),
        };
        Both(load, resident).Fund().ShouldBe(60);
        Both(
                load,
                resident with
                {
                    Member = new() { Scheme = Scheme.Employee },
                    Provider = new() { Level = HospitalLevel.Two },
                }
            )
            .Fund()
            .ShouldBe(70);
        Missing(load, resident with { Member = new() { Scheme = Scheme.Resident } })
            .ShouldBe(["'age' is missing; 3-layer.yaml:7 asks for it."]);
        Missing(load, resident with { Member = new() { Scheme = Scheme.Employee } })
            .ShouldBe(["'hospital.level' is missing; 2-layer.yaml:7 asks for it."]);
        Missing(load, resident with { Member = new() { Age = 17 } }).ShouldBe(["'scheme' is missing; 2-layer.yaml:5 asks for it."]);
    }

    [Fact]
    public void Fact_OfALayerNotYetInForce_IsNotAsked()
    {
        var load = Of(("from: 2020-09-01", ByAge));
        Both(load, TestClaim.Stay(100) with { Discharged = new(2020, 8, 31), Admitted = new(2020, 8, 30), Member = new() })
            .Fund()
            .ShouldBe(0);
        Missing(load, TestClaim.Stay(100) with { Discharged = new(2020, 9, 1), Admitted = new(2020, 8, 31), Member = new() })
            .Count.ShouldBe(1);
    }

    /// <summary>At level one age decides nothing; at level three it does.</summary>
    [Fact]
    public void Fact_OfRowsThatSayTheSame_IsNotAsked()
    {
        var load = Of(
            (
                "",
                "rows: [ { when: { hospital.level: { not: three } }, value: 70% }, "
                    + "{ when: { hospital.level: three, age: { below: 18 } }, value: 60% }, "
                    + "{ when: { hospital.level: three, age: { from: 18 } }, value: 50% } ]"
            )
        );
        var claim = TestClaim.Stay(100) with { Member = new() };
        Both(load, claim with { Provider = new() { Level = HospitalLevel.One } }).Fund().ShouldBe(70);
        Missing(load, claim with { Provider = new() { Level = HospitalLevel.Three } })
            .ShouldBe(["'age' is missing; 2-layer.yaml:6 asks for it."]);
        Missing(load, claim with { Provider = new() })
            .ShouldBe(["'hospital.level' is missing; 2-layer.yaml:6 asks for it.", "'age' is missing; 2-layer.yaml:6 asks for it."]);
    }

    [Fact]
    public void Number_WithWhichARateGrows_IsAskedWhereItsRowApplies()
    {
        var load = Of(
            (
                "",
                "rows: [ { when: { hospital.level: one }, value: { rate: 50%, add: 1%, each: age, at_most: 90% } }, "
                    + "{ when: { hospital.level: { not: one } }, value: 40% } ]"
            )
        );
        var claim = TestClaim.Stay(100) with { Member = new() };
        Both(load, claim with { Provider = new() { Level = HospitalLevel.Two } }).Fund().ShouldBe(40);
        Missing(load, claim with { Provider = new() { Level = HospitalLevel.One } }).Count.ShouldBe(1);
    }

    /// <summary>What a gate refuses needs no more than the gates ask.</summary>
    [Fact]
    public void Fact_OfALayer_IsNotAskedOfAClaimThatAGateRefuses()
    {
        Rulebook Load(IRuleEngine engine) =>
            Town.With(
                engine,
                folder =>
                    folder.With(
                        "0-gates.yaml",
                        "gates:\n  - { id: g, when: { hospital.level: three }, then: refuse, reference: x, message: { en: m, zh: m } }\n"
                    ),
                Town.Basic(StepText.TiersOf(ByAge))
            );
        var claim = TestClaim.Stay(100) with { Member = new() };
        Both(Load, claim with { Provider = new() { Level = HospitalLevel.Three } }).Status.ShouldBe(SettlementStatus.Refused);
        Missing(Load, claim with { Provider = new() { Level = HospitalLevel.One } }).Count.ShouldBe(1);
        Missing(Load, claim with { Provider = new() }).Count.ShouldBe(2);
    }

    /// <summary>What an item leaves out is asked for where a layer that takes the item asks it.</summary>
    [Fact]
    public void Fact_OfAnItem_IsAskedWhereALayerTakesTheItem()
    {
        Rulebook Load(IRuleEngine engine) =>
            Town.With(
                engine,
                folder => folder.Replace("index.yaml", "payers:", "facts: { item.origin: [domestic, imported] }\npayers:"),
                Town.Layer(
                    "basic",
                    "fund",
                    "in_scope",
                    "items: { item.code: x1 }",
                    StepText.TiersOf(
                        "rows: [ { when: { item.origin: domestic }, value: 80% }, { when: { item.origin: imported }, value: 50% } ]"
                    )
                )
            );
        Both(
                Load,
                TestClaim.Stay(
                    TestClaim.A(100),
                    TestClaim.A(100) with
                    {
                        Code = "x1",
                        Attributes = TestClaim.Attributes(("origin", "domestic")),
                    }
                )
            )
            .Fund()
            .ShouldBe(80);
        Missing(Load, TestClaim.Stay(TestClaim.A(100), TestClaim.A(100) with { Code = "x1" }))
            .ShouldBe(["item 2: 'origin' is missing under 'attributes'; 2-layer.yaml:7 asks for it."]);
    }

    [Fact]
    public void Facts_OfARulebook_SayWhoAsksThemAndWhatMustBeStated()
    {
        var rulebook = Of(
            ("applies: { scheme: employee }", ByLevel),
            ("applies: { scheme: resident, disease: flu }", "value: { rate: 50%, add: 1%, each: age, at_most: 90% }")
        )(new GridEngine());
        rulebook
            .Facts.Select(fact =>
                $"{fact.Name} {fact.MustBeStated} {fact.IsOfItem}: {string.Join(' ', fact.AskedBy.Select(one => one.Written))}"
            )
            .ShouldBe([
                "item.class True True: catalogue",
                "hospital.level True False: layer-0",
                "scheme True False: layer-0 layer-1",
                "age True False: layer-1",
                "disease False False: layer-1",
            ]);
        rulebook.Facts[0].AskedBy[0].Text.Zh.ShouldBe("目录");
    }

    private static ImmutableArray<(string Fact, Func<Claim, Claim> Without)> Left { get; } =
    [
        ("hospital.level", claim => claim with { Provider = claim.Provider with { Level = null } }),
        ("age", claim => claim with { Member = claim.Member with { Age = null, Born = null } }),
        ("scheme", claim => claim with { Member = claim.Member with { Scheme = null } }),
        ("risk_group", claim => claim with { Attributes = claim.Attributes.Remove("risk_group") }),
    ];

    private static List<string> Missing(Func<IRuleEngine, Rulebook> load, Claim claim) =>
        [.. Should.Throw<InputException>(() => load(new GridEngine()).Settle(claim)).Problems.Select(problem => problem.Message.En)];

    private static Settlement Both(Func<IRuleEngine, Rulebook> load, Claim claim)
    {
        var settlement = load(new NRulesEngine()).Settle(claim);
        SettlementText.Of(load(new GridEngine()).Settle(claim)).ShouldBe(SettlementText.Of(settlement));
        return settlement;
    }

    /// <summary>Layers of the fund, each with a line of its own and a table of rates.</summary>
    private static Func<IRuleEngine, Rulebook> Of(params (string More, string Rates)[] layers) =>
        engine =>
            Town.With(
                engine,
                _ => { },
                [.. layers.Select((one, i) => Town.Layer($"layer-{i}", "fund", "in_scope", one.More, StepText.TiersOf(one.Rates)))]
            );
}
