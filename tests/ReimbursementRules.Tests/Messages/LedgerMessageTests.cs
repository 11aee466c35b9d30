using ReimbursementRules.Claims;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Messages;

/// <summary>Why an operation on a ledger is refused.</summary>
public sealed class LedgerMessageTests
{
    public static TheoryData<string, Func<MemberLedger, object>, string> Refusals =>
        new()
        {
            {
                "ledger.day",
                ledger => ledger.Settle("B", "2020-03-31", 10),
                "ledger: 2020-03-31 lies in the period closed through 2020-03-31. Post on a later day."
            },
            {
                "ledger.day",
                ledger => ledger.Close(Day.Of("2020-03-31")),
                "ledger: 2020-03-31 lies in the period closed through 2020-03-31. Post on a later day."
            },
            {
                "ledger.claim_id",
                ledger => ledger.Settle("", "2020-04-01", 10),
                "ledger: the claim has no 'id', by which it could be corrected or taken back later. Give it one."
            },
            {
                "ledger.member",
                ledger => ledger.Settle(Of("B", "M-2"), Day.Of("2020-04-01")),
                "ledger: claim 'B' is of member 'M-2', this ledger of 'M-1'. Open a ledger for each member."
            },
            {
                "ledger.claim_twice",
                ledger => ledger.Settle("A-1", "2020-04-01", 10),
                "ledger: claim 'A-1' stands in the ledger already. Correct it, or take it back first."
            },
            {
                "ledger.claim_unknown",
                ledger => ledger.Reverse("A-2", Day.Of("2020-04-01")),
                "ledger: no claim 'A-2' stands in the ledger: it was never settled, or has been taken back. Did you mean 'A-1'?"
            },
            {
                "ledger.closed",
                ledger => ledger.Reverse("A-1", Day.Of("2020-04-01")),
                "ledger: claim 'A-1' was posted on 2020-03-31, and the books are closed through 2020-03-31. It cannot be "
                    + "changed or taken back any more."
            },
            {
                "ledger.closed",
                ledger => ledger.Correct(Of("A-1", "M-1"), Day.Of("2020-04-01")),
                "ledger: claim 'A-1' was posted on 2020-03-31, and the books are closed through 2020-03-31. It cannot be "
                    + "changed or taken back any more."
            },
            {
                "ledger.held",
                ledger => ledger.Review("A-1", true, Day.Of("2020-04-01")),
                "ledger: claim 'A-1' does not wait for a review. Correct it, or take it back."
            },
        };

    public static TheoryData<string, Func<Receivables, MemberLedger, object>, string> ReceivableRefusals =>
        new()
        {
            {
                "receivable.ledger",
                (owed, _) => owed.Post(LedgerTown.Empty.Settle(Of("A-1", "M-1"), Day.Of("2020-03-31"))),
                "ledger: the lines posted for member 'M-1' are not those of this ledger. Post the ledger that goes on from "
                    + "them; give claims a member's id where there are several."
            },
            {
                "receivable.line",
                (owed, ledger) =>
                    owed.Deny(
                        ledger.Correct(Of("A-1", "M-1"), Day.Of("2020-04-01")).Lines[3],
                        0,
                        Money.Yuan(1),
                        "exam",
                        Day.Of("2020-04-01")
                    ),
                "ledger: line 4 does not settle claim 'A-1' as it stands in the receivables. Post the ledger, and name the "
                    + "claim's last line."
            },
            {
                "receivable.paper",
                (owed, ledger) => owed.Deny(ledger.Lines[1], 0, Money.Yuan(1), "exam", Day.Of("2020-04-01")),
                "ledger: claim 'A-2' came on paper: the patient has paid, and no provider could bear a denial. Correct the claim."
            },
            {
                "receivable.item",
                (owed, ledger) => owed.Deny(ledger.Lines[0], 1, Money.Yuan(1), "exam", Day.Of("2020-04-01")),
                "ledger: claim 'A-1' has no item 2. Write a number from 1 to 1."
            },
            {
                "receivable.reason",
                (owed, ledger) => owed.Deny(ledger.Lines[0], 0, Money.Yuan(1), " ", Day.Of("2020-04-01")),
                "ledger: a denial needs a reason code. Write one."
            },
            {
                "receivable.denial",
                (owed, ledger) => owed.Deny(ledger.Lines[0], 0, Money.Yuan(1100.01m), "exam", Day.Of("2020-04-01")),
                "ledger: 1,100.01 of item 1 cannot be denied: payers owe 1,100.00 of it. Write an amount above zero, at most that."
            },
            {
                "receivable.denial",
                (owed, ledger) => owed.Deny(ledger.Lines[0], 0, Money.Zero, "exam", Day.Of("2020-04-01")),
                "ledger: 0.00 of item 1 cannot be denied: payers owe 1,100.00 of it. Write an amount above zero, at most that."
            },
            {
                "receivable.payment",
                (owed, _) => owed.Pay(owed.Balances[0].Receivable, Money.Yuan(1000.01m), Day.Of("2020-04-01")),
                "ledger: a payment of 1,000.01 cannot be noted: 1,000.00 is owed. Write an amount above zero, at most what is owed."
            },
            {
                "receivable.payment",
                (owed, _) => owed.Pay(owed.Balances[0].Receivable, Money.Zero, Day.Of("2020-04-01")),
                "ledger: a payment of 0.00 cannot be noted: 1,000.00 is owed. Write an amount above zero, at most what is owed."
            },
            {
                "ledger.day",
                (owed, _) => owed.Close(Day.Of("2020-04-01")).Pay(owed.Balances[0].Receivable, Money.Yuan(1), Day.Of("2020-04-01")),
                "ledger: 2020-04-01 lies in the period closed through 2020-04-01. Post on a later day."
            },
            {
                "ledger.day",
                (owed, ledger) => owed.Close(Day.Of("2020-04-01")).Deny(ledger.Lines[0], 0, Money.Yuan(1), "exam", Day.Of("2020-04-01")),
                "ledger: 2020-04-01 lies in the period closed through 2020-04-01. Post on a later day."
            },
        };

    public static TheoryData<string, Func<Rulebook, object>, string> RecoveryRefusals =>
        new()
        {
            {
                "recovery.amount",
                _ => Recoveries.Empty.Recover("fraud", Money.Zero, Day.Of("2020-04-01")),
                "ledger: a recovery of 0.00 cannot be noted. Write an amount above zero."
            },
            {
                "recovery.amount",
                book => Recoveries.Empty.Recover("fraud", -Money.Yuan(0.01m), Day.Of("2020-04-01"), book, "penalty"),
                "ledger: a recovery of -0.01 cannot be noted. Write an amount above zero."
            },
            {
                "recovery.amount",
                book => Recoveries.Empty.Recover("fraud", Money.Yuan(45_000_000_000_000.01m), Day.Of("2020-04-01"), book, "penalty"),
                "ledger: a recovery of 45,000,000,000,000.01 cannot be noted: its fine would be above 90,000,000,000,000.00. "
                    + "Write a smaller amount."
            },
            {
                "recovery.parameter",
                book => Recoveries.Empty.Recover("fraud", Money.Yuan(1), Day.Of("2020-04-01"), book, "penality"),
                "ledger: 'penality' is not a parameter of town. Did you mean 'penalty'?"
            },
            {
                "recovery.early",
                book => Recoveries.Empty.Recover("fraud", Money.Yuan(1), Day.Of("2019-12-31"), book, "penalty"),
                "ledger: 'penalty' of town has no value on 2019-12-31; the first is from 2020-01-01."
            },
        };

    [Theory]
    [MemberData(nameof(RecoveryRefusals))]
    public void Recoveries_OperationRefused_SaysWhyAndWhatToDo(string code, Func<Rulebook, object> operation, string message)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var book = Town.With(
            folder =>
                folder.With(
                    "index.yaml",
                    RulebookFolder.Index + "parameters: { penalty: { 2020-01-01: { value: 2, reference: Order } } }\n"
                ),
            Town.Basic(StepText.Tiers("50%"))
        );
        Should.Throw<LedgerException>(() => operation(book)).Problems.ShouldRead(code, message);
    }

    [Theory]
    [MemberData(nameof(ReceivableRefusals))]
    public void Receivables_OperationRefused_SaysWhyAndWhatToDo(
        string code,
        Func<Receivables, MemberLedger, object> operation,
        string message
    )
    {
        ArgumentNullException.ThrowIfNull(operation);
        var ledger = LedgerTown
            .Empty.Settle(Of("A-1", "M-1") with { Items = [TestClaim.A(3_000)] }, Day.Of("2020-03-31"))
            .Settle(Of("A-2", "M-1") with { Channel = ClaimChannel.Manual }, Day.Of("2020-03-31"));
        Should.Throw<LedgerException>(() => operation(Receivables.Empty.Post(ledger), ledger)).Problems.ShouldRead(code, message);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Ledger_OperationRefused_SaysWhyAndWhatToDo(string code, Func<MemberLedger, object> operation, string message)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var ledger = LedgerTown.Empty.Settle(Of("A-1", "M-1"), Day.Of("2020-03-31")).Close(Day.Of("2020-03-31"));
        Should.Throw<LedgerException>(() => operation(ledger)).Problems.ShouldRead(code, message);
    }

    private static Claim Of(string id, string member) => LedgerTown.Stay(id, "2020-03-31", 10) with { Member = new() { Id = member } };
}
