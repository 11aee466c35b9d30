using System.Collections.Immutable;
using ReimbursementRules.Engines;

namespace ReimbursementRules.Tables;

/// <summary>Conditions with alternatives as boxes, of which no two hold at once: for each fact the codes that meet it. So every
/// combination of facts meets one box of them at most, and a row may stand once for each.</summary>
internal static class Boxes
{
    /// <summary>The most boxes that one row, or one mapping of conditions, may come to, included.</summary>
    public const int Most = 1_000;

    /// <summary>All conditions as one box, one condition a fact; null where they never hold together.</summary>
    public static ImmutableArray<RuleCondition>? Of(IReadOnlyList<RuleCondition> all) => Of([.. all]);

    /// <inheritdoc cref="Of(IReadOnlyList{RuleCondition})"/>
    public static ImmutableArray<RuleCondition>? Of(ImmutableArray<RuleCondition> all)
    {
        if (!HasFactTwice(all))
            return all;
        var box = all.GroupBy(one => one.Fact)
            .Select(same => new RuleCondition(
                same.Key,
                [.. same.Select(one => one.Codes).Aggregate((both, more) => [.. both.Intersect(more)])]
            ))
            .ToImmutableArray();
        return box.Any(one => one.Codes.IsEmpty) ? null : box;
    }

    /// <summary>What is left of boxes where no other box holds.</summary>
    public static IReadOnlyList<ImmutableArray<RuleCondition>> Without(
        IReadOnlyList<ImmutableArray<RuleCondition>> boxes,
        IEnumerable<ImmutableArray<RuleCondition>> others,
        ImmutableArray<RuleFact> facts
    )
    {
        foreach (var other in others)
        {
            boxes = [.. boxes.SelectMany(box => Without(box, other, facts))];
            if (boxes.Count > Most)
                break;
        }

        return boxes;
    }

    /// <summary>Whether two boxes can hold at once.</summary>
    public static bool Meet(ImmutableArray<RuleCondition> one, ImmutableArray<RuleCondition> other) =>
        one.All(mine => other.All(theirs => mine.Fact != theirs.Fact || mine.Codes.Intersect(theirs.Codes).Any()));

    /// <summary>A box cut along each condition of another in turn: what lies outside is kept, what lies inside is cut on.</summary>
    private static IEnumerable<ImmutableArray<RuleCondition>> Without(
        ImmutableArray<RuleCondition> box,
        ImmutableArray<RuleCondition> other,
        ImmutableArray<RuleFact> facts
    )
    {
        if (!Meet(box, other))
        {
            yield return box;
            yield break;
        }

        foreach (var condition in other)
        {
            var mine =
                box.FirstOrDefault(one => one.Fact == condition.Fact)?.Codes
                ?? [.. Enumerable.Range(0, facts[condition.Fact].Words.Length)];
            ImmutableArray<int> outside = [.. mine.Except(condition.Codes)];
            if (!outside.IsEmpty)
                yield return With(box, new(condition.Fact, outside));
            box = With(box, new(condition.Fact, [.. mine.Intersect(condition.Codes)]));
        }
    }

    private static bool HasFactTwice(ImmutableArray<RuleCondition> all)
    {
        for (var i = 1; i < all.Length; i++)
        for (var j = 0; j < i; j++)
            if (all[i].Fact == all[j].Fact)
                return true;
        return false;
    }

    private static ImmutableArray<RuleCondition> With(ImmutableArray<RuleCondition> box, RuleCondition condition) =>
        [.. box.Where(one => one.Fact != condition.Fact), condition];
}
