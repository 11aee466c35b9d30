using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Claims.Fields;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>Who holds what of each item: the moves of a bill divided over its items.</summary>
/// <remarks>A move is divided in proportion to what each item holds of its part, in whole cents, largest remainders first. Between items
/// that hold the same, their own content decides and never their place in the bill.</remarks>
internal sealed class ItemHoldings
{
    private readonly ImmutableArray<FeeItem> _items;
    private readonly int _parts;
    private readonly int _payers;
    private readonly long[] _held;
    private readonly long[]? _atFirst;
    private readonly Comparison<int> _precedence;
    private readonly long[] _paid;
    private readonly long[] _weights;
    private readonly long[] _shares;

    /// <param name="legend">The names of the rulebook.</param>
    /// <param name="items">The items.</param>
    /// <param name="cuts">How they were cut.</param>
    /// <param name="keepsFirst">Whether it is asked what parts were at first.</param>
    public ItemHoldings(Legend legend, ImmutableArray<FeeItem> items, ReadOnlySpan<ItemCut> cuts, bool keepsFirst)
    {
        _items = items;
        _precedence = (a, b) => ItemFields.Precedence(_items[a], _items[b]);
        _parts = legend.Parts.Count;
        _payers = legend.Payers.Count;
        _held = new long[items.Length * _parts];
        _paid = new long[items.Length * _payers];
        _weights = new long[items.Length];
        _shares = new long[items.Length];
        for (var item = 0; item < items.Length; item++)
        for (var part = 0; part < Legend.CutParts.Length; part++)
            _held[item * _parts + part] = cuts[item].Of(part, items[item].Amount.Cents);
        _atFirst = keepsFirst ? [.. _held] : null;
    }

    public long Held(int item, int part) => _held[item * _parts + part];

    /// <summary>What an item's part was when it was cut or named, in cents.</summary>
    public long AtFirst(int item, int part) => _atFirst![item * _parts + part];

    /// <summary>What each payer pays of an item, by its place in the legend, in cents.</summary>
    public ReadOnlySpan<long> PaidOf(int item) => _paid.AsSpan(item * _payers, _payers);

    public long Paid(int item, int payer) => _paid[item * _payers + payer];

    /// <summary>What nobody pays of an item, in cents: the patient's own money.</summary>
    public long Cash(int item)
    {
        var held = 0L;
        for (var part = 0; part < _parts; part++)
            held += Held(item, part);
        return held;
    }

    public void Apply(in Move move, ReadOnlySpan<long> itemAmounts)
    {
        Divide(move, itemAmounts);
        for (var item = 0; item < _shares.Length; item++)
        {
            var share = _shares[item];
            if (move.Way != MoveWay.Saving)
                _held[item * _parts + move.From] -= share;
            if (move.Way == MoveWay.Rename)
            {
                _held[item * _parts + move.To] += share;
                if (_atFirst is not null)
                    _atFirst[item * _parts + move.To] += share;
            }
            else
                _paid[item * _payers + move.To] += share;
            if (move.Way == MoveWay.Saving)
                _paid[item * _payers + Legend.Hospital] -= share;
        }
    }

    private void Divide(in Move move, ReadOnlySpan<long> itemAmounts)
    {
        if (move.Items >= 0)
            itemAmounts.Slice(move.Items, _shares.Length).CopyTo(_shares);
        else if (move.Way == MoveWay.Saving)
            DivideByFee(move.Amount);
        else
        {
            for (var item = 0; item < _weights.Length; item++)
                _weights[item] = _held[item * _parts + move.From];
            Shares.Divide(move.Amount, _weights, _shares, _precedence);
        }
    }

    /// <summary>A saving may exceed the bill: each item takes the whole multiples of its fee, then its part of the rest.</summary>
    private void DivideByFee(long amount)
    {
        var bill = 0L;
        for (var item = 0; item < _weights.Length; item++)
            bill += _weights[item] = _items[item].Amount.Cents;
        var (times, rest) = Math.DivRem(amount, bill);
        Shares.Divide(rest, _weights, _shares, _precedence);
        for (var item = 0; item < _weights.Length; item++)
            _shares[item] += times * _weights[item];
    }
}
