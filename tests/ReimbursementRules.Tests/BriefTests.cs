using ReimbursementRules.Comparisons;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>What need not be written again: a reference, a first day, where the bands of one flat rate begin.</summary>
public sealed class BriefTests
{
    private const string Long = """
        id: basic
        title: { en: basic, zh: basic }
        payer: fund
        base: in_scope
        steps:
          - id: deductible
            kind: deductible
            per: admission
            amount: { 2020-01-01: { value: 600, reference: { en: Town order 1, zh: 某镇令第1号 }, href: "https://example.org/1" } }
          - id: share
            kind: tiers
            edges: after_deductible
            table:
              2020-01-01:
                reference: { en: Town order 1, zh: 某镇令第1号 }
                href: "https://example.org/1"
                rows: [ { when: { hospital.level: three }, value: 60% }, { otherwise: true, value: 75% } ]

        """;

    private const string Brief = """
        id: basic
        title: { en: basic, zh: basic }
        payer: fund
        base: in_scope
        reference: { en: Town order 1, zh: 某镇令第1号 }
        href: "https://example.org/1"
        steps:
          - { id: deductible, kind: deductible, per: admission, amount: 600 }
          - id: share
            kind: tiers
            table: { rows: [ { when: { hospital.level: three }, value: 60% }, { otherwise: true, value: 75% } ] }

        """;

    [Fact]
    public void Layer_WithOneReference_SaysTheSame()
    {
        var (one, other) = (Town.Of(Long), Town.Of(Brief));
        RulebookComparison.Of(one, other).Changes.ShouldBeEmpty();
        foreach (var claim in (Claims.Claim[])[TestClaim.Stay(600), TestClaim.Stay(600.01m), TestClaim.Stay(10_000)])
        {
            var (long_, brief) = (one.Settle(claim), other.Settle(claim));
            brief
                .Steps.Select(step => (step.Amount, step.Source.Reference.Zh, step.Source.Href))
                .ShouldBe(long_.Steps.Select(step => (step.Amount, step.Source.Reference.Zh, step.Source.Href)));
            brief.Patient.ShouldBe(long_.Patient);
        }
    }

    /// <summary>What stands nearer counts: of a value, then of the layer.</summary>
    [Fact]
    public void Reference_OfAValue_CountsBeforeThatOfTheLayer() =>
        Town.Of(Brief.Replace("amount: 600", "amount: { value: 600, reference: Order 2 }", StringComparison.Ordinal))
            .Rules.Select(rule => (rule.Table, rule.Source.Reference.En, rule.Source.Href))
            .Where(rule => rule.Table.StartsWith("basic.", StringComparison.Ordinal))
            .Distinct()
            .ShouldBe([("basic.deductible.amount", "Order 2", null), ("basic.share.table", "Town order 1", "https://example.org/1")]);

    /// <summary>A value without a day is in force from the first day of the rulebook, or of its layer, on.</summary>
    [Fact]
    public void Value_WithoutADay_IsInForceAsLongAsItsLayer()
    {
        var rulebook = Town.Of(Brief.Replace("base: in_scope", "base: in_scope\nfrom: 2020-09-01", StringComparison.Ordinal));
        rulebook.Settle(TestClaim.Stay(1_000) with { Admitted = new(2020, 8, 30), Discharged = new(2020, 8, 31) }).Fund().ShouldBe(0);
        rulebook.Settle(TestClaim.Stay(1_000) with { Admitted = new(2020, 8, 30), Discharged = new(2020, 9, 1) }).Fund().ShouldBe(300);
        rulebook.Rules.First(rule => rule.Table == "basic.deductible.amount").Conditions.En.ShouldBe("always");
    }

    [Theory]
    [InlineData("reference: { en: Town order 1, zh: 某镇令第1号 }\n", "", "key.missing")]
    [InlineData("value: 60%", "value: [ { above: 0, rate: 60% }, { above: 10_000, rate: 70% } ]", "key.missing")]
    [InlineData("amount: 600", "amount: { 2020-01-01: 600 }", "mapping.expected")]
    [InlineData("amount: 600", "amount: six", "amount.form")]
    [InlineData("amount: 600", "amount: { note: nothing }", "key.missing")]
    public void Brief_Mistaken_IsTold(string from, string to, string code) =>
        Should
            .Throw<PolicyException>(() => Town.Of(Brief.Replace(from, to, StringComparison.Ordinal)))
            .Problems.Select(problem => problem.Code)
            .ShouldContain(code);
}
