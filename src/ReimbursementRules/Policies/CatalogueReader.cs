using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Reads <c>1-catalogue.yaml</c>: what of each item is in scope, and what becomes of prices above a ceiling.</summary>
internal static class CatalogueReader
{
    public static CataloguePolicy Read(Node node)
    {
        node.OnlyKeys("kind", "ceiling", "ceiling_prices", "decided_by", "table", "note");
        node.Optional("note")?.OneOrBoth();
        node.Optional("kind")?.OneOf("catalogue");
        return new(
            node["ceiling"].OneOf(("trim", CeilingRule.Trim), ("reject", CeilingRule.Reject), ("hospital", CeilingRule.Hospital)),
            node.Optional("ceiling_prices") is { } prices ? TableReader.Read(prices, row => Price(row["value"]), "value") : null,
            node.Optional("decided_by") is { } day ? IndexReader.Day(day) : null,
            TableReader.Read(node["table"], Row, "first_self_pay", "out_of_scope"),
            node.Place
        );
    }

    /// <summary>A price in cents; null for the word <c>none</c>.</summary>
    private static long? Price(Node node) => node is { IsScalar: true, Raw: "none" } ? null : node.Money().Cents;

    private static CatalogueRow Row(Node node)
    {
        var share = node.Optional("first_self_pay");
        var outside = node.Optional("out_of_scope");
        if ((share is null) == (outside is null))
            node.Wrong(
                "catalogue.row",
                "a row has either 'first_self_pay' or 'out_of_scope: yes'.",
                "每行应有“first_self_pay”或“out_of_scope: yes”之一。"
            );
        if (outside is not null && !outside.YesNo())
            outside.Wrong(
                "catalogue.row",
                "write 'out_of_scope: yes', or 'first_self_pay: 0%' for an item that is wholly in scope.",
                "请写“out_of_scope: yes”；完全在范围内的项目请写“first_self_pay: 0%”。"
            );
        return outside is not null ? CatalogueRow.Outside
            : share is { IsScalar: true, Raw: "own" } ? CatalogueRow.Own
            : new(false, false, share?.Rate() ?? Rate.None);
    }
}
