using System.Collections.Immutable;
using System.Runtime.InteropServices;
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

    /// <summary>The version of the rulebook; empty where its index states none.</summary>
    public string Version => Legend.Version;

    /// <summary>The fingerprint of the rulebook: which text settled the claim.</summary>
    public string Fingerprint => Legend.Fingerprint;

    /// <summary>The day whose values alone counted, where the rulebook was taken as on a day; null where each counts in its own
    /// time.</summary>
    public DateOnly? AsOn => Legend.AsOn;

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

    /// <summary>What the patient pays from the personal account 个人账户, or from several together; zero where the rulebook has
    /// none.</summary>
    public Money Account => Signed(_bill.Account);

    /// <summary>What the patient pays from each personal account, in the rulebook's order; empty where the rulebook has none.</summary>
    public ImmutableArray<PayerAmount> Accounts =>
        [.. Legend.Accounts.Select((account, at) => new PayerAmount(account.Id, account.Title, Signed(_bill.Paid(Legend.FundsEnd + at))))];

    /// <summary>What the patient pays in cash 现金: what nobody else pays.</summary>
    public Money Cash => Signed(_bill.Cash);

    /// <summary>What the hospital bears; below zero where it keeps a saving.</summary>
    public Money Hospital => Signed(_bill.Paid(Legend.Hospital));

    /// <summary>What each payer of the rulebook pays, in the rulebook's order; zero where it pays nothing. Accounts are none of
    /// them.</summary>
    public ImmutableArray<PayerAmount> Payers => Kept(ref _payers, static settlement => settlement.AmountsOfBill());

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
                        .Index()
                        .Where(layer => layer.Item.Second is not null)
                        .Select(layer => settlement.Skip(layer.Index, layer.Item.First, layer.Item.Second.GetValueOrDefault())),
                ]
        );

    private SkippedLayer Skip(int index, LayerName layer, SkipReason reason) =>
        new(layer.Id, layer.Title, reason, layer.Conditions)
        {
            Unmet =
                reason != SkipReason.Conditions ? null
                : Legend.Unmet is { } unmet ? unmet(index, Claim, SettledFrom)
                : layer.Unmet,
        };

    /// <summary>What the member has used after this claim: the history to hand in with the next one.</summary>
    public History History => _history ??= _outcome.Before.Plus(Used, _outcome.After ?? Origin);

    /// <summary>What the member had used before this claim; of a reversal, before the reversal.</summary>
    public History HistoryBefore => _outcome.Before;

    /// <summary>What the member had used when the claim was settled; of a reversal, when that was settled which it takes back.</summary>
    internal History SettledFrom => _outcome.SettledFrom ?? _outcome.Before;

    /// <summary>What the review of the claim found; null where nobody has reviewed it.</summary>
    internal bool? Reviewed => _outcome.Reviewed;

    /// <summary>What this claim alone adds to the history.</summary>
    internal HistoryEntry[] Used
    {
        get
        {
            var entries = new HistoryEntry[_outcome.Used.Length];
            for (var i = 0; i < entries.Length; i++)
            {
                var used = _outcome.Used[i];
                var slot = Legend.Slots[used.Slot];
                entries[i] = slot.CountsTimes
                    ? new(slot.What, used.Each, slot.Per, used.Since, Money.Zero, (int)used.Value * _sign)
                    : new(slot.What, used.Each, slot.Per, used.Since, Signed(used.Value), 0);
            }

            return entries;
        }
    }

    internal Legend Legend => _bill.Legend;

    /// <summary>The bill with its lines and moves.</summary>
    internal SettledBill Divided => _bill;

    /// <summary>Whether the moves were made in the order of the steps that tell them.</summary>
    internal bool MovesAreInOrder => _bill.MovesAreInOrder;

    /// <summary>The moves of a step beside what the step says: the turn of each among all, from 1, and how it is divided over the items
    /// where that does not follow from what each holds; empty where it does.</summary>
    internal IEnumerable<(int Turn, ImmutableArray<Money> OfItems)> MovesOf(int step) =>
        _bill.MovesOf(step).Select(move => (move.Turn, move.OfItems.Select(Signed).ToImmutableArray()));

    /// <summary>What one payer pays.</summary>
    /// <exception cref="ArgumentException">The rulebook has no such payer.</exception>
    public Money PaidBy(string payer)
    {
        ArgumentNullException.ThrowIfNull(payer);
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
    /// <exception cref="InputException">The history is another member's or another rulebook's.</exception>
    public Settlement Reverse(History? now = null)
    {
        var before = now ?? History;
        var problems = new ProblemLog();
        HistoryChecks.CheckOwner(Claim, before.Origin, Rulebook, problems);
        problems.ThrowForInput();
        var isLast = now is null || ReferenceEquals(now, _history) || (Claim.Id.Length > 0 && before.Origin.Claim == Claim.Id);
        return ReversedFrom(before, isLast ? _outcome.Before.Origin : before.Origin);
    }

    /// <summary>Takes this settlement back, with <paramref name="after"/> as the history that the reversal hands back.</summary>
    internal Settlement ReversedTo(History after) => ReversedFrom(after.Plus(Used), after.Origin);

    /// <summary>Takes this settlement back, between a history before and whose it is after.</summary>
    internal Settlement ReversedFrom(History before, HistoryOrigin after) =>
        IsReversal
            ? throw new InvalidOperationException("A reversal cannot be reversed. Settle the claim again.")
            : new(Claim, _bill, _outcome with { Before = before, After = after, SettledFrom = _outcome.Before }, -1);

    private HistoryOrigin Origin =>
        new()
        {
            Member = Claim.Member.Id.Length > 0 ? Claim.Member.Id : _outcome.Before.Origin.Member,
            Rulebook = Rulebook,
            Version = Version,
            Fingerprint = Fingerprint,
            Claim = Claim.Id,
            Through = _outcome.Day,
        };

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
        var amounts = _bill.ByItem(_sign);
        var items = new ItemSettlement[_bill.Items.Length];
        for (var i = 0; i < items.Length; i++)
            items[i] = new(amounts, i);
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    private ImmutableArray<PayerAmount> AmountsOfBill()
    {
        var count = Legend.Payers.Count;
        Span<long> paid = count <= 64 ? stackalloc long[count] : new long[count];
        for (var payer = 0; payer < paid.Length; payer++)
            paid[payer] = _bill.Paid(payer);
        return PayerAmount.OfFunds(Legend, paid, 1, _sign);
    }

    /// <summary>An amount of the bill in cents, taken back where this is a reversal.</summary>
    internal Money Signed(long cents) => Money.FromCents(cents * _sign);

    /// <summary>The sums of the parts of the bill, before they are taken back by a reversal.</summary>
    /// <param name="room">As <see cref="PartSums"/> needs it.</param>
    internal PartSums SumsOfParts(Span<long> room) => new(_bill, room);
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
)
{
    /// <summary>The day up to which the history goes: of the discharge and the day that decided the benefit year the earlier.</summary>
    public DateOnly Day { get; init; }

    /// <summary>What the review of the claim found; null where nobody has reviewed it.</summary>
    public bool? Reviewed { get; init; }

    /// <summary>Whose the history is afterwards, where it does not follow from the claim; null where it does.</summary>
    public HistoryOrigin? After { get; init; }

    /// <summary>Of a reversal, the history from which that was settled which it takes back; null of others.</summary>
    public History? SettledFrom { get; init; }
}

/// <summary>What a claim adds to one running sum, in cents or times.</summary>
internal readonly record struct UsedAmount(int Slot, string? Each, DateOnly Since, long Value);
