using ReimbursementRules.Claims;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Messages;

/// <summary>Why an operation on a ledger is refused.</summary>
public sealed class LedgerMessageTests
{
    public static TheoryData<string, Func<MemberLedger, object>, string> Refusals => new()
    {
        { "ledger.day", ledger => ledger.Settle("B", "2020-03-31", 10), "ledger: 2020-03-31 lies in the period closed through 2020-03-31. Post on a later day." },
        { "ledger.day", ledger => ledger.Close(Day.Of("2020-03-31")), "ledger: 2020-03-31 lies in the period closed through 2020-03-31. Post on a later day." },
        { "ledger.claim_id", ledger => ledger.Settle("", "2020-04-01", 10), "ledger: the claim has no 'id', by which it could be corrected or taken back later. Give it one." },
        { "ledger.member", ledger => ledger.Settle(Of("B", "M-2"), Day.Of("2020-04-01")), "ledger: claim 'B' is of member 'M-2', this ledger of 'M-1'. Open a ledger for each member." },
        { "ledger.claim_twice", ledger => ledger.Settle("A-1", "2020-04-01", 10), "ledger: claim 'A-1' stands in the ledger already. Correct it, or take it back first." },
        { "ledger.claim_unknown", ledger => ledger.Reverse("A-2", Day.Of("2020-04-01")), "ledger: no claim 'A-2' stands in the ledger: it was never settled, or has been taken back. Did you mean 'A-1'?" },
        { "ledger.closed", ledger => ledger.Reverse("A-1", Day.Of("2020-04-01")), "ledger: claim 'A-1' was posted on 2020-03-31, and the books are closed through 2020-03-31. It cannot be changed or taken back any more." },
        { "ledger.closed", ledger => ledger.Correct(Of("A-1", "M-1"), Day.Of("2020-04-01")), "ledger: claim 'A-1' was posted on 2020-03-31, and the books are closed through 2020-03-31. It cannot be changed or taken back any more." },
        { "ledger.held", ledger => ledger.Review("A-1", true, Day.Of("2020-04-01")), "ledger: claim 'A-1' does not wait for a review. Correct it, or take it back." },
    };

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
