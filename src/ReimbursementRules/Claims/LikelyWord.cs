using System.Collections.Frozen;
using ReimbursementRules.Values;

namespace ReimbursementRules.Claims;

/// <summary>The word that can only be meant by what people write of a fact: a hospital's grade 三级甲等 within its level, or the
/// level's number.</summary>
internal static class LikelyWord
{
    private const string Level = "hospital.level";

    private static readonly FrozenDictionary<char, string> Levels = new Dictionary<char, string>
    {
        ['1'] = "one",
        ['一'] = "one",
        ['2'] = "two",
        ['二'] = "two",
        ['3'] = "three",
        ['三'] = "three",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Grades = new[]
    {
        "",
        "级",
        "甲",
        "乙",
        "丙",
        "特",
        "甲等",
        "乙等",
        "丙等",
        "特等",
        "级甲",
        "级乙",
        "级丙",
        "级特",
        "级甲等",
        "级乙等",
        "级丙等",
        "级特等",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The word; null where none is certain.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="text">What stands there.</param>
    public static string? Of(string fact, string text)
    {
        if (fact != Level)
            return null;
        var plain = PlainWord.Of(text);
        foreach (var behind in (ReadOnlySpan<string>)["医院", "医疗机构"])
            if (plain.EndsWith(behind, StringComparison.Ordinal))
                plain = plain[..^behind.Length];
        return plain.Length > 0 && Levels.TryGetValue(plain[0], out var word) && Grades.Contains(plain[1..]) ? word : null;
    }
}
