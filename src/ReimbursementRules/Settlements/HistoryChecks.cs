using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>Whether a history is that of the member before a claim. Only what it states is held against the claim.</summary>
internal static class HistoryChecks
{
    private static readonly Spot InCode = new(new("history", 0, 0));

    /// <summary>Whether it is the member's and the rulebook's.</summary>
    public static void CheckOwner(Claim claim, HistoryOrigin origin, string rulebook, ProblemLog problems)
    {
        if (origin.Member.Length > 0 && claim.Member.Id.Length > 0 && origin.Member != claim.Member.Id)
            problems.Wrong(
                InCode.Of("history.member"),
                "history.member",
                $"this is the history of member '{origin.Member}', and the claim is of '{claim.Member.Id}'. Hand in the member's own.",
                $"这是参保人“{origin.Member}”的累计记录，而单据属于“{claim.Member.Id}”。请提交其本人的记录。"
            );
        if (origin.Rulebook.Length > 0 && origin.Rulebook != rulebook)
            problems.Wrong(
                InCode.Of("history.rulebook"),
                "history.rulebook",
                $"this history was kept by rulebook '{origin.Rulebook}', and the claim is settled by '{rulebook}'. "
                    + "Hand in what that rulebook kept, or state the entries without 'rulebook'.",
                $"此累计记录由规则册“{origin.Rulebook}”保存，而单据由“{rulebook}”结算。请提交该规则册的记录，或在不写“rulebook”的情况下写明各条。"
            );
    }

    /// <summary>Whether it ends before the claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="origin">What the history states of itself.</param>
    /// <param name="day">Of the discharge and the day that decides the claim's benefit year the later.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void CheckTurn(Claim claim, HistoryOrigin origin, DateOnly day, ProblemLog problems)
    {
        if (origin.Claim.Length > 0 && origin.Claim == claim.Id)
            problems.Wrong(
                InCode.Of("history.claim"),
                "history.own",
                $"this history has claim '{claim.Id}' in it already. Hand in the history before it, or take its settlement back first.",
                $"此累计记录已含单据“{claim.Id}”。请提交该单据之前的记录，或先冲正其结算。"
            );
        else if (origin.Through > day)
            problems.Wrong(
                InCode.Of("history.through"),
                "history.later",
                $"this history goes up to a claim of {IsoDay.Show(origin.Through.Value)}, and the claim is of {IsoDay.Show(day)}. "
                    + "Settle claims by their days; a ledger settles later ones again when one comes late.",
                $"此累计记录截至 {IsoDay.Show(origin.Through.Value)} 的单据，而本单据属于 {IsoDay.Show(day)}。"
                    + "请按日期先后结算；迟到的单据请用台账，它会重新结算其后的单据。"
            );
    }
}
