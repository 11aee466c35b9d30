using ReimbursementRules.Yaml;
using static ReimbursementRules.Yaml.KeyForm;

namespace ReimbursementRules.Policies;

/// <summary>The keys of <c>index.yaml</c>.</summary>
internal static class IndexKeys
{
    public static KeyTable Year { get; } =
        new(
            Need("starts", ValueForms.YearDay, "开始：年度从几月几日开始，如 01-01", "the day on which it begins, such as 01-01"),
            SharedKeys.DecidedBy with
            {
                IsNeeded = true,
            }
        );

    public static KeyTable Rounding { get; } =
        new(
            Need("to", ValueForms.Just(0.01m, "0.01"), "到：舍入到 0.01 元", "amounts are rounded to 0.01"),
            Need(
                "each",
                ValueForms.Words(
                    ("move", "每笔：每段、每笔支付舍入一次", "each payment"),
                    ("item", "每条：每条费用舍入一次", "each item's part of a payment"),
                    ("total", "合计：每层舍入一次", "once for a layer")
                ),
                "各：在哪里舍入",
                "where half a cent is rounded"
            )
        );

    public static KeyTable National { get; } =
        new(
            Need("fund", ValueForms.Text, "基金代码", "the code of the fund"),
            Need("field", ValueForms.Text, "字段", "the field of the interface")
        );

    public static KeyTable Payer { get; } =
        new(
            SharedKeys.Title,
            May("account", ValueForms.YesNo, "个人账户：这个支付方是不是个人账户", "whether it is the member's personal account"),
            May("carried", ValueForms.YesNo, "结转：个人账户余额是否从上一张单据接着算", "whether its balance goes on from claim to claim"),
            May(
                "carries_to",
                ValueForms.Declared(NameKind.Payer),
                "年末转入：年度末余额转入哪个个人账户",
                "the account that takes what is left at the end of the benefit year"
            ),
            May(
                "nhsa",
                ValueForms.Mapping(National),
                "国家接口：国家医保信息平台的代码和字段",
                "its code and field in the national interface"
            ),
            May("paid_by", ValueForms.Declared(NameKind.Payer), "代为支付：由另一个支付方一并支付", "the payer who hands over its part"),
            May("advance", ValueForms.Rate, "预付：事先已付的比例", "the share that providers have received beforehand")
        );

    public static KeyTable Parameter { get; } =
        new(Need("value", ValueForms.Number, "值", "the value"), SharedKeys.Reference, SharedKeys.Href, SharedKeys.Note, SharedKeys.Status);

    public static KeyTable Calendar { get; } =
        new(
            May("holidays", ValueForms.List(ValueForms.Day), "节假日：不上班的工作日", "week-days that are not worked"),
            May("workdays", ValueForms.List(ValueForms.Day), "调休上班日：上班的周末", "days of week-ends that are worked")
        );

    public static KeyTable Index { get; } =
        new(
            Need("format", ValueForms.Just(1, "1"), "格式：写 1", "the format of the files: 1"),
            SharedKeys.Id,
            SharedKeys.Title,
            SharedKeys.Status with
            {
                IsNeeded = true,
            },
            May("version", ValueForms.Text, "版本名：这一稿的名字，如 2024.1", "the name of this state of the text"),
            SharedKeys.From with
            {
                IsNeeded = true,
            },
            SharedKeys.Note,
            May(
                "builds_on",
                ValueForms.OneOrMany(ValueForms.Text),
                "沿用：把另一个文件夹的文件也算进来",
                "the folder on whose files it builds"
            ),
            May("base", ValueForms.Text, "比较的底本：目标拿来对照的规则册", "the rulebook with which targets compare it"),
            May(
                "held_against",
                ValueForms.OneOrMany(ValueForms.Text),
                "对照的框架：用哪些文件夹的目标来衡量",
                "folders whose targets it is held against"
            ),
            Need(
                "benefit_year",
                ValueForms.Mapping(Year),
                "待遇年度：从哪天开始，按哪天判断",
                "when a benefit year begins, and which day decides"
            ),
            May(
                "age_on",
                ValueForms.Words(
                    ("benefit_year", "待遇年度的第一天", "the first day of the benefit year"),
                    ("admission", "入院日", "day of admission"),
                    ("discharge", "出院日", "day of discharge")
                ),
                "年龄看哪天：由出生日期算周岁的那一天",
                "the day on which the age counts that follows from a birth"
            ),
            Need("rounding", ValueForms.Mapping(Rounding), "舍入：在哪里四舍五入", "where amounts are rounded"),
            May("payers", ValueForms.ByName(Payer.Schema), "支付方：谁付钱，按次序", "who pays, in their order"),
            May(
                "parameters",
                ValueForms.ByName(ValueForms.ByDay(Parameter.Schema)),
                "参数：会变的基数，如平均工资",
                "figures that change with the years"
            ),
            May("lists", ValueForms.ByName(ListReader.Form), "名单：有名字的一组词", "lists of words, by their names"),
            May(
                "facts",
                ValueForms.ByName(FactReader.Form),
                "本地事实：本地自己要问的事实",
                "facts that the region asks beyond the built-in ones"
            ),
            May("calendar", ValueForms.Mapping(Calendar), "工作日历：算到期日用", "days that are not worked, and days that are")
        );
}
