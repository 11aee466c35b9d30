using ReimbursementRules.Facts;
using ReimbursementRules.Policies;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tables;

/// <summary>What a policy says on one day, as if it had always said so and always would.</summary>
internal static class OneDay
{
    /// <summary>From when a gate or layer is in force that is not on the day: never.</summary>
    public static readonly DateOnly Never = DateOnly.MaxValue;

    /// <param name="policy">The policy.</param>
    /// <param name="day">A day on which it is in force.</param>
    public static Policy Of(Policy policy, DateOnly day)
    {
        var words = new DatedLists(policy.Index.Lists);
        return policy with
        {
            OneDay = day,
            Stated = policy.Stated.OnOneDay(),
            Index = policy.Index with
            {
                From = DateOnly.MinValue,
                Parameters = policy.Index.Parameters.ToDictionary(
                    pair => pair.Key,
                    pair => InForce(pair.Value, day),
                    StringComparer.Ordinal
                ),
                Lists = policy.Index.Lists.ToDictionary(
                    pair => pair.Key,
                    pair => Of(pair.Key, pair.Value, words, day),
                    StringComparer.Ordinal
                ),
            },
            Gates = [.. policy.Gates.Select(gate => gate with { Days = new(gate.Days.Contains(day) ? DateOnly.MinValue : Never, null) })],
            Layers =
            [
                .. policy.Layers.Select(layer => layer with { From = day < layer.From || day >= layer.Until ? Never : null, Until = null }),
            ],
        };
    }

    /// <summary>A table with the entry in force on a day, or its first entry before there is one.</summary>
    public static DatedTablePolicy<T> Of<T>(DatedTablePolicy<T> table, DateOnly day) =>
        table with
        {
            Entries = InForce(table.Entries, day),
        };

    private static ListPolicy Of(string name, ListPolicy list, DatedLists lists, DateOnly day)
    {
        var version = InForce(list.Versions, day)[0];
        return new([
            version with
            {
                Value = new([], lists.Words(name, day < lists.First(name) ? lists.First(name) : day), [], version.Value.Place),
            },
        ]);
    }

    private static IReadOnlyList<Dated<T>> InForce<T>(IReadOnlyList<Dated<T>> history, DateOnly day) =>
        [(history.LastOrDefault(entry => entry.From <= day) ?? history[0]) with { From = DateOnly.MinValue }];
}
