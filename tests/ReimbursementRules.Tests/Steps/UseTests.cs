using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Steps;

/// <summary>What counts as a use of a layer that may be used once a year.</summary>
public sealed class UseTests
{
    private const string Once = "at_most: { times: 1, per: year }\nrest: unchanged";

    /// <summary>The fund pays all but 0.00 or 0.01 of the first bill. Where the patient holds nothing of the base, it is no use, whether
    /// the base counts what is held or what there was at first; half of a cent is one.</summary>
    [Theory]
    [Example("in_scope", "1000.00", true)]
    [Example("in_scope", "999.99", false)]
    [Example("{ parts: in_scope, as: original }", "1000.00", true)]
    [Example("{ parts: in_scope, as: original }", "999.99", false)]
    public void Use_OfABaseOfWhichNothingIsHeld_IsNone(string @base, decimal cap, bool second)
    {
        foreach (var each in (ReadOnlySpan<string>)["move", "item"])
        {
            var rulebook = Town.With(
                folder => folder.Replace("index.yaml", "each: move", $"each: {each}"),
                Town.Layer(
                    "first",
                    "fund",
                    "in_scope",
                    "rest: unchanged",
                    StepText.Tiers("100%"),
                    StepText.Cap("payment", "year", $"{cap}")
                ),
                Town.Layer("extra", "aid", @base, Once, StepText.Tiers("50%"))
            );
            var before = rulebook.Settle(TestClaim.Stay(1_000));
            Uses(before).ShouldBe(second ? 0 : 1, each);
            var after = rulebook.Settle(TestClaim.Stay(600), before.History);
            (after.Aid(), Uses(after)).ShouldBe(second ? (300, 1) : (0, 1), each);
            rulebook.Settle(TestClaim.Stay(600), after.History).Aid().ShouldBe(0, each);
        }
    }

    /// <summary>The deductible of a base as it was at first counts in full, also where nothing is held of it; the use does not.</summary>
    [Fact]
    public void Use_WhereNothingIsHeld_IsNoneThoughTheDeductibleCounts()
    {
        var settlement = Town.Of(
                Town.Layer("first", "fund", "in_scope", "rest: unchanged", StepText.Tiers("100%")),
                Town.Layer(
                    "extra",
                    "aid",
                    "{ parts: in_scope, as: original }",
                    Once,
                    StepText.Deductible("year", "400"),
                    StepText.Tiers("50%")
                )
            )
            .Settle(TestClaim.Stay(1_000));
        settlement
            .History.Entries.Select(entry => (entry.What, entry.Amount.InYuan, entry.Times))
            .ShouldBe([("admissions", 0m, 1), ("extra.deductible", 400m, 0)]);
    }

    /// <summary>Where the patient holds something, it is a use, also where the deductible keeps all of it.</summary>
    [Fact]
    public void Use_OfWhichTheDeductibleKeepsAll_IsOne()
    {
        var settlement = Town.Of(Town.Layer("extra", "aid", "in_scope", Once, StepText.Deductible("claim", "1_000"), StepText.Tiers("50%")))
            .Settle(TestClaim.Stay(1_000));
        (settlement.Aid(), Uses(settlement)).ShouldBe((0, 1));
    }

    /// <summary>Nothing is held of 1,000, but the hospital has what its quota of 6,000 × 70% is above the 700 of this bill: 3,500 are paid,
    /// and that is a use.</summary>
    [Fact]
    public void Use_OfAQuotaThatPaysBeyondTheBill_IsOne()
    {
        var settlement = Town.Of(
                Town.Layer("first", "fund", "in_scope", "rest: unchanged", StepText.Tiers("100%")),
                Town.Layer(
                    "extra",
                    "aid",
                    "{ parts: in_scope, as: original }",
                    Once,
                    StepText.Quota("quota", "6_000", "70%", "{ hospital: 100% }", "hospital")
                )
            )
            .Settle(TestClaim.Stay(1_000));
        (settlement.Aid(), Uses(settlement)).ShouldBe((3_500, 1));
    }

    private static int Uses(Settlement settlement) =>
        settlement.History.Entries.Where(entry => entry.What == "extra").Sum(entry => entry.Times);
}
