using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>What each part of a bill was, what is left of it and who paid how much of it, in cents, read off the moves.</summary>
internal readonly ref struct PartSums
{
    private readonly Legend _legend;
    private readonly Span<long> _atFirst;
    private readonly Span<long> _held;
    private readonly Span<long> _paid;
    private readonly Span<long> _touched;

    /// <param name="bill">The bill.</param>
    /// <param name="room">As many places as <see cref="RoomOf"/> says; what stands there does not matter.</param>
    public PartSums(SettledBill bill, Span<long> room)
    {
        _legend = bill.Legend;
        var parts = Parts;
        room.Clear();
        _atFirst = room[..parts];
        _held = room.Slice(parts, parts);
        _touched = room.Slice(parts * 2, parts);
        _paid = room[(parts * 3)..];
        Cut(bill);
        _atFirst.CopyTo(_held);
        foreach (ref readonly var move in bill.Moves)
            Move(move);
    }

    public int Parts => _legend.Parts.Count;

    /// <summary>How many places the sums of a bill take.</summary>
    public static int RoomOf(Legend legend) => legend.Parts.Count * (3 + legend.Payers.Count);

    /// <summary>Whether the patient ever held anything of a part.</summary>
    public bool Has(int part) => _atFirst[part] != 0 || _touched[part] != 0;

    /// <summary>What a part was when it was cut or named.</summary>
    public long AtFirst(int part) => _atFirst[part];

    /// <summary>What nobody pays of a part.</summary>
    public long Held(int part) => _held[part];

    /// <summary>What each payer pays of a part, by its place in the legend.</summary>
    public ReadOnlySpan<long> PaidOf(int part) => _paid.Slice(part * _legend.Payers.Count, _legend.Payers.Count);

    /// <summary>What the personal accounts pay of a part.</summary>
    public long Account(int part)
    {
        var paid = 0L;
        foreach (var account in PaidOf(part)[_legend.FundsEnd..])
            paid += account;
        return paid;
    }

    private void Cut(SettledBill bill)
    {
        var cuts = bill.Cuts;
        for (var item = 0; item < cuts.Length; item++)
        {
            ref readonly var cut = ref cuts[item];
            _atFirst[Legend.OverCeiling] += cut.OverCeiling;
            _atFirst[Legend.FirstSelfPay] += cut.FirstSelfPay;
            _atFirst[cut.RestPart] += cut.Rest(bill.Fee(item));
        }
    }

    private void Move(in Move move)
    {
        var payer = move.From * _legend.Payers.Count;
        _touched[move.From] = 1;
        switch (move.Way)
        {
            case MoveWay.Pay:
                _held[move.From] -= move.Amount;
                _paid[payer + move.To] += move.Amount;
                break;
            case MoveWay.Rename:
                _held[move.From] -= move.Amount;
                _held[move.To] += move.Amount;
                _atFirst[move.To] += move.Amount;
                break;
            case MoveWay.Saving:
                _paid[payer + move.To] += move.Amount;
                _paid[payer + Legend.Hospital] -= move.Amount;
                break;
            default:
                throw UnknownKind.Of(move.Way);
        }
    }
}
