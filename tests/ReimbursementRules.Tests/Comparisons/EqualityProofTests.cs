using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Comparisons;

/// <summary>Rulebooks that bear the same of every claim of one item, and others with the smallest claim that tells them apart.</summary>
public sealed class EqualityProofTests
{
    private const string ByLevel =
        "rows: [{ when: { hospital.level: one }, value: 80% }, { when: { hospital.level: two }, value: 70% }, "
        + "{ otherwise: yes, value: 60% }]";

    /// <summary>The rows stand in another order.</summary>
    [Fact]
    public void SameInOtherWords_IsEqual()
    {
        var other = ByLevel
            .Replace("one }, value: 80%", "two }, value: 7_0%", StringComparison.Ordinal)
            .Replace("two }, value: 70%", "one }, value: 80%", StringComparison.Ordinal)
            .Replace("7_0%", "70%", StringComparison.Ordinal);

        var proof = Of(Share(ByLevel), Share(other));

        proof.IsEqual.ShouldBeTrue();
        proof.Differences.ShouldBeEmpty();
        (proof.Proved, proof.Unproved, proof.NotMade, proof.IsFinished).ShouldBe((proof.Cases, 0, 0, true));
    }

    /// <summary>Each of two bands is rounded by itself, so that one line of exact amounts does not say one amount in cents, and where no
    /// claim is found that tells them apart nothing is proved.</summary>
    [Fact]
    public void SameRateInTwoBands_IsNotProved()
    {
        var other = ByLevel.Replace("value: 70%", "value: [{ rate: 70%, above: 0 }, { rate: 70%, above: 500 }]", StringComparison.Ordinal);

        var proof = Of(Share(ByLevel), Share(other));

        proof.Differences.ShouldBeEmpty();
        proof.Unproved.ShouldBePositive();
        (proof.Proved + proof.Unproved, proof.NotMade, proof.IsFinished).ShouldBe((proof.Cases, 0, true));
        (proof.AreClaimsEqual, proof.IsEqual).ShouldBe((false, false));
    }

    /// <summary>10.01 at 66.6667% is 6.67; in two bands 10 are 6.67 (of 6.66667), and the cent above is one more.</summary>
    [Fact]
    public void SameRateInTwoBands_WithHalfCentsAtTheEdge_IsToldApart()
    {
        var one = ByLevel.Replace("value: 70%", "value: 66.6667%", StringComparison.Ordinal);
        var two = ByLevel.Replace(
            "value: 70%",
            "value: [{ rate: 66.6667%, above: 0 }, { rate: 66.6667%, above: 10 }]",
            StringComparison.Ordinal
        );

        var proof = Of(Share(one), Share(two));

        proof.Differences.ShouldNotBeEmpty();
        proof.AreClaimsEqual.ShouldBeFalse();
    }

    /// <summary>Why it is not: each band is rounded by itself. After 100.01 of the year, 400.01 at 70% in two bands are 279.99 (of 399.99)
    /// and 0.01 (of 0.02), and in one band 280.01.</summary>
    [Fact]
    public void SameRateInTwoBands_OfAYear_IsACentApart()
    {
        var (two, one) = (OfAYear("[{ rate: 70%, above: 0 }, { rate: 70%, above: 500 }]"), OfAYear("70%"));

        (Paid(two), Paid(one)).ShouldBe((Money.Yuan(280.00m), Money.Yuan(280.01m)));
        Of(two, one).IsEqual.ShouldBeFalse();

        static Rulebook OfAYear(string value) =>
            Town.Of(
                Town.Basic(
                    "{ id: share, kind: tiers, edges: after_deductible, per: year, table: { 2020-01-01: { value: "
                        + $"{value}, reference: Town order }} }} }}"
                )
            );

        static Money Paid(Rulebook town) =>
            town.Settle(TestClaim.Stay(400.01m), town.Settle(TestClaim.Stay(100.01m), History.Empty).History).Payers[0].Amount;
    }

    /// <summary>Of levels one, two and the rest only two is paid otherwise, inpatient and outpatient, for classes A and B: four cases.
    /// Class C is out of scope.</summary>
    [Fact]
    public void OneRow_DiffersInItsCasesOnly()
    {
        var proof = Of(Share(ByLevel), Share(ByLevel.Replace("70%", "71%", StringComparison.Ordinal)));

        proof
            .Differences.Select(one => one.Case.Written)
            .ShouldBe(["item.class: A; hospital.level: two", "item.class: B; hospital.level: two"], ignoreOrder: true);
        proof.Proved.ShouldBe(proof.Cases - proof.Differences.Length);
        proof.IsEqual.ShouldBeFalse();
    }

    /// <summary>The fund pays 75% or 76% of what is above 600: 700.00 is the first amount of one digit for which that shows, 75.00 and
    /// 76.00.</summary>
    [Fact]
    public void Difference_ComesWithTheSmallestClaim()
    {
        var proof = Of(Town.Of(Deducted("75%")), Town.Of(Deducted("76%")));

        var first = proof.Differences[0];
        first.Claim.Items.ShouldHaveSingleItem().Amount.ShouldBe(Money.Yuan(700));
        first
            .Effects.Select(effect => $"{effect.Id} {effect.Before} {effect.After}")
            .ShouldBe(["fund 75.00 76.00", "patient 625.00 624.00"]);
        first.Claim.Provider.Level.ShouldBeNull();
    }

    /// <summary>Only bills from 4,321.05 until below 4,321.10 are paid otherwise: no amount that is tried by chance falls there.</summary>
    [Fact]
    public void Window_OfFiveCents_IsFound()
    {
        var window = Town.Of(
            Town.Basic(
                StepText.TiersOf(
                    "rows: [{ when: { bill: { from: 4_321.05, below: 4_321.10 } }, value: 10% }, { otherwise: yes, value: 50% }]"
                )
            )
        );

        var proof = Of(Town.Of(Town.Basic(StepText.Tiers("50%"))), window);

        proof.Differences.ShouldAllBe(one => one.Claim.Items[0].Amount == Money.Yuan(4_321.05m));
        proof.Differences.ShouldNotBeEmpty();
    }

    /// <summary>A rate that changes on a day makes a difference from that day on, and not before.</summary>
    [Fact]
    public void Day_OfAChange_IsTold()
    {
        var proof = Of(Town.Of(Dated("")), Town.Of(Dated(", 2021-07-01: { value: 60%, reference: Town order }")));

        proof.Differences.ShouldNotBeEmpty();
        proof.Differences.ShouldAllBe(one => one.Case.Written.Contains("day of discharge: { from: 2021-07-01 }", StringComparison.Ordinal));
        proof.Differences.ShouldAllBe(one => one.Claim.Discharged == new DateOnly(2021, 7, 1));
        proof.Proved.ShouldBeGreaterThan(0);
    }

    /// <summary>A cap that only earlier claims of the year would fill is nothing that a claim with an empty history shows.</summary>
    [Fact]
    public void Histories_AreNotProved()
    {
        var proof = Of(
            Town.Of(Town.Basic(StepText.Tiers("50%"), StepText.Cap("payment", "claim", "500_000"))),
            Town.Of(Town.Basic(StepText.Tiers("50%"), StepText.Cap("payment", "year", "500_000")))
        );

        proof.AreClaimsEqual.ShouldBeTrue();
        proof.IsEqual.ShouldBeFalse();
        proof.Comparison.Changes.ShouldHaveSingleItem().Where.ShouldEndWith(".per");
    }

    [Fact]
    public void Budget_ThatIsUsedUp_ProvesNothing()
    {
        var proof = EqualityProof.Of(Share(ByLevel), Share(ByLevel), Money.Yuan(1_000), 2);

        (proof.Cases, proof.IsFinished, proof.IsEqual).ShouldBe((2, false, false));
        proof.AllCases.ShouldBe(Of(Share(ByLevel), Share(ByLevel)).Cases);
    }

    [Fact]
    public void Of_WhatIsOutOfRange_IsRefused()
    {
        var town = Share(ByLevel);
        Should.Throw<ArgumentOutOfRangeException>(() => EqualityProof.Of(town, town, Money.Zero, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => EqualityProof.Of(town, town, Money.Yuan(1), 0));
    }

    private static EqualityProof Of(Rulebook before, Rulebook after) => EqualityProof.Of(before, after, Money.Yuan(1_000_000), 1_000);

    private static Rulebook Share(string says) => Town.Of(Town.Basic(StepText.TiersOf(says)));

    private static string Deducted(string rate) => Town.Basic(StepText.Deductible("admission", "600"), StepText.Tiers(rate));

    private static string Dated(string more) =>
        Town.Basic(
            "{ id: share, kind: tiers, edges: after_deductible, per: claim, table: { 2020-01-01: { value: 50%, reference: Town order }"
                + more
                + " } }"
        );
}
