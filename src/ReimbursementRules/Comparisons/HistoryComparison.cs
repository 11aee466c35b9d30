using System.Collections.Immutable;
using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Comparisons;

/// <summary>Compares parameters and lists, day by day.</summary>
/// <param name="start">The first day that is looked at.</param>
internal sealed class HistoryComparison(DateOnly start)
{
    public IEnumerable<RuleChange> Parameters(IndexPolicy before, IndexPolicy after) =>
        from name in before.Parameters.Keys.Union(after.Parameters.Keys)
        let one = before.Parameters.GetValueOrDefault(name, [])
        let other = after.Parameters.GetValueOrDefault(name, [])
        from change in Compare($"parameters.{name}", one.Concat(other).Select(entry => entry.From), day => (On(one, day), On(other, day)))
        select change;

    /// <summary>Of lists that both have only the words are told that come and go.</summary>
    public IEnumerable<RuleChange> Lists(IndexPolicy before, IndexPolicy after)
    {
        var (one, other) = (new DatedLists(before.Lists), new DatedLists(after.Lists));
        return from name in before.Lists.Keys.Union(after.Lists.Keys)
            from change in Compare($"lists.{name}", Days(one, name).Concat(Days(other, name)), day => Words(name, day))
            select change;

        (StatedValue? Before, StatedValue? After) Words(string name, DateOnly day)
        {
            var (old, now) = (WordsOn(one, name, day), WordsOn(other, name, day));
            return (Only(old, now, before.Lists.GetValueOrDefault(name), day), Only(now, old, after.Lists.GetValueOrDefault(name), day));
        }
    }

    private static IEnumerable<DateOnly> Days(DatedLists lists, string name) =>
        lists.Has(name) ? lists.Changes(name).Append(lists.First(name)) : [];

    private static IReadOnlyList<string> WordsOn(DatedLists lists, string name, DateOnly day) =>
        lists.Has(name) ? [.. lists.Words(name, day).Select(word => word.Text)] : [];

    private static StatedValue? Only(IReadOnlyList<string> words, IReadOnlyList<string> without, ListPolicy? list, DateOnly day) =>
        words.Except(without).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } only
            ? new($"[{string.Join(", ", only)}]", list!.Versions.Last(version => version.From <= day).Source)
            : null;

    private static StatedValue? On(IReadOnlyList<Dated<decimal>> history, DateOnly day) =>
        history.LastOrDefault(entry => entry.From <= day) is { } entry ? new(Digits.Show(entry.Value), entry.Source) : null;

    /// <summary>The changes from day to day; days on which the same is said otherwise are told once.</summary>
    private IEnumerable<RuleChange> Compare(
        string where,
        IEnumerable<DateOnly> days,
        Func<DateOnly, (StatedValue? Before, StatedValue? After)> on
    )
    {
        var found = new List<(DateOnly From, StatedValue? Before, StatedValue? After)>();
        foreach (var day in days.Where(day => day > start).Append(start).Distinct().Order())
            if (on(day) is var (before, after) && (found.Count == 0 || (found[^1].Before, found[^1].After) != (before, after)))
                found.Add((day, before, after));
        for (var i = 0; i < found.Count; i++)
            if (found[i].Before?.Says != found[i].After?.Says)
                yield return new(
                    where,
                    found[i].Before,
                    found[i].After,
                    Days(found[i].From, i + 1 < found.Count ? found[i + 1].From : null)
                );
    }

    private ImmutableArray<PolicyWords> Days(DateOnly from, DateOnly? below) =>
        from == start && below is null
            ? []
            :
            [
                below is { } end
                    ? new(
                        $"day: {{ from: {IsoDay.Show(from)}, below: {IsoDay.Show(end)} }}",
                        new(
                            $"day: from {IsoDay.Show(from)}, below {IsoDay.Show(end)}",
                            $"日期：{IsoDay.Show(from)} 起，{IsoDay.Show(end)} 之前"
                        )
                    )
                    : new($"day: {{ from: {IsoDay.Show(from)} }}", new($"day: from {IsoDay.Show(from)}", $"日期：{IsoDay.Show(from)} 起")),
            ];
}
