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

    private static readonly KeyTable FileKeys = new(
        Need("episodes", ValueForms.List(ValueForms.Anything), "合并结算：哪些单据算一次", "which claims are settled as one")
    );

    private static IReadOnlyList<EpisodePolicy> Read(Node node) => Ids.OnlyList(node, FileKeys, "合并规则", Episode);

    private static EpisodePolicy Episode(Node node)
    {
        node.OnlyKeys("id", "earlier", "later", "within_days", "same", "into", "items", "reference", "href", "note", "status");
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
