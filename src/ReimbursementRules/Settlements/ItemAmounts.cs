using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>How the fees of items are cut, and who bears them.</summary>
internal abstract class ItemAmounts
{
    public abstract FeeItem Item(int item);

    public abstract Money Fee(int item);

    /// <summary>What falls to one of <see cref="Legend.CutParts"/>.</summary>
    public abstract Money Cut(int item, int part);

    public abstract Money Account(int item);

    public abstract Money Cash(int item);

    public abstract Money Hospital(int item);

    /// <summary>What each fund pays, in the rulebook's order.</summary>
    public abstract ImmutableArray<PayerAmount> Payers(int item);

    public abstract PolicySource Source(int item);
}

/// <summary>The items of a settled bill: what each payer pays of each, and everything else as it follows from the bill.</summary>
internal sealed class DividedItems : ItemAmounts
{
    /// <summary>Up to so many numbers, the room for dividing is taken from the stack.</summary>
    private const int MostOnTheStack = 512;

    private readonly SettledBill _bill;
    private readonly int _items;
    private readonly int _sign;
    private readonly long[] _paid;

    public DividedItems(SettledBill bill, Claim claim, ReadOnlySpan<Move> moves, ReadOnlySpan<long> itemAmounts, int sign)
    {
        (_bill, _items, _sign) = (bill, claim.Packed.Length, sign);
        _paid = new long[bill.Legend.Payers.Count * _items];
        var numbers = ItemDivision.RoomFor(bill.Legend, _items);
        // Stryker disable once Conditional,Equality : room on the stack is as good as any other
        var room = numbers <= MostOnTheStack ? stackalloc long[numbers] : new long[numbers];
        var division = new ItemDivision(claim, room, _paid);
        division.Begin(bill.Cuts);
        foreach (ref readonly var move in moves)
            division.Apply(move, itemAmounts);
    }

    public override FeeItem Item(int item) => _bill.Items[item];

    public override Money Fee(int item) => Signed(_bill.Fee(item));

    public override Money Cut(int item, int part) => Signed(_bill.Cuts[item].Of(part, _bill.Fee(item)));

    public override Money Account(int item)
    {
        var paid = 0L;
        for (var payer = Legend.FundsEnd; payer < Legend.Payers.Count; payer++)
            paid += Paid(item, payer);
        return Signed(paid);
    }

    /// <summary>What nobody pays of it.</summary>
    public override Money Cash(int item)
    {
        var cash = _bill.Fee(item);
        for (var at = item; at < _paid.Length; at += _items)
            cash -= _paid[at];
        return Signed(cash);
    }

    public override Money Hospital(int item) => Signed(Paid(item, Legend.Hospital));

    public override ImmutableArray<PayerAmount> Payers(int item) => PayerAmount.OfFunds(Legend, _paid.AsSpan(item), _items, _sign);

    public override PolicySource Source(int item) =>
        _bill.Cuts[item] is { Gate: >= 0 and var gate } ? Legend.Gates[gate].Source : Legend.Rows[_bill.Cuts[item].Row];

    private Legend Legend => _bill.Legend;

    private long Paid(int item, int payer) => _paid[payer * _items + item];

    // Stryker disable once Arithmetic : the sign is 1 or -1
    private Money Signed(long cents) => Money.FromCents(cents * _sign);
}

/// <summary>A single item, as a written settlement states it.</summary>
/// <param name="item">The item.</param>
/// <param name="fee">Its fee.</param>
/// <param name="cuts">What falls to each of <see cref="Legend.CutParts"/>, in their order.</param>
/// <param name="account">What the patient pays of it from the personal account.</param>
/// <param name="cash">What the patient pays of it in cash.</param>
/// <param name="hospital">What the hospital bears of it.</param>
/// <param name="payers">What each fund pays of it.</param>
/// <param name="source">What cut or refused it.</param>
internal sealed class StatedItem(
    FeeItem item,
    Money fee,
    Money[] cuts,
    Money account,
    Money cash,
    Money hospital,
    ImmutableArray<PayerAmount> payers,
    PolicySource source
) : ItemAmounts
{
    private readonly FeeItem _item = Given.Value(item);
    private readonly PolicySource _source = Given.Value(source);

    /// <summary>An item of no bill.</summary>
    public static StatedItem None { get; } =
        new(
            new() { Amount = Money.Zero },
            default,
            new Money[Legend.CutParts.Length],
            default,
            default,
            default,
            [],
            new(new("", 0, 0), "")
        );

    public override FeeItem Item(int item) => _item;

    public override Money Fee(int item) => fee;

    public override Money Cut(int item, int part) => cuts[part];

    public override Money Account(int item) => account;

    public override Money Cash(int item) => cash;

    public override Money Hospital(int item) => hospital;

    public override ImmutableArray<PayerAmount> Payers(int item) => payers;

    public override PolicySource Source(int item) => _source;
}
