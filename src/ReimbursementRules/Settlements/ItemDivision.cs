using System.Numerics;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>Who holds what of each item: the moves of a bill divided over its items.</summary>
/// <remarks>A move is divided in proportion to what each item holds of its part, in whole cents, largest remainders first. Between items
/// that hold the same, their own content decides and never their place in the bill.</remarks>
internal readonly ref struct ItemDivision
{
    private readonly Claim _claim;
    private readonly int _items;
    private readonly Span<long> _shares;
    private readonly Span<long> _held;
    private readonly Span<long> _paid;

    /// <param name="claim">The claim.</param>
    /// <param name="room">Room for <see cref="RoomFor"/> numbers, zero at first: what is held of each item must stay as it is between
    /// moves.</param>
    /// <param name="paid">Takes what each payer pays of each item, in cents: of the first payer of the legend for all items, then of the
    /// next.</param>
    public ItemDivision(Claim claim, Span<long> room, Span<long> paid)
    {
        (_claim, _items) = (claim, claim.Packed.Length);
        _shares = room[.._items];
        _held = room[_items..];
        _paid = paid;
    }

    /// <summary>How much room a division takes.</summary>
    public static int RoomFor(Legend legend, int items) => (legend.Parts.Count + 1) * items;

    /// <summary>What is held of each item, in cents: of the first part of the legend for all items, then of the next.</summary>
    public ReadOnlySpan<long> Held => _held;

    /// <summary>Begins with the patient, who holds everything.</summary>
    public void Begin(ReadOnlySpan<ItemCut> cuts)
    {
        var packed = _claim.Packed;
        var overCeiling = HeldOf(Legend.OverCeiling);
        var firstSelfPay = HeldOf(Legend.FirstSelfPay);
        for (var item = 0; item < cuts.Length; item++)
        {
            ref readonly var cut = ref cuts[item];
            overCeiling[item] = cut.OverCeiling;
            firstSelfPay[item] = cut.FirstSelfPay;
            _held[At(cut.RestPart, item)] = cut.Rest(packed[item].Amount);
        }
    }

    /// <summary>Divides a move.</summary>
    /// <param name="move">The move.</param>
    /// <param name="itemAmounts">The amounts of the moves whose division is given.</param>
    /// <returns>What it moves of each item, in cents, as long as there is no other move.</returns>
    public ReadOnlySpan<long> Apply(in Move move, ReadOnlySpan<long> itemAmounts)
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
                break;
            case MoveWay.Saving:
                Add(PaidBy(move.To), shares);
                Subtract(PaidBy(Legend.Hospital), shares);
                break;
            default:
                throw UnknownKind.Of(move.Way);
        }

        return shares;
    }

    private ReadOnlySpan<long> Divide(in Move move, ReadOnlySpan<long> itemAmounts)
    {
        if (move.Items >= 0)
            return itemAmounts.Slice(move.Items, _items);
        if (move.Way == MoveWay.Saving)
            DivideByFee(move.Amount);
        else
            Shares.Divide(move.Amount, HeldOf(move.From), _shares, new ItemPrecedence(_claim.Items));
        return _shares;
    }

    /// <summary>A saving may exceed the bill: each item takes the whole multiples of its fee, then its part of the rest.</summary>
    private void DivideByFee(long amount)
    {
        var fees = new long[_items];
        for (var item = 0; item < fees.Length; item++)
            fees[item] = _claim.Packed[item].Amount;
        var (times, rest) = Math.DivRem(amount, _claim.Bill);
        Shares.Divide(rest, fees, _shares, new ItemPrecedence(_claim.Items));
        for (var item = 0; item < fees.Length; item++)
            _shares[item] += times * fees[item];
    }

    private int At(int row, int item) => row * _items + item;

    private Span<long> HeldOf(int part) => _held.Slice(At(part, 0), _items);

    private Span<long> PaidBy(int payer) => _paid.Slice(At(payer, 0), _items);

    private static void Add(Span<long> to, ReadOnlySpan<long> shares)
    {
        var item = 0;
        // Stryker disable once Equality : what the one loop leaves the next takes
        for (; item <= to.Length - Vector<long>.Count; item += Vector<long>.Count)
            (new Vector<long>(to[item..]) + new Vector<long>(shares[item..])).CopyTo(to[item..]);
        for (; item < to.Length; item++)
            to[item] += shares[item];
    }

    private static void Subtract(Span<long> from, ReadOnlySpan<long> shares)
    {
        var item = 0;
        // Stryker disable once Equality : what the one loop leaves the next takes
        for (; item <= from.Length - Vector<long>.Count; item += Vector<long>.Count)
            (new Vector<long>(from[item..]) - new Vector<long>(shares[item..])).CopyTo(from[item..]);
        for (; item < from.Length; item++)
            from[item] -= shares[item];
    }
}
