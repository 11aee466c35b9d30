using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>Who holds what of each item: the moves of a bill divided over its items.</summary>
/// <remarks>A move is divided in proportion to what each item holds of its part, in whole cents, largest remainders first. Between items
/// that hold the same, their own content decides and never their place in the bill.</remarks>
internal sealed class ItemHoldings
{
    private readonly Claim _claim;
    private readonly int _items;
    private readonly Memory<long> _held;
    private readonly Memory<long> _shares;
    private readonly long[] _paid;
    private long[]? _atFirst;

    /// <param name="legend">The names of the rulebook.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="cuts">How its items were cut.</param>
    /// <param name="room">Room for <see cref="RoomFor"/> numbers, which nobody else uses for as long as these holdings.</param>
    public ItemHoldings(Legend legend, Claim claim, ReadOnlySpan<ItemCut> cuts, Memory<long> room)
    {
        (_claim, _items) = (claim, claim.Packed.Length);
        _shares = room[.._items];
        _held = room.Slice(_items, legend.Parts.Count * _items);
        _paid = new long[legend.Payers.Count * _items];
        var held = _held.Span;
        held.Clear();
        for (var item = 0; item < _items; item++)
        {
            ref readonly var cut = ref cuts[item];
            held[At(Legend.OverCeiling, item)] = cut.OverCeiling;
            held[At(Legend.FirstSelfPay, item)] = cut.FirstSelfPay;
            held[At(cut.RestPart, item)] = cut.Rest(_claim.Packed[item].Amount);
        }
    }

    /// <summary>How many numbers holdings take.</summary>
    public static int RoomFor(Legend legend, int items) => (legend.Parts.Count + 1) * items;

    /// <summary>What each payer pays of each item, in cents: of the first payer of the legend for all items, then of the next.</summary>
    public long[] Paid => _paid;

    public long Held(int item, int part) => _held.Span[At(part, item)];

    /// <summary>From now on it is asked what parts were at first.</summary>
    public void KeepFirst() => _atFirst ??= _held.ToArray();

    /// <summary>What an item's part was when it was cut or named, in cents.</summary>
    public long AtFirst(int item, int part) => _atFirst![At(part, item)];

    public void Apply(in Move move, ReadOnlySpan<long> itemAmounts)
    {
        var shares = Divide(move, itemAmounts);
        switch (move.Way)
        {
            case MoveWay.Pay:
                Subtract(HeldOf(move.From), shares);
                Add(PaidBy(move.To), shares);
                break;
            case MoveWay.Rename:
                Subtract(HeldOf(move.From), shares);
                Add(HeldOf(move.To), shares);
                if (_atFirst is not null)
                    Add(_atFirst.AsSpan(At(move.To, 0), shares.Length), shares);
                break;
            case MoveWay.Saving:
                Add(PaidBy(move.To), shares);
                Subtract(PaidBy(Legend.Hospital), shares);
                break;
            default:
                throw UnknownKind.Of(move.Way);
        }
    }

    private ReadOnlySpan<long> Divide(in Move move, ReadOnlySpan<long> itemAmounts)
    {
        if (move.Items >= 0)
            return itemAmounts.Slice(move.Items, _items);
        var shares = _shares.Span;
        if (move.Way == MoveWay.Saving)
            DivideByFee(move.Amount, shares);
        else
            Shares.Divide(move.Amount, HeldOf(move.From), shares, new ItemPrecedence(_claim.Items));
        return shares;
    }

    /// <summary>A saving may exceed the bill: each item takes the whole multiples of its fee, then its part of the rest.</summary>
    private void DivideByFee(long amount, Span<long> shares)
    {
        var fees = new long[_items];
        var bill = 0L;
        for (var item = 0; item < fees.Length; item++)
            bill += fees[item] = _claim.Packed[item].Amount;
        var (times, rest) = Math.DivRem(amount, bill);
        Shares.Divide(rest, fees, shares, new ItemPrecedence(_claim.Items));
        for (var item = 0; item < fees.Length; item++)
            shares[item] += times * fees[item];
    }

    private int At(int row, int item) => row * _items + item;

    private Span<long> HeldOf(int part) => _held.Span.Slice(At(part, 0), _items);

    private Span<long> PaidBy(int payer) => _paid.AsSpan(At(payer, 0), _items);

    private static void Add(Span<long> to, ReadOnlySpan<long> shares)
    {
        for (var item = 0; item < to.Length; item++)
            to[item] += shares[item];
    }

    private static void Subtract(Span<long> from, ReadOnlySpan<long> shares)
    {
        for (var item = 0; item < from.Length; item++)
            from[item] -= shares[item];
    }
}
