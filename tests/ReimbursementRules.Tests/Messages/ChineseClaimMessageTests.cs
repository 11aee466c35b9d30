using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Messages;

/// <summary>What is said of Chinese keys and words: of a claim, which may have them, and of a policy file, which has none.</summary>
public sealed class ChineseClaimMessageTests
{
    private const string Claimed = """
        出院日期: 2020-10-08
        就医类型: 住院
        医院等级: 三级
        费用明细:
          - { 目录类别: 甲类, 金额: 1_200 }
        """;

    public static TheoryData<string, string, string, string, string> Mistakes =>
        new()
        {
            {
                "key.ambiguous",
                "医院等级: 三级",
                "级别: 三级",
                "claim.yaml:3:1: '级别' may be 医院级别 (hospital.level) or 医院层级 (hospital.tier). Write one of " + "these.",
                "claim.yaml:3:1: “级别”可能是医院级别（hospital.level）或医院层级（hospital.tier）。请写其中之一。"
            },
            {
                "key.ambiguous",
                "目录类别: 甲类",
                "类别: 甲类",
                "claim.yaml:5:7: '类别' may be 目录类别 (class) or 费用类别 (kind). Write one of these.",
                "claim.yaml:5:7: “类别”可能是目录类别（class）或费用类别（kind）。请写其中之一。"
            },
            {
                "key.twice",
                "医院等级: 三级",
                "医院等级: 三级\nhospital.level: two",
                "claim.yaml:3:1: the key '医院等级' (hospital.level) stands here a second time. Keep one of " + "them.",
                "claim.yaml:3:1: 键“医院等级”（hospital.level）重复。请只保留一个。"
            },
            {
                "key.twice",
                "医院等级: 三级",
                "医院等级: 三级\n医院级别: 三级",
                "claim.yaml:4:1: the key '医院级别' (hospital.level) stands here a second time. Keep one of " + "them.",
                "claim.yaml:4:1: 键“医院级别”（hospital.level）重复。请只保留一个。"
            },
            {
                "key.unknown",
                "医院等级: 三级",
                "医院星级: 三级",
                "claim.yaml:3:1: the key '医院星级' is not known here. Did you mean '医院等级' (hospital.level)?",
                "claim.yaml:3:1: 此处不能有键“医院星级”。是否想写“医院等级”（hospital.level）？"
            },
            {
                "key.unknown",
                "就医类型: 住院",
                "目录类别: 甲类",
                "claim.yaml:2:1: the key '目录类别' (class) is not known here. It is stated of an item: " + "write it under 'items'.",
                "claim.yaml:2:1: 此处不能有键“目录类别”（class）。它属于明细，请写在“费用明细”（items）下。"
            },
            {
                "key.unknown",
                "目录类别: 甲类",
                "医院等级: 三级",
                "claim.yaml:5:7: the key '医院等级' (hospital.level) is not known here. It is stated of the "
                    + "claim: write it beside 'items'.",
                "claim.yaml:5:7: 此处不能有键“医院等级”（hospital.level）。它属于单据，请与“费用明细”（items）并列。"
            },
            {
                "word.unknown",
                "医院等级: 三级",
                "医院等级: 四级",
                "claim.yaml:3:7: '四级' is no word of 医院级别 (hospital.level). Known: 一级 (one), 二级 (two), 三级 "
                    + "(three), 未定级 (unrated).",
                "claim.yaml:3:7: “四级”不是“医院级别”（hospital.level）的取值。可用：一级（one）、二级（two）、三级（three）、未定级（unrated）。"
            },
            {
                "word.unknown",
                "医院等级: 三级",
                "hospital.level: 四级",
                "claim.yaml:3:17: '四级' is no word of 医院级别 (hospital.level). Known: 一级 (one), 二级 (two), 三级 "
                    + "(three), 未定级 (unrated).",
                "claim.yaml:3:17: “四级”不是“医院级别”（hospital.level）的取值。可用：一级（one）、二级（two）、三级（three）、未定级（unrated）。"
            },
            {
                "word.unknown",
                "医院等级: 三级",
                "是否急诊: 对",
                "claim.yaml:3:7: '对' is no word of 是否急诊 (emergency). Known: 是 (yes), 否 (no).",
                "claim.yaml:3:7: “对”不是“是否急诊”（emergency）的取值。可用：是（yes）、否（no）。"
            },
            {
                "word.unknown",
                "医院等级: 三级",
                "医院等级: four",
                "claim.yaml:3:7: 医院等级 (hospital.level): 'four' cannot stand here. Known: one, two, three, " + "unrated.",
                "claim.yaml:3:7: 医院等级（hospital.level）：此处不能写“four”。可用：一级（one）、二级（two）、三级（three）、未定级（unrated）。"
            },
            {
                "amount.form",
                "1_200",
                "一千二",
                "claim.yaml:5:21: 金额 (amount): '一千二' is not an amount. Write yuan without a unit, such as "
                    + "1200 or 1_200.50, at most two decimals, never below zero.",
                "claim.yaml:5:21: 金额（amount）：“一千二”不是金额。请写不带单位的元数，如 1200 或 1_200.50，最多两位小数，不得为负。"
            },
            {
                "amount.form",
                "1_200",
                "１２００",
                "claim.yaml:5:21: a full-width '１' stands here in place of '1'. Write: `- { 目录类别: 甲类, 金额: " + "1200 }`.",
                "claim.yaml:5:21: 此处是全角“１”，应为“1”。应写为：`- { 目录类别: 甲类, 金额: 1200 }`。"
            },
            {
                "key.unknown",
                "1_200",
                "1,200元",
                "claim.yaml:5:23: a comma parts '200元' from the number before it. Write: `- { 目录类别: 甲类, 金额: 1_200 }`.",
                "claim.yaml:5:23: “200元”与其前的数被逗号分开了。应写为：`- { 目录类别: 甲类, 金额: 1_200 }`。"
            },
            {
                "date.form",
                "2020-10-08",
                "２０２０年１０月８日",
                "claim.yaml:1:7: 出院日期 (discharged): '２０２０年１０月８日' is not a date as files write it, "
                    + "year-month-day. Write: `出院日期: 2020-10-08`.",
                "claim.yaml:1:7: 出院日期（discharged）：“２０２０年１０月８日”不是日期在文件中的写法（年-月-日）。应写为：`出院日期: 2020-10-08`。"
            },
            {
                "date.form",
                "2020-10-08",
                "2020/10/8",
                "claim.yaml:1:7: 出院日期 (discharged): '2020/10/8' is not a date as files write it, "
                    + "year-month-day. Write: `出院日期: 2020-10-08`.",
                "claim.yaml:1:7: 出院日期（discharged）：“2020/10/8”不是日期在文件中的写法（年-月-日）。应写为：`出院日期: 2020-10-08`。"
            },
            {
                "number.form",
                "就医类型: 住院",
                "第几次住院: 首次",
                "claim.yaml:2:8: 第几次住院 (admission): '首次' is not a whole number, as is expected here. Write: `第几次住院: 1`.",
                "claim.yaml:2:8: 第几次住院（admission）：此处应为整数，“首次”不是。应写为：`第几次住院: 1`。"
            },
            {
                "value.blank",
                "就医类型: 住院",
                "就医类型:",
                "claim.yaml:2:6: 就医类型 (setting): a value is missing here. Write one, or leave the whole " + "line out.",
                "claim.yaml:2:6: 就医类型（setting）：此处缺少值。请填写，或删去整行。"
            },
            {
                "key.missing",
                "出院日期: 2020-10-08\n",
                "",
                "claim.yaml:1:1: '出院日期' (discharged) is missing here. Add it.",
                "claim.yaml:1:1: 此处缺少“出院日期”（discharged）。请补上。"
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Claim_Mistake_NamesTheKeyInBothLanguages(string code, string old, string now, string en, string zh)
    {
        Claimed.ShouldContain(old);
        var problems = Should.Throw<InputException>(() => Claim.Parse(Claimed.Replace(old, now, StringComparison.Ordinal))).Problems;
        string.Join('\n', problems.Select(problem => problem.In(Language.Chinese))).ShouldBe(zh);
        problems.ShouldRead(code, en);
    }

    [Theory]
    [InlineData(
        "就医类型: 住院\n",
        "",
        "claim.yaml:1:1: 缺少“就医类型”（setting）；2-basic.yaml:4 需要它。可用：住院（inpatient）、普通门诊（outpatient）、"
            + "门诊特殊病（special_outpatient）、门诊慢性病（chronic_outpatient）、两病门诊（two_diseases）、急诊（emergency_room）、"
            + "日间手术（day_surgery）、药店购药（pharmacy）、家庭病床（home_care）、家庭医生签约（family_doctor）、代缴保费（premium）。"
    )]
    [InlineData(
        "就医类型: 住院",
        "就医类型: 住院\nage: 30\nborn: 1990-01-01",
        "claim.yaml:1:1: 单据同时写了“年龄”（age）和“出生日期”（born）。请只写其一。"
    )]
    public void Settle_ClaimThatCannotBeSettled_NamesItsKeysInChinese(string old, string now, string zh)
    {
        using var folder = new RulebookFolder();
        var claim = Claim.Parse(Claimed.Replace(old, now, StringComparison.Ordinal));
        var problems = Should.Throw<InputException>(() => folder.Load().Settle(claim, History.Empty)).Problems;
        string.Join('\n', problems.Select(problem => problem.In(Language.Chinese))).ShouldBe(zh);
    }

    public static TheoryData<string, string, string, string, string> PolicyMistakes =>
        new()
        {
            {
                "fact.unknown",
                "{ setting: inpatient }",
                "{ 就医类型: inpatient }",
                "2-basic.yaml:4:12: '就医类型' is not a fact of a claim. Write 'setting'.",
                "2-basic.yaml:4:12: “就医类型”不是单据的事实。请写“setting”。"
            },
            {
                "fact.word",
                "{ setting: inpatient }",
                "{ setting: 住院 }",
                "2-basic.yaml:4:21: '住院' is not a word of 'setting'. Write 'inpatient'.",
                "2-basic.yaml:4:21: “住院”不是“就医类型”（setting）的取值。请写“inpatient”。"
            },
        };

    [Theory]
    [MemberData(nameof(PolicyMistakes))]
    public void Policy_ChineseKeyOrWord_IsToldWhichToWrite(string code, string old, string now, string en, string zh)
    {
        using var folder = new RulebookFolder();
        var problems = Should.Throw<PolicyException>(folder.Replace("2-basic.yaml", old, now).Load).Problems;
        string.Join('\n', problems.Select(problem => problem.In(Language.Chinese))).ShouldBe(zh);
        problems.ShouldRead(code, en);
    }
}
