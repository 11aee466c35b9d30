using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>One fee item after settlement: fee = out of scope + over ceiling + first self-pay + in scope + refused.</summary>
/// <param name="Item">The item as the claim states it.</param>
/// <param name="Fee">Its fee; below zero in a reversal.</param>
/// <param name="OutOfScope">Not payable at all.</param>
/// <param name="OverCeiling">Above the ceiling price.</param>
/// <param name="FirstSelfPay">The patient's first share of a class B item.</param>
/// <param name="InScope">What the benefit layers work on.</param>
/// <param name="Refused">The whole fee where a gate or the ceiling rejects the item, else zero.</param>
public sealed partial record ItemSettlement(
    FeeItem Item,
    Money Fee,
    Money OutOfScope,
    Money OverCeiling,
    Money FirstSelfPay,
    Money InScope,
    Money Refused
)
{
    /// <inheritdoc cref="ItemSettlement" path="/param[@name='Item']/node()"/>
    public FeeItem Item
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Item);

    /// <summary>What is left of it with the patient: <see cref="Account"/> and <see cref="Cash"/>.</summary>
    public Money Patient => Account + Cash;

    /// <summary>What the patient pays of it from the personal account.</summary>
    public required Money Account { get; init; }

    /// <summary>What the patient pays of it in cash.</summary>
    public required Money Cash { get; init; }

    /// <summary>What the hospital bears of it; below zero for a saving.</summary>
    public required Money Hospital { get; init; }

    /// <summary>What each payer pays of it, in the rulebook's order.</summary>
    public required ImmutableArray<PayerAmount> Payers { get; init; }

    /// <summary>The row of the catalogue that cut it, or the gate that refused it.</summary>
    public required PolicySource Source { get; init; }
}
