using System.Collections.Immutable;
using ReimbursementRules.Engines;
using ReimbursementRules.Settling;
using ReimbursementRules.Tables;

namespace ReimbursementRules.Targets;

/// <summary>The facts of two rulebooks that were compiled beside each other: the same fact has the same words, in another order.</summary>
internal sealed class FactsOfBoth(CompiledRulebook here, CompiledRulebook there)
{
    private readonly ImmutableArray<RuleFact> _here = here.Leanings.OfClaim.Facts;
    private readonly ImmutableArray<RuleFact> _there = there.Leanings.OfClaim.Facts;
    private readonly Dictionary<string, int> _places = here
        .Leanings.OfClaim.Facts.Select((fact, i) => (fact, i))
        .ToDictionary(pair => pair.fact.Name, pair => pair.i, StringComparer.Ordinal);

    /// <summary>Whether a condition there can hold here: of a day, on the last; of a fact that is not known here, at its default.</summary>
    public bool Holds(RuleCondition condition)
    {
        var fact = _there[condition.Fact];
        return Combinations.IsDay(fact)
            ? condition.Codes.Contains(fact.Words.Length - 1)
            : _places.ContainsKey(fact.Name) || condition.Codes.Contains(Default(fact));
    }

    /// <summary>The condition here; null where nothing is left to ask.</summary>
    public RuleCondition? Bound(RuleCondition condition)
    {
        var fact = _there[condition.Fact];
        if (Combinations.IsDay(fact) || !_places.TryGetValue(fact.Name, out var place))
            return null;
        return new(
            place,
            [.. condition.Codes.Select(code => _here[place].Words.IndexOf(fact.Words[code])).Where(code => code >= 0).Order()]
        );
    }

    private int Default(RuleFact fact) =>
        there.Index.Facts.FirstOrDefault(own => own.Name == fact.Name)?.Default is { } word ? fact.Words.IndexOf(word) : -1;
}
