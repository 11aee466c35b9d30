using ReimbursementRules.Comparisons;
using ReimbursementRules.Reports;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Comparisons;

/// <summary>Rulebooks that differ in what claims of one item do not show are not said to be equal.</summary>
public sealed class UnprovedChangeTests
{
    private const string Index = "index.yaml";
    private const string Basic = "2-basic.yaml";
    private const string Catalogue = "1-catalogue.yaml";

    /// <summary>What no claim of the proof shows; the change is listed as a comparison words it.</summary>
    [Theory]
    [InlineData(Basic, "75%", "{ rate: 75%, add: 0.2%, each: age, at_most: 90% }", "{ rate: 75%, add: 0.3%, each: age, at_most: 90% }")]
    [InlineData(
        Basic,
        "value: 600",
        "value: { value: 600, add: 600, each: age, every: 200 }",
        "value: { value: 600, add: 600, each: age, every: 190 }"
    )]
    [InlineData(Catalogue, "ceiling: trim", "ceiling: trim", "ceiling: hospital")]
    [InlineData(Catalogue, "first_self_pay: own", "first_self_pay: own", "first_self_pay: 10%")]
    [InlineData(Index, "each: move", "each: move", "each: item")]
    [InlineData(Index, "from: 2020-01-01", "from: 2020-01-01", "from: 2021-01-01")]
    [InlineData(Basic, "per: admission", "per: admission", "per: year")]
    public void WhatTheProofDoesNotLookAt_IsNotEqual(string file, string text, string before, string after)
    {
        var proof = Of(folder => folder.Replace(file, text, before), folder => folder.Replace(file, text, after));

        proof.Differences.ShouldBeEmpty();
        (proof.AreClaimsEqual, proof.IsEqual, proof.Comparison.IsUnchanged).ShouldBe((true, false, false));
        var said = EqualityTextReport.Write(proof);
        said.ShouldContain("Not proved: of every claim looked at all bear the same by both");
        said.ShouldContain("What they state otherwise, which is not proved");
        foreach (var change in proof.Comparison.Changes)
            said.ShouldContain($"- {change.Where} (");
        EqualityTextReport.Write(proof, Language.Chinese).ShouldContain("未证明：");
    }

    /// <summary>A gate that holds or flags moves no money, yet the settlements say so.</summary>
    [Theory]
    [InlineData("hold, due: { working_days: 5 }", "Status settled → held for review: settled, not to be paid yet; Findings – → big: hold")]
    [InlineData("flag", "Findings – → big: flag")]
    public void Gate_ThatMovesNoMoney_IsADifference(string then, string says)
    {
        var proof = Of(_ => { }, folder => folder.With("0-gates.yaml", Gates(then)));

        proof.Differences.ShouldNotBeEmpty();
        proof.Differences.ShouldAllBe(one => one.Claim.Bill >= 500_000 && one.Effects.IsEmpty);
        EqualityTextReport.Write(proof).Replace("\n    ", " ", StringComparison.Ordinal).ShouldContain(says);
    }

    private static string Gates(string then) =>
        $$"""
            gates:
              - { id: big, when: { bill: { from: 5_000 } }, then: {{then}}, reference: Order, message: { en: Too big., zh: 过大。 } }
            """;

    private static EqualityProof Of(Action<RulebookFolder> before, Action<RulebookFolder> after) =>
        EqualityProof.Of(Pair.Loaded(before), Pair.Loaded(after), Money.Yuan(100_000), 1_000);
}
