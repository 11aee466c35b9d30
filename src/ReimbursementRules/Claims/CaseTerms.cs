namespace ReimbursementRules.Claims;

/// <summary>What the keys of cases and histories are called, as they may stand in files.</summary>
internal static class CaseTerms
{
    /// <summary>The keys of a file that states defaults before its cases.</summary>
    public static TermTable OfFile { get; } =
        new([new("defaults", "defaults", "默认值", "默认"), new("cases", "cases", "全部用例", "用例", "各用例")]);

    /// <summary>What may have a default.</summary>
    public static TermTable OfDefaults { get; } =
        new([new("claim", "claim", "单据", "每张单据"), new("item", "item", "明细", "每条费用", "费用明细", "每条明细")]);

    /// <summary>The keys of a case of any kind.</summary>
    public static TermTable OfCase { get; } =
        new([
            new("case", "case", "用例", "案例"),
            new("why", "calculation", "算式", "手工算式"),
            new("unsigned", "unsigned", "未签字"),
            new("history", "history", "累计记录", "此前累计"),
            new("claim", "claim", "单据", "一张单据"),
            new("claims", "claims", "几张单据"),
            new("expect", "expected", "应当得出", "预期", "预期结果", "期望的结果"),
            new("solve", "solve", "求金额", "求解"),
            new("ledger", "ledger", "台账", "台账用例"),
            new("assemble", "assembled", "合并", "合并的单据"),
            new("checklist", "checklist", "条件清单"),
            new("applicant", "applicant", "申请人"),
            new("contract", "contract", "合同"),
            new("year", "year", "结算年度"),
            new("contribution", "contribution", "筹资"),
            new("contributor", "contributor", "缴费人"),
            new("contributors", "contributors", "几个缴费人"),
            new("target", "target", "目标", "目标的名称"),
            new("provider", "provider", "机构"),
            new("figures", "figures", "外来数字"),
        ]);

    /// <summary>What is looked for, and what must come out.</summary>
    public static TermTable OfSolve { get; } =
        new([
            new("item", "item", "第几条明细", "第几条", "明细"),
            new("for", "for", "应得"),
            new("from", "from", "自", "从"),
            new("to", "to", "至", "到"),
        ]);

    /// <summary>The word of <c>solved</c> for no amount.</summary>
    public static TermTable Solved { get; } = new([new("none", "none", "无", "没有")]);

    /// <summary>The words of <c>unsigned</c>.</summary>
    public static TermTable Unsigned { get; } = new([new("true", "true", "是", "真"), new("false", "false", "否", "假")]);

    /// <summary>What a case may expect of a settlement, beside its payers.</summary>
    public static TermTable OfExpected { get; } =
        new([
            new("bill", "bill", "费用总额", "总费用", "医疗总费用"),
            new("patient", "patient", "患者", "患者负担", "个人负担"),
            new("account", "personal account", "个人账户", "个人账户支付"),
            new("cash", "cash", "现金", "现金支付"),
            new("hospital", "hospital", "医院", "医院负担", "医疗机构", "医疗机构负担"),
            new("status", "status", "状态"),
            new("parts", "parts of the bill", "部分", "费用各部分"),
            new("items", "items", "费用明细", "明细"),
            new("steps", "steps", "步骤", "计算步骤"),
            new("actual_ratio", "actual ratio", "实际补偿比", "实际报销比例"),
            new("findings", "findings", "触发的关口", "提示"),
            new("history", "history", "累计记录", "结算后累计"),
            new("invalid", "invalid", "无效"),
            new("bases", "what steps worked on", "基数", "各步基数"),
            new("left", "what steps left", "余下", "各步余下"),
            new("year", "totals of the year", "年度合计", "本年合计"),
            new("solved", "amount found", "求得", "求得的金额"),
            .. Cut,
        ]);

    /// <summary>The parts into which a bill is cut before any layer.</summary>
    public static TermTable OfParts { get; } = new(Cut);

    /// <summary>What a case may expect of an item, beside its payers.</summary>
    public static TermTable OfExpectedItem { get; } =
        new([.. OfExpected.All.Where(term => term.Id is "patient" or "account" or "cash" or "hospital"), .. Cut]);

    /// <summary>The keys of a history that says whose it is, and of the file or settlement that has one.</summary>
    public static TermTable OfHistory { get; } =
        new([
            new("history", "history", "累计记录", "结算后累计"),
            new("member", "member", "参保人"),
            new("rulebook", "rulebook", "规则册"),
            new("version", "version", "版本名", "版本"),
            new("fingerprint", "fingerprint", "指纹"),
            new("claim", "claim", "单据", "单据"),
            new("through", "through", "算到哪天", "截至"),
            new("entries", "entries", "各条", "累计条目"),
        ]);

    /// <summary>The keys of an entry of a history.</summary>
    public static TermTable OfEntry { get; } =
        new([
            new("what", "use", "是什么", "累计项"),
            new("each", "of", "各", "对象"),
            new("per", "period", "周期"),
            new("since", "since", "从哪天起", "起始日"),
            new("amount", "amount", "金额"),
            new("times", "times", "次数"),
        ]);

    /// <summary>The periods after which a sum begins anew.</summary>
    public static TermTable OfPeriod { get; } =
        new([
            new("day", "day", "日", "每日", "每天"),
            new("stay", "stay", "住院期", "本次住院"),
            new("month", "month", "月", "每月"),
            new("quarter", "quarter", "季度", "每季度", "每季"),
            new("year", "benefit year", "待遇年度", "年", "每年"),
        ]);

    private static IEnumerable<Term> Cut =>
        [
            new("out_of_scope", "out of scope", "全自费"),
            new("over_ceiling", "over ceiling", "超限价"),
            new("first_self_pay", "first self-pay", "乙类先行自付", "先行自付"),
            new("in_scope", "in scope", "政策范围内"),
            new("refused", "refused", "拒付", "拒付的部分"),
        ];
}
