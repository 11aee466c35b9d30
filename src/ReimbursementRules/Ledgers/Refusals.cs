using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Settling;
using ReimbursementRules.Values;

namespace ReimbursementRules.Ledgers;

/// <summary>Why an operation on a member's ledger is refused, and the way out.</summary>
internal static class Refusals
{
    private static readonly FilePlace InLedger = new("ledger", 0, 0);

    /// <summary>Refuses an operation on a day that is closed, or that nobody can mean.</summary>
    public static void CheckOpen(DateOnly on, DateOnly? closed)
    {
        if (on < DayBounds.First)
            throw Refused(
                "ledger.day",
                new(
                    $"{IsoDay.Show(on)} is before {IsoDay.Show(DayBounds.First)}, the earliest day of a ledger. "
                        + "State the day of the operation.",
                    $"{IsoDay.Show(on)} 早于台账可用的最早日期 {IsoDay.Show(DayBounds.First)}。请写明业务日期。"
                )
            );
        if (on <= closed)
            throw Refused(
                "ledger.day",
                new(
                    $"{IsoDay.Show(on)} lies in the period closed through {IsoDay.Show(closed.Value)}. Post on a later day.",
                    $"{IsoDay.Show(on)} 处于已扎账期间（截至 {IsoDay.Show(closed.Value)}）。请用之后的日期记账。"
                )
            );
    }

    /// <summary>Refuses a claim without an id, or of another member.</summary>
    public static void CheckClaim(Claim claim, string member)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.Id.Length == 0)
            throw Refused(
                "ledger.claim_id",
                new(
                    "the claim has no 'id', by which it could be corrected or taken back later. Give it one.",
                    $"单据没有{ClaimNames.Quoted("id")}，以后无法更正或冲正。请填写。"
                )
            );
        if (member.Length > 0 && claim.Member.Id.Length > 0 && claim.Member.Id != member)
            throw Refused(
                "ledger.member",
                new(
                    $"claim '{claim.Id}' is of member '{claim.Member.Id}', this ledger of '{member}'. Open a ledger for each member.",
                    $"单据“{claim.Id}”属于参保人“{claim.Member.Id}”，本台账属于“{member}”。请为每位参保人分别建账。"
                )
            );
    }

    public static LedgerException Twice(string claimId) =>
        Refused(
            "ledger.claim_twice",
            new(
                $"claim '{claimId}' stands in the ledger already. Correct it, or take it back first.",
                $"台账中已有单据“{claimId}”。请更正，或先冲正。"
            )
        );

    public static LedgerException Unknown(string claimId, ImmutableArray<StandingClaim> standing)
    {
        ArgumentNullException.ThrowIfNull(claimId);
        var hint = Spelling.Hint(claimId, standing.Select(one => one.Claim.Id));
        return Refused(
            "ledger.claim_unknown",
            new(
                $"no claim '{claimId}' stands in the ledger: it was never settled, or has been taken back.{hint.En}",
                $"台账中没有单据“{claimId}”：从未结算，或已冲正。{hint.Zh}"
            )
        );
    }

    public static LedgerException Closed(string claimId, DateOnly since, DateOnly closed) =>
        Refused(
            "ledger.closed",
            new(
                $"claim '{claimId}' was posted on {IsoDay.Show(since)}, and the books are closed through "
                    + $"{IsoDay.Show(closed)}. It cannot be changed or taken back any more.",
                $"单据“{claimId}”记账于 {IsoDay.Show(since)}，已扎账至 {IsoDay.Show(closed)}，不能再更正或冲正。"
            )
        );

    public static LedgerException NotHeld(string claimId) =>
        Refused(
            "ledger.held",
            new(
                $"claim '{claimId}' does not wait for a review. Correct it, or take it back.",
                $"单据“{claimId}”不在待审核状态。请更正，或冲正。"
            )
        );

    public static LedgerException Refused(string code, BilingualText message) => new(new(InLedger, code, message));
}
