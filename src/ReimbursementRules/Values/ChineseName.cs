namespace ReimbursementRules.Values;

/// <summary>How Chinese messages name what files write by a key or a word: by its Chinese name, and in brackets after it what is to be
/// written; by that alone where it has no name.</summary>
internal static class ChineseName
{
    /// <summary>Within a sentence: <c>“就医类型”（setting）</c>.</summary>
    public static string Quoted(string id, string name) => name == id ? $"“{id}”" : $"“{name}”（{id}）";

    /// <summary>In a list, or as a label: <c>住院（inpatient）</c>.</summary>
    public static string Listed(string id, string name) => name == id ? id : $"{name}（{id}）";
}
