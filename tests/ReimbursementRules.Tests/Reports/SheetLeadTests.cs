using ReimbursementRules.Reports;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Reports;

/// <summary>How a sheet begins, and what it leaves out.</summary>
public sealed class SheetLeadTests
{
    [Theory]
    [InlineData(0, "零元整")]
    [InlineData(5, "伍分")]
    [InlineData(50, "伍角整")]
    [InlineData(140_950, "壹仟肆佰零玖元伍角整")]
    [InlineData(600_714, "陆仟零柒元壹角肆分")]
    [InlineData(32_504, "叁佰贰拾伍元零肆分")]
    [InlineData(1_640_902, "壹万陆仟肆佰零玖元零贰分")]
    [InlineData(10_700_053, "壹拾万柒仟元伍角叁分")]
    [InlineData(6_112_829, "陆万壹仟壹佰贰拾捌元贰角玖分")]
    [InlineData(10_000_000_00, "壹仟万元整")]
    [InlineData(100_000_001_00, "壹亿零壹元整")]
    [InlineData(200_0300_0040_00, "贰佰亿零叁佰万零肆拾元整")]
    [InlineData(-100, "负壹元整")]
    public void Amount_InCapitals_IsAsOnChineseBills(long cents, string capitals) =>
        ChineseCapitals.Of(Money.FromCents(cents)).ShouldBe(capitals);

    [Fact]
    public void Sheet_BeginsWithWhatIsReimbursed()
    {
        using var folder = new RulebookFolder();
        var settlement = folder.Load().Settle(TestClaim.Stay(TestClaim.A(18_000m), TestClaim.C(2_000m)));
        SheetLead
            .Of(settlement)
            .En.ShouldBe("13,050.00 yuan is reimbursed, 65.25% of the bill, 72.50% of what is in scope; the patient pays 6,950.00 yuan.");
        var zh = TextReport.Write(settlement, Language.Chinese);
        zh.ShouldContain("报销 13,050.00 元，实际报销比例 65.25%，政策范围内 72.50%，个人 6,950.00 元。");
        zh.ShouldContain("报销（大写）：人民币壹万叁仟零伍拾元整；个人（大写）：人民币陆仟玖佰伍拾元整");
        zh.ShouldContain("单位：元");
        var back = TextReport.Write(settlement.Reverse(), Language.Chinese);
        back.ShouldContain("撤回：报销 13,050.00 元，实际报销比例 65.25%");
        back.ShouldContain("人民币负壹万叁仟零伍拾元整");
    }

    [Fact]
    public void Payer_ThatPaysNothing_IsNotListed()
    {
        using var folder = new RulebookFolder();
        var sheet = TextReport.Write(folder.Load().Settle(TestClaim.Stay(18_000m)));
        sheet.ShouldContain("\nFund ");
        sheet.ShouldNotContain("\nAid ");
    }

    [Fact]
    public void Step_OfNothing_IsFolded()
    {
        using var folder = new RulebookFolder();
        folder.With(
            "2-basic.yaml",
            RulebookFolder.Basic
                + "  - id: cap\n    kind: cap\n    of: payment\n    per: year\n    amount:\n"
                + "      2020-01-01: { value: 9_000, reference: \"Town order 4\" }\n"
        );
        var sheet = TextReport.Write(folder.Load().Settle(TestClaim.Stay(500m)), Language.Chinese);
        sheet.ShouldContain("以下步骤基数为零，未发生：支付封顶线。");
        sheet.ShouldNotContain("\n支付封顶线 ");
    }

    [Fact]
    public void Layer_ThatDidNotApply_SaysWhichConditionFailed()
    {
        using var folder = new RulebookFolder();
        folder.Replace(
            "2-basic.yaml",
            "applies: { setting: inpatient }",
            "applies: { setting: inpatient, hospital.level: [one, two], age: { from: 60 } }"
        );
        var claim = TestClaim.Stay(500m);
        var settlement = folder
            .Load()
            .Settle(
                claim with
                {
                    Provider = claim.Provider with { Level = Claims.HospitalLevel.Three },
                    Member = claim.Member with { Age = 45 },
                }
            );
        TextReport
            .Write(settlement, Language.Chinese)
            .ShouldContain("未满足条件：医院级别：一级、二级（本次：三级）；年龄：60 起（本次：45）");
        var again = Settlements.Settlement.Parse(JsonReport.Write(settlement));
        TextReport.Write(again).ShouldBe(TextReport.Write(settlement));
        settlement.Skipped.ShouldHaveSingleItem().Unmet!.En.ShouldBe("hospital level: one / two (here three); age: from 60 (here 45)");
    }

    [Fact]
    public void Page_HasTheDayOfPrintAndNumbersOfPages()
    {
        using var folder = new RulebookFolder();
        var settlement = folder.Load().Settle(TestClaim.Stay(500m));
        var page = HtmlReport.Write(settlement, Language.Chinese, new DateOnly(2021, 3, 4));
        page.ShouldContain("打印日期：2021-03-04");
        page.ShouldContain("counter(page) \" 页，共 \" counter(pages)");
        HtmlReport.Write(settlement, Language.Chinese).ShouldNotContain("打印日期");
    }
}
