using System.Text.Json.Nodes;
using ReimbursementRules.Policies;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Targets;

/// <summary>The keys of targets that are held against settled claims.</summary>
internal static class ClaimTargetKeys
{
    private static readonly KeyForm Less = May("less", SumForm, "要减去的", "what is taken off");

    /// <summary>The keys of a sum over claims.</summary>
    public static KeyTable Sum { get; } =
        new(
            Need("sum", ValueForms.Text, "合计什么：把什么加起来", "of what it is the sum"),
            May("fund", TargetKeys.Funds, "基金：只算谁支付的", "whose payments"),
            May("when", ConditionForm.OfSeveral, "当……时：哪些单据", "of which claims"),
            May("items", ConditionForm.OfSeveral, "明细：哪些费用", "of which items"),
            Less
        );

    /// <summary>The keys of a number that no claim states.</summary>
    public static KeyTable Figure { get; } = new(Need("figure", ValueForms.Id, "外来数字：名称", "the name of a figure"), Less);

    /// <summary>The keys of what a measure is compared with.</summary>
    public static KeyTable Other { get; } =
        new(
            Need("measure", SumForm, "指标：分子", "what is measured: the numerator"),
            May("per", SumForm, "分母：除以什么", "by what it is divided")
        );

    /// <summary>The bounds of a measure alone.</summary>
    public static KeyTable Alone { get; } =
        new(May("at_least", ValueForms.Measured, "不低于", "the least"), May("at_most", ValueForms.Measured, "不高于", "the most"));

    /// <summary>The bounds of a measure beside another.</summary>
    public static KeyTable Compared { get; } =
        new(
            May("at_least_more", ValueForms.Measured, "至少多：比对方至少高多少", "at least so much more"),
            May("at_most_less", ValueForms.Measured, "至多少：比对方至多低多少", "at most so much less"),
            May("at_most_more", ValueForms.Measured, "至多多：比对方至多高多少", "at most so much more"),
            May("at_most_times", ValueForms.Measured, "至多几倍：至多是对方的几倍", "at most so many times")
        );

    /// <summary>The keys of a measure with its bound.</summary>
    public static KeyTable Measure { get; } =
        new([
            .. Other.Keys,
            May(
                "against",
                ValueForms.Either(ValueForms.Words(("all", "全部机构", "all providers")), Other.Schema),
                "比较对象：和什么比",
                "what it is compared with"
            ),
            .. Alone.Keys,
            .. Compared.Keys,
        ]);

    /// <summary>The key of measures of which one is enough.</summary>
    public static KeyTable Any { get; } = new(Need("any", ValueForms.List(Bounded, 1), "任一：满足一条即可", "one of them is enough"));

    public static KeyTable Target { get; } =
        new([
            SharedKeys.Id,
            SharedKeys.Title,
            Need("of", ValueForms.Words(("claims", "已结算的单据", "settled claims")), "衡量什么", "what is held against it"),
            May("each", ValueForms.Words(("provider", "每家机构", "each provider")), "各：分别衡量", "what is measured apart"),
            May("when", ConditionForm.OfSeveral, "当……时：哪些单据", "of which claims"),
            May("must", Bound, "必须：界限", "the bound that must hold"),
            May("should", Bound, "应当：只提示的界限", "the bound that is wished for"),
            .. SharedKeys.Source,
        ]);

    private static JsonObject Bound(SchemaDraft draft) => ValueForms.Either(Any.Schema, Bounded)(draft);

    private static JsonObject Bounded(SchemaDraft draft) =>
        ValueForms.OneOf(Measure.Schema(draft), [.. Alone.Keys.Concat(Compared.Keys).Select(key => key.Name)]);

    private static JsonObject SumForm(SchemaDraft draft) =>
        draft.Shared("sum", () => ValueForms.Either(ValueForms.Text, Sum.Schema, Figure.Schema)(draft));
}
