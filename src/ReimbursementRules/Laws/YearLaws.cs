using System.Collections.Immutable;
using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Laws;

/// <summary>Laws of settlements taken back, made again, and made in other ways.</summary>
internal static class YearLaws
{
    private static readonly DateOnly Clerk = new(2999, 12, 31);

    /// <summary>A settlement and its reversal are nothing, one by one and all in a row.</summary>
    public static LawOutcome Reversal(TriedRulebook rulebook, ImmutableArray<Settlement> year)
    {
        foreach (var settlement in year)
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
                return new(year.Length, new(settlement.Claim, broken, null));
        }

        if (year.IsEmpty)
            return new(0, null);
        var left = year.Aggregate(year[^1].History, (history, settlement) => settlement.Reverse(history).History);
        return new(year.Length, SettledText.Difference("", SettledText.History(left)) is { } rest ? new(year[^1].Claim, rest, null) : null);
    }

    /// <summary>A settlement and its reversal can be made again of their own JSON.</summary>
    public static LawFinding Replayed(LawTrial trial) =>
        ((Settlement[])[trial.Settlement, trial.Settlement.Reverse()])
            .Select(trial.Rulebook.DifferenceWhenReplayed)
            .FirstOrDefault(broken => broken is not null);

    /// <summary>One claim after another, a stream and a ledger say the same. Claims without a member's number are each of a member of their
    /// own, so that nothing is said of them.</summary>
    public static LawOutcome EveryDoor(TriedRulebook tried, ImmutableArray<Settlement> year)
    {
        var rulebook = tried.Rulebook;
        if (year.Any(settlement => settlement.Claim.Member.Id.Length == 0))
            return new(0, null);
        Claim[] claims = [.. year.Select((settlement, i) => settlement.Claim with { Id = $"{i + 1}" })];
        var streamed = rulebook.SettleAll(claims).ToDictionary(result => result.Source.Id, StringComparer.Ordinal);
        if (
            claims.FirstOrDefault(claim => streamed[claim.Id].Settlement is null && rulebook.Validate(claim, History.Empty).IsEmpty) is
            { } refused
        )
            return new(claims.Length, new(refused, streamed[refused.Id].Problems[0].Text, null));
        // What is not valid is for the others as if it had not been handed in.
        Claim[] valid = [.. claims.Where(claim => streamed[claim.Id].Settlement is not null)];
        var ledger = valid
            .Aggregate(MemberLedger.Open(rulebook), (open, claim) => open.Settle(claim, Clerk))
            .Settlements.ToDictionary(settlement => settlement.Claim.Id, StringComparer.Ordinal);
        // Of one claim there is none before it, so that what was settled must come out again.
        if (
            year is [var alone]
            && valid.Length == 1
            && rulebook.Settle(alone.Claim, alone.HistoryBefore) is var again
            && SettledText.Difference(SettledText.WithoutItems(alone), SettledText.WithoutItems(again)) is { } other
        )
            return new(1, new(alone.Claim, other, null));
        var history = History.Empty;
        foreach (var (at, claim) in valid.Index())
        {
            var earlier = valid.Where((other, i) => i < at || (i > at && other.Discharged < claim.Discharged));
            var settlement = rulebook.Settle(claim, history, earlier);
            var text = SettledText.Whole(settlement);
            foreach (var door in (Settlement[])[streamed[claim.Id].Settlement!, ledger[claim.Id]])
                if (SettledText.Difference(text, SettledText.Whole(door)) is { } broken)
                    return new(valid.Length, new(claim, broken, null));
            history = settlement.History;
        }

        return new(valid.Length, null);
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
