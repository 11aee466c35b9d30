using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Comparisons;

/// <summary>What the patients of a group pay of the claims that both rulebooks settle.</summary>
/// <param name="Fact">The fact by which claims are grouped.</param>
/// <param name="Word">The group.</param>
/// <param name="Claims">How many claims.</param>
/// <param name="Before">What patients pay by the first rulebook.</param>
/// <param name="After">What they pay by the second.</param>
internal sealed record GroupEffect(string Fact, PolicyWords Word, int Claims, Money Before, Money After);

/// <summary>Adds up claims by level, scheme, poverty and age.</summary>
internal sealed class GroupSums
{
    /// <summary>The ages at which a group begins, in whole years; the first group is below the first of them.</summary>
    private static readonly int[] Ages = [18, 45, 60, 70];

    private readonly SortedDictionary<(int Fact, int Word), GroupEffect> _groups = [];

    /// <summary>The groups, by fact and word.</summary>
    public IReadOnlyList<GroupEffect> All => [.. _groups.Values];

    public void Add(Settlement before, Settlement after)
    {
        var (member, level) = (before.Claim.Member, before.Claim.Provider.Level);
        if (level is { } stated)
            Add((0, (int)stated), "hospital.level", Said(stated), before, after);
        if (member.Scheme is { } scheme)
            Add((1, (int)scheme), "scheme", Said(scheme), before, after);
        if (member.Poverty is { } poverty)
            Add((2, (int)poverty), "poverty", Said(poverty), before, after);
        if ((member.Age ?? (int?)KnownFacts.YearsFrom(member.Born, before.Claim.Discharged)) is { } age)
            Add((3, Group(age)), "age", AgeWord(Group(age)), before, after);
    }

    private void Add((int Fact, int Word) key, string fact, PolicyWords word, Settlement before, Settlement after)
    {
        var sum = _groups.GetValueOrDefault(key) ?? new(fact, word, 0, Money.Zero, Money.Zero);
        _groups[key] = sum with { Claims = sum.Claims + 1, Before = sum.Before + before.Patient, After = sum.After + after.Patient };
    }

    private static PolicyWords Said<T>(T word)
        where T : struct, Enum => new(EnumWords.Of(word), Terms.Of(word));

    private static int Group(int age) => Ages.Count(first => first <= age);

    private static PolicyWords AgeWord(int group) =>
        group == 0 ? new($"{{ below: {Ages[0]} }}", new($"below {Ages[0]}", $"{Ages[0]} 岁以下"))
        : group == Ages.Length ? new($"{{ from: {Ages[^1]} }}", new($"from {Ages[^1]}", $"{Ages[^1]} 岁及以上"))
        : new(
            $"{{ from: {Ages[group - 1]}, below: {Ages[group]} }}",
            new($"{Ages[group - 1]} to {Ages[group] - 1}", $"{Ages[group - 1]} 至 {Ages[group] - 1} 岁")
        );
}
