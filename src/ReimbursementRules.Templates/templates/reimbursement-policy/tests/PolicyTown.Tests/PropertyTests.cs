using FsCheck;
using FsCheck.Xunit;
using ReimbursementRules;
using ReimbursementRules.Claims;
using ReimbursementRules.Testing;
using Xunit;

namespace Policy.Tests;

/// <summary>What holds of every claim of one rulebook: write your own beside these.</summary>
public sealed class PropertyTests
{
    private static readonly Rulebook Town = TestedRulebook.Load("rules/policy-town");

    [Property(Arbitrary = [typeof(PropertyTests)])]
    public void Fund_AnyClaim_PaysNoMoreThanTheBill(Claim claim)
    {
        var settlement = Town.Settle(claim);
        Assert.True(settlement.PaidBy("fund") <= settlement.Bill);
    }

    [Property(Arbitrary = [typeof(PropertyTests)])]
    public void Cash_AnyYear_IsWhatThePatientBears(MemberYear year) =>
        Assert.All(year.Settled, settlement => Assert.Equal(settlement.Patient, settlement.Cash));

    public static Arbitrary<Claim> Claims => ClaimArbitrary.For(Town);

    public static Arbitrary<MemberYear> Years => MemberYearArbitrary.For(Town);
}
