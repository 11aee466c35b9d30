using System.Collections.Frozen;

namespace ReimbursementRules.Skeletons;

/// <summary>What the words of answers are called in Chinese.</summary>
internal static class AnswerWords
{
    public static FrozenDictionary<string, string> Chinese { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["yes"] = "是",
            ["no"] = "否",
            ["one"] = "一级",
            ["two"] = "二级",
            ["three"] = "三级",
            ["employee"] = "职工",
            ["resident"] = "居民",
        }.ToFrozenDictionary(StringComparer.Ordinal);
}
