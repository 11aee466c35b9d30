using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Ledgers;

/// <summary>What payers owe: the lines of members' ledgers, posted to one account for each creditor, area, scheme and payer. Immutable:
/// every operation returns new receivables.</summary>
/// <remarks>Each line makes one posting for each payer with an amount. The policy's index says who hands a payer's part over
/// (<c>paid_by</c>) and which
/// share was received beforehand (<c>advance</c>). A held settlement makes none until it is reviewed. A balance is what payers pay for the
/// claims that stand − advances − denials − payments.</remarks>
public sealed partial class Receivables
{
    /// <summary>The ledgers as they were last posted, by member.</summary>
    private readonly ImmutableDictionary<string, MemberLedger> _ledgers;

    private Receivables(ImmutableDictionary<string, MemberLedger> ledgers, ImmutableArray<Posting> postings, DateOnly? closed)
    {
        _ledgers = ledgers;
        Postings = postings;
        ClosedThrough = closed;
    }

    /// <summary>Nothing owed yet.</summary>
    public static Receivables Empty { get; } = new(ImmutableDictionary.Create<string, MemberLedger>(StringComparer.Ordinal), [], null);

    /// <summary>Every amount ever posted, in the order of the operations.</summary>
    public ImmutableArray<Posting> Postings { get; }

    /// <summary>The last day that is closed, included; null where none is.</summary>
    public DateOnly? ClosedThrough { get; }

    /// <summary>What is owed in each account, in the order in which they came up; also where nothing is left.</summary>
    public ImmutableArray<Balance> Balances =>
        [
            .. Postings
                .GroupBy(posting => posting.Receivable)
                .Select(account => new Balance(account.Key, account.Sum(posting => posting.Amount))),
        ];

    /// <summary>Posts the lines of a member's ledger that have come since it was last posted.</summary>
    /// <exception cref="LedgerException">The operation is refused: another ledger was posted for this member, or a line lies in the closed
    /// period.</exception>
    public Receivables Post(MemberLedger ledger) => Post([ledger]);

    /// <summary>As the other, for many members at once.</summary>
    /// <exception cref="LedgerException">The operation is refused: another ledger was posted for a member, or a line lies in the closed
    /// period.</exception>
    public Receivables Post(IEnumerable<MemberLedger> ledgers)
    {
        var ledgersNow = _ledgers.ToBuilder();
        var account = new Accounting(Postings);
        foreach (var ledger in Given.All(ledgers).Where(ledger => !ledger.Lines.IsEmpty))
        {
            foreach (var line in ledger.Lines.AsSpan()[Before(ledger, ledgersNow)..])
            {
                Refusals.CheckOpen(line.Posted, ClosedThrough);
                account.Add(line, ledger.Rulebook.Compiled.Index.Payers);
            }

            if (ledgersNow.TryGetValue("", out var unnamed) && ReferenceEquals(unnamed.Lines[0], ledger.Lines[0]))
                ledgersNow.Remove("");
            ledgersNow[ledger.Member] = ledger;
        }

        return new(ledgersNow.ToImmutable(), account.Postings, ClosedThrough);
    }

    /// <summary>Denies an amount of an item: the provider bears it, and the payers owe that much less, each in proportion to what it still
    /// owes for the item.</summary>
    /// <param name="line">The line that settles the claim as it stands.</param>
    /// <param name="item">The item's index in the claim, from 0.</param>
    /// <param name="amount">Above zero, at most what the payers pay of the item and was not denied yet.</param>
    /// <param name="reason">The reason code; not empty.</param>
    /// <param name="on">The day of the operation, after the last closed day.</param>
    /// <exception cref="LedgerException">The operation is refused.</exception>
    public Receivables Deny(LedgerLine line, int item, Money amount, string reason, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(line);
        Refusals.CheckOpen(on, ClosedThrough);
        ReceivableRefusals.CheckLine(line, _ledgers.Values.SelectMany(ledger => ledger.Lines));
        var account = new Accounting(Postings);
        ReceivableRefusals.Check(line, item, amount, reason, account);
        account.Deny(line, item, amount, reason, on);
        return new(_ledgers, account.Postings, ClosedThrough);
    }

    /// <summary>Notes a payment.</summary>
    /// <param name="receivable">The account that it is for.</param>
    /// <param name="amount">Above zero, at most the balance of the account.</param>
    /// <param name="on">The day of the payment, after the last closed day.</param>
    /// <exception cref="LedgerException">The operation is refused.</exception>
    public Receivables Pay(Receivable receivable, Money amount, DateOnly on)
    {
        Refusals.CheckOpen(on, ClosedThrough);
        var owed = Balances.FirstOrDefault(balance => balance.Receivable == receivable)?.Amount ?? Money.Zero;
        if (amount <= Money.Zero || amount > owed)
            throw Refusals.Refused(
                "receivable.payment",
                new(
                    $"a payment of {amount.ToReadable()} cannot be noted: {owed.ToReadable()} is owed. Write an amount above "
                        + "zero, at most what is owed.",
                    $"不能登记付款 {amount.ToReadable()}：应收 {owed.ToReadable()}。金额应大于零且不超过应收。"
                )
            );
        return new(_ledgers, Postings.Add(new(Postings.Length + 1, on, receivable, PostingKind.Payment, -amount)), ClosedThrough);
    }

    /// <summary>Closes the ledger: nothing is posted any more on this day or before it.</summary>
    /// <param name="through">The last day that is closed, included; after the last closed day.</param>
    /// <exception cref="LedgerException">The operation is refused: the day is closed already.</exception>
    public Receivables Close(DateOnly through)
    {
        Refusals.CheckOpen(through, ClosedThrough);
        return new(_ledgers, Postings, through);
    }

    /// <summary>How old each balance is. Whatever lowers a balance, of whatever claim, clears the oldest amounts first.</summary>
    /// <param name="on">The day on which it is looked at; later postings do not count.</param>
    /// <param name="termDays">The days that the payer has, from 0: an amount is overdue from the day after the posting's day plus these
    /// days.</param>
    public ImmutableArray<AgedBalance> Ageing(DateOnly on, int termDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(termDays);
        return
        [
            .. Postings
                .Where(posting => posting.Day <= on)
                .GroupBy(posting => posting.Receivable)
                .Select(account => AgedBalance.Of(account, on, termDays)),
        ];
    }

    /// <summary>How many lines of a ledger are posted. Lines are only added, so the last of them shows whether it is the same
    /// ledger.</summary>
    private static int Before(MemberLedger ledger, ImmutableDictionary<string, MemberLedger>.Builder ledgers)
    {
        if (
            !ledgers.TryGetValue(ledger.Member, out var before)
            && (!ledgers.TryGetValue("", out before) || !ReferenceEquals(before.Lines[0], ledger.Lines[0]))
        )
            return 0;
        var last = before.Lines.Length - 1;
        if (last >= ledger.Lines.Length || !ReferenceEquals(ledger.Lines[last], before.Lines[last]))
            throw ReceivableRefusals.OtherLedger(ledger.Member);
        return before.Lines.Length;
    }
}
