using ReimbursementRules.Contributions;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Contributions;

/// <summary>The personal account of a family member pays in a window of each year, for so many persons, up to its balance.</summary>
public sealed class FamilyAccountTests
{
    private static readonly ContributionPlan Plan = ContributionTown.Plan(
        """
        { who: member, amount: { 2020-01-01: { value: 150, reference: x } }, account: { 2020-01-01: { persons: 1, from: 07-01, until: 01-01, reference: x }, 2020-08-01: { persons: 2, from: 07-01, until: 01-01, reference: x } } }
        """
    );

    [Theory]
    [Example("2020-06-30", 0, "0.00", "account_window")]
    [Example("2020-07-01", 0, "150.00", "")]
    [Example("2020-12-31", 0, "150.00", "")]
    [Example("2021-01-01", 0, "0.00", "account_window")]
    [Example("2020-07-31", 1, "0.00", "account_persons")]
    [Example("2020-08-01", 1, "150.00", "")]
    [Example("2020-08-01", 2, "0.00", "account_persons")]
    [Example("2019-12-31", 0, "0.00", "account_not_yet")]
    public void Account_OnADay_PaysInItsWindowForItsPersons(string paid, int before, string account, string found)
    {
        var contribution = Plan.Of(
            new()
            {
                On = Day.Of("2020-01-01"),
                Paid = Day.Of(paid),
                Account = new(Money.Yuan(500), before),
            }
        );
        (contribution.Account.ToString(), contribution.Found(), contribution.Member).ShouldBe((account, found, Money.Yuan(150)));
    }

    [Theory]
    [Example("149.99", "149.99", "0.01")]
    [Example("150", "150.00", "0.00")]
    [Example("150.01", "150.00", "0.00")]
    [Example("0", "0.00", "150.00")]
    public void Account_OfABalance_NeverGoesBelowZero(string balance, string account, string cash)
    {
        var contribution = Plan.Of(
            new()
            {
                On = Day.Of("2020-01-01"),
                Paid = Day.Of("2020-10-08"),
                Account = new(Money.Yuan(decimal.Parse(balance, System.Globalization.CultureInfo.InvariantCulture))),
            }
        );
        (contribution.Account.ToString(), contribution.Cash.ToString()).ShouldBe((account, cash));
    }

    /// <summary>Where the day of payment is not stated, the day for which is paid stands for it.</summary>
    [Fact]
    public void Account_WithoutADayOfPayment_TakesTheDayItself() =>
        Plan.Of(new() { On = Day.Of("2020-10-08"), Account = new(Money.Yuan(500)) }).Account.ShouldBe(Money.Yuan(150));

    [Fact]
    public void Account_OfAPremiumThatIsTakenOver_PaysNothingAndSaysNothing()
    {
        var contribution = ContributionTown
            .Plan(
                """
                { who: member, amount: { 2020-01-01: { value: 150, reference: x } }, paid_by: { 2020-01-01: { value: { government: 100% }, reference: x } }, account: { 2020-01-01: { persons: 0, from: 07-01, until: 07-01, reference: x } } }
                """
            )
            .Of(new() { On = Day.Of("2020-10-08"), Account = new(Money.Yuan(500)) });
        (contribution.Account, contribution.Found(), contribution.Paid()).ShouldBe((Money.Zero, "", "government 150.00"));
    }

    /// <summary>Two parts share the one balance.</summary>
    [Fact]
    public void Account_OfTwoParts_IsUsedOnce()
    {
        const string Rest =
            "amount: { 2020-01-01: { value: 100, reference: x } }, account: { 2020-01-01: { persons: 2, from: 07-01, until: "
            + "01-01, reference: x } }";
        var contribution = ContributionTown
            .Plan(
                $"{{ id: a, title: {{ en: A, zh: 甲 }}, payer: member, {Rest} }}",
                $"{{ id: b, title: {{ en: B, zh: 乙 }}, payer: member, {Rest} }}"
            )
            .Of(new() { On = Day.Of("2020-10-08"), Account = new(Money.Yuan(150)) });
        contribution.Parts.Select(part => part.Account).ShouldBe([Money.Yuan(100), Money.Yuan(50)]);
    }
}
