using System.Globalization;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Policies;

/// <summary>Reads <c>1-catalogue.yaml</c>: what of each item is in scope, and what becomes of prices above a ceiling.</summary>
internal static class CatalogueReader
{
    private static readonly TableForm Prices = TableForm.Of(
        "prices",
        ValueForms.Either(ValueForms.Money, ValueForms.Words(("none", "不设限价", "no ceiling")))
    );

    private static readonly KeyTable AmountKeys = new(
        Need("amount", ValueForms.Money, "金额：每一单位先付多少元", "the yuan of one unit that the patient pays first")
    );

    private static readonly TableForm Shares = new(
        "shares",
        May(
            "first_self_pay",
            ValueForms.Either(
                ValueForms.Rate,
                ValueForms.Words(("own", "看费用明细上写的", "the item's own")),
                ValueForms.Mapping(AmountKeys)
            ),
            "先行自付：个人先付的比例",
            "the share that the patient pays first"
        ),
        May("out_of_scope", ValueForms.Words(("yes", "全自费", "out of scope")), "全自费：不予支付", "nothing of it is in scope")
    );

    private static readonly TableForm Changes = RateChange.Form(
        "changes of first shares",
        May(RateChange.AddOfRest, ValueForms.Rate, "其余部分再自付", "a share of what the first share leaves, on top of it")
    );

    /// <summary>The keys of the file.</summary>
    public static KeyTable Keys { get; } =
        new(
            May("kind", ValueForms.Words(("catalogue", "目录", "the catalogue")), "种类：可写可不写", "the kind of the file"),
            Need(
                "ceiling",
                ValueForms.Words(
                    ("trim", "超过限价的部分归患者", "the patient bears what is above"),
                    ("reject", "超过限价的整条不付", "the item is refused as a whole"),
                    ("hospital", "超过限价的部分归医院", "the hospital bears what is above")
                ),
                "超限价怎么办",
                "what becomes of prices above a ceiling"
            ),
            May("ceiling_prices", Prices.OwnSchema, "限价表：按编码等列出的最高单价", "ceiling prices, by code or other facts"),
            SharedKeys.DecidedBy,
            Need("table", Shares.OwnSchema, "表：带日期的各行", "what of each item is in scope, by days"),
            May("adjust", ValueForms.List(Changes.OwnSchema), "调整：在先行自付比例上再加减", "changes of first shares, one after another"),
            SharedKeys.ReferenceIfAny,
            SharedKeys.Href,
            SharedKeys.Note
        );

    public static CataloguePolicy Read(Node node)
    {
        node.OnlyKeys(Keys);
        node.Optional("note")?.OneOrBoth();
        node.Optional("reference")?.OneOrBoth();
        node.Optional("kind")?.OneOf("catalogue");
        return new(
            node["ceiling"].OneOf(("trim", CeilingRule.Trim), ("reject", CeilingRule.Reject), ("hospital", CeilingRule.Hospital)),
            node.Optional("ceiling_prices") is { } prices ? TableReader.Read(prices, row => Price(row["value"]), Prices) : null,
            node.Optional("decided_by") is { } day ? IndexReader.Day(day) : null,
            TableReader.Read(node["table"], Row, Shares),
            [
                .. (node.Optional("adjust")?.Items() ?? []).Select(one =>
                    TableReader.Read(one, row => RateChange.Read(row, Changes), Changes)
                ),
            ],
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
            : share is null ? default
            : Share(share);
    }

    private static CatalogueRow Share(Node node)
    {
        if (node.IsMapping)
        {
            node.OnlyKeys(AmountKeys);
            return new(false, false, Rate.None) { OfUnit = node["amount"].Money().Cents };
        }

        if (node is { IsScalar: true, Raw: "own" })
            return CatalogueRow.Own;
        if (node.IsScalar && Digits.TryParse(node.Raw, out var number))
        {
            var percent = (number < 1 ? number * 100 : number).ToString("0.####", CultureInfo.InvariantCulture);
            var share = number <= 100 ? $"{percent}%" : "10%";
            node.Wrong(
                "catalogue.share",
                $"'{node.Raw}' may be a share or an amount. Write 'first_self_pay: {share}' for a share of the fee, or 'first_self_pay: "
                    + $"{{ amount: {node.Raw} }}' for yuan of each unit.",
                $"“{node.Raw}”可能是比例，也可能是金额。按费用比例的请写“first_self_pay: {share}”；每一单位若干元的请写“first_self_pay: "
                    + $"{{ amount: {node.Raw} }}”。"
            );
            return default;
        }

        return new(false, false, node.Rate());
    }
}
