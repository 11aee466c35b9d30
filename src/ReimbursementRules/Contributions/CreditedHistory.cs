using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary>How credits come into the history of the member.</summary>
internal static class CreditedHistory
{
    /// <summary>The history with each credit added to the balance of its account, in the benefit year of the contribution's first
    /// day.</summary>
    /// <exception cref="InputException">It is the history of another rulebook, the contribution is of several heads, or an account is not
    /// carried.</exception>
    public static History Of(History before, Contribution contribution, IndexPolicy index)
    {
        var problems = new ProblemLog();
        var place = contribution.Contributor.Place ?? ContributorChecks.InCode;
        if (before.Origin.Rulebook is { Length: > 0 } rulebook && rulebook != index.Id)
            problems.Add(
                place,
                "contribution.history",
                $"the history was kept by rulebook '{rulebook}', and '{index.Id}' credits. Hand in what that rulebook kept, or state the "
                    + "entries without 'rulebook'.",
                $"此累计记录由规则册“{rulebook}”保存，而划入的是“{index.Id}”。请提交该规则册的记录，或在不写“rulebook”的情况下写明各条。"
            );
        if (contribution.Contributor.Heads != 1)
            problems.Add(
                place,
                "contribution.history",
                $"a history is of one member, and this contribution is for {contribution.Contributor.Heads} heads. Compute it for one.",
                $"累计记录属于一人，而本次缴费为 {contribution.Contributor.Heads} 人。请按一人计算。"
            );
        foreach (var credit in contribution.Credits)
            if (Account(credit, index) is { IsCarried: false } account)
                problems.Add(
                    account.Place,
                    "contribution.history",
                    $"no history keeps the balance of '{account.Id}', so that nothing can be added to it. Write 'carried: yes' here, or "
                        + "state the balance with each claim.",
                    $"累计记录不保存“{account.Title.Zh}”的余额，无法划入。请在此写“carried: yes”，或在每张单据上写明余额。"
                );
        problems.ThrowForInput();
        var since = index.Year.Start(Period.Year, contribution.From);
        return before.Plus([
            .. contribution.Credits.Select(credit => new HistoryEntry(credit.Payer, null, Period.Year, since, credit.Amount, 0)),
        ]);
    }

    private static PayerPolicy Account(PayerAmount credit, IndexPolicy index) => index.Payers[index.PlaceOf(credit.Payer) - 1];
}
