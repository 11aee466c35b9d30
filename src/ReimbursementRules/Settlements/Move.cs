namespace ReimbursementRules.Settlements;

/// <summary>A move of money: the only thing that ever happens to a bill.</summary>
/// <param name="Line">The line of the trace that made it.</param>
/// <param name="From">The part that it is taken from, in the legend.</param>
/// <param name="To">Where it goes: a payer, or another part that the patient holds, in the legend.</param>
/// <param name="Way">Which of the three moves it is.</param>
/// <param name="Amount">The amount in cents, above zero.</param>
/// <param name="Items">Where its division over the items begins, or -1 where it is divided in proportion to what each item holds.</param>
internal readonly record struct Move(int Line, ushort From, ushort To, MoveWay Way, int Items, long Amount);

internal enum MoveWay : byte
{
    /// <summary>A payer pays an amount that the patient held.</summary>
    Pay,

    /// <summary>The patient keeps an amount under another part's name.</summary>
    Rename,

    /// <summary>A payer pays beyond the bill, and the hospital's balance falls by the same amount.</summary>
    Saving,
}
