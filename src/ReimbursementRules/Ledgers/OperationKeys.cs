using System.Text.Json.Nodes;
using ReimbursementRules.Cases;
using ReimbursementRules.Claims;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Ledgers;

/// <summary>The keys of the operations of a ledger in a case.</summary>
internal static class OperationKeys
{
    private static readonly KeyForm Claim = Need("claim", ValueForms.Text, "单据：哪一张", "the claim");

    private static readonly KeyForm Amount = Need("amount", ValueForms.Money, "金额", "the amount");

    private static readonly KeyForm Day = Need("day", ValueForms.Day, "日期", "the day");

    private static readonly KeyForm Pays = Need(
        "pays",
        ValueForms.ByName(ValueForms.SignedMoney),
        "对方支付：各支付方付多少",
        "what each payer pays"
    );

    public static KeyTable Review { get; } = new(Claim, Need("passed", ValueForms.YesNo, "通过：审核是否通过", "whether it has passed"));

    public static KeyTable Deny { get; } =
        new(
            Claim,
            Need("item", ValueForms.Whole(1, 100_000), "明细：第几条", "which item, from 1"),
            Amount,
            Need("reason", ValueForms.Text, "理由", "the reason")
        );

    public static KeyTable Pay { get; } = new(Need("payer", ValueForms.Text, "支付方", "the payer"), Amount);

    public static KeyTable Recover { get; } =
        new(
            Need("type", ValueForms.Text, "类型：追回哪一类", "which kind of recovery"),
            Amount,
            May("penalty", ValueForms.Text, "罚款倍数：引用哪个参数", "the parameter by which a penalty is added"),
            May("from", ValueForms.Text, "向谁追回", "from whom")
        );

    public static KeyTable Reconcile { get; } = new(Claim, Day, Pays);

    public static KeyTable Daily { get; } =
        new(
            Day,
            May("clerk", ValueForms.Text, "经办人", "the clerk"),
            May(
                "scheme",
                ValueForms.Words(
                    ("employee", "职工医保", "employees"),
                    ("resident", "居民医保", "residents"),
                    ("rural_cooperative", "新农合", "rural cooperative")
                ),
                "险种",
                "the scheme"
            ),
            Pays
        );

    public static KeyTable Ageing { get; } =
        new(Need("term_days", ValueForms.Whole(0, 36_500), "约定天数：约定几天内付", "the days of a term"));

    /// <summary>What may stand beside an operation.</summary>
    public static KeyTable Beside { get; } =
        new(
            May("on", ValueForms.Day, "日子：哪天办的", "the day on which it is done"),
            May("clerk", ValueForms.Text, "经办人", "the clerk"),
            CaseReader.Expect
        );

    /// <summary>The operations.</summary>
    private static readonly KeyTable Operations = new(
        May("settle", ClaimForm.Of, "结算：入账", "settles a claim"),
        May("correct", ClaimForm.Of, "更正：改后再交", "corrects a claim"),
        May("reverse", ValueForms.Text, "冲正：撤回哪一张", "takes a claim back"),
        May("review", Review.Schema, "审核：待审核的结果", "reviews a claim that is held"),
        May("close", ValueForms.Day, "扎账：到哪天为止不再改", "closes the books through a day"),
        May("deny", Deny.Schema, "拒付：结算后核减某条费用", "denies an item"),
        May("pay", Pay.Schema, "付款：支付方付清应付款", "a payer pays"),
        May("recover", Recover.Schema, "追回：违规费用", "recovers an amount"),
        May("total_recovered", ValueForms.Money, "追回合计：核对追回总数", "what all recoveries must come to"),
        May("reconcile", ValueForms.List(Reconcile.Schema), "对账：与对方的明细核对", "what the other side says of claims"),
        May("daily", ValueForms.List(Daily.Schema), "日结：与对方的日合计核对", "what the other side says of days"),
        May("ageing", Ageing.Schema, "账龄：应收款有多久", "how old what is owed is")
    );

    public static KeyTable Operation { get; } = new([.. Operations.Keys, .. Beside.Keys]);

    /// <summary>The form of an operation: just one, with what may stand beside it.</summary>
    public static JsonObject Form(SchemaDraft draft) =>
        ValueForms.OneOf(Operation.Schema(draft), [.. Operations.Keys.Select(key => key.Name)]);
}
