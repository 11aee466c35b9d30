using FsCheck.Fluent;
using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Generators;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Properties;

/// <summary>A line of the bill cut in two.</summary>
public sealed class SplitLineTests
{
    private const int Bands = 3;

    private static readonly Rulebook RoundsEachItem = Town.With(
        folder => folder.Replace("index.yaml", "each: move", "each: item"),
        Town.Basic(StepText.Tiers("[ { above: 0, rate: 33.3333% }, { above: 10, rate: 75% }, { above: 1_000, rate: 90% } ]")));

    /// <summary>Whole claims are settled on sums, so a class A line without a ceiling may be cut anywhere: not a cent of the claim's results moves.</summary>
    [Fact]
    public void Settle_LineCutInTwoWhereNoLayerLooksAtItems_ChangesNothingOfTheClaim()
    {
        var cut = 0;
        Always.Holds(Trial.Any, trial =>
        {
            var text = RandomRulebooks.Texts(trial.Seed);
            if (text.LooksAtItems || text.RoundEach == "item")
                return;
            foreach (var claim in trial.Claims)
                if (Cut(claim) is { } split)
                {
                    cut++;
                    SettlementText.OfClaim(trial.Rulebook.Settle(split)).ShouldBe(SettlementText.OfClaim(trial.Rulebook.Settle(claim)));
                }
        }, times: 800);
        cut.ShouldBeGreaterThan(100);
    }

    /// <summary>Where each item is rounded by itself, two halves round twice: half a cent each way in each band, so at most a cent a band.</summary>
    [Fact]
    public void Settle_LineCutInTwoWhereEachItemIsRounded_MovesACentABandAtMost() => Always.Holds(
        Arb.From(Gen.Choose(2, 500_000).SelectMany(cents => Gen.Choose(1, cents - 1), (cents, first) => (cents, first))),
        of =>
        {
            var other = TestClaim.A(77.77m);
            var whole = RoundsEachItem.Settle(TestClaim.Stay(other, OfCents(of.cents)));
            var halves = RoundsEachItem.Settle(TestClaim.Stay(other, OfCents(of.first), OfCents(of.cents - of.first)));
            decimal.Abs(whole.Fund() - halves.Fund()).ShouldBeLessThanOrEqualTo(0.01m * Bands);
        });

    private static FeeItem OfCents(long cents) => TestClaim.A(Money.FromCents(cents).InYuan);

    private static Claim? Cut(Claim claim)
    {
        var line = claim.Items.FirstOrDefault(item => item is { Class: CatalogueClass.A, CeilingPrice: null } && item.Amount.Cents > 1);
        if (line is null)
            return null;
        var first = Money.FromCents(line.Amount.Cents / 3);
        return claim with { Items = claim.Items.Remove(line).AddRange(line with { Amount = first }, line with { Amount = line.Amount - first }) };
    }
}
