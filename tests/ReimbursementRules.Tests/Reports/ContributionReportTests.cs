using ReimbursementRules.Contributions;
using ReimbursementRules.Reports;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Reports;

/// <summary>The sheet of a contribution, line by line.</summary>
public sealed class ContributionReportTests
{
    private static readonly ContributionPlan Family = ContributionTown.Plan(
        "{ id: subsidy, title: { en: Subsidy, zh: 补助 }, payer: government, amount: { 2020-01-01: { value: 340, reference: Order 1 } } }",
        "{ who: member, amount: { 2020-01-01: { value: 150, reference: Order 2, status: example } }, paid_by: { 2020-01-01: "
            + "{ value: { government: 60% }, reference: Order 3, note: Read so. } }, account: { 2020-01-01: { persons: 2, from: "
            + "07-01, until: 01-01, reference: Order 4 } } }"
    );

    [Fact]
    public void Sheet_InEnglish_HasPayersPartsStepsAndSources() =>
        ContributionReport
            .Write(Of(Family))
            .ShouldBe(
                """
                Contribution: Plan
                ==================
                Rulebook  town
                Period    the year from 2020-01-01
                Paid on   2020-08-01
                Facts     poverty: three-no
                Heads     1

                Who pays what
                =============
                                              Amount
                ------------------------------------
                Member                         60.00
                of it: account of the family   50.00
                of it in cash                  10.00
                Government                    430.00
                Employer                        0.00
                ------------------------------------
                Total                         490.00

                The parts of the contribution
                =============================
                Part     Name in the policy  For each head  Member  Government  Employer   Total
                --------------------------------------------------------------------------------
                Subsidy  subsidy                    340.00    0.00      340.00      0.00  340.00
                Own      own                        150.00   60.00       90.00      0.00  150.00
                --------------------------------------------------------------------------------
                Total                               490.00   60.00      430.00      0.00  490.00

                The calculation, for each head
                ==============================
                Subsidy (subsidy)
                  Government owes 340.00.
                    Order 1 [contributions.yaml:9]
                    Illustrative number, not law.
                Own (own)
                  Member owes 150.00.
                    Order 2 [contributions.yaml:10]
                    Illustrative number, not law.
                  Government takes over 60% of 150.00 = 90.00.
                    Order 3 [contributions.yaml:10]
                    Note: Read so.
                    Illustrative number, not law.
                  The account of a family member pays 50.00 of 60.00.
                    Order 4 [contributions.yaml:10]
                    Illustrative number, not law.

                """
            );

    [Fact]
    public void Sheet_InChinese_NamesTheSame() =>
        ContributionReport
            .Write(Of(Family), Language.Chinese)
            .ShouldBe(
                """
                缴费单：缴费
                ============
                规则册    town
                缴费期    自 2020-01-01 起一年
                缴费日    2020-08-01
                申报事实  困难类别：三无
                人数      1

                各方支付
                ========
                                          金额
                ------------------------------
                个人                     60.00
                其中：家庭成员个人账户   50.00
                其中：现金               10.00
                政府                    430.00
                单位                      0.00
                ------------------------------
                合计                    490.00

                缴费各部分
                ==========
                部分  规则中的名称    人均   个人    政府  单位    合计
                -------------------------------------------------------
                补助  subsidy       340.00   0.00  340.00  0.00  340.00
                应缴  own           150.00  60.00   90.00  0.00  150.00
                -------------------------------------------------------
                合计                490.00  60.00  430.00  0.00  490.00

                逐步计算（每人）
                ================
                补助（subsidy）
                  政府应缴 340.00 元。
                    Order 1 [contributions.yaml:9]
                    示例数值，并非法规。
                应缴（own）
                  个人应缴 150.00 元。
                    Order 2 [contributions.yaml:10]
                    示例数值，并非法规。
                  政府代缴 150.00 元的 60% = 90.00 元。
                    Order 3 [contributions.yaml:10]
                    注：Read so.
                    示例数值，并非法规。
                  家庭成员个人账户支付 60.00 元中的 50.00 元。
                    Order 4 [contributions.yaml:10]
                    示例数值，并非法规。

                """
            );

    [Fact]
    public void Sheet_OfARate_ShowsTheProduct()
    {
        var plan = ContributionTown.PlanWith(
            "per: month",
            "{ who: employer, base: wage, rate: { 2020-01-01: { value: 8%, reference: Order 5 } }, factor: { 2020-01-01: { "
                + "value: 50%, reference: Order 6 } } }"
        );
        var contributor = Contributor.Parse("{ \"on\": \"2020-03-15\", \"amounts\": { \"wage\": 10000 }, \"heads\": 1200 }");
        var text = ContributionReport.Write(plan.Of(contributor));
        text.ShouldContain(
            "Employer owes 10,000.00 (wage) × 8% × 50% = 400.00.\n    Order 5 [contributions.yaml:9]\n    Illustrative "
                + "number, not law.\n    Order 6 [contributions.yaml:9]\n"
        );
        text.ShouldContain("Heads     1,200\n");
        text.ShouldContain("480,000.00");
        text.ShouldContain("Period    the month from 2020-03-01\n");
    }

    [Fact]
    public void Sheet_OfAPlanThatDoesNotApply_SaysWhy() =>
        ContributionReport
            .Write(
                ContributionTown
                    .PlanWith("per: year\napplies: { retired: yes }", "{ who: member, amount: { 2020-01-01: { value: 1, reference: x } } }")
                    .Of(ContributionTown.On("2020-10-08"))
            )
            .ShouldEndWith(
                "\nFindings\n========\n- does not apply (does_not_apply): The conditions of the plan do not hold: nothing is asked.\n    "
                    + "[contributions.yaml:5]\n    Illustrative number, not law.\n"
            );

    private static Contribution Of(ContributionPlan plan) =>
        plan.Of(
            new()
            {
                On = Day.Of("2020-01-01"),
                Paid = Day.Of("2020-08-01"),
                Member = new() { Poverty = Claims.Poverty.ThreeNo },
                Account = new(Money.Yuan(50)),
            }
        );
}
