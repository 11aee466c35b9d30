using ReimbursementRules.Claims;
using ReimbursementRules.Curves;
using ReimbursementRules.Reports;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Curves;

/// <summary>Curves whose every bend is worked out by hand.</summary>
public sealed class CurveTests
{
    private const string Bands = "[{ rate: 75%, above: 0 }, { rate: 85%, above: 10_000 }]";

    private static readonly VariedAmount First = new(0, Money.Zero, Money.Yuan(1_000_000));

    /// <summary>Of class B with a first share of 10%, 0.9x is in scope. It passes the deductible of 600 at 666.66…, the edge of 10,000 at
    /// 0.9x = 10,600, and 50,000 are paid at 7,500 + 85% of (0.9x − 10,600), which is 0.9x = 60,600.</summary>
    [Fact]
    public void Curve_OfATown_BendsWhereItIsWorkedOut()
    {
        var curve = Of(TestClaim.Stay(TestClaim.B(1, 10)), First);

        curve.IsProved.ShouldBeTrue();
        curve.Bearers.Select(bearer => bearer.Id).ShouldBe(["fund", "aid", "patient", "hospital"]);
        curve
            .Segments.Select(segment => $"{segment.From} {segment.To} {segment.Lines[0].Slope} {segment.Lines[2].Slope}")
            .ShouldBe(["0.00 666.66 0 1", "666.67 11777.77 0.675 0.325", "11777.78 67333.33 0.765 0.235", "67333.34 1000000.00 0 1"]);
    }

    /// <summary>A gate that refuses, and no row, makes the cliff.</summary>
    [Fact]
    public void Cliff_OfAGate_NamesTheGate()
    {
        using var folder = new RulebookFolder();
        folder.With(
            "0-gates.yaml",
            """
            gates:
              - id: big
                when: { bill: { from: 10_000, below: 20_000 } }
                then: refuse
                reference: Order
                message: { en: Too big., zh: 过大。 }
            """
        );

        var curve = Curve.Of(folder.Load(), TestClaim.Stay(TestClaim.B(1, 10)), History.Empty, First);

        curve
            .Breaks.Where(one => one.At == Money.Yuan(10_000) || one.At == Money.Yuan(20_000))
            .Select(one => $"{one.Cause!.Layer}.{one.Cause.Step} {one.Cause.Source.Place.File}:{one.Cause.Source.Place.Line} {one.IsCliff}")
            .ShouldBe(["gates.big 0-gates.yaml:2 True", "gates.big 0-gates.yaml:2 False"]);
        CurveTextReport.Write([new(new("", ""), curve)]).ShouldContain("The gate (gates.big).");
        CurveTextReport.Write([new(new("", ""), curve)], Language.Chinese).ShouldContain("关口（gates.big）。");
    }

    /// <summary>0.75 × (0.9 × 66,667 − 60,000) = 0.225 cents, of which the first share rounds half a cent, 75% of which counts, and the
    /// band another half.</summary>
    [Fact]
    public void Line_BeginsBeforeItIsRounded()
    {
        var line = Of(TestClaim.Stay(TestClaim.B(1, 10)), First).Segments[1].Lines[0];

        line.Start.ToString().ShouldBe("0.225");
        line.Rounding.ToString().ShouldBe("0.875");
    }

    [Fact]
    public void Breaks_TellTheRowThatMakesThem()
    {
        var curve = Of(TestClaim.Stay(TestClaim.B(1, 10)), First);

        curve
            .Breaks.Select(one => $"{one.At} {one.Cause!.Layer}.{one.Cause.Step} {one.Cause.Kind} {one.Cause.Source.Place.File}")
            .ShouldBe([
                "666.67 basic.deductible Deductible 2-layer.yaml",
                "11777.78 basic.share Band 2-layer.yaml",
                "67333.34 basic.cap CapOnPayment 2-layer.yaml",
            ]);
        curve.Caps.ShouldHaveSingleItem().At.ShouldBe(Money.Yuan(67_333.34m));
        curve.Cliffs.ShouldBeEmpty();
        curve.IsMonotone.ShouldBeTrue();
    }

    /// <summary>Half is paid below 20,000.00 and nothing from there on: the fund loses 10,000.00 and the patient bears them.</summary>
    [Fact]
    public void Cliff_TellsWhatIsLost()
    {
        var rulebook = Town.Of(Town.Layer("basic", "fund", "in_scope", "applies: { bill: { below: 20_000 } }", StepText.Tiers("50%")));

        var curve = Curve.Of(rulebook, TestClaim.Stay(1), History.Empty, First);

        var cliff = curve.Cliffs.ShouldHaveSingleItem();
        cliff.At.ShouldBe(Money.Yuan(20_000));
        cliff.Jumps.Select(jump => jump.ToString()).ShouldBe(["-1000000", "0", "1000000", "0"]);
        cliff.Cause!.Step.ShouldBe("share");
        curve.IsMonotone.ShouldBeFalse();
    }

    /// <summary>A quota of 6,000 at 70%: below it the hospital keeps 70% of the rest, above it the hospital bears every cent.</summary>
    [Fact]
    public void Hospital_OfAQuota_KeepsAndBears()
    {
        var rulebook = Town.Of(Town.Basic(StepText.Quota("quota", "6_000", "70%", "{ hospital: 100% }", "hospital")));

        var curve = Curve.Of(rulebook, TestClaim.Stay(1), History.Empty, First with { From = Money.Yuan(1) });

        curve
            .Segments.Select(segment => $"{segment.From} fund {segment.Lines[0].Slope} hospital {segment.Lines[^1].Slope}")
            .ShouldBe(["1.00 fund 0 hospital 0.7", "6000.00 fund 0 hospital 1"]);
    }

    /// <summary>The bill grows with both items, one part in four of it out of scope.</summary>
    [Fact]
    public void Bill_GrowsWithItsItemsInProportion()
    {
        var curve = Of(TestClaim.Stay(TestClaim.A(3_000), TestClaim.C(1_000)), First with { Item = null });

        curve.IsProved.ShouldBeTrue();
        curve
            .Segments.Select(segment => $"{segment.From} {segment.Lines[0].Slope}")
            .ShouldBe(["0.00 0", "800.00 0.5625", "14133.34 0.6375", "80800.00 0"]);
    }

    /// <summary>After a deductible the fund pays half of what is in scope and of the first shares together, so that of the first share of a
    /// fixed item it pays the less the more the other item costs, along a hyperbola; half of what is left of it is aid's.</summary>
    /// <summary>Lines that would meet far beside a piece say nothing of it: half cents carry a settlement off its line by cents
    /// alone.</summary>
    [Fact]
    public void Cap_WithALayerBehindIt_BoundsEveryLineByCents()
    {
        var rulebook = Town.Of(
            Town.Layer(
                "basic",
                "fund",
                "in_scope",
                "",
                StepText.Deductible("claim", "600"),
                StepText.Tiers("75%"),
                StepText.Cap("payment", "claim", "3_000")
            ),
            Town.Layer("aid", "aid", "basic.cap", "", StepText.Tiers("50%"))
        );

        var curve = Curve.Of(rulebook, TestClaim.Stay(TestClaim.A(100)), History.Empty, First);

        IsBoundByCents(curve, new(4, 1), First, 4_999);
    }

    /// <summary>Two formulas that say the same of one who pays are not near for the others: the fund pays 150,000 beyond the cap, and that
    /// says nothing of the lines before it.</summary>
    [Fact]
    public void Cap_OfABillOfSeveralItems_BoundsEveryLineByCents()
    {
        var rulebook = Town.Of(
            Town.Layer(
                "basic",
                "fund",
                "in_scope",
                "",
                StepText.Deductible("claim", "500"),
                StepText.Tiers("75%"),
                StepText.Cap("payment", "claim", "150_000")
            ),
            Town.Layer("aid", "aid", "[basic.deductible, basic.share]", "", StepText.Tiers("50%"))
        );
        var claim = TestClaim.Stay(
            TestClaim.A(32_000),
            TestClaim.A(6_000) with
            {
                Class = CatalogueClass.B,
                FirstSelfPay = Rate.Percent(10),
            },
            TestClaim.A(2_000) with
            {
                Class = CatalogueClass.C,
            }
        );
        var bill = new VariedAmount(null, Money.Zero, Money.Yuan(1_000_000));

        var curve = Curve.Of(rulebook, claim, History.Empty, bill);

        IsBoundByCents(curve, new(6, 1), bill, 49_999);
    }

    private static void IsBoundByCents(Curve curve, Ratio most, VariedAmount along, long step)
    {
        foreach (var line in curve.Segments.SelectMany(segment => segment.Lines))
            line.Rounding.ShouldBeLessThanOrEqualTo(most);
        for (var at = 0L; at < along.To.Cents; at += step)
            CurveAgreement.HoldsAsStated(curve, History.Empty, Money.FromCents(at));
    }

    [Fact]
    public void Division_InChangingProportions_IsNotProved()
    {
        var rulebook = Town.Of(
            Town.Layer(
                "basic",
                "fund",
                "[in_scope, first_self_pay]",
                "rest: unchanged",
                StepText.Deductible("admission", "600"),
                StepText.Tiers("50%")
            ),
            Town.Layer("aid", "aid", "first_self_pay", "", StepText.Tiers("50%"))
        );
        var claim = TestClaim.Stay(TestClaim.A(1), TestClaim.B(10_000, 10));

        var curve = Curve.Of(rulebook, claim, History.Empty, First);

        curve.IsProved.ShouldBeFalse();
        foreach (var segment in curve.Segments.Where(segment => !segment.IsProved))
        foreach (var line in segment.Lines)
            line.Rounding.ShouldBeLessThanOrEqualTo(new Ratio(6, 1));
        CurveAgreement.Holds(curve, History.Empty, Money.Yuan(4_567.89m), new Ratio(2, 1));
        for (var at = 1L; at < First.To.Cents; at += 49_999)
            CurveAgreement.HoldsAsStated(curve, History.Empty, Money.FromCents(at));
    }

    /// <summary>The account and cash are of what the patient bears, and named so: the other columns share each yuan.</summary>
    [Fact]
    public void Account_IsOfWhatThePatientBears()
    {
        var rulebook = Rulebook.Load(Repository.In("rules", "employee-basic"));
        var claim = TestClaim.Stay(TestClaim.A(1)) with
        {
            Setting = Setting.Outpatient,
            Member = new() { Age = 40 },
            AccountBalance = Money.Yuan(500),
        };

        var curve = Curve.Of(rulebook, claim, History.Empty, First);

        var at = curve.Bearers.Select(bearer => bearer.Id).ToList();
        at.SkipWhile(id => id != "patient").ShouldBe(["patient", "account", "cash", "hospital"]);
        curve.Segments.ShouldContain(segment => segment.Lines[at.IndexOf("account")].Slope > Ratio.Zero);
        foreach (var lines in curve.Segments.Select(segment => segment.Lines))
        {
            (lines[at.IndexOf("account")].Slope + lines[at.IndexOf("cash")].Slope).ShouldBe(lines[at.IndexOf("patient")].Slope);
            lines
                .Where(line => line.Bearer.Id is not ("account" or "cash"))
                .Aggregate(Ratio.Zero, (sum, line) => sum + line.Slope)
                .ShouldBe(Ratio.One);
        }

        CurveTextReport
            .Write([new(new("", ""), curve)])
            .ShouldMatch("Patient +of each yuan +of it: .+ +of each yuan +of it in cash +of each");
        CurveTextReport.Write([new(new("", ""), curve)], Language.Chinese).ShouldContain("其中：现金");
        CurveSvgReport.Write([new(new("", ""), curve)]).ShouldContain("of it in cash");
        CurveCsvReport.Write([new(new("", ""), curve)]).ShouldContain(",cash,");
    }

    /// <summary>Where nothing is rounded and one segment is no straight line, one is counted as one.</summary>
    [Fact]
    public void Words_OfOne_AreOfOne()
    {
        var curve = Of(TestClaim.Stay(TestClaim.C(1)), First);
        CurveTextReport.Write([new(new("", ""), curve)]).ShouldContain("nowhere more than 0 cents from them.");
        Counted.Of(1, "case").ShouldBe("1 case");
        Counted.Of(0, "case").ShouldBe("0 cases");
        Counted.Of("0.5", "cent").ShouldBe("0.5 cents");
        Counted.Of(1, "more was", "more were").ShouldBe("1 more was");
        Counted.There(1, "item").ShouldBe("there is 1 item");
    }

    [Fact]
    public void By_GivesACurveForEachWord()
    {
        var rulebook = Town.Of(
            Town.Basic(StepText.TiersOf("rows: [{ when: { hospital.level: one }, value: 80% }, { otherwise: yes, value: 60% }]"))
        );

        var curves = NamedCurve.By(rulebook, TestClaim.Stay(1), History.Empty, First, "hospital.level");

        curves
            .Select(curve => $"{curve.Name.En} {curve.Curve.SegmentAt(Money.Yuan(1)).Lines[0].Slope}")
            .ShouldBe(["hospital level: one 0.8", "hospital level: two 0.6", "hospital level: three 0.6", "hospital level: unrated 0.6"]);
    }

    [Fact]
    public void Of_WhatCannotBeAsked_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Of(TestClaim.Stay(1), First with { Item = 1 }));
        Should.Throw<ArgumentOutOfRangeException>(() => Of(TestClaim.Stay(1), First with { From = Money.Yuan(2), To = Money.Yuan(1) }));
        Should.Throw<ArgumentException>(() => Of(TestClaim.Stay(0), First with { Item = null }));
        Should.Throw<ArgumentOutOfRangeException>(() => Of(TestClaim.Stay(1), First).SegmentAt(Money.Yuan(1_000_001)));
    }

    private static Curve Of(Claim claim, VariedAmount what) =>
        Curve.Of(
            Town.Of(Town.Basic(StepText.Deductible("admission", "600"), StepText.Tiers(Bands), StepText.Cap("payment", "claim", "50_000"))),
            claim,
            History.Empty,
            what
        );
}
