using System.Collections.Immutable;

namespace ReimbursementRules.Spaces;

/// <summary>One thing that is chosen of a claim, or of each of its items: a fact that the rulebook asks, a day, an amount.</summary>
public sealed partial class ClaimChoice
{
    internal ClaimChoice(string name, bool isOfItem, IEnumerable<string> values, Action<ClaimDraft, int> take)
    {
        (Name, IsOfItem, Values, Take) = (name, isOfItem, [.. values], take);
    }

    /// <summary>Its name: that of the fact, such as <c>hospital.level</c>, or <c>day</c>, <c>stay</c>, <c>item.amount</c> and their
    /// like.</summary>
    public string Name { get; }

    /// <summary>True for what is chosen of each item anew.</summary>
    public bool IsOfItem { get; }

    /// <summary>What can be chosen, the plainest first; at least one. An empty text states nothing.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>The names of choices that bear on this one: what they come to decides what a value of this one means, or whether it is
    /// taken at all.</summary>
    public ImmutableArray<string> DependsOn { get; internal init; } = [];

    /// <summary>Puts the value of a number, of which any number stands for one, into a claim that is being made.</summary>
    internal Action<ClaimDraft, int> Take { get; }

    /// <summary>The place of the value that a number stands for: its rest after division by the count of values.</summary>
    /// <param name="number">Any number.</param>
    public int PlaceOf(int number) => (int)((uint)number % (uint)Values.Length);

    /// <summary>The name and how many values there are, for debugging.</summary>
    public override string ToString() => $"{Name} ({Values.Length})";
}
