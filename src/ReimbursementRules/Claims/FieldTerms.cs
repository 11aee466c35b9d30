using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReimbursementRules.Claims;

/// <summary>What the fields of a claim and of its items are called that are no facts.</summary>
internal static class FieldTerms
{
    public static ImmutableArray<Term> OfClaim { get; } =
    [
        new("id", "claim number", "单据编号", "单据号", "结算编号", "申请编号", "申请号"),
        new("discharged", "discharged", "出院日期", "出院日", "就医日期", "就诊日期"),
        new("admitted", "admitted", "入院日期", "入院日"),
        new("stay_began", "first day of the stay", "本次住院起始日期", "本次住院起始日", "住院起始日期"),
        new("filed", "filed", "受理日期", "受理日", "申报日期", "申报日"),
        new("department", "department", "科室", "诊疗科目"),
        new("account_balance", "balance of the account", "个人账户余额", "账户余额"),
        new("approved", "approved", "审批日期", "备案日期", "批准日期", "批准日"),
        new("liable_share", "share of the liable party", "责任方比例", "第三方责任比例"),
        new("member.id", "member's number", "参保人编号", "人员编号", "个人编号"),
    ];

    public static ImmutableArray<Term> OfItem { get; } =
    [
        new("name", "item name", "项目名称", "名称"),
        new("date", "day of service", "服务日期", "费用日期", "收费日期"),
        new("first_self_pay", "first self-pay", "先行自付比例", "自付比例"),
        new("quantity", "quantity", "数量"),
        new("ceiling_price", "ceiling price", "最高限价", "限价"),
        new("purchase_price", "purchase price", "购进价", "进价"),
        new("settled", "settled before", "已结算部分", "此前结算"),
        new("moved_from", "moved from claim", "并入来源单据", "并入来源申请", "并自"),
    ];

    /// <summary>All of them; what an item states begins with <c>item.</c>.</summary>
    public static IEnumerable<Term> All => OfClaim.Concat(OfItem.Select(term => term with { Id = $"item.{term.Id}" }));

    /// <summary>Names that may mean one key or another.</summary>
    public static FrozenDictionary<string, string[]> Ambiguous { get; } =
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["级别"] = ["hospital.level", "hospital.tier"],
            ["等级"] = ["hospital.level", "hospital.tier", "item.class"],
            ["类别"] = ["item.class", "item.kind", "scheme"],
            ["类型"] = ["setting", "scheme", "item.kind"],
            ["编号"] = ["id", "member.id", "provider.id"],
            ["编码"] = ["item.code", "provider.id", "disease"],
            ["日期"] = ["discharged", "admitted", "item.date"],
            ["时间"] = ["discharged", "admitted", "item.date"],
            ["比例"] = ["item.first_self_pay", "liable_share"],
            ["价格"] = ["item.ceiling_price", "item.purchase_price"],
            ["单价"] = ["item.ceiling_price", "item.purchase_price"],
        }.ToFrozenDictionary(StringComparer.Ordinal);
}
