#pragma warning disable CS1591 // The words are the field's own; rules/docs/facts.md gives each with its Chinese.

using System.Text.Json.Serialization;
using ReimbursementRules.Values;

namespace ReimbursementRules.Claims;

/// <summary>The kind of care: inpatient 住院, outpatient 普通门诊, special outpatient 门诊特殊病, chronic outpatient 门诊慢性病, two diseases 两病门诊,
/// emergency room 急诊, day surgery 日间手术, pharmacy 药店购药, home care 家庭病床, family doctor 家庭医生签约, premium 代缴保费 (a premium paid from the personal
/// account).</summary>
[JsonConverter(typeof(WordConverter<Setting>))]
public enum Setting
{
    Inpatient,
    Outpatient,
    SpecialOutpatient,
    ChronicOutpatient,
    TwoDiseases,
    EmergencyRoom,
    DaySurgery,
    Pharmacy,
    HomeCare,
    FamilyDoctor,
    Premium,
}

/// <summary>Where the provider is, seen from the member's insured area 统筹区: in the area, outside the county, the city or the
/// province.</summary>
[JsonConverter(typeof(WordConverter<Location>))]
public enum Location
{
    InArea,
    OutOfCounty,
    OutOfCity,
    OutOfProvince,
}

/// <summary>How care elsewhere was arranged: not at all, by referral 转诊, by filing 备案, or as a resettled member 异地安置.</summary>
[JsonConverter(typeof(WordConverter<Referral>))]
public enum Referral
{
    None,
    Referred,
    Filed,
    Resettled,
}

/// <summary>How the claim arrives: real-time 联网结算, or on paper 手工报销.</summary>
[JsonConverter(typeof(WordConverter<ClaimChannel>))]
public enum ClaimChannel
{
    RealTime,
    Manual,
}

/// <summary>Why care was needed, as far as another party may owe it: illness, work injury 工伤, a third party 第三人, public health 公共卫生, or not
/// yet known.</summary>
[JsonConverter(typeof(WordConverter<Cause>))]
public enum Cause
{
    Illness,
    WorkInjury,
    ThirdParty,
    PublicHealth,
    Unknown,
}

/// <summary>The scheme: employee 职工, resident 城乡居民, rural cooperative 新农合.</summary>
[JsonConverter(typeof(WordConverter<Scheme>))]
public enum Scheme
{
    Employee,
    Resident,
    RuralCooperative,
}

/// <summary>The member's poverty category 困难类别: none, extremely poor 特困, minimum living allowance 低保, low income 低保边缘, registered poor
/// 建档立卡,
/// severely disabled 重度残疾, three-no 三无, entitled (veterans and others) 重点优抚, near poor 边缘易致贫,
/// impoverished by illness 因病致贫重病患者.</summary>
[JsonConverter(typeof(WordConverter<Poverty>))]
public enum Poverty
{
    None,
    ExtremelyPoor,
    MinimumAllowance,
    LowIncome,
    Registered,
    SevereDisability,
    ThreeNo,
    Entitled,
    NearPoor,
    ImpoverishedByIllness,
}

/// <summary>The enrolment 参保状态 on the day of care: in force, none, or suspended for arrears 欠费停保.</summary>
[JsonConverter(typeof(WordConverter<Enrolment>))]
public enum Enrolment
{
    InForce,
    None,
    Suspended,
}

/// <summary>The member's sex.</summary>
[JsonConverter(typeof(WordConverter<Sex>))]
public enum Sex
{
    Female,
    Male,
}

/// <summary>The level of a hospital: one 一级, two 二级, three 三级, unrated 未定级.</summary>
[JsonConverter(typeof(WordConverter<HospitalLevel>))]
public enum HospitalLevel
{
    One,
    Two,
    Three,
    Unrated,
}

/// <summary>The tier of a hospital in the administrative order, which is not its level: village 村, township 乡镇, county 县, city 市, province
/// 省.</summary>
[JsonConverter(typeof(WordConverter<HospitalTier>))]
public enum HospitalTier
{
    Village,
    Township,
    County,
    City,
    Province,
}

/// <summary>Who owns a hospital: public 公立, private 民营.</summary>
[JsonConverter(typeof(WordConverter<Ownership>))]
public enum Ownership
{
    Public,
    Private,
}

/// <summary>The provider's agreement 定点协议 on the day of care: in force, none, suspended 暂停.</summary>
[JsonConverter(typeof(WordConverter<Agreement>))]
public enum Agreement
{
    InForce,
    None,
    Suspended,
}

/// <summary>The catalogue class of a fee item: A 甲类, B 乙类, C 丙类 (outside the catalogue).</summary>
[JsonConverter(typeof(WordConverter<CatalogueClass>))]
public enum CatalogueClass
{
    A,
    B,
    C,
}

/// <summary>What a fee item is: drug 药品, consumable 耗材, examination 检查, treatment 治疗, surgery 手术, bed 床位, nursing 护理, service 服务,
/// general consultation 一般诊疗费, non-medical goods 非医疗用品, or another.</summary>
[JsonConverter(typeof(WordConverter<ItemKind>))]
public enum ItemKind
{
    Other,
    Drug,
    Consumable,
    Examination,
    Treatment,
    Surgery,
    Bed,
    Nursing,
    Service,
    GeneralConsultation,
    NonMedical,
}
