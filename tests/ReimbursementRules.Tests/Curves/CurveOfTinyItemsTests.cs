using ReimbursementRules.Claims;
using ReimbursementRules.Curves;
using ReimbursementRules.Engines;
using ReimbursementRules.Spaces;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Engines;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Curves;

/// <summary>Of every rulebook of this repository that settles claims, curves of claims with items of a few cents are held against settling
/// at every cent of small ranges: no bearer is farther from its line than the line states, whether it is proved or not.</summary>
public sealed class CurveOfTinyItemsTests
{
    private const int Claims = 6;
    private const int Wide = 200;
    private static readonly long[] Amounts = [1, 1, 2, 7, 33, 100, 133, 250, 4_321, 120_000];

    public static TheoryData<string> Folders => [.. Compared.Folders];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Curve_OfTinyItems_HoldsAtEveryCent(string folder)
    {
        var rulebook = Rulebook.Load(Path.Combine(Repository.Rules, folder), new GridEngine());
        var (space, dice, settled) = (ClaimSpace.Of(rulebook), new Random(20_201_008), 0);
        for (var i = 0; i < Claims; i++)
        {
            var claim = Draw(space, dice);
            if (!rulebook.TrySettle(claim, History.Empty, out _, out _))
                continue;
            settled++;
            int? item = i % 3 == 2 ? dice.Next(claim.Items.Length) : null;
            HoldsFrom(rulebook, claim, new(item, Money.Zero, Money.FromCents(Wide)));
            HoldsNearBreaks(rulebook, claim, new(item, Money.Zero, Money.Yuan(100_000)), dice);
        }

        settled.ShouldBeGreaterThan(0, "no claim that was drawn settles");
    }

    /// <summary>An item whose part of the bill is a third of a cent costs a whole one: the fund pays a cent where its line is at
    /// nothing.</summary>
    [Fact]
    public void Curve_OfAnItemOfACent_HoldsAtEveryCent()
    {
        var rulebook = Town.Of(Town.Basic(StepText.Tiers("100%")));
        var claim = TestClaim.Stay(TestClaim.C(1), TestClaim.A(0.01m), TestClaim.C(1.33m));
        HoldsFrom(rulebook, claim, new(null, Money.Zero, Money.FromCents(Wide)));
        rulebook.Settle(CurvePoints.ClaimAt(claim, new(null, Money.Zero, Money.Yuan(1)), 85)).PaidBy("fund").ShouldBe(Money.FromCents(1));
    }

    private static void HoldsFrom(Rulebook rulebook, Claim claim, VariedAmount what)
    {
        var curve = Curve.Of(rulebook, claim, History.Empty, what);
        for (var at = what.From; at <= what.To; at += Money.FromCents(1))
            CurveAgreement.HoldsAsStated(curve, History.Empty, at);
    }

    private static void HoldsNearBreaks(Rulebook rulebook, Claim claim, VariedAmount what, Random dice)
    {
        var curve = Curve.Of(rulebook, claim, History.Empty, what);
        var starts = curve.Segments.Select(segment => segment.From.Cents).Append(dice.NextInt64(what.To.Cents)).ToList();
        foreach (var start in starts.OrderBy(_ => dice.Next()).Take(2))
            for (var at = Math.Max(0, start - Wide / 2); at < Math.Min(start + Wide / 2, what.To.Cents); at++)
                CurveAgreement.HoldsAsStated(curve, History.Empty, Money.FromCents(at));
    }

    private static Claim Draw(ClaimSpace space, Random dice)
    {
        var items = dice.Next(1, 5);
        var claim = space.Make([.. Enumerable.Range(0, space.Length(items)).Select(_ => dice.Next(3) == 0 ? dice.Next(1_000) : 0)]);
        return claim with
        {
            Items =
            [
                .. claim.Items.Select(item =>
                    item with
                    {
                        Amount = Money.FromCents(Amounts[dice.Next(Amounts.Length)]),
                        Class = dice.Next(2) == 0 ? item.Class : (CatalogueClass)dice.Next(3),
                    }
                ),
            ],
        };
    }
}
