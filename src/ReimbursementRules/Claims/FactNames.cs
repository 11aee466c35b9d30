using ReimbursementRules.Values;

namespace ReimbursementRules.Claims;

/// <summary>What the facts of a claim and their words are called in Chinese. In English they are called as policy files write
/// them.</summary>
internal static class FactNames
{
    /// <summary>The facts that have a name.</summary>
    public static IEnumerable<string> Facts => FactTerms.All.Select(term => term.Id);

    /// <summary>The name of a fact; its id in both languages where a region declares it.</summary>
    public static BilingualText Of(string fact) => new(fact, Terms.OfFact(fact).Zh);

    /// <summary>A word of a fact; as policy files write it in both languages where a region or a policy chose it.</summary>
    public static BilingualText OfWord(string fact, string word) => new(word, Terms.OfWord(fact, word).Zh);
}
