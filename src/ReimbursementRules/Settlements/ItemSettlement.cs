using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>One fee item after settlement: fee = out of scope + over ceiling + first self-pay + in scope + refused.</summary>
public sealed partial class ItemSettlement
{
    private readonly ItemAmounts _amounts;
    private readonly int _index;
    private ImmutableArray<PayerAmount> _payers;

    /// <param name="item">The item as the claim states it.</param>
    /// <param name="amounts">How the items are cut, and who bears them.</param>
    /// <param name="index">Which of them it is.</param>
    internal ItemSettlement(FeeItem item, ItemAmounts amounts, int index)
    {
        Item = item;
        (_amounts, _index) = (amounts, index);
    }

    /// <summary>The item as the claim states it.</summary>
    public FeeItem Item { get; }

    /// <summary>Its fee; below zero in a reversal.</summary>
    public Money Fee => _amounts.Fee(_index);

    /// <summary>Not payable at all.</summary>
    public Money OutOfScope => _amounts.Cut(_index, Legend.OutOfScope);

    /// <summary>Above the ceiling price.</summary>
    public Money OverCeiling => _amounts.Cut(_index, Legend.OverCeiling);

    /// <summary>The patient's first share of a class B item.</summary>
    public Money FirstSelfPay => _amounts.Cut(_index, Legend.FirstSelfPay);

    /// <summary>What the benefit layers work on.</summary>
    public Money InScope => _amounts.Cut(_index, Legend.InScope);

    /// <summary>The whole fee where a gate or the ceiling rejects the item, else zero.</summary>
    public Money Refused => _amounts.Cut(_index, Legend.Refused);

    /// <summary>What is left of it with the patient: <see cref="Account"/> and <see cref="Cash"/>.</summary>
    public Money Patient => Account + Cash;

    /// <summary>What the patient pays of it from the personal account.</summary>
    public Money Account => _amounts.Account(_index);

    /// <summary>What the patient pays of it in cash.</summary>
    public Money Cash => _amounts.Cash(_index);

    /// <summary>What the hospital bears of it; below zero for a saving.</summary>
    public Money Hospital => _amounts.Hospital(_index);

    /// <summary>What each payer pays of it, in the rulebook's order.</summary>
    public ImmutableArray<PayerAmount> Payers
    {
        get
        {
            // Two threads may compute it at once; both return the same.
            if (_payers.IsDefault)
                ImmutableInterlocked.InterlockedInitialize(ref _payers, _amounts.Payers(_index));
            return _payers;
        }
    }

    /// <summary>The row of the catalogue that cut it, or the gate that refused it.</summary>
    public PolicySource Source => _amounts.Source(_index);
}
