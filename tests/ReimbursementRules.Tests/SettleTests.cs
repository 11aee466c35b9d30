using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>A claim through the smallest rulebook.</summary>
public sealed class SettleTests
{
    [Theory]
    [InlineData("599.99", "0.00", "599.99")]
    [InlineData("600.00", "0.00", "600.00")]
    [InlineData("600.01", "0.01", "600.00")]
    [InlineData("600.02", "0.02", "600.00")]
    [InlineData("18000.00", "13050.00", "4950.00")]
    public void Settle_AroundTheDeductible_PaysAboveIt(string bill, string fund, string patient)
    {
        using var folder = new RulebookFolder();
        var settlement = folder.Load().Settle(TestClaim.Stay(decimal.Parse(bill, System.Globalization.CultureInfo.InvariantCulture)));
        settlement.PaidBy("fund").ToString().ShouldBe(fund);
        settlement.Patient.ToString().ShouldBe(patient);
    }

    [Fact]
    public void Settle_OtherSetting_LeavesTheBillWithThePatient()
    {
        using var folder = new RulebookFolder();
        var settlement = folder.Load().Settle(TestClaim.Stay(1000) with { Setting = Setting.Outpatient });
        settlement.Patient.ToString().ShouldBe("1000.00");
        settlement.Skipped.ShouldHaveSingleItem().Layer.ShouldBe("basic");
    }
}
