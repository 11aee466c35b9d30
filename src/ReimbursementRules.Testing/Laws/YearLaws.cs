using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Json;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Testing;

/// <summary>Laws of settlements taken back, made again, and made in other ways.</summary>
internal static class YearLaws
{
    private static readonly DateOnly Clerk = new(2999, 12, 31);

    /// <summary>A settlement and its reversal are nothing, one by one and all in a row.</summary>
    public static (Claim Claim, BilingualText What)? Reversal(MemberYear year)
    {
        foreach (var settlement in year.Settled)
        {
            var reversal = settlement.Reverse();
            if (
                (
                    SettledText.Difference(SettledText.History(settlement.HistoryBefore), SettledText.History(reversal.History))
                    ?? SettledText.Difference(
                        string.Join('\n', Amounts(settlement).Select(amount => $"{-amount}")),
                        string.Join('\n', Amounts(reversal).Select(amount => $"{amount}"))
                    )
                ) is
                { } broken
            )
                return (settlement.Claim, broken);
        }

        if (year.Settled.IsEmpty)
            return null;
        var left = year.Settled.Aggregate(year.Settled[^1].History, (history, settlement) => settlement.Reverse(history).History);
        return SettledText.Difference("", SettledText.History(left)) is { } rest ? (year.Settled[^1].Claim, rest) : null;
    }

    /// <summary>A settlement and its reversal can be made again of their own JSON.</summary>
    public static BilingualText? Replayed(LawTrial trial) =>
        ((Settlement[])[trial.Settlement, trial.Settlement.Reverse()])
            .SelectMany(settlement => Replay.Of(trial.Rulebook, JsonReport.Write(settlement)).Differences)
            .FirstOrDefault()
            ?.Text;

    /// <summary>The trace adds up with a pocket calculator.</summary>
    public static BilingualText? AddsUp(LawTrial trial) =>
        SettlementChecker.Check(JsonReport.Write(trial.Settlement)) is [var first, ..]
            ? new($"{first.Path}: {first.En}", $"{first.Path}：{first.Zh}")
            : null;

    /// <summary>One claim after another, a stream and a ledger say the same.</summary>
    public static (Claim Claim, BilingualText What)? EveryDoor(MemberYear year)
    {
        // Claims without a member's number are each of a member of their own.
        if (year.Claims.Any(claim => claim.Member.Id.Length == 0))
            return null;
        Claim[] claims = [.. year.Claims.Select((claim, i) => claim with { Id = $"{i + 1}" })];
        var streamed = year.Rulebook.SettleAll(claims).ToDictionary(result => result.Source.Id, StringComparer.Ordinal);
        if (
            claims.FirstOrDefault(claim => streamed[claim.Id].Settlement is null && year.Rulebook.Validate(claim, History.Empty).IsEmpty) is
            { } refused
        )
            return (refused, streamed[refused.Id].Problems[0].Text);
        // What is not valid is for the others as if it had not been handed in.
        Claim[] valid = [.. claims.Where(claim => streamed[claim.Id].Settlement is not null)];
        var ledger = valid
            .Aggregate(MemberLedger.Open(year.Rulebook), (open, claim) => open.Settle(claim, Clerk))
            .Settlements.ToDictionary(settlement => settlement.Claim.Id, StringComparer.Ordinal);
        var history = History.Empty;
        foreach (var (at, claim) in valid.Index())
        {
            var earlier = valid.Where((other, i) => i < at || (i > at && other.Discharged < claim.Discharged));
            var settlement = year.Rulebook.Settle(claim, history, earlier);
            var text = SettledText.Whole(settlement);
            foreach (var other in (Settlement[])[streamed[claim.Id].Settlement!, ledger[claim.Id]])
                if (SettledText.Difference(text, SettledText.Whole(other)) is { } broken)
                    return (claim, broken);
            history = settlement.History;
        }

        return null;
    }

    private static IEnumerable<Money> Amounts(Settlement settlement) =>
        [
            settlement.Bill,
            settlement.Account,
            settlement.Cash,
            settlement.Hospital,
            .. settlement.Payers.Select(payer => payer.Amount),
            .. settlement.Parts.SelectMany(part =>
                (Money[])[part.AtFirst, part.Amount, part.Account, part.Cash, part.Hospital, .. part.Payers.Select(payer => payer.Amount)]
            ),
            .. settlement.Items.SelectMany(item =>
                (Money[])
                    [
                        item.Fee,
                        item.OutOfScope,
                        item.OverCeiling,
                        item.FirstSelfPay,
                        item.InScope,
                        item.Refused,
                        item.Account,
                        item.Cash,
                        item.Hospital,
                        .. item.Payers.Select(payer => payer.Amount),
                    ]
            ),
            .. settlement.Steps.SelectMany(step => (Money[])[step.Base, step.Amount, .. step.Moves.Select(move => move.Amount)]),
        ];
}
