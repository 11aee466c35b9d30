using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>One fee item after settlement: fee = out of scope + over ceiling + first self-pay + in scope + refused.</summary>
/// <remarks>A view of the divided bill: two are equal where they are the same item of the same division. The default is an item of no
/// bill, which costs nothing.</remarks>
public readonly partial record struct ItemSettlement
{
    private readonly ItemAmounts? _amounts;
    private readonly int _index;

    /// <param name="amounts">How the items are cut, and who bears them.</param>
    /// <param name="index">Which of them it is.</param>
    internal ItemSettlement(ItemAmounts amounts, int index) => (_amounts, _index) = (amounts, index);

    /// <summary>The item as the claim states it.</summary>
    public FeeItem Item => Amounts.Item(_index);

    /// <summary>Its fee; below zero in a reversal.</summary>
    public Money Fee => Amounts.Fee(_index);

    /// <summary>Not payable at all.</summary>
    public Money OutOfScope => Amounts.Cut(_index, Legend.OutOfScope);

    /// <summary>Above the ceiling price.</summary>
    public Money OverCeiling => Amounts.Cut(_index, Legend.OverCeiling);

    /// <summary>The patient's first share of a class B item.</summary>
    public Money FirstSelfPay => Amounts.Cut(_index, Legend.FirstSelfPay);

    /// <summary>What the benefit layers work on.</summary>
    public Money InScope => Amounts.Cut(_index, Legend.InScope);

    /// <summary>The whole fee where a gate or the ceiling rejects the item, else zero.</summary>
    public Money Refused => Amounts.Cut(_index, Legend.Refused);

    /// <summary>What is left of it with the patient: <see cref="Account"/> and <see cref="Cash"/>.</summary>
    public Money Patient => Account + Cash;

    /// <summary>What the patient pays of it from the personal account.</summary>
    public Money Account => Amounts.Account(_index);

    /// <summary>What the patient pays of it in cash.</summary>
    public Money Cash => Amounts.Cash(_index);

    /// <summary>What the hospital bears of it; below zero for a saving.</summary>
    public Money Hospital => Amounts.Hospital(_index);

    /// <summary>What each payer pays of it, in the rulebook's order.</summary>
    public ImmutableArray<PayerAmount> Payers => Amounts.Payers(_index);

    /// <summary>The row of the catalogue that cut it, or the gate that refused it.</summary>
    public PolicySource Source => Amounts.Source(_index);

    private ItemAmounts Amounts => _amounts ?? StatedItem.None;
}
