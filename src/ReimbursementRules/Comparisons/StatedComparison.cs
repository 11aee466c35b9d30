using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Comparisons;

/// <summary>Compares what two rulebooks name, by name and key.</summary>
internal static class StatedComparison
{
    public static IEnumerable<RuleChange> Compare(IEnumerable<Stated> before, IEnumerable<Stated> after)
    {
        var (one, other) = (ByName(before), ByName(after));
        foreach (var name in one.Keys.Union(other.Keys))
            if (one.GetValueOrDefault(name) is not { } old)
            {
                if (!other[name].IsGate)
                    yield return new(name.ToString(), null, Whole(other[name]), []);
            }
            else if (other.GetValueOrDefault(name) is not { } now)
            {
                if (!old.IsGate)
                    yield return new(name.ToString(), Whole(old), null, []);
            }
            else
                foreach (var change in Keys(old, now))
                    yield return change;
    }

    /// <summary>The order of what both have, where it is another: the order decides who pays first.</summary>
    public static IEnumerable<RuleChange> Order(
        string where,
        IEnumerable<string> before,
        IEnumerable<string> after,
        FilePlace placeBefore,
        FilePlace placeAfter
    )
    {
        var (one, other) = (before.ToList(), after.ToList());
        var (kept, kept2) = (one.Where(other.Contains).ToList(), other.Where(one.Contains).ToList());
        if (!kept.SequenceEqual(kept2))
            yield return new(
                where,
                new($"[{string.Join(", ", kept)}]", new(placeBefore, "")),
                new($"[{string.Join(", ", kept2)}]", new(placeAfter, "")),
                []
            );
    }

    /// <summary>Of two entries with one name the last counts.</summary>
    private static Dictionary<StatedName, Stated> ByName(IEnumerable<Stated> all)
    {
        var named = new Dictionary<StatedName, Stated>();
        foreach (var one in all)
            named[one.Name] = one;
        return named;
    }

    private static IEnumerable<RuleChange> Keys(Stated before, Stated after)
    {
        foreach (var key in before.Keys.Concat(after.Keys).Select(key => key.Key).Distinct(StringComparer.Ordinal))
            if (Value(before, key) is var old && Value(after, key) is var now && old?.Says != now?.Says)
                yield return new(key.Length == 0 ? before.Name.ToString() : $"{before.Name}.{key}", old, now, []);
    }

    private static StatedValue? Value(Stated of, string key) =>
        of.Keys.FirstOrDefault(one => one.Key == key) is { Says: { } says } found
            ? new(says, of.Source with { Place = found.Place })
            : null;

    /// <summary>All that is said of something; of what nothing more is said, its own name.</summary>
    private static StatedValue Whole(Stated one) =>
        new(
            one.Keys.Count == 0
                ? one.Name.Own
                : string.Join(", ", one.Keys.Select(key => key.Key.Length == 0 ? key.Says : $"{key.Key}: {key.Says}")),
            one.Source
        );
}
