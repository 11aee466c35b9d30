using ReimbursementRules.Claims;
using ReimbursementRules.Curves;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Curves;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>Amounts that are computed of a claim: of the bill, of parts, of a number, and growing with a number; with a unit and
/// bounds.</summary>
public sealed class ComputedAmountTests
{
    private static readonly VariedAmount First = new(0, Money.Zero, Money.Yuan(20_000));

    /// <summary>10% of the bill, at least 100 and at most 500, of 1,000 and of 5,000 a cent below, at, and above.</summary>
    [Theory]
    [Example("50.00", "50.00")]
    [Example("999.99", "100.00")]
    [Example("1000.00", "100.00")]
    [Example("1000.04", "100.00")]
    [Example("1000.05", "100.01")]
    [Example("4999.94", "499.99")]
    [Example("5000.00", "500.00")]
    [Example("5000.05", "500.00")]
    [Example("90000.00", "500.00")]
    public void Deductible_OfTheBill_IsAShareWithinItsBounds(decimal bill, decimal kept) =>
        Deductible("{ of: bill, times: 10%, at_least: 100, at_most: 500 }").Settle(TestClaim.Stay(bill)).Patient.InYuan.ShouldBe(kept);

    /// <summary>Of a bill of 1,000 in scope and 500 out of it, what is in scope alone.</summary>
    [Theory]
    [Example("bill", "150.00")]
    [Example("in_scope", "100.00")]
    [Example("[in_scope, out_of_scope]", "150.00")]
    public void Deductible_OfParts_TakesThemAsTheyWere(string of, decimal kept) =>
        Deductible($"{{ of: {of}, times: 10% }}")
            .Settle(TestClaim.Stay(TestClaim.A(1_000), TestClaim.C(500)))
            .Patient.InYuan.ShouldBe(500 + kept);

    /// <summary>The cap of a second fund is 150% of the 200 that the first layer left of 1,000: 300 are allowed.</summary>
    [Theory]
    [Example("150%", "200.00")]
    [Example("1.5", "200.00")]
    [Example("50%", "100.00")]
    [Example("0.5", "100.00")]
    public void Cap_OfWhatAnEarlierLayerLeft_MayBeAMultipleOfIt(string times, decimal aid) =>
        Town.Of(
                Town.Basic(StepText.Tiers("80%")),
                Town.Layer(
                    "second",
                    "aid",
                    "basic.share",
                    "",
                    StepText.Tiers("100%"),
                    StepText.Cap("payment", "claim", $"{{ of: basic.share, times: {times} }}")
                )
            )
            .Settle(TestClaim.Stay(1_000))
            .Aid()
            .ShouldBe(aid);

    /// <summary>10% of the first 400 less with each stay, at least 160: 400, 360 and so on to 160 with the seventh.</summary>
    [Theory]
    [Example(1, "400.00")]
    [Example(2, "360.00")]
    [Example(6, "200.00")]
    [Example(7, "160.00")]
    [Example(8, "160.00")]
    public void Deductible_LessWithEachStay_KeepsItsLeast(int admission, decimal kept) =>
        Deductible("{ value: 400, less: 10%, each: admission_number, after: 1, at_least: 160 }")
            .Settle(TestClaim.Stay(10_000) with { Admission = admission })
            .Patient.InYuan.ShouldBe(kept);

    /// <summary>The number that is counted is the one that is asked: the third stay of a year pays 320.</summary>
    [Fact]
    public void Deductible_OfStaysThatAreCounted_GoesOnFromTheHistory()
    {
        var rulebook = Deductible("{ value: 400, less: 10%, each: admission_number, after: 1, at_least: 160 }");
        var history = History.Empty;
        var kept = new List<decimal>();
        for (var i = 0; i < 3; i++)
        {
            var settlement = rulebook.Settle(TestClaim.Stay(10_000), history);
            kept.Add(settlement.Patient.InYuan);
            history = settlement.History;
        }

        kept.ShouldBe([400m, 360m, 320m]);
    }

    /// <summary>A stay is one admission for every 90 days that it lasts.</summary>
    [Theory]
    [Example(1, "600.00")]
    [Example(90, "600.00")]
    [Example(91, "1200.00")]
    [Example(180, "1200.00")]
    [Example(181, "1800.00")]
    public void Deductible_BeginsAgainWithinALongStay(int days, decimal kept) =>
        Deductible("{ value: 600, add: 600, each: days, after: 1, every: 90 }")
            .Settle(TestClaim.Stay(10_000) with { Admitted = new DateOnly(2020, 10, 8).AddDays(-days) })
            .Patient.InYuan.ShouldBe(kept);

    /// <summary>100,000 and 10,000 more for each year of enrolment, at most 130,000; nothing is added below the first year.</summary>
    [Theory]
    [Example("0", "100000.00")]
    [Example("1", "110000.00")]
    [Example("2", "120000.00")]
    [Example("3", "130000.00")]
    [Example("4", "130000.00")]
    public void Cap_GrowsWithANumberOfTheRegion(string years, decimal paid) =>
        OfRegion(
                StepText.Tiers("100%"),
                StepText.Cap("payment", "year", "{ value: 100_000, add: 10_000, each: years_enrolled, at_most: 130_000 }")
            )
            .Settle(Stay(500_000, years))
            .Fund()
            .ShouldBe(paid);

    /// <summary>A deductible of half of the own wage, to whole tens of yuan: half of 1,009 is 504.50.</summary>
    [Theory]
    [Example("1008", "500.00")]
    [Example("1009", "500.00")]
    [Example("1010", "510.00")]
    [Example("0", "0.00")]
    public void Deductible_OfANumber_IsInYuan(string wage, decimal kept) =>
        OfRegion(StepText.Deductible("claim", "{ fact: years_enrolled, times: 50%, round_to: 10 }"), StepText.Tiers("100%"))
            .Settle(Stay(2_000, wage))
            .Patient.InYuan.ShouldBe(kept);

    /// <summary>Half up to the unit, and only then within the bounds.</summary>
    [Theory]
    [Example("round_to: 1", "1004.94", "100.00")]
    [Example("round_to: 1", "1004.95", "101.00")]
    [Example("round_to: 0.1", "1004.94", "100.50")]
    [Example("round_to: 100", "1499.94", "100.00")]
    [Example("round_to: 100", "1499.95", "200.00")]
    [Example("round_to: 1, at_least: 100.50", "1004.90", "100.50")]
    [Example("round_to: 1, at_most: 100.50", "1005.00", "100.50")]
    public void Amount_IsRoundedToAUnitBeforeItsBounds(string how, decimal bill, decimal kept) =>
        Deductible($"{{ of: bill, times: 10%, {how} }}").Settle(TestClaim.Stay(bill)).Patient.InYuan.ShouldBe(kept);

    /// <summary>What takes off more than there is leaves nothing; where nothing is a least, that counts.</summary>
    [Theory]
    [Example(3, "100.00")]
    [Example(4, "0.00")]
    [Example(5, "0.00")]
    public void Amount_IsNeverBelowNothing(int admission, decimal kept) =>
        Deductible("{ value: 400, less: 150, each: admission_number, after: 1 }")
            .Settle(TestClaim.Stay(1_000) with { Admission = admission })
            .Patient.InYuan.ShouldBe(kept);

    /// <summary>A parameter that grows: 10% of 4,000 is 400, and a tenth of that less with the second stay.</summary>
    [Fact]
    public void Amount_OfAParameter_MayGrow() =>
        Town.With(
                folder =>
                    folder.Replace(
                        "index.yaml",
                        "payers:",
                        "parameters: { wage: { 2020-01-01: { value: 4_000, reference: R } } }\npayers:"
                    ),
                Town.Basic(
                    StepText.Deductible("claim", "{ parameter: wage, times: 10%, less: 10%, each: admission_number, after: 1 }"),
                    StepText.Tiers("100%")
                )
            )
            .Settle(TestClaim.Stay(1_000) with { Admission = 2 })
            .Patient.InYuan.ShouldBe(360);

    /// <summary>An amount that grows may stand without a day, as any other.</summary>
    [Fact]
    public void Amount_ThatGrows_MayStandWithoutADay() =>
        Town.Of(
                Town.Layer(
                    "basic",
                    "fund",
                    "in_scope",
                    "reference: Town order",
                    "{ id: deductible, kind: deductible, per: claim, amount: { value: 400, less: 40, each: admission_number, after: 1 } }",
                    StepText.Tiers("100%")
                )
            )
            .Settle(TestClaim.Stay(1_000) with { Admission = 2 })
            .Patient.InYuan.ShouldBe(360);

    /// <summary>Of each item the same amount, which is computed of the claim: a tenth of the bill of 1,000 of each of two items.</summary>
    [Fact]
    public void Deductible_OfEachItem_IsComputedOfTheClaim()
    {
        var settlement = Town.Of(Town.Basic(StepText.Deductible("item", "{ of: bill, times: 10% }"), StepText.Tiers("100%")))
            .Settle(TestClaim.Stay(TestClaim.A(940), TestClaim.A(60)));
        settlement.Items.Select(item => item.Patient.InYuan).ShouldBe([100m, 60m]);
    }

    /// <summary>A payment standard of 90% of what is in scope, for each ten days 100 more: 900 and 200; what is above, the hospital
    /// bears.</summary>
    [Fact]
    public void Standard_IsComputedOfTheClaim()
    {
        var settlement = Town.Of(
                Town.Basic(
                    StepText.Quota("limit", "{ of: in_scope, times: 90%, add: 10, each: days, every: 10 }", "50%", "{ hospital: 100% }")
                )
            )
            .Settle(TestClaim.Stay(1_000) with { Admitted = new(2020, 9, 18) });
        (settlement.Fund(), settlement.Hospital.InYuan).ShouldBe((460m, 80m));
        settlement.Steps[0].Kind.ShouldBe(StepKind.AmountTimes);
    }

    /// <summary>A line for each thing that was done; none where nothing was.</summary>
    [Fact]
    public void Trace_SaysHowAnAmountWasComputed()
    {
        var settlement = Deductible("{ of: bill, times: 15%, less: 10%, each: admission_number, after: 1, round_to: 1, at_least: 120 }")
            .Settle(TestClaim.Stay(1_001) with { Admission = 3 });
        settlement
            .Steps.Take(6)
            .Select(step => StepWords.Say(step, null).En)
            .ShouldBe([
                "An amount is computed: 15% of 1,001.00 = 150.15.",
                "An amount is computed: 10% of 150.15 = 15.02.",
                "The amount falls: 150.15 − 2 × 15.02 = 120.11.",
                "120.11, rounded to 1.00: 120.00.",
                "The patient keeps 120.00 of 1,001.00: deductible 120.00, 0.00 used before.",
                "100% of 881.00 = 881.00.",
            ]);
        settlement
            .Steps.Take(4)
            .Select(step => StepWords.Say(step, null).Zh)
            .ShouldBe([
                "计算金额：1,001.00 × 15% = 150.15 元。",
                "计算金额：150.15 × 10% = 15.02 元。",
                "金额递减：150.15 − 2 × 15.02 = 120.11 元。",
                "120.11 元按 1.00 元取整为 120.00 元。",
            ]);
    }

    [Theory]
    [Example("50.00", "5.00 is raised to at least 10.00.", "5.00 元低于下限，按 10.00 元计。")]
    [Example("900.00", "90.00 is lowered to at most 80.00.", "90.00 元高于上限，按 80.00 元计。")]
    public void Trace_SaysWhichBoundDecided(decimal bill, string en, string zh)
    {
        var step = Deductible("{ of: bill, times: 10%, at_least: 10, at_most: 80 }")
            .Settle(TestClaim.Stay(bill))
            .Steps.Single(step => step.Kind == StepKind.AmountBound);
        StepWords.Say(step, null).ShouldBe(new(en, zh));
    }

    /// <summary>A number that the claim leaves out is asked for where the row applies, and nowhere else.</summary>
    [Theory]
    [Example(HospitalLevel.One, true)]
    [Example(HospitalLevel.Two, false)]
    public void Number_ThatIsLeftOut_IsAskedForWhereItDecides(HospitalLevel level, bool isAsked)
    {
        var rulebook = OfRegion(
            StepText.DeductibleOf(
                "claim",
                "rows: [ { when: { hospital.level: one }, value: { value: 400, less: 10, each: years_enrolled } }, "
                    + "{ otherwise: true, value: 100 } ]"
            ),
            StepText.Tiers("100%")
        );
        var claim = TestClaim.Stay(1_000) with { Provider = new() { Level = level } };
        rulebook.TrySettle(claim, History.Empty, out _, out var problems).ShouldBe(!isAsked);
        problems.Select(problem => problem.Code).ShouldBe(isAsked ? ["fact.missing"] : []);
        rulebook.Facts.Single(fact => fact.Name == "years_enrolled").AskedBy.Select(by => by.Written).ShouldBe(["basic"]);
    }

    /// <summary>The whole bill to 100, then 100 to a bill of 1,000, a tenth to 5,000, and 500 beyond: each piece is proved.</summary>
    [Fact]
    public void Curve_OfAShareOfTheBill_BendsWhereItsBoundsDecide()
    {
        var curve = Curve.Of(Deductible("{ of: bill, times: 10%, at_least: 100, at_most: 500 }"), TestClaim.Stay(1), History.Empty, First);
        curve.IsProved.ShouldBeTrue();
        curve
            .Segments.Select(segment => $"{segment.From} {segment.To} {segment.Lines[2].Slope}")
            .ShouldBe(["0.00 99.99 1", "100.00 999.99 0", "1000.00 4999.99 0.1", "5000.00 20000.00 0"]);
        curve.Breaks.Skip(1).Select(one => one.Cause!.Kind).ShouldBe([StepKind.AmountBound, StepKind.AmountBound]);
    }

    /// <summary>Whatever an amount is computed of, no settlement is farther from the curve than the curve says.</summary>
    [Theory]
    [InlineData("{ of: bill, times: 33.33%, round_to: 1, at_most: 3_000 }")]
    [InlineData("{ of: bill, times: 7.77%, round_to: 10, at_least: 35 }")]
    [InlineData("{ of: in_scope, times: 120%, less: 30%, each: admission_number, at_most: 700 }")]
    [InlineData("{ of: first_self_pay, times: 3, add: 0.01, each: age, every: 7 }")]
    [InlineData("{ of: bill, times: 50%, less: 80, each: age, every: 10 }")]
    public void Curve_OfAnyComputedAmount_IsNeverToldWrong(string amount)
    {
        Claim[] claims =
        [
            TestClaim.Stay(TestClaim.B(1, 10)) with
            {
                Admission = 2,
                Member = new() { Age = 61 },
            },
            TestClaim.Stay(TestClaim.B(1, 10), TestClaim.A(333.33m), TestClaim.C(50)) with
            {
                Admission = 4,
                Member = new() { Age = 8 },
            },
        ];
        foreach (var rulebook in (Rulebook[])[Deductible(amount), Capped(amount), Limited(amount), Measured(amount)])
        foreach (var claim in claims)
        {
            var curve = Curve.Of(rulebook, claim, History.Empty, First);
            for (var cents = 0L; cents <= 2_000_000; cents += cents < 1_000 ? 1 : 3_331)
                CurveAgreement.HoldsAsStated(curve, History.Empty, Money.FromCents(cents));
        }
    }

    private static Rulebook Deductible(string amount) => Town.Of(Town.Basic(StepText.Deductible("claim", amount), StepText.Tiers("100%")));

    private static Rulebook Capped(string amount) =>
        Town.Of(Town.Basic(StepText.Cap("cost", "year", amount, "limit"), StepText.Tiers("70%"), StepText.Cap("payment", "claim", amount)));

    private static Rulebook Limited(string amount) =>
        Town.Of(Town.Basic(StepText.Quota("limit", amount, "70%", "{ hospital: 40%, patient: 60% }")));

    /// <summary>A second layer is measured by a standard that is computed itself.</summary>
    private static Rulebook Measured(string amount) =>
        Town.Of(
            Town.Basic(StepText.Quota("quota", amount, "70%", "{ patient: 100% }", "hospital")),
            Town.Layer(
                "second",
                "aid",
                "[basic.share, basic.excess]",
                "",
                StepText.Deductible("claim", "{ standard: basic.quota, times: 10% }"),
                StepText.Tiers("50%")
            )
        );

    private static Rulebook OfRegion(params ReadOnlySpan<string> steps)
    {
        var basic = Town.Basic(steps);
        return Town.With(folder => folder.Replace("index.yaml", "payers:", "facts: { years_enrolled: number }\npayers:"), basic);
    }

    private static Claim Stay(decimal amount, string years) =>
        TestClaim.Stay(amount) with
        {
            Attributes = TestClaim.Attributes(("years_enrolled", years)),
        };
}
