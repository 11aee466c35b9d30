using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Reports;

/// <summary>The sentences of single steps that the approved reports do not have.</summary>
public sealed class StepWordsTests
{
    [Fact]
    public void Say_DeductibleOfEachItem_SaysSo() =>
        Said(
            Step(StepKind.Deductible, 45, 4.50m) with
            {
                Limit = Money.Yuan(1.50m),
                Per = Period.Item,
            },
            "The patient keeps 4.50 of 45.00: deductible 1.50 for each item.",
            "45.00 元中患者先承担 4.50 元：每项起付线 1.50 元。"
        );

    [Fact]
    public void Say_BandRoundedElsewhere_SaysSo() =>
        Said(
            Step(StepKind.Band, 0.02m, 0.01m, paid: 0.01m) with
            {
                Rate = Rate.Percent(75),
            },
            "75% of 0.02 = 0.01 (rounded as the policy says).",
            "0.02 × 75% = 0.01 元（按政策规定取整）。"
        );

    [Fact]
    public void Say_BandOfAYear_SaysWhatWasCountedBefore() =>
        Said(
            Step(StepKind.Band, 100, 80, paid: 80) with
            {
                Rate = Rate.Percent(80),
                Limit = Money.Yuan(5_000),
                Before = Money.Yuan(6_000),
            },
            "Above 5,000.00: 80% of 100.00 = 80.00. The bands go on after 6,000.00 counted before.",
            "5,000.00 元以上：100.00 × 80% = 80.00 元。此前已计入 6,000.00 元，分段接续计算。"
        );

    [Fact]
    public void Say_CapNotReached_SaysThatNothingIsCutOff() =>
        Said(
            Step(StepKind.CapOnPayment, 900, 0) with
            {
                Limit = Money.Yuan(1_000),
            },
            "The payment of 900.00 is within the ceiling of 1,000.00, 0.00 used before: nothing is cut off.",
            "支付额 900.00 元未超过封顶线 1,000.00 元（此前已用 0.00 元），不截减。"
        );

    [Fact]
    public void Say_CapUsedUp_CutsAll() =>
        Said(
            Step(StepKind.CapOnCost, 900, 900) with
            {
                Limit = Money.Yuan(1_000),
                Before = Money.Yuan(1_200),
            },
            "Ceiling of 1,000.00 on the cost that counts, 1,200.00 used before: 0.00 is left. 900.00 − 0.00 = 900.00 is cut off.",
            "计入费用封顶线 1,000.00 元，此前已用 1,200.00 元，尚余 0.00 元。900.00 − 0.00 = 900.00 元被截减。"
        );

    [Fact]
    public void Say_DeductibleOfWhichLessIsHeld_SaysWhatIsLeft() =>
        Said(
            Step(StepKind.Deductible, 1_000, 100) with
            {
                Limit = Money.Yuan(600),
                Due = Money.Yuan(600),
            },
            "The patient keeps 600.00 of 1,000.00, of which 100.00 is left: deductible 600.00, 0.00 used before.",
            "1,000.00 元中患者先承担 600.00 元，其中尚余 100.00 元：起付线 600.00 元，此前已用 0.00 元。"
        );

    [Fact]
    public void Say_CapThatCutsTheCost_SaysHowMuchOfItIsLeft() =>
        Said(
            Step(StepKind.CapOnPayment, 1_250, 270) with
            {
                Limit = Money.Yuan(980),
                Moves = [new("in_scope", "basic.cap", true, Money.Yuan(300))],
            },
            "Ceiling of 980.00 on payments, 0.00 used before: 980.00 is left. 1,250.00 − 980.00 = 270.00 is cut off. With "
                + "the patient's own share of it, 300.00 of the cost is left whole.",
            "支付额封顶线 980.00 元，此前已用 0.00 元，尚余 980.00 元。1,250.00 − 980.00 = 270.00 元被截减。连同相应自付段，"
                + "共 300.00 元费用留待后续支付。"
        );

    [Fact]
    public void Say_LoweredRate_SaysWhatItCostsWhereThatStandsApart()
    {
        var step = Step(StepKind.RateChange, 1_000, 100) with { RateBefore = Rate.Percent(80), Rate = Rate.Percent(70) };
        Said(
            step,
            "The rate of 80% becomes 70%, which costs 100.00 of 1,000.00.",
            "比例由 80% 调整为 70%，1,000.00 元中因此少付 100.00 元。"
        );
        Said(step with { Amount = Money.Zero }, "The rate of 80% becomes 70%.", "比例由 80% 调整为 70%。");
    }

    [Fact]
    public void Say_SavingOfTheWholeDifference_NamesTheAmount() =>
        Said(
            Step(StepKind.QuotaSaving, 1_000, 1_000, paid: 1_000) with
            {
                Limit = Money.Yuan(6_000),
            },
            "The bill of 5,000.00 is 1,000.00 below the payment standard of 6,000.00; paid beyond the bill and kept by the "
                + "hospital: 1,000.00.",
            "费用 5,000.00 元，比付费标准 6,000.00 元低 1,000.00 元；费用之外支付并由医疗机构留用：1,000.00 元。"
        );

    [Fact]
    public void Say_RefusalThatNoOneIsLiableFor_LeavesItWithThePatient() =>
        Said(Step(StepKind.Refusal, 10, 10), "10.00 is refused: Layer. The patient bears it.", "拒付 10.00 元：待遇层。由患者承担。");

    [Fact]
    public void Say_OverCeilingThatThePatientBears_SaysSo() =>
        Said(
            Step(StepKind.OverCeiling, 120, 30),
            "30.00 of 120.00 is above the ceiling prices. The patient bears it.",
            "120.00 元中有 30.00 元超过最高限价。由患者承担。"
        );

    [Fact]
    public void Say_AccountWithoutABalance_SaysThatItIsZero() =>
        Said(
            Step(StepKind.Account, 720, 0),
            "The account pays 0.00 of 720.00: balance 0.00.",
            "720.00 元中个人账户支付 0.00 元：余额 0.00 元。"
        );

    private static TraceStep Step(StepKind kind, decimal of, decimal amount, decimal paid = 0) =>
        new(
            "layer",
            new("Layer.", "待遇层。"),
            "step",
            kind,
            Money.Yuan(of),
            Money.Yuan(amount),
            new(new("2-basic.yaml", 1, 1), "Town order")
        )
        {
            Moves = paid == 0 ? [] : [new("in_scope", "fund", false, Money.Yuan(paid))],
        };

    private static void Said(TraceStep step, string en, string zh) =>
        StepWords.Say(step, Rate.Percent(60)).ShouldBe(new BilingualText(en, zh));
}
