using ReimbursementRules.Claims;

namespace ReimbursementRules.Settlements;

/// <summary>Who holds what of each item of an open bill, as far as its moves have been divided.</summary>
internal sealed class ItemHoldings
{
    private readonly Claim _claim;
    private readonly long[] _room;
    private readonly long[] _paid;
    private readonly long[] _atFirst;

    /// <param name="legend">The names of the rulebook.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="cuts">How its items were cut.</param>
    public ItemHoldings(Legend legend, Claim claim, ReadOnlySpan<ItemCut> cuts)
    {
        _claim = claim;
        _room = new long[ItemDivision.RoomFor(legend, claim.Packed.Length)];
        _paid = new long[legend.Payers.Count * claim.Packed.Length];
        Division.Begin(cuts);
        _atFirst = Division.Held.ToArray();
    }

    /// <summary>What the patient holds of an item's part, in cents.</summary>
    public long Held(int item, int part) => Division.Held[At(part, item)];

    /// <summary>What an item's part was when it was cut or named, in cents.</summary>
    public long AtFirst(int item, int part) => _atFirst[At(part, item)];

    public void Apply(in Move move, ReadOnlySpan<long> itemAmounts)
    {
        var moved = Division.Apply(move, itemAmounts);
        if (move.Way == MoveWay.Rename)
            for (var item = 0; item < moved.Length; item++)
                _atFirst[At(move.To, item)] += moved[item];
    }

    private ItemDivision Division => new(_claim, _room, _paid);

    private int At(int part, int item) => part * _claim.Packed.Length + item;
}
