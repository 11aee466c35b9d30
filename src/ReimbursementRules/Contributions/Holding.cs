using ReimbursementRules.Values;

namespace ReimbursementRules.Contributions;

/// <summary>One part for one head: whoever owes it holds it, and shares of it move to others. So what all pay is what is owed.</summary>
/// <param name="payers">How many payers there are, the member being the first.</param>
/// <param name="owes">Who owes the part.</param>
/// <param name="amount">What is owed, zero or more.</param>
internal sealed class Holding(int payers, int owes, Money amount)
{
    private readonly Money[] _held = [.. Enumerable.Range(0, payers).Select(payer => payer == owes ? amount : Money.Zero)];
    private int _sharesMoved;

    public Money Amount => amount;

    public Money Of(int payer) => _held[payer];

    /// <summary>Moves a share of the amount to who takes it over, and says how much that is: what all shares moved up to now make, rounded
    /// half up, less what was moved
    /// before. So shares of 100% leave nothing.</summary>
    public Money Move(Takeover takeover)
    {
        _sharesMoved += takeover.Share.Millionths;
        var moved = amount.Portion(Rate.FromMillionths(_sharesMoved)) - (amount - _held[owes]);
        _held[owes] -= moved;
        _held[takeover.Payer] += moved;
        return moved;
    }
}

/// <summary>A share of what is owed that another payer takes over.</summary>
internal readonly record struct Takeover(int Payer, Rate Share);
