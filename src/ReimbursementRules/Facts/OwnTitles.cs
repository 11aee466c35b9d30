using System.Collections.Immutable;
using System.Text;
using ReimbursementRules.Claims;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Facts;

/// <summary>Reads a region's own facts by the titles that its rulebook gives them and their words, as by their names.</summary>
internal static class OwnTitles
{
    /// <summary>The claim with names in the place of titles; the claim itself where it has none.</summary>
    public static Claim Read(Claim claim, IndexPolicy index, ProblemLog problems)
    {
        if (claim.Attributes.Count > 0 && Named(claim.Attributes, index, false, MissingFact.Of(claim), problems) is { } named)
            claim = claim with { Attributes = named };
        if (!claim.ItemsNeedChecks)
            return claim;
        ImmutableArray<FeeItem>.Builder? items = null;
        for (var i = 0; i < claim.Items.Length; i++)
            if (
                claim.Items[i] is { Attributes.Count: > 0 } item
                && Named(item.Attributes, index, true, MissingFact.Of(claim, i), problems) is { } ofItem
            )
                (items ??= claim.Items.ToBuilder())[i] = item with { Attributes = ofItem };
        return items is null ? claim : claim with { Items = items.MoveToImmutable() };
    }

    /// <summary>What is known, for a message about a name or a word in Chinese: each with its title.</summary>
    /// <param name="name">The name or the word.</param>
    /// <param name="known">What may stand there, with its title.</param>
    public static BilingualText Hint(string name, IEnumerable<KeyValuePair<string, BilingualText>> known)
    {
        List<KeyValuePair<string, BilingualText>> all = [.. known];
        if (Spelling.Nearest(PlainWord.Of(name), all.Select(one => one.Value.Zh)) is { } nearest)
            return Meant(nearest, all.First(one => one.Value.Zh == nearest).Key);
        return Spelling.Known([.. all.Select(one => one.Value.Zh == one.Key ? one.Key : ChineseKeys.Both(one.Value.Zh, one.Key).En)]);

        static BilingualText Meant(string title, string id) => new($" Did you mean '{title}' ({id})?", $"是否想写“{title}”（{id}）？");
    }

    private static ImmutableDictionary<string, string>? Named(
        ImmutableDictionary<string, string> stated,
        IndexPolicy index,
        bool isOfItem,
        Spot at,
        ProblemLog problems
    )
    {
        var known = index.Attributes(isOfItem);
        var named = stated;
        foreach (var (name, _) in stated.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            if (!known.ContainsKey(name))
                named = Named(name, named, known, at, problems);
        foreach (var (name, word) in named)
            if (known.TryGetValue(name, out var fact) && fact.Kind == FactKind.Words && !fact.Has(word) && WordOf(fact, word) is { } id)
                named = named.SetItem(name, id);
        return ReferenceEquals(named, stated) ? null : named;
    }

    private static ImmutableDictionary<string, string> Named(
        string name,
        ImmutableDictionary<string, string> named,
        IReadOnlyDictionary<string, Fact> known,
        Spot at,
        ProblemLog problems
    )
    {
        var plain = PlainWord.Of(name);
        List<string> meant =
        [
            .. known.Where(fact => fact.Value.Titled?.Title is { } title && title.IsWritten(plain)).Select(fact => fact.Key),
        ];
        if (meant.Count == 0)
            return named;
        if (meant is not [var only])
            problems.Wrong(
                at.Of($"attributes.{name}"),
                "key.ambiguous",
                $"'{name}' may be {string.Join(" or ", meant)}. Write one of these.",
                $"“{name}”可能是{string.Join("或", meant)}。请写其中之一。"
            );
        else if (!named.ContainsKey(only))
            return named.Remove(name).Add(only, named[name]);
        else
            problems.Wrong(
                at.Of($"attributes.{name}"),
                "key.twice",
                $"the key '{name}' ({only}) stands here a second time. Keep one of them.",
                $"键“{name}（{only}）”重复。请只保留一个。"
            );
        return named.Remove(name);
    }

    /// <summary>The word that has a title; null for none, or several.</summary>
    private static string? WordOf(Fact fact, string word)
    {
        var plain = PlainWord.Of(word);
        List<string> meant = [.. fact.Words.Where(one => fact.WordTitle(one).IsWritten(plain))];
        return meant is [var only] ? only
            : !Ascii.IsValid(word) && fact.Words is ["no", "yes"] or ["yes", "no"] ? Terms.WordCalled("retired", word)
            : null;
    }
}
