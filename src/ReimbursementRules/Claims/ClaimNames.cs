using ReimbursementRules.Values;

namespace ReimbursementRules.Claims;

/// <summary>What Chinese messages about claims call facts, keys and words.</summary>
internal static class ClaimNames
{
    private const string OfItems = "item.";

    /// <summary>The Chinese name of a key of a claim; the key where it has none.</summary>
    public static string OfClaim(string key) =>
        key switch
        {
            "items" => "费用明细",
            "attributes" => "本地事实",
            _ => Terms.OfFact(key).Zh,
        };

    /// <summary>The Chinese name of a key of an item; the key where it has none.</summary>
    public static string OfItem(string key) => Terms.OfFact(OfItems + key) is var name && name.Zh != OfItems + key ? name.Zh : OfClaim(key);

    /// <summary>The Chinese name of a fact that a claim or an item states; where it has none, the key under which it is stated
    /// there.</summary>
    public static string OfAttribute(Fact fact) =>
        fact.Title.Zh != fact.Name ? fact.Title.Zh
        : fact.IsOfItem ? fact.Name[OfItems.Length..]
        : fact.Name;

    /// <summary>A fact or a key of a claim within a sentence; what belongs to an item begins with <c>item.</c>.</summary>
    public static string Quoted(string key) => ChineseName.Quoted(key, OfClaim(key));

    /// <summary>As the other, by the name that a rulebook gives to a fact of its own.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="known">The facts that a rulebook knows, by their names.</param>
    public static string Quoted(string fact, IReadOnlyDictionary<string, Fact> known) =>
        known.TryGetValue(fact, out var asked) ? Quoted(asked) : Quoted(fact);

    /// <summary>A fact within a sentence.</summary>
    public static string Quoted(Fact fact) => ChineseName.Quoted(fact.Name, fact.Title.Zh);

    /// <summary>A key of an item within a sentence, as the item states it.</summary>
    public static string QuotedOfItem(string key) => ChineseName.Quoted(key, OfItem(key));

    /// <summary>A word of a fact within a sentence.</summary>
    public static string QuotedWord(Fact fact, string word) => ChineseName.Quoted(word, fact.WordTitle(word).Zh);

    /// <summary>The Chinese names of some facts of a rulebook, for a list.</summary>
    public static Func<string, string> Of(IReadOnlyDictionary<string, Fact> known) =>
        fact => known.TryGetValue(fact, out var asked) ? asked.Title.Zh : OfClaim(fact);

    /// <summary>The Chinese names of the words of a fact, for a list.</summary>
    public static Func<string, string> WordsOf(Fact fact) => word => fact.WordTitle(word).Zh;
}
