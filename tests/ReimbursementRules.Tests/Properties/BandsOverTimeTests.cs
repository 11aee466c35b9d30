using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Reference;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Properties;

/// <summary>A layer is a function of amounts: what it pays over a year does not depend on how the year is cut into claims, and it never
/// falls with the bill.</summary>
public sealed class BandsOverTimeTests
{
    /// <summary>f(before + now) - f(before): each claim rounds each band once, so one claim and two differ by a cent a band at
    /// most.</summary>
    [Property(MaxTest = 600)]
    public void Settle_OneClaimOrTwo_PaysTheSameOverTheYearToACentABand(TwoFees of)
    {
        var (policy, rulebook) = PlainPolicy.Of(of.Seed);
        if (!policy.PerYear)
            return;
        var both = rulebook.Settle(OfNoUnit(of.First + of.Then));
        var first = rulebook.Settle(OfNoUnit(of.First));
        var then = rulebook.Settle(OfNoUnit(of.Then), first.History);
        decimal.Abs(both.Fund() - first.Fund() - then.Fund()).ShouldBeLessThanOrEqualTo(0.01m * policy.Bands.Count);
    }

    [Property(MaxTest = 600)]
    public void Settle_AFeeRaised_NeverPaysLess(TwoFees of)
    {
        var rulebook = PlainPolicy.Of(of.Seed).Rulebook;
        var less = rulebook.Settle(TestClaim.Stay(TestClaim.A(of.First.InYuan), TestClaim.B(123.45m, 10)));
        var more = rulebook.Settle(TestClaim.Stay(TestClaim.A((of.First + of.Then).InYuan), TestClaim.B(123.45m, 10)));
        more.Fund().ShouldBeGreaterThanOrEqualTo(less.Fund());
    }

    [Property(MaxTest = 600)]
    public void Settle_AFeeRaised_NeverRaisesThePaymentByMoreThanTheFeeAndACentABand(TwoFees of)
    {
        var (policy, rulebook) = PlainPolicy.Of(of.Seed);
        var less = rulebook.Settle(TestClaim.Stay(TestClaim.A(of.First.InYuan)));
        var more = rulebook.Settle(TestClaim.Stay(TestClaim.A((of.First + of.Then).InYuan)));
        (more.Fund() - less.Fund()).ShouldBeLessThanOrEqualTo(of.Then.InYuan + (0.01m * policy.Bands.Count));
    }

    /// <summary>A fee that has no first share of each unit, which two claims would pay twice.</summary>
    private static Claim OfNoUnit(Money fee) => TestClaim.Stay(TestClaim.A(fee.InYuan) with { Quantity = 0 });
}
