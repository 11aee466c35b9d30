using System.Collections.Immutable;
using ReimbursementRules.Values;

namespace ReimbursementRules.Laws;

/// <summary>What an item is tried to cost: at and around whatever decides otherwise as it costs more.</summary>
internal static class TriedAmounts
{
    private const int MostEdges = 12;
    private const int MostKnown = 6;

    /// <summary>Some amounts of an item, ascending, each once: what it costs, a cent, 100 and as much again more; at each edge of its
    /// amount and a cent below; and amounts that the rulebook names.</summary>
    /// <param name="trial">The claim.</param>
    /// <param name="item">The item's place, from 0.</param>
    /// <param name="known">The amounts that the rulebook names, ascending.</param>
    public static IEnumerable<Money> Of(LawTrial trial, int item, ImmutableArray<Money> known)
    {
        var amount = trial.Claim.Items[item].Amount;
        var edges = Some(trial.Rulebook.EdgesOf(trial.Claim, item), MostEdges, amount);
        return ((Money[])[amount, amount + Money.FromCents(1), amount + Money.Yuan(100), amount + amount])
            .Concat(edges.SelectMany(edge => (Money[])[edge - Money.FromCents(1), edge]))
            .Concat(Some(known, MostKnown, amount))
            .Where(one => one > Money.Zero)
            .Distinct()
            .Order();
    }

    /// <summary>At most so many, evenly from the first to the last; which of them turns with the amount, so that many claims come to
    /// all.</summary>
    private static IEnumerable<Money> Some(IReadOnlyList<Money> all, int most, Money turn)
    {
        var apart = (all.Count + most - 1) / most;
        for (var at = apart == 0 ? 0 : (int)(turn.Cents % apart); at < all.Count; at += apart)
            yield return all[at];
    }
}
