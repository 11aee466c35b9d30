using System.Collections.Frozen;
using ReimbursementRules.Values;

namespace ReimbursementRules.Claims;

/// <summary>What the facts of a claim and their words are called in Chinese. In English they are called as policy files write
/// them.</summary>
internal static class FactNames
{
    private static readonly FrozenDictionary<string, string> YesNo = new[] { ("yes", "是"), ("no", "否") }.ToFrozenDictionary(
        pair => pair.Item1,
        pair => pair.Item2,
        StringComparer.Ordinal
    );

    private static readonly FrozenDictionary<string, (string Name, FrozenDictionary<string, string> Words)> Known = new[]
    {
        Of(
            "setting",
            "就医类型",
            ("inpatient", "住院"),
            ("outpatient", "普通门诊"),
            ("special_outpatient", "门诊特殊病"),
            ("chronic_outpatient", "门诊慢性病"),
            ("two_diseases", "两病门诊"),
            ("emergency_room", "急诊"),
            ("day_surgery", "日间手术"),
            ("pharmacy", "药店购药"),
            ("home_care", "家庭病床"),
            ("family_doctor", "家庭医生签约"),
            ("premium", "代缴保费")
        ),
        Of("location", "就医地", ("in_area", "区内"), ("out_of_county", "县外"), ("out_of_city", "市外"), ("out_of_province", "省外")),
        Of("referral", "转诊备案", ("none", "无"), ("referred", "转诊"), ("filed", "备案"), ("resettled", "异地安置")),
        Of("emergency", "是否急诊"),
        Of("channel", "报销渠道", ("real_time", "联网结算"), ("manual", "手工报销")),
        Of(
            "cause",
            "就医原因",
            ("illness", "疾病"),
            ("work_injury", "工伤"),
            ("third_party", "第三人"),
            ("public_health", "公共卫生"),
            ("unknown", "待查")
        ),
        Of("disease", "病种"),
        Of("admission", "第几次住院", ("first", "首次"), ("second", "第二次"), ("later", "第三次及以上")),
        Of("days", "住院天数"),
        Of("month", "月份"),
        Of("approval", "审批备案", ("none", "无"), ("prior", "事前"), ("later", "事后")),
        Of("transferred", "是否转院"),
        Of("days_since_discharge", "距上次出院天数"),
        Of("providers_today", "当日就医机构数"),
        Of("visits_this_month", "当月就医次数"),
        Of("bill", "费用总额"),
        Of("scheme", "险种", ("employee", "职工"), ("resident", "城乡居民"), ("rural_cooperative", "新农合")),
        Of("age", "年龄"),
        Of("sex", "性别", ("female", "女"), ("male", "男")),
        Of("retired", "是否退休"),
        Of(
            "poverty",
            "困难类别",
            ("none", "无"),
            ("extremely_poor", "特困"),
            ("minimum_allowance", "低保"),
            ("low_income", "低保边缘"),
            ("registered", "建档立卡"),
            ("severe_disability", "重度残疾"),
            ("three_no", "三无"),
            ("entitled", "重点优抚"),
            ("near_poor", "边缘易致贫"),
            ("impoverished_by_illness", "因病致贫重病患者")
        ),
        Of("duplicate_enrolment", "重复参保"),
        Of("enrolment", "参保状态", ("in_force", "有效"), ("none", "未参保"), ("suspended", "欠费停保")),
        Of("provider.id", "机构编号"),
        Of("hospital.level", "医院级别", ("one", "一级"), ("two", "二级"), ("three", "三级"), ("unrated", "未定级")),
        Of("hospital.tier", "医院层级", ("village", "村"), ("township", "乡镇"), ("county", "县"), ("city", "市"), ("province", "省")),
        Of("hospital.ownership", "所有制", ("public", "公立"), ("private", "民营")),
        Of("provider.agreement", "定点协议", ("in_force", "有效"), ("none", "无"), ("suspended", "暂停")),
        Of("provider.designated", "病种定点"),
        Of("provider.permitted", "科目许可"),
        Of("item.class", "目录类别", ("A", "甲类"), ("B", "乙类"), ("C", "丙类")),
        Of(
            "item.kind",
            "费用类别",
            ("other", "其他"),
            ("drug", "药品"),
            ("consumable", "耗材"),
            ("examination", "检查"),
            ("treatment", "治疗"),
            ("surgery", "手术"),
            ("bed", "床位"),
            ("nursing", "护理"),
            ("service", "服务"),
            ("general_consultation", "一般诊疗费"),
            ("non_medical", "非医疗用品")
        ),
        Of("item.code", "目录编码"),
        Of("item.essential", "基本药物"),
        Of("item.amount", "明细金额"),
        Of("item.marked_up", "是否加价"),
        Of("item.days_since_same", "距上次同项目天数"),
        Of("item.days_of_supply", "用药天数"),
        Of("item.moved", "是否并入"),
        Of("item.days_before_admission", "入院前天数"),
        Of("day of discharge", "出院日"),
        Of("day of admission", "入院日"),
        Of("day of filing", "受理日"),
        Of("item.day of service", "服务日"),
    }.ToFrozenDictionary(fact => fact.Fact, fact => (fact.Name, fact.Words), StringComparer.Ordinal);

    /// <summary>The facts that have a name.</summary>
    public static IEnumerable<string> Facts => Known.Keys;

    /// <summary>The name of a fact; its id in both languages where a region declares it.</summary>
    public static BilingualText Of(string fact) => new(fact, Known.TryGetValue(fact, out var known) ? known.Name : fact);

    /// <summary>A word of a fact; as policy files write it in both languages where a region or a policy chose it.</summary>
    public static BilingualText OfWord(string fact, string word) =>
        new(
            word,
            !Known.TryGetValue(fact, out var known) ? word : known.Words.GetValueOrDefault(word, YesNo.GetValueOrDefault(word, word))
        );

    private static (string Fact, string Name, FrozenDictionary<string, string> Words) Of(
        string fact,
        string name,
        params (string Word, string Zh)[] words
    ) => (fact, name, words.ToFrozenDictionary(pair => pair.Word, pair => pair.Zh, StringComparer.Ordinal));
}
