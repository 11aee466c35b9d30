using System.Text.Json.Nodes;
using ReimbursementRules.Claims;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Policies;

/// <summary>The keys of the file of a layer, without those of its steps.</summary>
internal static class LayerKeys
{
    public static KeyTable Base { get; } =
        new(
            Need("parts", WeightedParts, "部分：费用的哪些部分", "the parts of the bill"),
            May(
                "as",
                ValueForms.Words(
                    ("held", "现有的：患者现在还承担的", "what the patient holds of them"),
                    ("original", "原来的：划分时的数额", "what they were at first")
                ),
                "按……计",
                "which amount of them counts"
            )
        );

    /// <summary>A part of which a share counts.</summary>
    public static KeyTable Part { get; } =
        new(
            Need("part", ValueForms.Offered(NameKind.Part), "部分：费用的哪个部分", "the part of the bill"),
            Need("times", ValueForms.Rate, "倍数：只有百分之几算数", "the share of it that counts")
        );

    public static KeyTable AtMost { get; } =
        new(
            Need("times", ValueForms.Whole(1, 1000), "次数：最多用几次", "how often"),
            Need("per", RunningPeriods.Form, "周期：多久累计一次", "in which time"),
            May(
                "each",
                ValueForms.Words(("disease", "按病种分别计", "for each disease"), ("none", "合并计", "for all together")),
                "各：按什么分别计",
                "what is counted apart"
            ),
            May("unless", ConditionForm.Of, "除非：这些情形不限次数也不计次", "claims that are not counted, and always may")
        );

    public static KeyTable Layer { get; } =
        new(
            SharedKeys.Id,
            SharedKeys.Title,
            Need("payer", ValueForms.Declared(NameKind.Payer), "支付方：谁付钱", "who pays"),
            SharedKeys.From,
            SharedKeys.Until,
            SharedKeys.DecidedBy,
            May("applies", ConditionForm.Of, "适用于：这一层管哪些单据", "the claims to which it applies"),
            May("items", ConditionForm.Of, "只管的明细：这一层管哪些费用", "the items on which it works"),
            Need("base", BaseForm, "基数：这一层在费用的哪些部分上算", "the parts of the bill on which it works"),
            May(
                "rest",
                ValueForms.Words(
                    ("named", "改名：用本层步骤的名字", "named by its steps"),
                    ("unchanged", "不改名：保持原名", "keeps its names")
                ),
                "其余：这一层留下的怎么叫",
                "how what it leaves is called"
            ),
            May("instead_of", ValueForms.Offered(NameKind.Layer), "代替：代替另一层", "the layer that it replaces"),
            May("at_most", ValueForms.Mapping(AtMost), "最多用几次", "how often it may be used"),
            Need("steps", ValueForms.List(Step), "步骤：这一层的各步，按次序", "what it does, step by step"),
            SharedKeys.ReferenceIfAny,
            SharedKeys.Href,
            SharedKeys.Note
        );

    /// <summary>The form of <see cref="LayerReader.PartNames"/> without a mapping.</summary>
    public static JsonObject Parts(SchemaDraft draft) =>
        draft.Shared("parts", () => ValueForms.OneOrMany(ValueForms.Offered(NameKind.Part))(draft));

    /// <summary>The form of a base.</summary>
    public static JsonObject BaseForm(SchemaDraft draft) => ValueForms.AnyOf(WeightedParts(draft), Base.Schema(draft));

    /// <summary>The form of <see cref="LayerReader.Parts"/>.</summary>
    private static JsonObject WeightedParts(SchemaDraft draft) =>
        draft.Shared(
            "counted parts",
            () => ValueForms.OneOrMany(ValueForms.Either(ValueForms.Offered(NameKind.Part), ValueForms.Mapping(Part)))(draft)
        );

    private static JsonObject Step(SchemaDraft draft) => draft.Shared("step", () => draft.Step(draft));
}
