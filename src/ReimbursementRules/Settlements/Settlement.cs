using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>What became of a claim as a whole.</summary>
public enum SettlementStatus
{
    /// <summary>Settled.</summary>
    Settled,

    /// <summary>Settled, and held until someone has reviewed it.</summary>
    Held,

    /// <summary>Refused as a whole: the patient or a liable party bears the bill.</summary>
    Refused,
}

/// <summary>The bill divided among payers, with the reason of every move. Immutable, and safe to share between threads.</summary>
/// <remarks>All sums hold to the cent, by construction: bill = payers + patient + hospital, for the claim, for each part and for each item.
/// The hospital's amount is below zero where it keeps a saving under a quota.</remarks>
public sealed class Settlement
{
    private readonly Ledger _ledger;
    private readonly SettlementFacts _facts;
    private readonly int _sign;
    private ImmutableArray<ItemSettlement> _items;
    private History? _history;

    internal Settlement(Claim claim, Ledger ledger, SettlementFacts facts, int sign = 1)
    {
        Claim = claim;
        _ledger = ledger;
        _facts = facts;
        _sign = sign;
    }

    /// <summary>The claim as it was handed in.</summary>
    public Claim Claim { get; }

    /// <summary>The id of the rulebook that settled the claim.</summary>
    public string Rulebook => _ledger.Legend.Rulebook;

    /// <summary>The title of the rulebook.</summary>
    public Text Title => _ledger.Legend.Title;

    /// <summary>What became of the claim as a whole.</summary>
    public SettlementStatus Status => _facts.Status;

    /// <summary>True for the negated settlement that takes another one back.</summary>
    public bool IsReversal => _sign < 0;

    /// <summary>The sum of the fees; below zero in a reversal.</summary>
    public Money Bill => Signed(_ledger.Items.Sum(item => item.Amount.Cents));

    /// <summary>What is left with the patient, from the personal account or in cash.</summary>
    public Money Patient
    {
        get
        {
            var held = 0L;
            for (var part = 0; part < _ledger.Legend.Parts.Count; part++)
                held += _ledger.Held(part);
            return Signed(held);
        }
    }

    /// <summary>What the hospital bears; below zero where it keeps a saving.</summary>
    public Money Hospital => Signed(_ledger.Paid(Legend.Hospital));

    /// <summary>What each payer of the rulebook pays, in the rulebook's order; zero where it pays nothing.</summary>
    public ImmutableArray<PayerAmount> Payers => Amounts(_ledger.Paid);

    /// <summary>The parts of the bill that the patient ever held, with who pays how much of each.</summary>
    public ImmutableArray<PartAmount> Parts => PartAmounts.Of(_ledger, _sign);

    /// <summary>Each fee item: how it was cut, and who pays how much of it.</summary>
    public ImmutableArray<ItemSettlement> Items
    {
        get
        {
            if (_items.IsDefault)
                ImmutableInterlocked.InterlockedInitialize(ref _items, DividedItems());
            return _items;
        }
    }

    /// <summary>The trace: every step of every layer that applied, in order, with its moves.</summary>
    public ImmutableArray<TraceStep> Steps => TraceSteps.Of(_ledger, _sign);

    /// <summary>What the gates and steps found, in their order.</summary>
    public ImmutableArray<Finding> Findings => _facts.Findings;

    /// <summary>The layers that did not apply, and why.</summary>
    public ImmutableArray<SkippedLayer> Skipped => [.. _facts.Skipped.Select(skipped => new SkippedLayer(
        _ledger.Legend.Layers[skipped.Layer].Id, _ledger.Legend.Layers[skipped.Layer].Title, skipped.Reason, _ledger.Legend.Layers[skipped.Layer].Conditions))];

    /// <summary>What the member has used after this claim: the history to hand in with the next one.</summary>
    public History History => _history ??= _facts.Before.Plus(Used);

    /// <summary>What this claim alone adds to the history.</summary>
    internal IEnumerable<HistoryEntry> Used => _facts.Used.Select(used =>
    {
        var slot = _ledger.Legend.Slots[used.Slot];
        return slot.CountsTimes
            ? new HistoryEntry(slot.What, used.Each, slot.Per, used.Since, Money.Zero, (int)used.Value * _sign)
            : new HistoryEntry(slot.What, used.Each, slot.Per, used.Since, Signed(used.Value), 0);
    });

    internal Legend Legend => _ledger.Legend;

    /// <summary>What one payer pays.</summary>
    /// <exception cref="ArgumentException">The rulebook has no such payer.</exception>
    public Money PaidBy(string payer)
    {
        for (var i = 1; i < _ledger.Legend.Payers.Count; i++)
            if (_ledger.Legend.Payers[i].Id == payer)
                return Signed(_ledger.Paid(i));
        throw new ArgumentException($"'{payer}' is not a payer of {Rulebook}.{Spelling.Hint(payer, _ledger.Legend.Payers.Skip(1).Select(p => p.Id)).En}", nameof(payer));
    }

    /// <summary>Takes this settlement back: the negated settlement, whose history is <paramref name="now"/> without what this claim used.</summary>
    /// <param name="now">The member's history now; this settlement's own history where later claims have not changed it.</param>
    /// <exception cref="InvalidOperationException">This is a reversal already.</exception>
    public Settlement Reverse(History? now = null) =>
        IsReversal
            ? throw new InvalidOperationException("A reversal cannot be reversed. Settle the claim again.")
            : new(Claim, _ledger, _facts with { Before = now ?? History }, -1);

    private ImmutableArray<ItemSettlement> DividedItems()
    {
        lock (_ledger)
        {
            var holdings = _ledger.ByItem();
            return [.. _ledger.Items.Select((item, i) =>
            {
                var cut = _ledger.Cuts[i];
                var patient = 0L;
                for (var part = 0; part < _ledger.Legend.Parts.Count; part++)
                    patient += holdings.Held(i, part);
                return new ItemSettlement(item, Signed(item.Amount.Cents), Signed(cut.OutOfScope), Signed(cut.OverCeiling), Signed(cut.FirstSelfPay), Signed(cut.InScope), Signed(cut.Refused))
                {
                    Patient = Signed(patient),
                    Hospital = Signed(holdings.Paid(i, Legend.Hospital)),
                    Payers = Amounts(payer => holdings.Paid(i, payer)),
                    Source = cut.Gate >= 0 ? _ledger.Legend.Gates[cut.Gate].Source : _ledger.Legend.Rows[cut.Row],
                };
            })];
        }
    }

    private ImmutableArray<PayerAmount> Amounts(Func<int, long> paid) =>
        [.. _ledger.Legend.Payers.Select((payer, i) => (payer, i)).Skip(1).Select(p => new PayerAmount(p.payer.Id, p.payer.Title, Signed(paid(p.i))))];

    private Money Signed(long cents) => Money.FromCents(cents * _sign);
}

/// <summary>What a settlement knows beside its ledger.</summary>
internal sealed record SettlementFacts(
    SettlementStatus Status,
    ImmutableArray<Finding> Findings,
    IReadOnlyList<(int Layer, SkipReason Reason)> Skipped,
    History Before,
    UsedAmount[] Used);

/// <summary>What a claim adds to one running sum, in cents or times.</summary>
internal readonly record struct UsedAmount(int Slot, string? Each, DateOnly Since, long Value);
