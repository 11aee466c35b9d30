using System.Collections.Immutable;
using ReimbursementRules.Claims;

namespace ReimbursementRules.Settlements;

/// <summary>A bill after all its moves: how each item was cut, the lines of the trace, and the moves. Everything else follows from
/// these.</summary>
internal sealed class SettledBill(Legend legend, Claim claim, ItemCut[] cuts, TraceLine[] lines, Move[] moves, long[] itemAmounts)
{
    public Legend Legend => legend;
    public ImmutableArray<FeeItem> Items => claim.Items;

    /// <summary>What an item costs, in cents.</summary>
    public long Fee(int item) => claim.Packed[item].Amount;

    public ReadOnlySpan<ItemCut> Cuts => cuts;
    public ReadOnlySpan<TraceLine> Lines => lines;
    public ReadOnlySpan<Move> Moves => moves;

    /// <summary>The sum of the fees, in cents.</summary>
    public long Bill => claim.Bill;

    /// <summary>What the personal accounts pay, in cents.</summary>
    public long Account
    {
        get
        {
            var paid = 0L;
            for (var payer = legend.FundsEnd; payer < legend.Payers.Count; payer++)
                paid += Paid(payer);
            return paid;
        }
    }

    /// <summary>What nobody pays, in cents: the patient's own money.</summary>
    public long Cash
    {
        get
        {
            var held = Bill;
            foreach (ref readonly var move in moves.AsSpan())
                if (move.Way == MoveWay.Pay)
                    held -= move.Amount;
            return held;
        }
    }

    /// <summary>What a payer pays, in cents; for the hospital what it bears.</summary>
    public long Paid(int payer)
    {
        var paid = 0L;
        foreach (ref readonly var move in moves.AsSpan())
        {
            if (move.Way != MoveWay.Rename && move.To == payer)
                paid += move.Amount;
            if (move.Way == MoveWay.Saving && payer == Legend.Hospital)
                paid -= move.Amount;
        }

        return paid;
    }

    public bool MovesAreInOrder
    {
        get
        {
            for (var i = 1; i < moves.Length; i++)
                if (moves[i].Line < moves[i - 1].Line)
                    return false;
            return true;
        }
    }

    /// <summary>The moves of a line: the turn of each, from 1, and its amounts by item, in cents, where they were given.</summary>
    public IEnumerable<(int Turn, long[] OfItems)> MovesOf(int line) =>
        from move in moves.Index()
        where move.Item.Line == line
        select (
            move.Index + 1,
            move.Item.Items < 0 || claim.Packed.Length == 1 ? [] : itemAmounts[move.Item.Items..(move.Item.Items + claim.Packed.Length)]
        );

    /// <summary>Who holds what of each item in the end.</summary>
    /// <remarks>A move is divided over the items only when someone asks for them, because the division is a function of the
    /// moves.</remarks>
    /// <param name="sign">-1 where the bill is taken back, else 1.</param>
    public ItemAmounts ByItem(int sign) => new DividedItems(this, claim, moves, itemAmounts, sign);
}
