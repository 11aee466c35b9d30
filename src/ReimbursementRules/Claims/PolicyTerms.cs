using System.Collections.Frozen;
using ReimbursementRules.Values;

namespace ReimbursementRules.Claims;

/// <summary>What the keys and words of policy files are called in Chinese. Policy files are written in the English words; whoever writes a
/// Chinese one is told which it is.</summary>
internal static class PolicyTerms
{
    /// <summary>Each key or word with its names, the one of the glossary first.</summary>
    private const string Table = """
        deductible 起付线 起付标准 门槛费 起付金额; tiers 分段报销 报销 按比例支付 分段 支付比例 报销比例;
        cap 封顶线 封顶 最高支付限额 支付限额; quota 定额 限额; top_up 补足; account 个人账户; id 名称 编号 标识;
        title 标题 名称; zh 中文; en 英文; kind 种类 类型; note 说明 备注 注释; reference 依据 政策依据 文号 文件依据;
        href 网址; status 状态 效力; enacted 已施行 现行 正式; example 示例; from 起 起始日期 生效日期 开始日期 自;
        until 止 截止日期 失效日期 截止 截至; value 值 数值; rows 分行 行 各行; when 当时 条件; otherwise 其他情形 其他 其余;
        repealed 取消; none 不设; yes 是; no 否; true 真; false 假; not 不是; in 在名单里; not_in 不在名单里;
        below 不满 以下 低于; before 之前 早于; total 合计; format 格式; version 版本名; builds_on 沿用; base 比较的底本 计算基数;
        held_against 对照的框架; benefit_year 待遇年度 医保年度; starts 开始; decided_by 判断日; age_on 年龄看哪天 年龄计算日;
        discharge 出院日 出院; admission 入院日 每次住院 住院; filing 申报日 申报 受理日; service 服务日 服务;
        rounding 舍入 四舍五入 取整; to 到; each 各 单位; move 每笔 每笔支付; item 每条 明细 每条明细 费用明细;
        payers 支付方 基金; payer 支付方 基金; nhsa 国家接口; fund 基金代码; field 字段; parameters 参数;
        parameter 参数; lists 名单; of 由组成; add 增; remove 减; facts 本地事实 事实; words 取值; default 默认;
        number 数; calendar 工作日历; holidays 节假日 法定节假日; workdays 调休上班日; times 倍数;
        at_least 不低于 下限; at_most 不高于 上限; standard 付费标准; paid_by 代为支付; advance 预付; carried 结转;
        carries_to 年末转入; accounts 各个人账户; account_payers 各账户支付方;
        every 每满; round_to 取整到; fact 数值事实;
        catalogue 目录; ceiling 超限价怎么办; trim 由患者承担; reject 整条拒付; ceiling_prices 限价表;
        table 表 政策表; first_self_pay 先行自付; own 写在明细上; out_of_scope 全自费 范围外 目录外;
        in_scope 政策范围内 范围内 合规费用 政策范围内费用; over_ceiling 超限价; refused 拒付的部分;
        applies 适用于 适用 适用范围; items 只管的明细 明细 费用明细 项目; parts 部分; part 部分; as 按计; held 现有的;
        original 原来的; rest 其余 剩余; named 改名; unchanged 不改名; instead_of 代替; unless 除非;
        steps 步骤 各步; per 周期 累计周期; claim 每次 一张单据 每张单据 单据; visit 每次 每次就诊 就诊; day 每日 日 每天;
        stay 住院期 本次住院; month 每月 月; year 每年 结算年度 年度 年 待遇年度; shared 共用累计; counts 怎么累计; together 合并; apart 分别;
        amount 金额 数额; taken_from 先从哪里扣; edges 从哪里分段 分段起点; after_deductible 起付线以上起算;
        on_base 从零起算; above 超过 以上; rate 比例 报销比例 支付比例; adjust 调整; same_as 同于;
        less 降低; add_of_rest 其余部分再自付;
        own_share_times 自付比例乘以; liable_share 另一方应担的份额; cost 封费用 费用; payment 封支付 支付;
        beyond 超出归谁; patient 患者 个人 参保人; hospital 医院 医疗机构; cuts 截什么; pays_on 怎么付;
        rest_of_quota 付标准减个人; limit 限额付费; excess 超标准 超出; saving 结余; tolerance 上浮;
        per_day 每床日; gates 关口; then 处理; refuse 拒付; hold 待审核; flag 标记; liable 由谁承担; due 到期;
        working_days 工作日; message 给人看的话; discharged 出院日; admitted 入院日; filed 申报日;
        member.id 参保人编号; born 出生日期; department 科室; account_balance 账户余额; approved 批准日;
        attributes 本地事实; code 编码 代码; name 名称; class 类别; essential 基本药物; quantity 数量;
        ceiling_price 限价; purchase_price 进价; date 日期; days_of_supply 用药天数;
        days_since_same 同项目间隔; moved_from 并自; case 用例; defaults 默认值; bases 基数; left 余下;
        solve 求金额; for 应得; why 算式; unsigned 未签字; expect 应当得出;
        claims 几张单据 看单据; bill 费用总额; cash 现金; settled 已结算 已结算部分; actual_ratio 实际补偿比; findings 触发的关口;
        invalid 无效; history 累计记录; what 是什么; since 从哪天起; member 参保人; rulebook 规则册;
        fingerprint 指纹; through 算到哪天; entries 各条; ledger 台账用例; assemble 合并; episodes 合并结算;
        earlier 在前; later 在后; within_days 几天之内; same 相同; provider 机构; disease 病种; into 并入;
        providers 机构登记; members 人员登记; agreements 协议期; suspended 暂停; designated_for 定点病种;
        diseases 病种们; departments 科目; enrolments 参保; arrears_from 欠费起; deferred 缓缴;
        settle 结算; correct 更正; reverse 冲正; review 审核; passed 通过; failed 不通过; close 扎账;
        deny 拒付; pay 付款; recover 追回; total_recovered 追回合计; reconcile 对账; daily 日结; ageing 账龄;
        term_days 约定天数; clerk 经办人; on 日子; reason 理由; type 类型; penalty 罚款倍数; pays 对方支付;
        changes 变动; lines 行数; receivables 应收; owed_for 代付的应收; overdue 逾期; recovered 追回;
        fines 罚款; mismatches 不符; opening 期初; closed_through 扎账到; arrivals 到达; arrival 到达;
        line 一行; settlement 一行; contracts 合同; contract 合同; as_settled 据实支付; average 次均费用;
        target 目标值; deducts 扣什么; above_tolerance 超过上浮; above_target 超过目标; price 同病同价;
        denials 核减; denied 核减了的; factor 考核系数; retention 预留; release 返还; split 分成; keeps 留下;
        heads 人头; persons 人数; points 点数; point 点数; bed_day 床日; bed_days 床日; head 每人头;
        quarter 季度 每季度 每季; half_year 半年; shareable 可分担的; cases_per_person 人均病例数; cost_per_case 例均费用;
        nothing_shared 全不分担; rest_not_shared 其余不分担; growth 增长; over 基准; totals 月度合计;
        cases 病例数 全部用例; actual 基金支付; contributions 筹资; contribution 筹资; contributor 缴费人;
        contributors 缴费人; year_starts 年度开始; bounds 上下限; must 必须; should 应当; paid 已缴;
        credits 划入 划入个人账户; share 份额; after 期限起算; months 几个月; amounts 申报的金额; days 日子们; balance 余额; persons_paid 已付人数;
        targets 目标; tables 看表; against 比较对象; all 全部; falls_with 越高越低; rises_with 越高越高;
        at_least_more 至少多; at_most_less 至多少; at_most_more 至多多; at_most_times 至多几倍;
        within 相差不超过; caps_together 各封顶线合计; any 任一; measure 指标; sum 合计什么; figure 外来数字; figures 外来数字;
        checklists 条件清单; checklist 条件清单; applicant 申请人; criteria 条件; asks 问什么; needs 要什么;
        order 次序; equal 相同; because 因为; as_on 按某日; payer_titles 支付方标题; fact_titles 事实标题;
        step_titles 步骤标题; account_payer 账户支付方; reversal 冲正; settled_from 由结算; skipped 未适用的层;
        history_before 此前累计; file 文件; column 列; bands 分段
        """;

    private static readonly FrozenDictionary<string, string[]> Names = Table
        .Split(';', StringSplitOptions.TrimEntries)
        .Select(entry => entry.Split(' ', StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(entry => entry[0], entry => entry[1..], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> Ids = Names
        .SelectMany(entry => entry.Value.Select(name => (Name: name, Id: entry.Key)))
        .GroupBy(pair => pair.Name, pair => pair.Id, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The name of a key or word; null for one that has none here.</summary>
    public static string? NameOf(string id) => Names.GetValueOrDefault(id)?[0];

    /// <summary>The keys and words that a name means; none for most texts.</summary>
    public static IReadOnlyList<string> Called(string name) => Ids.GetValueOrDefault(PlainWord.Of(name)) ?? [];

    /// <summary>Whether a name means a key or word, and nothing else.</summary>
    public static bool IsOnly(string name, string id) => Called(name) is [var only] && only == id;

    /// <summary>What is said of a name that stands where one of some words is expected; null where it means nothing in policy
    /// files.</summary>
    public static BilingualText? Hint(string name, IReadOnlyCollection<string> known)
    {
        var called = Called(name);
        if (called.Count == 0)
            return null;
        string[] here = [.. called.Where(known.Contains)];
        if (here.Length > 0)
            return new(
                $" Write {string.Join(" or ", here.Select(id => $"'{id}'"))}.",
                $"请写{string.Join("或", here.Select(id => $"“{id}”"))}。"
            );
        var (en, zh) = Spelling.Known(known);
        return new(
            $" In policy files it is {string.Join(" or ", called.Select(id => $"'{id}'"))}, which cannot stand here.{en}",
            $"政策文件中写作{string.Join("或", called.Select(id => $"“{id}”"))}，但不能写在此处。{zh}"
        );
    }
}
