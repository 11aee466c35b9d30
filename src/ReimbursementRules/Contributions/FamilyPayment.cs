using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary>The personal account of a family member, which may pay what a member still owes, up to its balance.</summary>
internal sealed class FamilyPayment(Contributor contributor)
{
    private static readonly BilingualText Title = new("Personal account", "个人账户");

    private readonly DateOnly _paid = contributor.Paid ?? contributor.On;
    private Money _balance = contributor.Account?.Balance ?? Money.Zero;

    /// <summary>What the account pays of a part; nothing, and the reason, where it may not.</summary>
    /// <param name="part">The part.</param>
    /// <param name="owed">What the member owes of it.</param>
    /// <param name="steps">Takes the payment.</param>
    /// <param name="findings">Takes the reason.</param>
    public Money Pay(Part part, Money owed, List<ContributionStep> steps, List<ContributionFinding> findings)
    {
        if (contributor.Account is not { } account || part.Account.Count == 0 || owed == Money.Zero)
            return Money.Zero;
        if (WhyNot(part, account) is { } reason)
        {
            findings.Add(reason);
            return Money.Zero;
        }

        var pays = owed < _balance ? owed : _balance;
        _balance -= pays;
        steps.Add(new(ContributionStepKind.Account, "account", Title, owed, pays, InForce(part)!.Source));
        return pays;
    }

    private ContributionFinding? WhyNot(Part part, FamilyAccount account) =>
        InForce(part) switch
        {
            null => new(
                "account_not_yet",
                part.Id,
                new(
                    $"An account of the family may pay from {IsoDay.Show(part.Account[0].From)} on, and not on {IsoDay.Show(_paid)}.",
                    $"家庭成员个人账户自 {IsoDay.Show(part.Account[0].From)} 起方可代缴，{IsoDay.Show(_paid)} 不可。"
                ),
                part.Account[0].Source
            ),
            var rule when !rule.Value.Window.Contains(_paid) => new(
                "account_window",
                part.Id,
                new(
                    $"An account of the family may not pay on {IsoDay.Show(_paid)}: only from {Show(rule.Value.Window.Opens)} "
                        + $"until before {Show(rule.Value.Window.Closes)} of each year.",
                    $"{IsoDay.Show(_paid)} 不可由家庭成员个人账户代缴：仅限每年 {Show(rule.Value.Window.Opens)} 起、"
                        + $"{Show(rule.Value.Window.Closes)} 之前。"
                ),
                rule.Source
            ),
            var rule when account.PersonsPaid >= rule.Value.Persons => new(
                "account_persons",
                part.Id,
                new(
                    $"The account has paid for {account.PersonsPaid} in this year, and may pay for {rule.Value.Persons}.",
                    $"该账户本年度已为 {account.PersonsPaid} 人代缴，限 {rule.Value.Persons} 人。"
                ),
                rule.Source
            ),
            _ => null,
        };

    private Dated<FamilyAccountPolicy>? InForce(Part part) => part.Account.LastOrDefault(rule => rule.From <= _paid);

    private static string Show(BenefitYear day) => $"{day.Month:00}-{day.Day:00}";
}
