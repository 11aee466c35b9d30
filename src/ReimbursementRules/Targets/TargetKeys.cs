using System.Text.Json.Nodes;
using ReimbursementRules.Policies;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Targets;

/// <summary>The keys of targets that are held against tables, and of the file.</summary>
internal static class TargetKeys
{
    public static KeyForm AtLeast { get; } = May("at_least", Value, "不低于", "the least");

    public static KeyForm AtMost { get; } = May("at_most", Value, "不高于", "the most");

    public static KeyForm FallsWith { get; } = May("falls_with", Slope, "越高越低：沿这一事实不升", "never rises along this fact");

    public static KeyForm RisesWith { get; } = May("rises_with", Slope, "越高越高：沿这一事实不降", "never falls along this fact");

    public static KeyForm AtLeastMore { get; } =
        May("at_least_more", Value, "至少多：比对方至少高多少", "at least so much more than the other");

    public static KeyForm AtMostLess { get; } =
        May("at_most_less", ValueForms.Rate, "至多少：比对方至多低多少", "at most so much less than the other");

    public static KeyForm AtMostMore { get; } =
        May("at_most_more", ValueForms.Rate, "至多多：比对方至多高百分之几", "at most such a share more");

    public static KeyForm AtMostTimes { get; } =
        May("at_most_times", ValueForms.Rate, "至多几倍：至多是对方的百分之几", "at most such a share of the other");

    /// <summary>The key of a bound against the base.</summary>
    public static KeyTable OfBaseline { get; } = new(May("within", Value, "相差不超过：与底本相差的范围", "at most so far from the base"));

    /// <summary>A bound of any target on tables; which of its keys may stand there, the kind of value decides.</summary>
    private static readonly KeyTable Bounds = new([
        AtLeast,
        AtMost,
        FallsWith,
        RisesWith,
        AtLeastMore,
        AtMostLess,
        AtMostMore,
        AtMostTimes,
        .. OfBaseline.Keys,
    ]);

    public static KeyTable Target { get; } =
        new([
            SharedKeys.Id,
            SharedKeys.Title,
            May("of", ValueForms.Words(("tables", "各表的值", "the values of tables")), "衡量什么", "what is held against it"),
            Need("fund", Funds, "基金：支付方名称或国家代码", "payers, by name or by national code"),
            Need(
                "value",
                ValueForms.Words(
                    ("deductible", "起付线", "the deductible"),
                    ("rate", "支付比例", "the rate"),
                    ("cap", "封顶线", "the cap"),
                    ("caps_together", "各封顶线合计", "the caps together")
                ),
                "值：衡量哪一种值",
                "which value is held against it"
            ),
            May("when", ConditionForm.OfSeveral, "当……时：对哪些情形", "the cases for which it holds"),
            May(
                "against",
                ValueForms.Either(ValueForms.Words(("base", "比较的底本", "the base of the index")), ConditionForm.OfSeveral),
                "比较对象：和哪种情形比",
                "what it is compared with"
            ),
            May("must", Bound, "必须：界限", "the bound that must hold"),
            May("should", Bound, "应当：只提示的界限", "the bound that is wished for"),
            .. SharedKeys.Source,
        ]);

    /// <summary>The keys of the file.</summary>
    public static KeyTable File { get; } =
        new(
            May("facts", ValueForms.List(ValueForms.Id), "本地事实：有的地方才有的", "facts that only some regions ask"),
            Need(
                "targets",
                ValueForms.List(
                    ValueForms.Either(
                        draft => ValueForms.OneOf(Target.Schema(draft), "must", "should"),
                        draft => ValueForms.OneOf(ClaimTargetKeys.Target.Schema(draft), "must", "should")
                    )
                ),
                "目标：各个目标",
                "the targets"
            )
        );

    /// <summary>The form of <see cref="FundsPolicy.Read"/>.</summary>
    public static JsonObject Funds(SchemaDraft draft) => ValueForms.OneOrMany(ValueForms.DeclaredOrCode(NameKind.Payer))(draft);

    private static JsonObject Bound(SchemaDraft draft)
    {
        var bound = Bounds.Schema(draft);
        bound["minProperties"] = 1;
        bound["maxProperties"] = 1;
        return bound;
    }

    private static JsonObject Value(SchemaDraft draft) => ValueForms.Either(ValueForms.Rate, AmountPolicy.OrNone)(draft);

    private static JsonObject Slope(SchemaDraft draft) =>
        ValueForms.Words(
            ("hospital.level", "医院级别", "the level of the hospital"),
            ("hospital.tier", "医院层级", "the tier of the hospital")
        )(draft);
}
