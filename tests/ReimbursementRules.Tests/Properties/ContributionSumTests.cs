using System.Collections.Immutable;
using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Contributions;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Properties;

/// <summary>Whatever is paid in, the payers' amounts add up to it.</summary>
public sealed class ContributionSumTests
{
    private static readonly Poverty[] Groups = [Poverty.None, Poverty.ThreeNo, Poverty.LowIncome];

    [Property(MaxTest = 60)]
    public void Contribution_AnyPlanAndContributor_IsWhatThePayersPay(Seed seed)
    {
        var contribution = Any(new(seed.Value));
        Sum(contribution.Payers.Select(payer => payer.Amount), contribution.Member).ShouldBe(contribution.Total);
        (contribution.Account + contribution.Cash).ShouldBe(contribution.Member);
        foreach (var part in contribution.Parts)
        {
            Sum(part.Payers.Select(payer => payer.Amount), part.Member).ShouldBe(part.Amount);
            part.Account.ShouldBeLessThanOrEqualTo(part.Member);
            part.Payers.ShouldAllBe(payer => payer.Amount >= Money.Zero);
            (part.PerHead.Cents * contribution.Contributor.Heads).ShouldBe(part.Amount.Cents);
        }
    }

    [Property(MaxTest = 60)]
    public void Account_AnyContribution_IsNotMoreThanItsBalance(Seed seed)
    {
        var contribution = Any(new(seed.Value));
        contribution.Account.ShouldBeLessThanOrEqualTo(contribution.Contributor.Account?.Balance ?? Money.Zero);
    }

    [Property(MaxTest = 60)]
    public void Shares_OfAHundredPercent_LeaveTheMemberNothing(Seed seed)
    {
        var contribution = Any(new(seed.Value));
        if (contribution.Contributor.Member.Poverty == Poverty.ThreeNo)
            contribution.Parts[0].Member.ShouldBe(Money.Zero);
    }

    private static Contribution Any(Random random)
    {
        var (own, whole, first) = (random.Next(0, 100_000), random.Next(0, 1_000_001), random.Next(0, 1_000_001));
        var shares = $"{{ government: {Percent(Math.Min(first, whole))}, employer: {Percent(whole - Math.Min(first, whole))} }}";
        var plan = ContributionTown.PlanWith(
            "per: month",
            $"{{ who: member, amount: {{ 2020-01-01: {{ value: {Yuan(own)}, reference: x }} }}, paid_by: {{ 2020-01-01: {{ "
                + $"rows: [ {{ when: {{ poverty: none }}, value: {shares} }}, {{ when: {{ poverty: three_no }}, value: {{ "
                + $"government: {Percent(first)}, employer: {Percent(1_000_000 - first)} }} }}, {{ otherwise: true, value: none }} "
                + $"], reference: x }} }}, account: {{ 2020-01-01: {{ persons: 1, from: 01-01, until: 01-01, reference: x }} }} }}",
            $"{{ id: wages, title: {{ en: W, zh: 工资 }}, payer: employer, base: wage, rate: {{ 2020-01-01: {{ value: "
                + $"{Percent(whole)}, reference: x }} }}, factor: {{ 2020-01-01: {{ value: {Percent(first)}, reference: x }} }} }}"
        );
        var heads = random.Next(0, 2) == 0 ? 1 : random.Next(1, 1_000);
        return plan.Of(
            new()
            {
                On = new(2020, 10, 8),
                Member = new() { Poverty = Groups[random.Next(Groups.Length)] },
                Heads = heads,
                Amounts = ImmutableDictionary<string, Money>.Empty.Add("wage", Money.FromCents(random.NextInt64(0, 9_000_000_000_000))),
                Account = heads == 1 ? new(Money.FromCents(random.Next(0, 100_000))) : null,
            }
        );
    }

    private static string Percent(int millionths) => (millionths / 10_000m).ToString("0.####", CultureInfo.InvariantCulture) + "%";

    private static string Yuan(int cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static Money Sum(IEnumerable<Money> amounts, Money and) => amounts.Aggregate(and, (sum, amount) => sum + amount);
}
