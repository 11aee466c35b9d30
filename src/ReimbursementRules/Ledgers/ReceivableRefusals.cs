using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Ledgers;

/// <summary>Why receivables refuse an operation, and the way out.</summary>
internal static class ReceivableRefusals
{
    public static LedgerException OtherLedger(string member) =>
        Refusals.Refused(
            "receivable.ledger",
            new(
                $"the lines posted for member '{member}' are not those of this ledger. Post the ledger that goes on from "
                    + "them; give claims a member's id where there are several.",
                $"参保人“{member}”已入账的明细不属于本台账。请使用其后续台账；有多位参保人时请填写参保人编号。"
            )
        );

    /// <summary>Only the line that settles a claim as it stands can be denied, and only where a provider would bear it.</summary>
    public static void CheckLine(LedgerLine line, IEnumerable<LedgerLine> posted)
    {
        var standing = posted.LastOrDefault(one =>
            one.ClaimId == line.ClaimId && one.Settlement.Claim.Member.Id == line.Settlement.Claim.Member.Id
        );
        if (!ReferenceEquals(standing, line) || line.Settlement.IsReversal || line.IsHeld)
            throw Refusals.Refused(
                "receivable.line",
                new(
                    $"line {Number(line.Number)} does not settle claim '{line.ClaimId}' as it stands in the receivables. Post "
                        + "the ledger, and name the claim's last line.",
                    $"第 {Number(line.Number)} 行不是单据“{line.ClaimId}”在应收账中的现行结算。请先入账，并使用该单据的最后一行。"
                )
            );
        if (line.Settlement.Claim.Channel == ClaimChannel.Manual)
            throw Refusals.Refused(
                "receivable.paper",
                new(
                    $"claim '{line.ClaimId}' came on paper: the patient has paid, and no provider could bear a denial. Correct the claim.",
                    $"单据“{line.ClaimId}”为手工报销：患者已垫付，拒付无法由医疗机构承担。请更正单据。"
                )
            );
    }

    public static void Check(LedgerLine line, int item, Money amount, string reason, Accounting account)
    {
        var items = line.Settlement.Items.Length;
        if (item < 0 || item >= items)
            throw Refusals.Refused(
                "receivable.item",
                new(
                    $"claim '{line.ClaimId}' has no item {Number(item + 1)}. Write a number from 1 to {Number(items)}.",
                    $"单据“{line.ClaimId}”没有第 {Number(item + 1)} 项。请写 1 至 {Number(items)}。"
                )
            );
        if (string.IsNullOrWhiteSpace(reason))
            throw Refusals.Refused("receivable.reason", new("a denial needs a reason code. Write one.", "拒付须有原因代码。请填写。"));
        var owed = account.Owed(line, item).Sum(one => one.Amount);
        if (amount <= Money.Zero || amount > owed)
            throw Refusals.Refused(
                "receivable.denial",
                new(
                    $"{amount.ToReadable()} of item {Number(item + 1)} cannot be denied: payers owe {owed.ToReadable()} of "
                        + "it. Write an amount above zero, at most that.",
                    $"第 {Number(item + 1)} 项不能拒付 {amount.ToReadable()}：支付方应付 {owed.ToReadable()}。金额应大于零且不超过应付。"
                )
            );
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
