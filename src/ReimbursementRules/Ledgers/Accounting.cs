using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Ledgers;

/// <summary>Turns lines and denials into postings.</summary>
/// <param name="postings">What was posted before.</param>
internal sealed class Accounting(ImmutableArray<Posting> postings)
{
    private readonly ImmutableArray<Posting>.Builder _postings = Begun(postings);
    private readonly Dictionary<string, List<(int Item, Money Amount, string Reason)>> _lifted = new(StringComparer.Ordinal);

    public ImmutableArray<Posting> Postings => _postings.ToImmutable();

    /// <summary>Posts a line. A line that takes a claim back takes its denials with it; where the claim is then settled again, they stand
    /// again as far as its payments reach.</summary>
    public void Add(LedgerLine line, IReadOnlyList<PayerPolicy> payers)
    {
        if (line.IsHeld)
            return;
        if (line.Settlement.IsReversal)
            Lift(line);
        foreach (var (payer, (_, amount)) in payers.Zip(line.Pays))
            if (!payer.IsAccount || line.Settlement.Claim.Channel != ClaimChannel.Manual)
                Add(line, payer, amount);
        if (line is { Kind: LineKind.Resettled, Settlement.IsReversal: false } && _lifted.Remove(line.ClaimId, out var denials))
            foreach (var (item, amount, reason) in denials)
                Deny(line, item, Least(amount, Owed(line, item).Sum(owed => owed.Amount)), reason, line.Posted);
    }

    /// <summary>Posts a denial, divided among the payers in proportion to what each still owes for the item.</summary>
    public void Deny(LedgerLine line, int item, Money amount, string reason, DateOnly on)
    {
        var owed = Owed(line, item);
        var shares = new long[owed.Count];
        Shares.Divide(amount.Cents, [.. owed.Select(one => one.Amount.Cents)], shares);
        foreach (var ((receivable, _), share) in owed.Zip(shares))
            if (share != 0)
                Add(on, line, receivable, PostingKind.Denial, Money.FromCents(-share), item, reason);
    }

    /// <summary>What each fund pays of an item, less what was denied of it. The personal account is the patient's own money: nothing of it
    /// is denied.</summary>
    public List<(Receivable Receivable, Money Amount)> Owed(LedgerLine line, int item) =>
        [
            .. _postings
                .Where(posting => posting.IsOf(line) && posting.Kind == PostingKind.Claim)
                .Select(posting => posting.Receivable)
                .Distinct()
                .Where(receivable => receivable == Receivable.Of(line.Settlement.Claim, receivable.From, receivable.Payer))
                .Select(receivable => (receivable, line.PaysOf(item, receivable.Payer) + Sum(line, receivable, item))),
        ];

    private Money Sum(LedgerLine line, Receivable receivable, int item) =>
        _postings
            .Where(posting => posting.IsOf(line) && posting.Item == item && posting.Receivable == receivable)
            .Sum(posting => posting.Amount);

    private void Add(LedgerLine line, PayerPolicy payer, Money amount)
    {
        if (amount == Money.Zero)
            return;
        var receivable = Receivable.Of(line.Settlement.Claim, payer.PaidBy?.Text ?? payer.Id, payer.Id);
        Add(line.Posted, line, receivable, PostingKind.Claim, amount);
        if (amount.Portion(payer.Advance) is { Cents: not 0 } advance)
            Add(line.Posted, line, receivable, PostingKind.Advance, -advance);
    }

    /// <summary>Takes back what was denied of a claim.</summary>
    private void Lift(LedgerLine line)
    {
        var denials = _postings
            .Where(posting => posting.IsOf(line) && posting.Kind == PostingKind.Denial)
            .GroupBy(posting => (posting.Receivable, posting.Item, posting.Reason))
            .Select(same => (same.Key, Amount: same.Aggregate(Money.Zero, (sum, posting) => sum - posting.Amount)))
            .Where(same => same.Amount != Money.Zero)
            .ToList();
        foreach (var ((receivable, item, reason), amount) in denials)
            Add(line.Posted, line, receivable, PostingKind.Denial, amount, item, reason);
        _lifted[line.ClaimId] =
        [
            .. denials
                .GroupBy(denial => (denial.Key.Item, denial.Key.Reason))
                .Select(same => (same.Key.Item!.Value, same.Sum(denial => denial.Amount), same.Key.Reason)),
        ];
    }

    private void Add(
        DateOnly on,
        LedgerLine line,
        Receivable receivable,
        PostingKind kind,
        Money amount,
        int? item = null,
        string reason = ""
    ) =>
        _postings.Add(
            new(_postings.Count + 1, on, receivable, kind, amount)
            {
                Member = line.Settlement.Claim.Member.Id,
                ClaimId = line.ClaimId,
                Item = item,
                Reason = reason,
            }
        );

    private static Money Least(Money a, Money b) => a < b ? a : b;

    private static ImmutableArray<Posting>.Builder Begun(ImmutableArray<Posting> postings)
    {
        var builder = ImmutableArray.CreateBuilder<Posting>(postings.Length + 8);
        builder.AddRange(postings);
        return builder;
    }
}
