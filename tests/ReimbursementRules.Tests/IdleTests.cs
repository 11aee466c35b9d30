using ReimbursementRules.Checks;
using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests;

/// <summary>What a rulebook states in vain, and what it leaves open: <c>check</c> tells it, and so does the settlement.</summary>
public sealed class IdleTests
{
    private static readonly string Second = Town.Layer(
        "second",
        "aid",
        "in_scope",
        "applies: { setting: inpatient }",
        StepText.Tiers("50%")
    );

    private static List<string> Warnings(Action<RulebookFolder> change)
    {
        using var folder = new RulebookFolder();
        change(folder);
        var report = RulebookCheck.Run(folder.Path);
        report.Problems.ShouldBeEmpty();
        return [.. report.Warnings.Select(warning => $"{warning.Code} {warning.Place.File}: {warning.Text.En}")];
    }

    [Theory]
    [InlineData("parameters: { wage: { 2020-01-01: { value: 1, reference: x } } }\n", "parameters", "wage")]
    [InlineData("lists: { chronic: [flu] }\n", "lists", "chronic")]
    [InlineData("facts: { ward: { words: [general, special], default: general } }\n", "facts", "ward")]
    public void Index_DeclaresWhatNothingNames_IsTold(string text, string section, string name) =>
        Warnings(folder => folder.Replace("index.yaml", "payers:", text + "payers:"))
            .ShouldContain(
                $"warning.unused index.yaml: no file of the rulebook names '{name}', which stands under '{section}'. "
                    + "Use it, or leave it out."
            );

    [Fact]
    public void Index_PayerWhoPaysNothing_IsTold() =>
        Warnings(folder => folder.Replace("index.yaml", "payers:", "payers:\n  spare: { title: { en: Spare, zh: 备用 } }"))
            .ShouldContain(
                "warning.unused index.yaml: no file of the rulebook names 'spare', which stands under 'payers'. Use it, or leave it out."
            );

    [Fact]
    public void Index_NameThatAConditionAsks_IsNotTold() =>
        Warnings(folder =>
                folder
                    .Replace("index.yaml", "payers:", "lists: { chronic: [flu] }\npayers:")
                    .With("3-second.yaml", Second.Replace("inpatient", "inpatient, disease: { in: chronic }", StringComparison.Ordinal))
            )
            .ShouldNotContain(warning => warning.Contains("chronic", StringComparison.Ordinal));

    /// <summary>An enacted rulebook that asks nothing of what may exclude a claim; an example is not told.</summary>
    [Theory]
    [InlineData("enacted", true)]
    [InlineData("example", false)]
    public void Rulebook_ThatAsksNothingOfWhatExcludesClaims_IsTold(string status, bool isTold) =>
        Warnings(folder => folder.Replace("index.yaml", "status: example", $"status: {status}"))
            .Any(warning =>
                warning.StartsWith(
                    "warning.unasked index.yaml: nothing asks 'cause', 'enrolment', 'duplicate_enrolment', 'provider.agreement':",
                    StringComparison.Ordinal
                )
            )
            .ShouldBe(isTold);

    /// <summary>The first layer takes all that is in scope of a stay, and gives it other names.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("applies: { setting: inpatient }\n", true)]
    [InlineData("applies: { setting: [inpatient, outpatient] }\n", true)]
    [InlineData("applies: { setting: inpatient, scheme: employee }\n", false)]
    [InlineData("applies: { setting: outpatient }\n", false)]
    [InlineData("items: { item.kind: drug }\n", false)]
    [InlineData("rest: unchanged\n", false)]
    [InlineData("until: 2021-01-01\n", false)]
    public void Layer_WhoseBaseIsTakenBefore_IsTold(string more, bool isIdle) =>
        Warnings(folder =>
                folder
                    .With("2-basic.yaml", Town.Layer("basic", "fund", "in_scope", more.TrimEnd(), StepText.Tiers("50%")))
                    .With("3-second.yaml", Second)
            )
            .Any(warning =>
                warning.StartsWith("warning.idle 3-second.yaml: 'second' never finds anything to pay", StringComparison.Ordinal)
            )
            .ShouldBe(isIdle);

    /// <summary>The second layer stands in the place of the first whenever that applies, or only sometimes.</summary>
    [Theory]
    [InlineData("instead_of: basic", true)]
    [InlineData("instead_of: basic\napplies: { setting: inpatient }", true)]
    [InlineData("instead_of: basic\napplies: { setting: inpatient, scheme: employee }", false)]
    [InlineData("instead_of: basic\nat_most: { times: 1, per: year, each: none }", false)]
    public void Layer_AlwaysReplaced_IsTold(string more, bool isIdle) =>
        Warnings(folder =>
                folder
                    .With("2-basic.yaml", Town.Layer("basic", "fund", "in_scope", "applies: { setting: inpatient }", StepText.Tiers("50%")))
                    .With("3-second.yaml", Town.Layer("second", "aid", "in_scope", more, StepText.Tiers("50%")))
            )
            .Any(warning => warning.StartsWith("warning.idle 2-basic.yaml: 'basic' never applies", StringComparison.Ordinal))
            .ShouldBe(isIdle);

    /// <summary>The town begins on 2020-01-01. A value whose next one is in force by then is never asked; one day later it is.</summary>
    [Theory]
    [InlineData("2020-01-01", true)]
    [InlineData("2020-01-02", false)]
    public void Value_OverBeforeTheRulebookBegins_IsRefused(string next, bool isNever)
    {
        var steps = StepText
            .Tiers("50%")
            .Replace("{ 2020-01-01: ", $"{{ 2002-07-01: {{ value: 60%, reference: x }}, {next}: ", StringComparison.Ordinal);
        Problems(_ => { }, Town.Basic(steps))
            .Any(problem => problem.Contains("is never in force: the next one begins on", StringComparison.Ordinal))
            .ShouldBe(isNever);
    }

    [Theory]
    [InlineData(
        "index.yaml",
        "parameters: { wage: { 2002-01-01: { value: 4, reference: x }, 2020-01-01: { value: 3, reference: x } } }\npayers:",
        "'wage'"
    )]
    [InlineData(
        "index.yaml",
        "lists: { l: { 2002-01-01: { add: [a], reference: x }, 2020-01-01: { add: [b], reference: x } } }\npayers:",
        "'l'"
    )]
    public void Declared_OverBeforeTheRulebookBegins_IsRefused(string file, string text, string name) =>
        Problems(folder => folder.Replace(file, "payers:", text), Town.Basic(StepText.Tiers("50%")))
            .ShouldContain(problem => problem.Contains($"this value of {name} is never in force", StringComparison.Ordinal));

    [Theory]
    [InlineData("2020-01-01", true)]
    [InlineData("2020-01-02", false)]
    public void Gate_OverBeforeTheRulebookBegins_IsRefused(string until, bool isNever)
    {
        var gate =
            $"gates: [{{ id: g, from: 2019-01-01, until: {until}, when: {{ cause: third_party }}, then: flag, "
            + $"reference: x, message: {{ en: a, zh: 甲 }} }}]\n";
        Problems(folder => folder.With("0-gates.yaml", gate), Town.Basic(StepText.Tiers("50%")))
            .Any(problem => problem.Contains("the gate 'g' is never there", StringComparison.Ordinal))
            .ShouldBe(isNever);
    }

    private static List<string> Problems(Action<RulebookFolder> change, params string[] layers)
    {
        try
        {
            Town.With(change, layers);
            return [];
        }
        catch (PolicyException e)
        {
            return [.. e.Problems.Select(problem => problem.ToString())];
        }
    }

    /// <summary>What is told is true: the layer pays nothing of any stay.</summary>
    [Fact]
    public void Layer_ThatIsTold_PaysNothing() =>
        Town.Of(Town.Basic(StepText.Tiers("50%")), Second).Settle(TestClaim.Stay(1_000)).Aid().ShouldBe(0);

    [Theory]
    [InlineData("age: { from: 151 }", "no claim has 'age' in this range: it lies from 0 to 150.")]
    [InlineData("age: 151", "no claim has 'age' in this range: it lies from 0 to 150.")]
    [InlineData("month: { from: 13 }", "no claim has 'month' in this range: it lies from 1 to 12.")]
    [InlineData("month: { below: 1 }", "no claim has 'month' in this range: it lies from 1 to 12.")]
    [InlineData("days: { from: 1_828 }", "no claim has 'days' in this range: it lies from 0 to 1,827.")]
    [InlineData("providers_today: { below: 1 }", "no claim has 'providers_today' in this range: it lies from 1 to 1,000.")]
    public void Range_InWhichNoNumberLies_IsRefused(string condition, string said)
    {
        var problem = Should
            .Throw<PolicyException>(() =>
                Town.Of(Town.Layer("basic", "fund", "in_scope", $"applies: {{ {condition} }}", StepText.Tiers("50%")))
            )
            .Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("range.never");
        problem.Text.En.ShouldStartWith(said);
    }

    [Theory]
    [InlineData("age: { from: 150 }")]
    [InlineData("month: { from: 12 }")]
    [InlineData("month: { below: 2 }")]
    [InlineData("days: { from: 1_827 }")]
    public void Range_AtTheEndOfWhatIsPossible_IsRead(string condition) =>
        Town.Of(Town.Layer("basic", "fund", "in_scope", $"applies: {{ {condition} }}", StepText.Tiers("50%")));

    [Fact]
    public void Files_WithoutCases_AreNamed()
    {
        using var folder = new RulebookFolder();
        const string one =
            "- case: A\n  why: B\n  claim: { discharged: 2020-10-08, setting: inpatient, items: [{ class: A, amount: 1 }] }\n"
            + "  expect: { bill: 1.00 }\n";
        folder.With("3-second.yaml", Second).With("2-basic.cases.yaml", one).With("3-second.cases.yaml", "[]\n");
        RulebookCheck.Run(folder.Path).WithoutCases.ShouldBe(["1-catalogue.yaml", "3-second.yaml"]);
    }

    public static TheoryData<Claim, string> Excluded =>
        new()
        {
            { TestClaim.Stay(100) with { Cause = Cause.ThirdParty }, "cause: third_party" },
            { TestClaim.Stay(100) with { Cause = Cause.Unknown }, "cause: unknown" },
            { TestClaim.Stay(100) with { Member = new() { Enrolment = Enrolment.Suspended } }, "enrolment: suspended" },
            { TestClaim.Stay(100) with { Member = new() { DuplicateEnrolment = true } }, "duplicate_enrolment: yes" },
            {
                TestClaim.Stay(100) with
                {
                    Provider = new() { Level = HospitalLevel.Two, Agreement = Agreement.None },
                },
                "provider.agreement: none"
            },
        };

    [Theory]
    [MemberData(nameof(Excluded))]
    public void Claim_StatesWhatMayExcludeItAndNothingAsks_IsSettledAndSaysSo(Claim claim, string stated)
    {
        var settlement = Town.Of(Town.Basic(StepText.Tiers("50%"))).Settle(claim);
        settlement.Fund().ShouldBe(50);
        var finding = settlement.Findings.ShouldHaveSingleItem();
        (finding.Id, finding.Verdict).ShouldBe(("not_asked", Verdict.Flag));
        finding.Message.En.ShouldContain($"'{stated}'");
        finding.Message.Zh.ShouldContain(stated);
    }

    [Fact]
    public void Claim_OfAnIllnessWithAllInOrder_HasNoSuchFinding() =>
        Town.Of(Town.Basic(StepText.Tiers("50%")))
            .Settle(
                TestClaim.Stay(100) with
                {
                    Cause = Cause.Illness,
                    Member = new() { Enrolment = Enrolment.InForce, DuplicateEnrolment = false },
                    Provider = new() { Level = HospitalLevel.Two, Agreement = Agreement.InForce },
                }
            )
            .Findings.ShouldBeEmpty();

    [Fact]
    public void Claim_WhoseCauseAGateAsks_HasNoSuchFinding()
    {
        const string gate =
            "gates: [{ id: third, when: { cause: third_party }, then: refuse, reference: x, message: { en: No., zh: 不付。 } }]\n";
        Town.With(folder => folder.With("0-gates.yaml", gate), Town.Basic(StepText.Tiers("50%")))
            .Settle(TestClaim.Stay(100) with { Cause = Cause.ThirdParty })
            .Findings.Select(finding => finding.Id)
            .ShouldBe(["third"]);
    }
}
