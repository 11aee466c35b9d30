using System.Text.Json.Nodes;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Policies;

/// <summary>Reads an amount that is computed: of what, how often, how it grows, and its bounds.</summary>
internal static class AmountReader
{
    private static readonly string[] Bases = ["value", "parameter", "standard", "of", "fact"];
    private static readonly string[] OfGrowth = ["add", "less", "after", "every"];

    /// <summary>The units to which a computed amount may be rounded, in cents.</summary>
    private static readonly long[] Units = [10, 1_00, 10_00, 100_00, 1_000_00];

    private static readonly KeyTable Keys = new(
        May("value", ValueForms.Money, "值：起点金额，随“each”增减", "the amount from which it grows"),
        May("parameter", ValueForms.Declared(NameKind.Parameter), "参数：由哪个参数算出", "the parameter of which it is computed"),
        May(
            "standard",
            ValueForms.Offered(NameKind.Quota),
            "付费标准：由前面哪个定额步骤的标准算出",
            "the quota of whose standard it is computed"
        ),
        May(
            "of",
            ValueForms.Either(ValueForms.Words(("bill", "费用总额", "the whole bill")), LayerKeys.BaseForm),
            "由组成：费用总额或哪些部分（按最初金额）",
            "the bill, or the parts as they were at first, of which it is computed"
        ),
        May(
            "fact",
            ValueForms.Text,
            "事实：由单据的哪个数值事实（元）算出",
            "the number fact of the claim, in yuan, of which it is computed"
        ),
        May("times", ValueForms.Measured, "倍数：乘几倍，或百分之几", "how often, or which share of it"),
        May("add", ValueForms.Either(ValueForms.Money, ValueForms.Rate), "每次增加多少元，或其百分之几", "what each step adds"),
        May("less", ValueForms.Either(ValueForms.Money, ValueForms.Rate), "每次减少多少元，或其百分之几", "what each step takes off"),
        May("each", ValueForms.Text, "各：随哪个数值事实增减", "the number fact with which it grows"),
        May("after", ValueForms.Whole(0, AmountGrowthPolicy.Most), "超过多少才算", "only what is above it counts"),
        May("every", ValueForms.Whole(1, AmountGrowthPolicy.Most), "每多少算一次", "how many make a step"),
        May("round_to", ValueForms.Just(0.1m, 1, 10, 100, 1_000, "1_000"), "取整到多少元", "the unit in yuan to which it is rounded"),
        May("at_least", ValueForms.Money, "不低于", "the least that is computed"),
        May("at_most", ValueForms.Money, "不高于", "the most that is computed")
    );

    public static JsonObject Schema(SchemaDraft draft) => ValueForms.OneOf(Keys.Schema(draft), Bases);

    /// <summary>A computed amount: <c>{ of: bill, times: 10%, at_most: 500 }</c>.</summary>
    public static AmountPolicy Read(Node node)
    {
        node.OnlyKeys(Keys);
        var (least, most) = Bounds(node);
        var @base = Base(node);
        var growth = Growth(node);
        if (@base == "value" && growth is null && node.Optional("each") is null)
            node.Wrong(
                "amount.value",
                "a stated amount is written without braces, such as 400. In braces it grows with a number: add 'each', and 'add' or "
                    + "'less'.",
                "固定金额不加花括号，如 400。加花括号的金额随数值增减：请补上“each”以及“add”或“less”。"
            );
        if (@base == "value")
            node.Optional("times")
                ?.Wrong(
                    "amount.value",
                    "a stated amount is not multiplied. Write what it comes to under 'value', and leave 'times' out.",
                    "固定金额不再乘倍数。请把得数写在“value”中，并删去“times”。"
                );
        var of = @base == "of" ? node["of"] : null;
        var isOfBill = of is { IsScalar: true, Raw: "bill" };
        return new(@base == "value" ? node["value"].Money().Cents : 0)
        {
            Parameter = @base == "parameter" ? node["parameter"].Word() : null,
            Standard = @base == "standard" ? node["standard"].Word() : null,
            Bill = isOfBill ? of!.Word() : null,
            Of = of is null || isOfBill ? null : new(LayerReader.Parts(of), true, of.Place),
            Fact = @base == "fact" ? node["fact"].Word() : null,
            Times = node.Optional("times")?.Multiple(1_000_000_000_000m) ?? 1,
            Growth = growth,
            RoundTo = Unit(node),
            AtLeast = Math.Min(least, most),
            AtMost = most,
        };
    }

    private static (long Least, long Most) Bounds(Node node)
    {
        var least = node.Optional("at_least")?.Money().Cents ?? 0;
        var most = node.Optional("at_most")?.Money().Cents ?? long.MaxValue;
        if (least > most)
            node.Wrong("amount.bounds", "'at_least' is above 'at_most'.", "“at_least”大于“at_most”。");
        return (least, most);
    }

    /// <summary>The one key that says of what it is computed; the parameter after a problem.</summary>
    private static string Base(Node node)
    {
        List<string> stated =
        [
            .. node.Pairs.Select(pair => pair.Key.Raw).Where(key => Bases.Contains(key, StringComparer.Ordinal)).Distinct(),
        ];
        foreach (var more in stated.Skip(1))
            node[more]
                .Wrong(
                    "amount.both",
                    $"an amount is computed of one thing, and '{stated[0]}' stands here too. Keep one of them.",
                    $"金额只由一项算出，此处还有“{stated[0]}”。请只保留其一。"
                );
        if (stated.Count == 0)
            node.Wrong(
                "amount.base",
                "nothing says of what the amount is computed. Write one of 'value', 'parameter', 'standard', 'of' and 'fact'.",
                "未写明金额由什么算出。请写“value”、“parameter”、“standard”、“of”、“fact”之一。"
            );
        return stated.Count == 0 ? "" : stated[0];
    }

    private static AmountGrowthPolicy? Growth(Node node)
    {
        if (node.Optional("each") is not { } each)
        {
            if (OfGrowth.Select(node.Optional).FirstOrDefault(one => one is not null) is { } alone)
                alone.Wrong(
                    "amount.each",
                    "nothing says with which number the amount grows. Add 'each' with a fact that is a number, such as 'each: age'.",
                    "未写明金额随哪个数值增减。请补上“each”，写一个数值事实，如“each: age”。"
                );
            return null;
        }

        var (add, less) = (node.Optional("add"), node.Optional("less"));
        if ((add ?? less) is not { } step || (add is not null && less is not null))
        {
            each.Wrong(
                "amount.growth",
                "an amount that goes with a number has one of 'add' and 'less': what each step adds, or takes off.",
                "随数值增减的金额应写“add”（每次增加）或“less”（每次减少）之一。"
            );
            return null;
        }

        var isShare = step.Raw.EndsWith('%');
        return new(
            each.Word(),
            isShare ? 0 : step.Money().Cents,
            isShare ? step.Rate().Millionths : 0,
            add is null,
            node.Optional("after")?.Whole(0, AmountGrowthPolicy.Most) ?? 0,
            node.Optional("every")?.Whole(1, AmountGrowthPolicy.Most) ?? 1
        );
    }

    private static long Unit(Node node)
    {
        if (node.Optional("round_to") is not { } unit)
            return 1;
        if (Money.TryParse(unit.Text(), out var money) && Units.Contains(money.Cents))
            return money.Cents;
        unit.Wrong(
            "amount.round_to",
            $"'{unit.Raw}' is no unit to round to. Write 0.1, 1, 10, 100 or 1_000 yuan, or leave the line out: an amount is computed to "
                + "the cent.",
            $"“{unit.Raw}”不能作取整单位。请写 0.1、1、10、100 或 1_000（元），或删去该行：金额计算到分。"
        );
        return 1;
    }
}

/// <summary>How an amount grows, or falls, with a number of the claim.</summary>
/// <param name="Each">The number.</param>
/// <param name="Cents">What each step adds or takes off, in cents; 0 for a share.</param>
/// <param name="Millionths">The share of the amount that each step adds or takes off, in millionths; 0 for a sum.</param>
/// <param name="IsLess">Whether a step takes off.</param>
/// <param name="After">Only what is above it counts.</param>
/// <param name="Every">How many make a step.</param>
internal sealed record AmountGrowthPolicy(Word Each, long Cents, int Millionths, bool IsLess, int After, int Every)
{
    /// <summary>The largest number after which it may grow, and the most that may make a step.</summary>
    public const int Most = 1_000_000;
}
