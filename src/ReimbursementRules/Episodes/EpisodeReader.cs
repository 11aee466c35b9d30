using ReimbursementRules.Policies;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Episodes;

/// <summary>Reads <c>episodes.yaml</c>: which claims of a member are one case of illness and are put together before they are
/// settled.</summary>
internal static class EpisodeReader
{
    /// <summary>The longest window in days, included.</summary>
    private const int LongestWindow = 365;

    public static IReadOnlyList<EpisodePolicy> Read(PolicyFiles files) => files["episodes.yaml"] is { } file ? Read(file) : [];

    private static readonly KeyTable Keys = new([
        SharedKeys.Id,
        Need("earlier", ConditionForm.Of, "在前：先结束的单据的条件", "conditions of the earlier claim"),
        Need("later", ConditionForm.Of, "在后：另一张单据的条件", "conditions of the later claim"),
        Need("within_days", ValueForms.Whole(0, LongestWindow), "几天之内：最多隔几天", "at most so many days apart"),
        Need(
            "same",
            ValueForms.List(
                ValueForms.Words(("provider", "同一机构", "the same provider"), ("disease", "同一病种", "the same disease")),
                1
            ),
            "相同：哪些必须相同",
            "what is the same in both"
        ),
        Need(
            "into",
            ValueForms.Words(("later", "并入在后的单据", "into the later claim"), ("earlier", "并入在前的单据", "into the earlier claim")),
            "并入：并到哪一张",
            "which claim takes the items of the other"
        ),
        May("items", ConditionForm.Of, "明细：只并入哪些费用", "the items that move"),
        .. SharedKeys.Source,
    ]);

    /// <summary>The keys of the file.</summary>
    public static KeyTable FileKeys { get; } =
        new(Need("episodes", ValueForms.List(Keys.Schema), "合并结算：哪些单据算一次", "which claims are settled as one"));

    private static IReadOnlyList<EpisodePolicy> Read(Node node) => Ids.OnlyList(node, FileKeys, "合并规则", Episode);

    private static EpisodePolicy Episode(Node node)
    {
        node.OnlyKeys(Keys);
        var same = Same(node["same"]);
        return new(
            node["id"].Id(),
            ConditionReader.Read(node["earlier"]),
            ConditionReader.Read(node["later"]),
            ConditionReader.Read(node.Optional("items")),
            node["within_days"].Whole(0, LongestWindow),
            same.Contains("provider"),
            same.Contains("disease"),
            node["into"].OneOf("later", "earlier") is "later",
            TableReader.Source(node, node.Place)
        );
    }

    private static List<string> Same(Node node)
    {
        if (node is { IsSequence: true, Elements.Count: 0 })
            node.Wrong("list.empty", "a list has at least one word.", "列表至少应有一个词。");
        return [.. node.Items().Select(word => word.OneOf("provider", "disease"))];
    }
}
