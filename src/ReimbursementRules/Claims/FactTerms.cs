using System.Collections.Immutable;

namespace ReimbursementRules.Claims;

/// <summary>What the facts that a policy may ask are called, and their words.</summary>
internal static class FactTerms
{
    public static ImmutableArray<Term> All { get; } =
    [
        new("setting", "setting", "就医类型", "医疗类别", "就诊类型", "就医方式")
        {
            Words =
            [
                new("inpatient", "inpatient", "住院"),
                new("outpatient", "outpatient", "普通门诊", "门诊"),
                new("special_outpatient", "special outpatient care", "门诊特殊病", "门特", "门诊大病"),
                new("chronic_outpatient", "chronic outpatient care", "门诊慢性病", "门慢"),
                new("two_diseases", "outpatient care of the two diseases", "两病门诊", "两病"),
                new("emergency_room", "emergency room", "急诊", "急诊留观"),
                new("day_surgery", "day surgery", "日间手术"),
                new("pharmacy", "pharmacy", "药店购药", "药店"),
                new("home_care", "care at home", "家庭病床"),
                new("family_doctor", "family doctor", "家庭医生签约", "家庭医生"),
                new("premium", "premium", "代缴保费"),
            ],
        },
        new("location", "place of care", "就医地", "就医地点")
        {
            Words =
            [
                new("in_area", "in the area", "区内", "统筹区内", "本地", "参保地"),
                new("out_of_county", "out of the county", "县外"),
                new("out_of_city", "out of the city", "市外"),
                new("out_of_province", "out of the province", "省外"),
            ],
        },
        new("referral", "referral or filing", "转诊备案", "转诊", "备案")
        {
            Words =
            [
                new("none", "none", "无", "未转诊", "未备案"),
                new("referred", "referred", "转诊", "已转诊"),
                new("filed", "filed", "备案", "已备案"),
                new("resettled", "resettled", "异地安置"),
            ],
        },
        new("emergency", "emergency", "是否急诊", "急诊"),
        new("channel", "channel", "报销渠道", "结算方式")
        {
            Words =
            [
                new("real_time", "real-time", "联网结算", "联网", "直接结算"),
                new("manual", "on paper", "手工报销", "手工", "零星报销"),
            ],
        },
        new("cause", "cause", "就医原因", "致病原因")
        {
            Words =
            [
                new("illness", "illness", "疾病"),
                new("work_injury", "work injury", "工伤"),
                new("third_party", "third party", "第三人", "第三方"),
                new("public_health", "public health", "公共卫生"),
                new("unknown", "not yet known", "待查", "不明"),
            ],
        },
        new("disease", "disease", "病种", "疾病", "病种编码"),
        new("admission", "admission of the year", "第几次住院", "住院次数")
        {
            Words = [new("first", "first", "首次", "第一次"), new("second", "second", "第二次"), new("later", "later", "第三次及以上")],
        },
        new("admission_number", "number of the admission", "住院次序"),
        new("days", "days of stay", "住院天数"),
        new("month", "month", "月份"),
        new("approval", "approval", "审批备案")
        {
            Words = [new("none", "none", "无"), new("prior", "beforehand", "事前"), new("later", "afterwards", "事后")],
        },
        new("transferred", "transferred from another hospital", "是否转院", "转院"),
        new("days_since_discharge", "days since the last discharge", "距上次出院天数"),
        new("providers_today", "providers on the day", "当日就医机构数"),
        new("visits_this_month", "visits in the month", "当月就医次数"),
        new("bill", "bill", "费用总额", "总费用", "医疗总费用"),
        new("scheme", "scheme", "险种", "险种类型", "参保类型", "参保险种")
        {
            Words =
            [
                new("employee", "employee", "职工", "职工医保", "城镇职工", "职工基本医疗保险"),
                new("resident", "resident", "城乡居民", "居民", "居民医保", "城乡居民医保", "城乡居民基本医疗保险"),
                new("rural_cooperative", "rural cooperative", "新农合", "新型农村合作医疗"),
            ],
        },
        new("age", "age", "年龄"),
        new("born", "born", "出生日期", "生日"),
        new("sex", "sex", "性别") { Words = [new("female", "female", "女", "女性"), new("male", "male", "男", "男性")] },
        new("retired", "retired", "是否退休", "退休"),
        new("poverty", "poverty", "困难类别", "困难人员类别", "救助对象类别")
        {
            Words =
            [
                new("none", "none", "无", "非困难人员"),
                new("extremely_poor", "extremely poor", "特困", "特困人员"),
                new("minimum_allowance", "minimum living allowance", "低保", "低保对象"),
                new("low_income", "low income", "低保边缘", "低保边缘家庭"),
                new("registered", "registered poor", "建档立卡", "建档立卡贫困人口"),
                new("severe_disability", "severely disabled", "重度残疾", "重度残疾人"),
                new("three_no", "three-no", "三无", "三无人员"),
                new("entitled", "entitled to special care", "重点优抚", "重点优抚对象"),
                new("near_poor", "near poor", "边缘易致贫", "边缘易致贫人口", "边缘易致贫户"),
                new("impoverished_by_illness", "impoverished by illness", "因病致贫重病患者", "因病致贫"),
            ],
        },
        new("duplicate_enrolment", "enrolled twice", "重复参保", "是否重复参保"),
        new("enrolment", "enrolment", "参保状态")
        {
            Words =
            [
                new("in_force", "in force", "有效", "正常参保"),
                new("none", "none", "未参保", "无"),
                new("suspended", "suspended for arrears", "欠费停保", "停保"),
            ],
        },
        new("provider.id", "provider's number", "机构编号", "医疗机构编号", "医院编号", "机构代码", "定点医药机构编号"),
        new("hospital.level", "hospital level", "医院级别", "医院等级", "医疗机构级别", "机构级别")
        {
            Words =
            [
                new("one", "one", "一级", "一级医院", "一级医疗机构"),
                new("two", "two", "二级", "二级医院", "二级医疗机构"),
                new("three", "three", "三级", "三级医院", "三级医疗机构"),
                new("unrated", "unrated", "未定级", "未评级"),
            ],
        },
        new("hospital.tier", "hospital tier", "医院层级", "机构层级")
        {
            Words =
            [
                new("village", "village", "村", "村级"),
                new("township", "township", "乡镇", "乡镇级", "乡级"),
                new("county", "county", "县", "县级"),
                new("city", "city", "市", "市级"),
                new("province", "province", "省", "省级"),
            ],
        },
        new("hospital.ownership", "ownership", "所有制", "医院性质")
        {
            Words = [new("public", "public", "公立"), new("private", "private", "民营", "私立")],
        },
        new("provider.agreement", "agreement", "定点协议", "协议状态")
        {
            Words = [new("in_force", "in force", "有效"), new("none", "none", "无"), new("suspended", "suspended", "暂停")],
        },
        new("provider.designated", "designated for the disease", "病种定点"),
        new("provider.permitted", "department permitted", "科目许可"),
        new("item.class", "item class", "目录类别", "甲乙丙类", "收费项目等级")
        {
            Words = [new("A", "A", "甲类", "甲"), new("B", "B", "乙类", "乙"), new("C", "C", "丙类", "丙", "自费")],
        },
        new("item.kind", "kind of item", "费用类别", "项目类别")
        {
            Words =
            [
                new("other", "other", "其他"),
                new("drug", "drug", "药品", "药品费"),
                new("consumable", "consumable", "耗材", "材料费"),
                new("examination", "examination", "检查", "检查费"),
                new("treatment", "treatment", "治疗", "治疗费"),
                new("surgery", "surgery", "手术", "手术费"),
                new("bed", "bed", "床位", "床位费"),
                new("nursing", "nursing", "护理", "护理费"),
                new("service", "service", "服务"),
                new("general_consultation", "general consultation", "一般诊疗费", "诊疗费"),
                new("non_medical", "non-medical goods", "非医疗用品"),
            ],
        },
        new("item.code", "item code", "目录编码", "项目编码", "医保编码"),
        new("item.essential", "essential drug", "基本药物", "是否基本药物"),
        new("item.amount", "item amount", "明细金额", "金额", "项目金额"),
        new("item.marked_up", "marked up", "是否加价"),
        new("item.days_since_same", "days since the same item", "距上次同项目天数", "同项目间隔"),
        new("item.days_of_supply", "days of supply", "用药天数"),
        new("item.moved", "moved into the stay", "是否并入"),
        new("item.days_before_admission", "days before admission", "入院前天数"),
        new("day of discharge", "day of discharge", "出院日"),
        new("day of admission", "day of admission", "入院日"),
        new("day of filing", "day of filing", "受理日"),
        new("item.day of service", "day of service", "服务日"),
    ];
}
