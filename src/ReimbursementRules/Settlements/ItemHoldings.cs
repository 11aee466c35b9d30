using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>Who holds what of each item: the ledger's moves divided over the items.</summary>
/// <remarks>A move is divided in proportion to what each item holds of its part, in whole cents, largest remainders first. Between items
/// that hold the same, their own content decides and never their place in the bill.</remarks>
internal sealed class ItemHoldings
{
    private readonly Ledger _ledger;
    private readonly int _parts;
    private readonly int _payers;
    private readonly long[] _held;
    private readonly long[] _paid;
    private readonly long[] _weights;
    private readonly long[] _shares;
    private int _done;

    public ItemHoldings(Ledger ledger)
    {
        _ledger = ledger;
        _parts = ledger.Legend.Parts.Count;
        _payers = ledger.Legend.Payers.Count;
        _held = new long[ledger.Cuts.Length * _parts];
        _paid = new long[ledger.Cuts.Length * _payers];
        _weights = new long[ledger.Cuts.Length];
        _shares = new long[ledger.Cuts.Length];
        for (var item = 0; item < ledger.Cuts.Length; item++)
            for (var part = 0; part < Legend.CutParts.Length; part++)
                _held[item * _parts + part] = ledger.Cuts[item][part];
    }

    public long Held(int item, int part) => _held[item * _parts + part];

    public long Paid(int item, int payer) => _paid[item * _payers + payer];

    public void CatchUp()
    {
        for (; _done < _ledger.MoveCount; _done++)
            Apply(_ledger.Moves[_done]);
    }

    /// <summary>Which of two items comes first where both hold the same.</summary>
    public static int Precedence(FeeItem a, FeeItem b)
    {
        var order = string.CompareOrdinal(a.Code, b.Code);
        order = order != 0 ? order : string.CompareOrdinal(a.Name, b.Name);
        order = order != 0 ? order : Nullable.Compare(a.Class, b.Class);
        order = order != 0 ? order : Nullable.Compare(a.Kind, b.Kind);
        order = order != 0 ? order : Nullable.Compare(a.Date, b.Date);
        order = order != 0 ? order : Nullable.Compare(a.Essential, b.Essential);
        order = order != 0 ? order : Nullable.Compare(a.DaysOfSupply, b.DaysOfSupply);
        order = order != 0 ? order : Nullable.Compare(a.FirstSelfPay?.Millionths, b.FirstSelfPay?.Millionths);
        return order != 0 ? order : a.Amount.CompareTo(b.Amount);
    }

    private void Apply(in Move move)
    {
        Divide(move);
        for (var item = 0; item < _shares.Length; item++)
            switch (move.Way)
            {
                case MoveWay.Pay:
                    _held[item * _parts + move.From] -= _shares[item];
                    _paid[item * _payers + move.To] += _shares[item];
                    break;
                case MoveWay.Rename:
                    _held[item * _parts + move.From] -= _shares[item];
                    _held[item * _parts + move.To] += _shares[item];
                    break;
                default:
                    _paid[item * _payers + Legend.Hospital] -= _shares[item];
                    _paid[item * _payers + move.To] += _shares[item];
                    break;
            }
    }

    private void Divide(in Move move)
    {
        if (move.Items >= 0)
            for (var item = 0; item < _shares.Length; item++)
                _shares[item] = _ledger.ItemAmount(move.Items, item);
        else if (move.Way == MoveWay.Saving)
            DivideByFee(move.Amount);
        else
        {
            for (var item = 0; item < _weights.Length; item++)
                _weights[item] = _held[item * _parts + move.From];
            Shares.Divide(move.Amount, _weights, _shares, (a, b) => Precedence(_ledger.Items[a], _ledger.Items[b]));
        }
    }

    /// <summary>A saving may exceed the bill: each item takes the whole multiples of its fee, then its part of the rest.</summary>
    private void DivideByFee(long amount)
    {
        var bill = 0L;
        for (var item = 0; item < _weights.Length; item++)
            bill += _weights[item] = _ledger.Items[item].Amount.Cents;
        if (bill == 0)
        {
            Array.Clear(_shares);
            _shares[0] = amount;
            return;
        }

        var (times, rest) = Math.DivRem(amount, bill);
        Shares.Divide(rest, _weights, _shares, (a, b) => Precedence(_ledger.Items[a], _ledger.Items[b]));
        for (var item = 0; item < _weights.Length; item++)
            _shares[item] += times * _weights[item];
    }
}
