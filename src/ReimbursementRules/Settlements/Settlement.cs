using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>What became of a claim as a whole.</summary>
[JsonConverter(typeof(WordConverter<SettlementStatus>))]
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
/// <remarks>All sums hold to the cent, by construction: bill = payers + patient + hospital and patient = account + cash, for the claim, for
/// each part and for each item. The hospital's amount is below zero where it keeps a saving under a quota.</remarks>
public sealed partial class Settlement
{
    private readonly SettledBill _bill;
    private readonly Outcome _outcome;
    private readonly int _sign;
    private ImmutableArray<ItemSettlement> _items;
    private ImmutableArray<PayerAmount> _payers;
    private ImmutableArray<PartAmount> _parts;
    private ImmutableArray<TraceStep> _steps;
    private ImmutableArray<SkippedLayer> _skipped;
    private History? _history;

    internal Settlement(Claim claim, SettledBill bill, in Outcome outcome, int sign = 1)
    {
        Claim = claim;
        _bill = bill;
        _outcome = outcome;
        _sign = sign;
    }

    /// <summary>The claim as it was handed in.</summary>
    public Claim Claim { get; }

    /// <summary>The id of the rulebook that settled the claim.</summary>
    public string Rulebook => Legend.Rulebook;

    /// <summary>The title of the rulebook.</summary>
    public BilingualText Title => Legend.Title;

    /// <summary>What became of the claim as a whole.</summary>
    public SettlementStatus Status => _outcome.Status;

    /// <summary>True for the negated settlement that takes another one back.</summary>
    public bool IsReversal => _sign < 0;

    /// <summary>The sum of the fees; below zero in a reversal.</summary>
    public Money Bill => Signed(_bill.Bill);

    /// <summary>What is left with the patient: <see cref="Account"/> and <see cref="Cash"/>.</summary>
    public Money Patient => Account + Cash;

    /// <summary>What the patient pays from the personal account 个人账户; zero where the rulebook has none.</summary>
    public Money Account => Signed(_bill.Account);

    /// <summary>What the patient pays in cash 现金: what nobody else pays.</summary>
    public Money Cash => Signed(_bill.Cash);

    /// <summary>What the hospital bears; below zero where it keeps a saving.</summary>
    public Money Hospital => Signed(_bill.Paid(Legend.Hospital));

    /// <summary>What each payer of the rulebook pays, in the rulebook's order; zero where it pays nothing. The account is none of
    /// them.</summary>
    public ImmutableArray<PayerAmount> Payers => Kept(ref _payers, static settlement => settlement.Amounts(settlement._bill.Paid));

    /// <summary>The parts of the bill that the patient ever held, with who pays how much of each.</summary>
    public ImmutableArray<PartAmount> Parts => Kept(ref _parts, static settlement => PartAmounts.Of(settlement._bill, settlement._sign));

    /// <summary>Each fee item: how it was cut, and who pays how much of it.</summary>
    public ImmutableArray<ItemSettlement> Items => Kept(ref _items, static settlement => settlement.DividedItems());

    /// <summary>The trace: every step of every layer that applied, in order, with its moves.</summary>
    public ImmutableArray<TraceStep> Steps => Kept(ref _steps, static settlement => TraceSteps.Of(settlement._bill, settlement._sign));

    /// <summary>What the gates and steps found, in their order.</summary>
    public ImmutableArray<Finding> Findings => _outcome.Findings;

    /// <summary>The layers that did not apply, and why.</summary>
    public ImmutableArray<SkippedLayer> Skipped =>
        Kept(
            ref _skipped,
            static settlement =>
                [
                    .. settlement
                        .Legend.Layers.Zip(settlement._outcome.Skips)
                        .Where(pair => pair.Second is not null)
                        .Select(pair => new SkippedLayer(
                            pair.First.Id,
                            pair.First.Title,
                            pair.Second.GetValueOrDefault(),
                            pair.First.Conditions
                        )),
                ]
        );

    /// <summary>What the member has used after this claim: the history to hand in with the next one.</summary>
    public History History => _history ??= _outcome.Before.Plus(Used);

    /// <summary>What this claim alone adds to the history.</summary>
    internal IEnumerable<HistoryEntry> Used =>
        _outcome.Used.Select(used =>
        {
            var slot = Legend.Slots[used.Slot];
            return slot.CountsTimes
                ? new HistoryEntry(slot.What, used.Each, slot.Per, used.Since, Money.Zero, (int)used.Value * _sign)
                : new HistoryEntry(slot.What, used.Each, slot.Per, used.Since, Signed(used.Value), 0);
        });

    internal Legend Legend => _bill.Legend;

    /// <summary>What one payer pays.</summary>
    /// <exception cref="ArgumentException">The rulebook has no such payer.</exception>
    public Money PaidBy(string payer)
    {
        for (var i = 1; i < Legend.FundsEnd; i++)
            if (Legend.Payers[i].Id == payer)
                return Signed(_bill.Paid(i));
        throw new ArgumentException(
            $"'{payer}' is not a payer of {Rulebook}.{Spelling.Hint(payer, Legend.Payers.Take(1..Legend.FundsEnd).Select(p => p.Id)).En}",
            nameof(payer)
        );
    }

    /// <summary>Takes this settlement back: the negated settlement, whose history is <paramref name="now"/> without what this claim
    /// used.</summary>
    /// <param name="now">The member's history now; this settlement's own history where later claims have not changed it.</param>
    /// <exception cref="InvalidOperationException">This is a reversal already.</exception>
    public Settlement Reverse(History? now = null) =>
        IsReversal
            ? throw new InvalidOperationException("A reversal cannot be reversed. Settle the claim again.")
            : new(Claim, _bill, _outcome with { Before = now ?? History }, -1);

    /// <summary>Takes this settlement back, with <paramref name="after"/> as the history that the reversal hands back.</summary>
    internal Settlement ReversedTo(History after) => Reverse(after.Plus(Used));

    /// <summary>The settlement with more findings after its own.</summary>
    internal Settlement With(IEnumerable<Finding> more) => new(Claim, _bill, _outcome with { Findings = [.. Findings, .. more] }, _sign);

    /// <summary>Computed when it is first read, and kept. Two threads may compute it at once; both return the same.</summary>
    private ImmutableArray<T> Kept<T>(ref ImmutableArray<T> kept, Func<Settlement, ImmutableArray<T>> compute)
    {
        if (kept.IsDefault)
            ImmutableInterlocked.InterlockedInitialize(ref kept, compute(this));
        return kept;
    }

    private ImmutableArray<ItemSettlement> DividedItems()
    {
        var holdings = _bill.ByItem();
        var items = ImmutableArray.CreateBuilder<ItemSettlement>(_bill.Items.Length);
        for (var i = 0; i < _bill.Items.Length; i++)
            items.Add(Item(i, _bill.Cuts[i], holdings));
        return items.MoveToImmutable();
    }

    private ItemSettlement Item(int index, ItemCut cut, ItemHoldings holdings)
    {
        var item = _bill.Items[index];
        var fee = item.Amount.Cents;
        return new(
            item,
            Signed(fee),
            Cut(Legend.OutOfScope),
            Cut(Legend.OverCeiling),
            Cut(Legend.FirstSelfPay),
            Cut(Legend.InScope),
            Cut(Legend.Refused)
        )
        {
            Account = Signed(Legend.Account < 0 ? 0 : holdings.Paid(index, Legend.Account)),
            Cash = Signed(holdings.Cash(index)),
            Hospital = Signed(holdings.Paid(index, Legend.Hospital)),
            Payers = Amounts(payer => holdings.Paid(index, payer)),
            Source = cut.Gate >= 0 ? Legend.Gates[cut.Gate].Source : Legend.Rows[cut.Row],
        };

        Money Cut(int part) => Signed(cut.Of(part, fee));
    }

    private ImmutableArray<PayerAmount> Amounts(Func<int, long> paid) =>
        [
            .. Legend
                .Payers.Select((payer, i) => (payer, i))
                .Take(1..Legend.FundsEnd)
                .Select(p => new PayerAmount(p.payer.Id, p.payer.Title, Signed(paid(p.i)))),
        ];

    private Money Signed(long cents) => Money.FromCents(cents * _sign);
}

/// <summary>What a settlement knows beside its bill.</summary>
/// <param name="Status">What became of the claim as a whole.</param>
/// <param name="Findings">What the gates and steps found.</param>
/// <param name="Skips">For each layer, why it did not apply; null where it did.</param>
/// <param name="Before">The history before the claim.</param>
/// <param name="Used">What the claim adds to it.</param>
internal readonly record struct Outcome(
    SettlementStatus Status,
    ImmutableArray<Finding> Findings,
    SkipReason?[] Skips,
    History Before,
    UsedAmount[] Used
);

/// <summary>What a claim adds to one running sum, in cents or times.</summary>
internal readonly record struct UsedAmount(int Slot, string? Each, DateOnly Since, long Value);
