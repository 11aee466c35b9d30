using System.Collections.Immutable;

namespace ReimbursementRules.Claims;

/// <summary>What the words of enums are called that no fact has, by the name of the enum.</summary>
internal static class KindTerms
{
    public static ImmutableArray<Term> All { get; } =
    [
        new("Language", "Language", "Language") { Words = [new("english", "English", "英文"), new("chinese", "Chinese", "中文")] },
        new("Period", "Period", "Period")
        {
            Words =
            [
                new("claim", "claim", "单张单据"),
                new("item", "item", "单个项目"),
                new("day", "day", "日"),
                new("stay", "stay", "住院期"),
                new("month", "month", "月"),
                new("quarter", "quarter", "季度"),
                new("year", "benefit year", "待遇年度"),
            ],
        },
        new("Verdict", "Verdict", "Verdict")
        {
            Words = [new("refuse", "refused", "拒付"), new("hold", "held", "待审核"), new("flag", "flag", "提示")],
        },
        new("SettlementStatus", "SettlementStatus", "SettlementStatus")
        {
            Words = [new("settled", "settled", "已结算"), new("held", "held for review", "待审核"), new("refused", "refused", "拒付")],
        },
        new("StepKind", "StepKind", "StepKind")
        {
            Words =
            [
                new("deductible", "deductible", "起付线"),
                new("band", "share", "按比例支付"),
                new("cap_on_payment", "cap on payments", "支付封顶线"),
                new("cap_on_cost", "cap on cost", "费用限额"),
                new("quota_share", "share of the payment standard", "定额标准内支付"),
                new("quota_saving", "saving below the payment standard", "定额结余"),
                new("quota_excess", "excess over the payment standard", "超定额费用"),
                new("account", "personal account", "个人账户支付"),
                new("over_ceiling", "over ceiling", "超限价"),
                new("rate_change", "change of the rate", "比例调整"),
                new("bed_days", "standard by bed-days", "床日付费标准"),
                new("tolerance", "tolerance of the standard", "标准上浮"),
                new("amount_times", "multiple of an amount", "金额倍数"),
                new("amount_growth", "growth of an amount", "金额增减"),
                new("amount_rounding", "rounding of an amount", "金额取整"),
                new("amount_bound", "bound of an amount", "金额上下限"),
                new("top_up", "top-up to the floor", "保底补足"),
                new("refusal", "refusal", "拒付"),
                new("weighted", "share that counts", "按比例计入"),
                new("stated", "settled before", "此前已结算"),
                new("amount_change", "change of the amount", "金额调整"),
                new("amount_share", "share of the amount", "金额按比例调整"),
                new("deductible_ceiling", "ceiling of deductibles", "起付线累计上限"),
            ],
        },
        new("SkipReason", "SkipReason", "SkipReason")
        {
            Words =
            [
                new("conditions", "conditions not met", "不符合适用条件"),
                new("not_in_force", "not in force", "未生效"),
                new("replaced", "replaced by another layer", "已由其他待遇层替代"),
                new("used_up", "used up", "次数已用完"),
                new("no_standard", "no standard", "无付费标准"),
                new("refused", "claim refused", "整笔拒付"),
                new("stated", "stated on the claim", "单据已载明"),
            ],
        },
        new("ContractLineKind", "ContractLineKind", "ContractLineKind")
        {
            Words =
            [
                new("standard", "payment standard", "付费标准"),
                new("as_settled", "as settled", "按结算结果支付"),
                new("within", "within the standard", "标准内支付"),
                new("saving", "saving", "结余留用"),
                new("shared", "shared excess", "超支分担"),
                new("not_shared", "excess not shared", "超支不分担"),
                new("average", "average above its target", "均次超标扣减"),
                new("price", "price above the agreed", "超价追回"),
                new("denied", "denied", "违规拒付"),
                new("total", "yearly total", "年度总额"),
                new("factor", "factor of the assessment", "考核系数"),
                new("retained", "retained for the assessment", "预留考核金"),
                new("released", "released by the assessment", "考核返还"),
                new("advance", "advance", "预付"),
                new("passed_on", "passed on", "转付"),
            ],
        },
        new("CoverageKind", "CoverageKind", "CoverageKind")
        {
            Words =
            [
                new("row", "row", "表行"),
                new("value", "value", "取值"),
                new("band", "band", "分段"),
                new("branch", "branch", "分支"),
                new("gate", "gate", "前置审核"),
                new("layer", "layer", "待遇层"),
                new("day", "day of change", "变更日"),
                new("episode", "episode", "病程"),
                new("criterion", "criterion", "准入条件"),
                new("target", "target", "目标"),
            ],
        },
        new("PostingKind", "PostingKind", "PostingKind")
        {
            Words =
            [
                new("claim", "claim", "结算应付"),
                new("advance", "advance", "预付"),
                new("denial", "denial", "拒付"),
                new("payment", "payment", "拨付"),
            ],
        },
        new("LineKind", "LineKind", "LineKind")
        {
            Words =
            [
                new("settled", "settled", "结算"),
                new("reversed", "reversed", "冲正"),
                new("corrected", "corrected", "更正"),
                new("reviewed", "reviewed", "审核"),
                new("resettled", "settled again", "重新结算"),
            ],
        },
        new("MismatchKind", "MismatchKind", "MismatchKind")
        {
            Words =
            [
                new("missing_here", "missing here", "本方缺失"),
                new("missing_there", "missing there", "对方缺失"),
                new("duplicate", "duplicate", "重复"),
                new("amount", "amounts differ", "金额不符"),
            ],
        },
        new("ChangeKind", "ChangeKind", "ChangeKind")
        {
            Words = [new("added", "added", "新增"), new("removed", "removed", "删除"), new("changed", "changed", "变更")],
        },
        new("ContributionStepKind", "ContributionStepKind", "ContributionStepKind")
        {
            Words =
            [
                new("owed", "owed", "应缴"),
                new("taken_over", "taken over", "代为承担"),
                new("account", "personal account", "个人账户代缴"),
                new("credited", "credited", "划入"),
            ],
        },
        new("MarginUnit", "MarginUnit", "MarginUnit")
        {
            Words = [new("points", "percentage points", "百分点"), new("yuan", "yuan", "元"), new("percent", "percent", "百分比")],
        },
        new("TargetStatus", "TargetStatus", "TargetStatus")
        {
            Words = [new("met", "met", "达标"), new("missed", "missed", "未达标"), new("not_asked", "not asked", "未涉及")],
        },
    ];
}
