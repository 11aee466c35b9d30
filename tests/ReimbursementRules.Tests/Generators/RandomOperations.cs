using System.Globalization;
using ReimbursementRules.Layers;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Generators;

/// <summary>Random operations on the ledger of a member, that follow from the trial.</summary>
internal static class RandomOperations
{
    private static readonly DateOnly First = new(2023, 1, 1);

    public static MemberLedger On(Trial trial) => Steps(trial).Last();

    /// <summary>The ledger after each of a dozen operations; those that are refused leave it as it was.</summary>
    public static IEnumerable<MemberLedger> Steps(Trial trial)
    {
        var dice = new Dice(trial.Seed * 31 + trial.Claims.Count + trial.Claims.Sum(claim => claim.Discharged.DayNumber));
        var ledger = MemberLedger.Open(trial.Rulebook);
        for (var day = 0; day < 12; day++)
        {
            ledger = Step(ledger, trial, dice, First.AddDays(day));
            yield return ledger;
        }
    }

    /// <summary>What the last review of a claim found that its lines tell of.</summary>
    public static ReviewOutcome ReviewOf(MemberLedger ledger, string claimId)
    {
        var last = ledger.Lines.LastOrDefault(line =>
            line.ClaimId == claimId
            && !line.Settlement.IsReversal
            && line.Kind is (LineKind.Reviewed or LineKind.Corrected or LineKind.Settled)
        );
        return last is not { Kind: LineKind.Reviewed } ? ReviewOutcome.Waiting
            : last.Settlement.Status == Settlements.SettlementStatus.Refused ? ReviewOutcome.Failed
            : ReviewOutcome.Passed;
    }

    /// <summary>Denies a part of a random item and pays a part of a random balance, where there is one.</summary>
    public static Receivables DenyAndPay(Receivables receivables, MemberLedger ledger, Dice dice)
    {
        var on = First.AddYears(1);
        if (ledger.Lines is [.., var line] && dice.Chance(50))
            try
            {
                receivables = receivables.Deny(
                    line,
                    dice.Below(line.Settlement.Items.Length),
                    Money.FromCents(dice.Between(1, 5_000)),
                    "exam",
                    on
                );
            }
            catch (LedgerException)
            {
                // More than is paid of the item, or not a line that stands.
            }

        return receivables.Balances.FirstOrDefault(balance => balance.Amount > Money.Zero) is { } owed && dice.Chance(50)
            ? receivables.Pay(owed.Receivable, Money.FromCents(1 + owed.Amount.Cents / 2), on)
            : receivables;
    }

    private static MemberLedger Step(MemberLedger ledger, Trial trial, Dice dice, DateOnly on)
    {
        var at = dice.Below(trial.Claims.Count);
        var id = at.ToString(CultureInfo.InvariantCulture);
        var other = trial.Claims[dice.Below(trial.Claims.Count)] with { Id = id };
        try
        {
            return dice.Below(10) switch
            {
                < 5 => ledger.Settle(trial.Claims[at] with { Id = id }, on),
                5 => ledger.Correct(other, on),
                6 => ledger.Reverse(id, on),
                7 or 8 => ledger.Held.Select(held => held.Settlement.Claim.Id).FirstOrDefault() is { } held
                    ? ledger.Review(held, dice.Chance(50), on)
                    : ledger.Reverse(id, on),
                _ => dice.Chance(30) ? ledger.Close(on.AddDays(-1)) : ledger,
            };
        }
        catch (LedgerException)
        {
            return ledger;
        }
    }
}
