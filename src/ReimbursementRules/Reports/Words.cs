using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>The words of the reports that are not a policy's own: titles of columns and sections, and what became of a claim.</summary>
internal static class Words
{
    public static readonly BilingualText Settlement = new("Settlement", "结算单");
    public static readonly BilingualText Reversal = new("Reversal: everything below is taken back", "冲正：以下各项全部撤回");
    public static readonly BilingualText Rulebook = new("Rulebook", "规则册");
    public static readonly BilingualText Claim = new("Claim", "单据");
    public static readonly BilingualText Member = new("Member", "参保人");
    public static readonly BilingualText Provider = new("Provider", "定点医药机构");
    public static readonly BilingualText StayBegan = new("Stay began", "本次住院起始日期");
    public static readonly BilingualText Admitted = new("Admitted", "入院日期");
    public static readonly BilingualText Discharged = new("Discharged", "出院日期");
    public static readonly BilingualText Facts = new("Facts", "申报事实");
    public static readonly BilingualText Status = new("Status", "状态");

    public static readonly BilingualText Unit = new("Amounts in yuan", "单位：元");
    public static readonly BilingualText Printed = new("Printed on", "打印日期");
    public static readonly BilingualText WhoPays = new("Who pays what", "各方支付");
    public static readonly BilingualText Bill = new("Bill", "费用总额");
    public static readonly BilingualText Patient = new("Patient", "患者");
    public static readonly BilingualText PatientCash = new("Patient, in cash", "患者（现金）");
    public static readonly BilingualText OfItCash = new("of it in cash", "其中：现金");
    public static readonly BilingualText Hospital = new("Hospital", "医疗机构");
    public static readonly BilingualText HospitalKeeps = new("Hospital (saving kept)", "医疗机构（结余留用）");
    public static readonly BilingualText Sum = new("Amount", "金额");
    public static readonly BilingualText Total = new("Total", "合计");
    public static readonly BilingualText Share = new("Of the bill", "占总额");

    public static readonly BilingualText Items = new("The items, cut into parts", "费用明细划分");
    public static readonly BilingualText ItemPayers = new("The items, by who pays", "费用明细支付");
    public static readonly BilingualText Number = new("No.", "序号");
    public static readonly BilingualText Item = new("Item", "项目");
    public static readonly BilingualText Class = new("Class", "类别");
    public static readonly BilingualText Fee = new("Fee", "金额");
    public static readonly BilingualText Where = new("File", "出处");

    public static readonly BilingualText Parts = new("The parts of the bill", "费用各部分");
    public static readonly BilingualText Part = new("Part", "部分");
    public static readonly BilingualText Id = new("Name in the policy", "规则中的名称");
    public static readonly BilingualText AtFirst = new("At first", "最初");

    public static readonly BilingualText Steps = new("The calculation, step by step", "逐步计算");
    public static readonly BilingualText NoSteps = new("No layer pays anything.", "没有待遇层支付。");
    public static readonly BilingualText Gates = new("Refused before any layer", "待遇计算前拒付");
    public static readonly BilingualText Step = new("Step", "步骤");
    public static readonly BilingualText Base = new("Base", "基数");
    public static readonly BilingualText Rate = new("Rate", "比例");
    public static readonly BilingualText Amount = new("Amount", "结果");
    public static readonly BilingualText Note = new("Note: ", "注：");
    public static readonly BilingualText Example = new("Illustrative number, not law.", "示例数值，并非法规。");
    public static readonly BilingualText TakenBack = new("Taken back: ", "撤回：");

    public static readonly BilingualText Findings = new("Findings", "提示");
    public static readonly BilingualText Skipped = new("Layers that did not apply", "未适用的待遇层");
    public static readonly BilingualText History = new("Used in the period, after this claim", "本次结算后的累计");
    public static readonly BilingualText Used = new("Use", "累计项");
    public static readonly BilingualText Each = new("Of", "对象");
    public static readonly BilingualText Period = new("Period", "周期");
    public static readonly BilingualText Since = new("Since", "起始日");
    public static readonly BilingualText Before = new("Before", "此前");
    public static readonly BilingualText Now = new("This claim", "本次");
    public static readonly BilingualText After = new("After", "累计");
    public static readonly BilingualText Flow = new("How the bill flows to those who bear it", "费用流向各承担方");
    public static readonly BilingualText NothingToDraw = new("The bill is zero: nothing flows to anyone.", "费用为零，没有资金流向。");
    public static readonly BilingualText Rest = new(", the rest", "（其余）");

    public static readonly BilingualText Colon = new(": ", "：");
    public static readonly BilingualText Comma = new(", ", "，");
    public static readonly BilingualText ListComma = new(", ", "、");
    public static readonly BilingualText Semicolon = new("; ", "；");

    /// <summary>A word behind another, in brackets.</summary>
    public static BilingualText InBrackets(string word) => new($" ({word})", $"（{word}）");

    public static BilingualText Of(SettlementStatus status) =>
        status switch
        {
            SettlementStatus.Settled => new("settled", "已结算"),
            SettlementStatus.Held => new("held for review: settled, not to be paid yet", "待审核：已结算，暂不支付"),
            SettlementStatus.Refused => new("refused", "拒付"),
            _ => throw UnknownKind.Of(status),
        };

    public static BilingualText Of(Verdict verdict) =>
        verdict switch
        {
            Verdict.Refuse => new("refused", "拒付"),
            Verdict.Hold => new("held", "待审核"),
            Verdict.Flag => new("flag", "提示"),
            _ => throw UnknownKind.Of(verdict),
        };

    /// <summary>A problem by its short name, with its code.</summary>
    public static BilingualText OfProblem(string code) => Both(Terms.OfProblem(code), code);

    /// <summary>A finding by its short name, or the title of the layer that gives notice of something, with its id; by its id alone where
    /// it has no name, as one of a gate, whose message says what it is.</summary>
    public static BilingualText OfFinding(string id, Legend legend) =>
        Both(legend.Layers.FirstOrDefault(layer => layer.Id == id)?.Title ?? Terms.OfFinding(id), id);

    /// <summary>As the other, of what no layer gives notice of.</summary>
    public static BilingualText OfFinding(string id) => Both(Terms.OfFinding(id), id);

    private static BilingualText Both(BilingualText name, string id) =>
        new(name.En == id ? id : $"{name.En} ({id})", ChineseName.Listed(id, name.Zh));

    /// <summary>A limit's period, after its amount in English and before its name in Chinese; nothing for one claim.</summary>
    public static BilingualText Every(Period period) =>
        period switch
        {
            Values.Period.Day => new(" a day", "每日"),
            Values.Period.Stay => new(" a stay", "每次住院"),
            Values.Period.Month => new(" a month", "每月"),
            Values.Period.Quarter => new(" a quarter", "每季度"),
            Values.Period.Year => new(" a benefit year", "年度"),
            Values.Period.Claim or Values.Period.Item => new("", ""),
            _ => throw UnknownKind.Of(period),
        };

    public static BilingualText Of(Period period) =>
        period switch
        {
            Values.Period.Day => new("day", "日"),
            Values.Period.Stay => new("stay", "住院期"),
            Values.Period.Month => new("month", "月"),
            Values.Period.Quarter => new("quarter", "季度"),
            Values.Period.Year => new("benefit year", "待遇年度"),
            _ => throw UnknownKind.Of(period),
        };

    public static BilingualText Of(SkippedLayer layer) =>
        layer.Unmet is { } unmet
            ? new($"the claim does not meet: {unmet.En}", $"未满足条件：{unmet.Zh}")
            : Of(layer.Reason, layer.Conditions);

    private static BilingualText Of(SkipReason reason, string conditions) =>
        reason switch
        {
            SkipReason.Conditions when conditions.Length > 0 => new(
                $"the claim does not meet its conditions: {conditions}",
                $"不符合适用条件：{conditions}"
            ),
            SkipReason.Conditions => new("the claim does not meet its conditions", "不符合适用条件"),
            SkipReason.NotInForce => new("it is not in force on the claim's day", "在结算依据日未生效"),
            SkipReason.Replaced => new("another layer applies instead", "已由另一待遇层替代"),
            SkipReason.UsedUp => new("it has been used as often as it may be", "可用次数已用完"),
            SkipReason.NoStandard => new("its table has no standard for this case", "表中没有该病例的标准"),
            SkipReason.Refused => new("the claim is refused as a whole", "整张单据已拒付"),
            SkipReason.Stated => new("the claim states what was settled before", "单据已载明此前的结算结果"),
            _ => throw UnknownKind.Of(reason),
        };

    /// <summary>Steps that found nothing to work on.</summary>
    public static BilingualText Folded(IReadOnlyList<BilingualText> steps) =>
        new(
            $"Nothing was left for: {string.Join(", ", steps.Select(step => step.En))}.",
            $"以下步骤基数为零，未发生：{string.Join("、", steps.Select(step => step.Zh))}。"
        );

    public static BilingualText PatientAccount(BilingualText account) => new($"Patient, {account.En}", $"患者（{account.Zh}）");

    public static BilingualText OfItAccount(BilingualText account) => new($"of it: {account.En}", $"其中：{account.Zh}");

    public static BilingualText DueOn(DateOnly day) => new($"review due by {Day(day)}", $"应于 {Day(day)} 前审核");

    public static BilingualText ItemNumber(int index) => new($"item {index + 1}", $"第 {index + 1} 项");

    public static string Day(DateOnly day) => IsoDay.Show(day);
}
