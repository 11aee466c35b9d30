using FsCheck;
using FsCheck.Fluent;
using ReimbursementRules.Claims;
using ReimbursementRules.Testing;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Engines;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Testing;

/// <summary>Claims that properties draw, and how they are made smaller.</summary>
public sealed class ArbitraryTests
{
    private static readonly Rulebook Shenzhen = Compared.Of("shenzhen").ByGrid;

    [Property(Arbitrary = [typeof(OfShenzhen)])]
    public void Claim_Drawn_IsDivided(Claim claim) => SettlementLaws.Divided.Try(Shenzhen, claim).ShouldBeNull();

    [Property(Arbitrary = [typeof(OfShenzhen)], MaxTest = 50)]
    public void Year_Drawn_HandsTheHistoryOn(MemberYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        year.Settled.Skip(1).Zip(year.Settled).ShouldAllBe(pair => pair.First.HistoryBefore == pair.Second.History);
        year.Claims.Select(claim => claim.Member.Id).Distinct().Count().ShouldBe(1);
    }

    /// <summary>Of a claim that costs more than 600 the smallest has one item, no fact that may be left out, and the least such amount that
    /// is drawn.</summary>
    [Fact]
    public void Shrink_AClaimThatFails_ComesToTheSmallest()
    {
        var rulebook = Town.Of(Town.Basic(StepText.Deductible("year", "600"), StepText.Tiers("75%")));
        var arbitrary = ClaimArbitrary.For(rulebook);
        var claim = arbitrary.Generator.Sample(200, new Rnd(7), 50).First(one => Fails(one) && one.Items.Length > 1);
        while (arbitrary.Shrinker(claim).FirstOrDefault(Fails) is { } smaller)
            claim = smaller;
        claim.Items.Single().Amount.ShouldBe(Money.Yuan(600.01m));
        var smallest = TestClaim.Stay(TestClaim.A(600.01m) with { FirstSelfPay = Rate.Percent(10) }) with
        {
            Discharged = new(2020, 1, 1),
            Setting = null,
            Provider = new(),
        };
        claim.ToString().ShouldBe(smallest.ToString());

        static bool Fails(Claim claim) => claim.Items.Aggregate(Money.Zero, (sum, item) => sum + item.Amount) > Money.Yuan(600);
    }

    [Fact]
    public void Shrink_AYearThatFails_LosesClaims()
    {
        var arbitrary = MemberYearArbitrary.For(Shenzhen);
        var year = arbitrary.Generator.Sample(50, new Rnd(7), 50).First(one => one.Claims.Length == 5);
        while (arbitrary.Shrinker(year).FirstOrDefault(one => one.Claims.Length >= 2) is { } smaller)
            year = smaller;
        year.Claims.Length.ShouldBe(2);
        year.Claims.ShouldAllBe(claim => claim.Items.Length == 1 && claim.Items[0].Amount == Money.Yuan(100));
        year.ToString().Split('\n').Length.ShouldBe(2);
    }

    public static class OfShenzhen
    {
        public static Arbitrary<Claim> Claims => ClaimArbitrary.For(Shenzhen);

        public static Arbitrary<MemberYear> Years => MemberYearArbitrary.For(Shenzhen);
    }
}
