using System.Collections.Frozen;
using ReimbursementRules.Values;

namespace ReimbursementRules.Claims;

/// <summary>What a rulebook calls a fact of its own.</summary>
/// <param name="Title">The title of the fact; null where it has none.</param>
/// <param name="Words">The titles of its words; empty where they have none.</param>
internal sealed record FactTitle(BilingualText? Title, IReadOnlyDictionary<string, BilingualText> Words)
{
    private static readonly FrozenSet<string> YesNo = FrozenSet.ToFrozenSet(["yes", "no"], StringComparer.Ordinal);

    /// <summary>What a fact is called: as its rulebook titles it, else as <see cref="Terms"/> says, else by its id in both.</summary>
    public static BilingualText Of(string fact, FactTitle? titled) => titled?.Title ?? Terms.OfFact(fact);

    /// <summary>What a word of a fact is called, in the same way; yes and no are the same of every fact that has a
    /// title.</summary>
    public static BilingualText OfWord(string fact, string word, FactTitle? titled) =>
        titled?.Words.GetValueOrDefault(word) ?? Terms.OfWord(titled?.Title is not null && YesNo.Contains(word) ? "retired" : fact, word);
}

/// <summary>What facts and their words are called in one rulebook.</summary>
internal sealed class FactTitles(IReadOnlyDictionary<string, FactTitle> own)
{
    /// <summary>Those of no rulebook.</summary>
    public static FactTitles None { get; } = new(FrozenDictionary<string, FactTitle>.Empty);

    /// <summary>Those of a rulebook.</summary>
    public IReadOnlyDictionary<string, FactTitle> Own => own;

    /// <summary>Those that the facts of a rulebook state.</summary>
    public static FactTitles Of(IEnumerable<Fact> facts) =>
        new(
            facts.Where(fact => fact.Titled is not null).ToFrozenDictionary(fact => fact.Name, fact => fact.Titled!, StringComparer.Ordinal)
        );

    public BilingualText Fact(string fact) => FactTitle.Of(fact, own.GetValueOrDefault(fact));

    public BilingualText Word(string fact, string word) => FactTitle.OfWord(fact, word, own.GetValueOrDefault(fact));
}
