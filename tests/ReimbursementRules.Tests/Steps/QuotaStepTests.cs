using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>Per-disease payment on a standard of 6,000 at 70%.</summary>
public sealed class QuotaStepTests
{
    /// <summary>The fund pays 70% of 6,000 = 4,200 whatever the bill; the patient pays 30% of the bill within the standard; the hospital
    /// keeps or bears the rest.</summary>
    [Theory]
    [Example("5000.00", "4200.00", "1500.00", "-700.00")]
    [Example("5999.99", "4200.00", "1800.00", "-0.01")] // 70% of 5999.99 = 4199.993 → 4199.99
    [Example("6000.00", "4200.00", "1800.00", "0.00")]
    [Example("6000.01", "4200.00", "1800.00", "0.01")]
    [Example("8000.00", "4200.00", "1800.00", "2000.00")]
    public void Quota_AroundTheStandard_PaysItsRateOfTheStandard(decimal bill, decimal fund, decimal patient, decimal hospital) =>
        Settled("quota", "{ hospital: 100% }", "hospital", bill).ShouldBe((fund, patient, hospital));

    /// <summary>The fund pays 50% of 100.00, not a cent more or less: what is saved is that less what the bill took, and no rate of the
    /// difference. Of 50.01 half is 25.01, and half of the other 49.99 would be 25.00.</summary>
    [Theory]
    [Example("50.00", "25.00", "-25.00")]
    [Example("50.01", "25.00", "-24.99")]
    [Example("50.02", "25.01", "-24.99")]
    public void Quota_OfHalfACent_PaysItsRateOfTheStandard(decimal bill, decimal patient, decimal hospital)
    {
        var settlement = Town.Of(Town.Basic(StepText.Quota("quota", "100", "50%", "{ hospital: 100% }", "hospital")))
            .Settle(TestClaim.Stay(bill));
        (settlement.Fund(), settlement.Patient.InYuan, settlement.Hospital.InYuan).ShouldBe((50m, patient, hospital));
    }

    /// <summary>The fund pays the standard less the patient's 30% of the bill, so that the hospital receives 6,000.</summary>
    [Theory]
    [Example("5000.00", "4500.00", "1500.00", "-1000.00")]
    [Example("6000.00", "4200.00", "1800.00", "0.00")]
    [Example("6000.01", "4200.00", "1800.00", "0.01")]
    public void RestOfQuota_BelowTheStandard_FillsTheStandardUp(decimal bill, decimal fund, decimal patient, decimal hospital) =>
        Settled("rest_of_quota", "{ hospital: 100% }", "hospital", bill).ShouldBe((fund, patient, hospital));

    /// <summary>A repealed rate pays nothing, and nothing beyond the bill; a rate of 0% that is in force lets the hospital have what is
    /// left of its standard.</summary>
    [Theory]
    [Example("quota", "repealed", "0.00", "0.00")]
    [Example("rest_of_quota", "repealed", "0.00", "0.00")]
    [Example("quota", "0%", "0.00", "0.00")]
    [Example("rest_of_quota", "0%", "1000.00", "-1000.00")]
    public void Rate_Repealed_PaysNothingBelowTheStandard(string paysOn, string rate, decimal fund, decimal hospital)
    {
        var settlement = Town.Of(Town.Basic(StepText.Quota(paysOn, "6_000", rate, "{ hospital: 100% }", "hospital")))
            .Settle(TestClaim.Stay(5_000));
        (settlement.Fund(), settlement.Patient.InYuan, settlement.Hospital.InYuan).ShouldBe((fund, 5_000m, hospital));
    }

    /// <summary>70% of the lesser of bill and standard; the excess is the patient's.</summary>
    [Theory]
    [Example("5000.00", "3500.00", "1500.00")]
    [Example("5999.99", "4199.99", "1800.00")]
    [Example("6000.00", "4200.00", "1800.00")]
    [Example("6000.01", "4200.00", "1800.01")]
    [Example("8000.00", "4200.00", "3800.00")]
    public void Limit_AroundTheStandard_PaysOnTheLesser(decimal bill, decimal fund, decimal patient) =>
        Settled("limit", "{ patient: 100% }", null, bill).ShouldBe((fund, patient, 0m));

    /// <summary>2,000 above the standard, half each: the hospital bears 1,000, the patient 1,800 + 1,000.</summary>
    [Fact]
    public void Excess_Shared_IsBorneInItsShares()
    {
        var settlement = Book("quota", "{ hospital: 50%, patient: 50% }", "hospital").Settle(TestClaim.Stay(8_000));
        (settlement.Fund(), settlement.Hospital.InYuan).ShouldBe((4_200m, 1_000m));
        (settlement.Held("basic.share"), settlement.Held("basic.excess")).ShouldBe((1_800m, 1_000m));
    }

    /// <summary>A saving that stays with the fund is simply not paid: 70% of 5,000.</summary>
    [Fact]
    public void Saving_OfTheFund_IsNotPaid() => Settled("quota", "{ hospital: 100% }", "fund", 5_000).ShouldBe((3_500m, 1_500m, 0m));

    /// <summary>4,200 on a bill of 1,000: the fund pays more than the bill, and the settlement says so.</summary>
    [Fact]
    public void Saving_AboveTheBill_IsPaidAndFlagged()
    {
        var settlement = Book("quota", "{ hospital: 100% }", "hospital").Settle(TestClaim.Stay(1_000));
        (settlement.Fund(), settlement.Patient.InYuan, settlement.Hospital.InYuan).ShouldBe((4_200m, 300m, -3_500m));
        settlement.Findings.ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Flag);
    }

    /// <summary>150 are paid on a standard of 300 at 50%, of which a cap leaves what it says: it is told from the cent on by which that
    /// is more than the bill.</summary>
    [Theory]
    [Example("119.99", "")]
    [Example("120.00", "")]
    [Example("120.01", "120.01")]
    [Example("150.00", "150.00")]
    public void Notice_OfACappedQuota_TellsWhatIsPaidInTheEnd(string cap, string told)
    {
        var rulebook = Town.Of(
            Town.Basic(StepText.Quota("quota", "300", "50%", "{ hospital: 100% }", "hospital"), StepText.Cap("payment", "year", cap))
        );
        var first = rulebook.Settle(TestClaim.Stay(120));
        Told(first)
            .ShouldBe(
                told.Length == 0
                    ? ""
                    : $"Fund pays {told}, more than the bill of 120.00, since it pays on a payment standard of 300.00."
                        + $"|基金共支付 {told} 元，高于费用 120.00 元：按付费标准 300.00 元支付。"
            );
        Told(rulebook.Settle(TestClaim.Stay(120), first.History)).ShouldBe("");
    }

    /// <summary>Of the bill, what is out of scope and what a deductible keeps are a part: 150 are paid on what is in scope.</summary>
    [Theory]
    [Example("100.00", "49.99", "", "150.00")]
    [Example("100.00", "50.00", "", "")]
    [Example("149.99", "0.00", "400", "150.00")]
    [Example("150.00", "0.00", "400", "")]
    public void Notice_OfAQuota_LooksAtTheWholeBill(decimal inScope, decimal outOfScope, string deductible, string told)
    {
        var quota = StepText.Quota("quota", "300", "50%", "{ hospital: 100% }", "hospital");
        var settlement = Town.Of(deductible.Length == 0 ? Town.Basic(quota) : Town.Basic(StepText.Deductible("claim", deductible), quota))
            .Settle(TestClaim.Stay(TestClaim.A(inScope), TestClaim.C(outOfScope)));
        settlement.Fund().ShouldBe(150);
        Told(settlement)
            .Split('|')[0]
            .ShouldBe(
                told.Length == 0
                    ? ""
                    : $"Fund pays {told}, more than the bill of {inScope + outOfScope:0.00}, since it pays on a payment standard of 300.00."
            );
    }

    /// <summary>150 on the quota and half of what is out of scope: what the fund pays in both layers is held against the bill, and what
    /// the aid pays is not.</summary>
    [Theory]
    [Example("fund", "99.98", "199.99")]
    [Example("fund", "100.00", "")]
    [Example("aid", "50.00", "")]
    public void Notice_OfAQuota_CountsWhatThePayerPaysElsewhere(string payer, decimal outOfScope, string told)
    {
        var settlement = Town.Of(
                Town.Basic(StepText.Quota("quota", "300", "50%", "{ hospital: 100% }", "hospital")),
                Town.Layer("more", payer, "out_of_scope", "", StepText.Tiers("50%"))
            )
            .Settle(TestClaim.Stay(TestClaim.A(100), TestClaim.C(outOfScope)));
        Told(settlement).ShouldStartWith(told.Length == 0 ? "" : $"Fund pays {told}, more than the bill of 199.98, since");
        settlement.Findings.Length.ShouldBe(told.Length == 0 ? 0 : 1);
    }

    /// <summary>At most 4,000: the saving is cut before the payment. 3,500 on the bill and 500 of the saving of 700.</summary>
    [Theory]
    [Example("4_000", 4_000, -500)]
    [Example("3_500", 3_500, 0)]
    [Example("3_000", 3_000, 0)]
    public void Cap_OnAQuota_CutsTheSavingFirst(string cap, decimal fund, decimal hospital)
    {
        var rulebook = Town.Of(
            Town.Basic(StepText.Quota("quota", "6_000", "70%", "{ hospital: 100% }", "hospital"), StepText.Cap("payment", "claim", cap))
        );
        var settlement = rulebook.Settle(TestClaim.Stay(5_000));
        (settlement.Fund(), settlement.Hospital.InYuan).ShouldBe((fund, hospital));
    }

    /// <summary>The aid has paid 9,000 of 10,000. Of the original 10,000 half the standard, 3,000, is due; 1,000 is left to pay, and
    /// nothing for the hospital to bear.</summary>
    [Fact]
    public void Quota_OnABaseAsItWasAtFirst_PaysNoMoreThanIsHeld()
    {
        var rulebook = Town.Of(
            Town.Layer("first", "aid", "out_of_scope", "", StepText.Tiers("90%")),
            Town.Layer(
                "second",
                "fund",
                "{ parts: [out_of_scope], as: original }",
                "",
                StepText.Quota("quota", "6_000", "50%", "{ hospital: 100% }", "fund")
            )
        );
        var settlement = rulebook.Settle(TestClaim.Stay(TestClaim.C(10_000)));
        (settlement.Aid(), settlement.Fund(), settlement.Hospital.InYuan, settlement.Patient.InYuan).ShouldBe((9_000m, 1_000m, 0m, 0m));
    }

    /// <summary>The trace tells what lies above the standard, what the hospital bears of it and what the patient keeps; at the standard
    /// there is no such line, and below it one of the saving.</summary>
    [Fact]
    public void Trace_AboveAtAndBelowTheStandard_TellsTheDifference()
    {
        var book = Book("quota", "{ hospital: 25%, patient: 75% }", "hospital");
        var excess = book.Settle(TestClaim.Stay(8_000)).Steps.Single(step => step.Kind == StepKind.QuotaExcess);
        (excess.Base.InYuan, excess.Amount.InYuan, excess.Rest?.InYuan, excess.Due).ShouldBe((2_000m, 500m, 1_500m, null));
        book.Settle(TestClaim.Stay(6_000)).Steps.ShouldHaveSingleItem().Kind.ShouldBe(StepKind.QuotaShare);
        var saving = book.Settle(TestClaim.Stay(5_000)).Steps.Single(step => step.Kind == StepKind.QuotaSaving);
        (saving.Base.InYuan, saving.Amount.InYuan).ShouldBe((1_000m, 700m));
    }

    /// <summary>10,000 at first, of which the aid has paid 5,000: half of 6,000 is paid, and half of the 4,000 above falls to the hospital.
    /// Nothing is left for the patient, whose half it would be.</summary>
    [Fact]
    public void Trace_OfABaseAsItWasAtFirst_TellsWhatIsLeftOfTheExcess()
    {
        var excess = Town.Of(
                Town.Layer("first", "aid", "out_of_scope", "", StepText.Tiers("50%")),
                Town.Layer(
                    "second",
                    "fund",
                    "{ parts: [out_of_scope], as: original }",
                    "",
                    StepText.Quota("quota", "6_000", "50%", "{ hospital: 50%, patient: 50% }", "fund")
                )
            )
            .Settle(TestClaim.Stay(TestClaim.C(10_000)))
            .Steps.Single(step => step.Kind == StepKind.QuotaExcess);
        (excess.Base.InYuan, excess.Amount.InYuan, excess.Rest?.InYuan).ShouldBe((4_000m, 2_000m, 0m));
    }

    /// <summary>4,200 are paid on every bill below the standard: of 4,200 that is no more than the bill, and of a cent less it
    /// is.</summary>
    [Fact]
    public void Saving_AboveTheBill_IsToldFromTheFirstCent()
    {
        var book = Book("quota", "{ hospital: 100% }", "hospital");
        book.Settle(TestClaim.Stay(4_200)).Findings.ShouldBeEmpty();
        book.Settle(TestClaim.Stay(4_199.99m))
            .Findings.ShouldHaveSingleItem()
            .Message.ShouldBe(
                new BilingualText(
                    "Fund pays 4,200.00, more than the bill of 4,199.99, since it pays on a payment standard of 6,000.00.",
                    "基金共支付 4,200.00 元，高于费用 4,199.99 元：按付费标准 6,000.00 元支付。"
                )
            );
    }

    private static string Told(Settlement settlement) =>
        string.Join("; ", settlement.Findings.Select(finding => $"{finding.Message.En}|{finding.Message.Zh}"));

    private static Rulebook Book(string paysOn, string excess, string? saving) =>
        Town.Of(Town.Basic(StepText.Quota(paysOn, "6_000", "70%", excess, saving)));

    private static (decimal Fund, decimal Patient, decimal Hospital) Settled(string paysOn, string excess, string? saving, decimal bill)
    {
        var settlement = Book(paysOn, excess, saving).Settle(TestClaim.Stay(bill));
        return (settlement.Fund(), settlement.Patient.InYuan, settlement.Hospital.InYuan);
    }
}
