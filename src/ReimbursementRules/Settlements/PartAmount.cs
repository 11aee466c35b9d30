using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReimbursementRules.Values;

namespace ReimbursementRules.Settlements;

/// <summary>What one payer pays.</summary>
/// <param name="Payer">The payer's id in the rulebook.</param>
/// <param name="Title">The payer's title.</param>
/// <param name="Amount">What it pays.</param>
public sealed partial record PayerAmount(string Payer, BilingualText Title, Money Amount)
{
    /// <inheritdoc cref="PayerAmount" path="/param[@name='Payer']/node()"/>
    public string Payer
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Payer);

    /// <inheritdoc cref="PayerAmount" path="/param[@name='Title']/node()"/>
    public BilingualText Title
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Title);

    /// <summary>What each fund of a rulebook pays, in its order.</summary>
    /// <param name="legend">The names of the rulebook.</param>
    /// <param name="paid">What each payer pays, by its place in the legend, in cents.</param>
    /// <param name="stride">How far apart the payers stand there.</param>
    /// <param name="sign">-1 where the bill is taken back, else 1.</param>
    internal static ImmutableArray<PayerAmount> OfFunds(Legend legend, ReadOnlySpan<long> paid, int stride, int sign)
    {
        var amounts = new PayerAmount[legend.FundsEnd - 1];
        for (var i = 0; i < amounts.Length; i++)
        {
            var payer = legend.Payers[i + 1];
            amounts[i] = new(payer.Id, payer.Title, Money.FromCents(paid[(i + 1) * stride] * sign));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(amounts);
    }
}

/// <summary>A part of the bill, and who bears how much of it.</summary>
/// <param name="Name">The part, such as <c>in_scope</c> or <c>basic.deductible</c>.</param>
/// <param name="AtFirst">What the part was when it was cut or named.</param>
/// <param name="Account">What the patient pays of it from the personal account.</param>
/// <param name="Cash">What the patient pays of it in cash.</param>
/// <param name="Hospital">What the hospital bears of it; below zero for a saving.</param>
/// <param name="Payers">What each payer pays of it, in the rulebook's order.</param>
public sealed partial record PartAmount(
    string Name,
    Money AtFirst,
    Money Account,
    Money Cash,
    Money Hospital,
    ImmutableArray<PayerAmount> Payers
)
{
    /// <inheritdoc cref="PartAmount" path="/param[@name='Name']/node()"/>
    public string Name
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Name);

    /// <inheritdoc cref="PartAmount" path="/param[@name='Payers']/node()"/>
    public ImmutableArray<PayerAmount> Payers
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Payers);

    /// <summary>What is left of it with the patient: account and cash.</summary>
    public Money Patient => Account + Cash;

    /// <summary>What is borne under this name in the end. Over all parts it adds up to the bill.</summary>
    public Money Amount => Payers.Aggregate(Patient + Hospital, (sum, payer) => sum + payer.Amount);
}
