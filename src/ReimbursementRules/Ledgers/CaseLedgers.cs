using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Ledgers;

/// <summary>The ledgers that the operations of a case work on, and what the last comparison of them found.</summary>
internal sealed record CaseLedgers(
    MemberLedger Ledger,
    Receivables Receivables,
    Recoveries Recoveries,
    ImmutableArray<Mismatch> Mismatches,
    ImmutableArray<AgedBalance> Aged
)
{
    public static CaseLedgers Open(Rulebook rulebook, History history) =>
        new(MemberLedger.Open(rulebook, history), Receivables.Empty, Recoveries.Empty, [], []);

    /// <summary>The member's ledger after an operation, posted to the receivables.</summary>
    public CaseLedgers With(MemberLedger ledger) => this with { Ledger = ledger, Receivables = Receivables.Post(ledger) };

    public CaseLedgers Close(DateOnly through) => this with { Ledger = Ledger.Close(through), Receivables = Receivables.Close(through) };

    /// <summary>A payment to all accounts that the payer hands money over for, in their order.</summary>
    public CaseLedgers Pay(string from, Money amount, DateOnly on)
    {
        var receivables = Receivables;
        var accounts = receivables.Balances.Where(balance => balance.Receivable.From == from).ToList();
        foreach (var (receivable, owed) in accounts.Where(account => account.Amount > Money.Zero))
            if ((owed < amount ? owed : amount) is { Cents: > 0 } part)
                (receivables, amount) = (receivables.Pay(receivable, part, on), amount - part);
        return this with
        {
            Receivables =
                amount == Money.Zero
                    ? receivables
                    : receivables.Pay(accounts.Count > 0 ? accounts[0].Receivable : new("", "", "", null, from, from), amount, on),
        };
    }
}

/// <summary>An operation of a case as its file states it.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Do">Does it, on a day and by a clerk.</param>
/// <param name="Claim">The id of the claim that it settles, corrects or reviews; empty for other operations.</param>
/// <param name="Day">The day on which its claim was filed; null for other operations.</param>
/// <param name="Closes">The day through which it closes the ledgers; null where it does not.</param>
internal sealed record LedgerOperation(
    Node Node,
    Func<CaseLedgers, DateOnly, string, CaseLedgers> Do,
    string Claim = "",
    DateOnly? Day = null,
    DateOnly? Closes = null
)
{
    /// <summary>The day that the case states.</summary>
    public DateOnly? On { get; init; }

    public string Clerk { get; init; } = "";

    /// <summary>Names and values as they stand; null where nothing is expected.</summary>
    public Node? Expect { get; init; }
}
