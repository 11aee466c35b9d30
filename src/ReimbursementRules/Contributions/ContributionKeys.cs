using System.Text.Json.Nodes;
using ReimbursementRules.Policies;
using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Contributions;

/// <summary>The keys of <c>contributions.yaml</c>.</summary>
internal static class ContributionKeys
{
    private static readonly ValueForm None = ValueForms.Words(("none", "没有", "none"));

    /// <summary>The keys of a payment that may wait.</summary>
    public static KeyTable Deferral { get; } =
        new(
            Need("after", ValueForms.Id, "期限起算：缴费人写的日子的名称", "the name of a day that the contributor states"),
            Need("months", ValueForms.Whole(0, ContributionReader.MostMonths), "几个月：可以缓几个月", "for how many months it may wait")
        );

    /// <summary>Who takes over which share.</summary>
    public static TableForm PaidBy { get; } = TableForm.Of("takers", ValueForms.Either(None, ValueForms.ByName(ValueForms.Rate)));

    /// <summary>How long a payment may wait.</summary>
    public static TableForm Due { get; } = TableForm.Of("deferrals", ValueForms.Either(None, Deferral.Schema));

    public static KeyTable Payer { get; } = new(SharedKeys.Title);

    /// <summary>The keys of a family member's account that may pay.</summary>
    public static KeyTable Account { get; } =
        new([
            Need("persons", ValueForms.Whole(0, 100), "人数：最多为几个人缴", "for how many persons it may pay"),
            Need("from", ValueForms.YearDay, "起：每年从几月几日起办理", "the first day of the year on which it may"),
            Need("until", ValueForms.YearDay, "止：每年到几月几日，不含", "the day of the year on which it no longer may"),
            .. SharedKeys.Source,
        ]);

    /// <summary>The keys of a credit to a personal account.</summary>
    public static KeyTable Credits { get; } =
        new(
            Need("account", ValueForms.Text, "个人账户：划入哪个账户", "the payer of the index whose account it is"),
            May("share", TableForm.Rates.Schema, "份额：本部分的百分之几，带日期", "the share of the part, by days"),
            May("rate", TableForm.Rates.Schema, "比例：缴费基数的百分之几，带日期", "the rate of the base, by days"),
            May("amount", TableForm.Amounts.Schema, "金额：定额，带日期", "the amount, by days")
        );

    public static KeyTable Part { get; } =
        new(
            SharedKeys.Id,
            SharedKeys.Title,
            Need("payer", ValueForms.Text, "支付方：谁缴，member 为本人", "who owes it; member is the member"),
            May("amount", TableForm.Amounts.OwnSchema, "金额：定额，带日期", "the amount, by days"),
            May("base", ValueForms.Id, "基数：缴费人写的金额的名称", "the name of an amount that the contributor states"),
            May("at_least", TableForm.Amounts.OwnSchema, "不低于：缴费基数的下限，带日期", "the least that counts as the base, by days"),
            May("at_most", TableForm.Amounts.OwnSchema, "不高于：缴费基数的上限，带日期", "the most that counts as the base, by days"),
            May("rate", TableForm.Rates.OwnSchema, "比例：基数的百分之几，带日期", "the share of the base, by days"),
            May("factor", TableForm.Rates.OwnSchema, "考核系数：筹资里是减征，只缴百分之几", "the share that is asked, such as half"),
            May("paid_by", PaidBy.Schema, "代为支付：谁代缴百分之几", "who takes over which share"),
            May("due", Due.Schema, "到期：缴费期限，可以晚到什么时候", "how long it may wait"),
            May("account", ValueForms.ByDay(Account.Schema), "个人账户：家人的个人账户可代缴", "a family member's account that may pay"),
            May("credits", CreditsForm, "划入：划入个人账户多少", "what is credited to a personal account"),
            SharedKeys.Note
        );

    /// <summary>The keys of the two ends of a bound.</summary>
    public static KeyTable Ends { get; } =
        new(May("at_least", AmountPolicy.Form, "不低于", "the least"), May("at_most", AmountPolicy.Form, "不高于", "the most"));

    public static KeyTable Bound { get; } =
        new([
            SharedKeys.Id,
            SharedKeys.Title,
            Need("of", ValueForms.Text, "衡量什么：total 或某个支付方", "total, or a payer"),
            May("must", EndForm, "必须：界限", "the bound that must hold"),
            May("should", EndForm, "应当：只提示的界限", "the bound that is wished for"),
            .. SharedKeys.Source,
        ]);

    public static KeyTable Plan { get; } =
        new(
            SharedKeys.Id,
            SharedKeys.Title,
            SharedKeys.From,
            SharedKeys.Until,
            Need(
                "per",
                ValueForms.Words(("year", "按年", "a year"), ("month", "按月", "a month")),
                "周期：按年还是按月缴",
                "for which time is paid"
            ),
            May("year_starts", ValueForms.YearDay, "年度开始：几月几日", "the day on which the year begins"),
            May("applies", ConditionForm.Of, "适用于：哪些缴费人", "whom it is asked of"),
            Need("parts", ValueForms.List(PartForm, 1), "部分：各方各缴多少", "its parts"),
            May(
                "bounds",
                ValueForms.List(draft => ValueForms.OneOf(Bound.Schema(draft), "must", "should")),
                "上下限：人均筹资的上下限",
                "bounds of what is paid for each head"
            ),
            SharedKeys.Note
        );

    /// <summary>The keys of the file.</summary>
    public static KeyTable File { get; } =
        new(
            May("payers", ValueForms.ByName(Payer.Schema), "支付方：本人之外谁缴", "who pays beside the member"),
            Need("contributions", ValueForms.List(Plan.Schema), "筹资：各项缴费", "what is paid in")
        );

    private static JsonObject PartForm(SchemaDraft draft)
    {
        var part = ValueForms.OneOf(Part.Schema(draft), "amount", "base");
        part["dependencies"] = new JsonObject
        {
            ["base"] = new JsonArray("rate"),
            ["rate"] = new JsonArray("base"),
            ["at_least"] = new JsonArray("base"),
            ["at_most"] = new JsonArray("base"),
        };
        return part;
    }

    private static JsonObject CreditsForm(SchemaDraft draft) => ValueForms.OneOf(Credits.Schema(draft), "share", "rate", "amount");

    private static JsonObject EndForm(SchemaDraft draft) => ValueForms.OneOf(Ends.Schema(draft), [.. Ends.Names]);
}
