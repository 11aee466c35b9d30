using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Claims;
using ReimbursementRules.Spaces;
using ReimbursementRules.Testing;
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
        Town.Basic(StepText.Tiers("[ { above: 0, rate: 33.3333% }, { above: 10, rate: 75% }, { above: 1_000, rate: 90% } ]"))
    );

    /// <summary>Whole claims are settled on sums, so a class A line without a ceiling may be cut anywhere: not a cent of the claim's
    /// results moves.</summary>
    [Property(MaxTest = 90)]
    public Property Settle_LineCutInTwoWhereNothingIsWorkedOutByItem_ChangesNothingOfTheClaim(Trial trial) =>
        Prop.When(MayBeCut(trial), () => SettlementLaws.LineSplit.Try(trial.Year).ShouldBeNull());

    /// <summary>Where each item is rounded by itself, two halves round twice: half a cent each way in each band, so at most a cent a
    /// band.</summary>
    [Property]
    public void Settle_LineCutInTwoWhereEachItemIsRounded_MovesACentABandAtMost(CutFee fee)
    {
        var other = TestClaim.A(77.77m);
        var whole = RoundsEachItem.Settle(TestClaim.Stay(other, OfCents(fee.Cents)));
        var halves = RoundsEachItem.Settle(TestClaim.Stay(other, OfCents(fee.First), OfCents(fee.Cents - fee.First)));
        decimal.Abs(whole.Fund() - halves.Fund()).ShouldBeLessThanOrEqualTo(0.01m * Bands);
    }

    /// <summary>So may one trial in nine; the others do not count as tries.</summary>
    private static bool MayBeCut(Trial trial) =>
        !ClaimSpace.Of(trial.Rulebook).WorksByItem
        && trial.Claims.Any(claim => claim.Items.Any(item => item is { Class: CatalogueClass.A, CeilingPrice: null, Amount.Cents: > 1 }));

    private static FeeItem OfCents(long cents) => TestClaim.A(Money.FromCents(cents).InYuan);
}
