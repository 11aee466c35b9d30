using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Curves;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Testing;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>What may stand where a layer names the parts on which it works: all that another layer left, and a share of a part.</summary>
public sealed class BasePartsTests
{
    private static readonly string[] Basic =
    [
        StepText.Deductible("claim", "600"),
        StepText.Tiers("75%"),
        StepText.Cap("payment", "claim", "1_000"),
    ];

    /// <summary>Of 3,000 in scope the fund pays (3,000 − 600) × 75% = 1,800, at most 1,000: 2,000 stay, and the aid pays half.</summary>
    [Fact]
    public void Stays_OfALayerWithACap_IsAllThreeParts()
    {
        var settlement = Aid("basic.stays", "50%").Settle(TestClaim.Stay(3_000));
        (settlement.Fund(), settlement.Aid(), settlement.Patient.InYuan).ShouldBe((1_000m, 1_000m, 1_000m));
        settlement.Held("basic.deductible").ShouldBe(300);
        settlement.Held("basic.cap").ShouldBe(400);
        settlement.Held("basic.share").ShouldBe(300);
    }

    /// <summary>The same file of the aid works on a town whose basic layer has no cap and no deductible: 25% of 3,000 = 750 stay.</summary>
    [Fact]
    public void Stays_OfALayerOfOneStep_IsThatPart() =>
        Town.Of(Town.Basic(StepText.Tiers("75%")), AidOn("basic.stays", "50%")).Settle(TestClaim.Stay(3_000)).Aid().ShouldBe(375);

    /// <summary>Beside other parts, in a base as it was at first, and where payments are raised to a share.</summary>
    [Fact]
    public void Stays_AnywhereThatPartsAreNamed_IsTheSameAsTheList()
    {
        string[] all = ["basic.stays", "basic.deductible, basic.share, basic.cap"];
        foreach (var items in new[] { TestClaim.Stay(3_000), TestClaim.Stay(TestClaim.B(3_333.33m, 10), TestClaim.C(80.01m)) })
        {
            Same(all.Select(stays => Aid($"[{stays}, first_self_pay]", "33.3333%")), items);
            Same(all.Select(stays => Aid($"{{ parts: [{stays}], as: original }}", "33.3333%")), items);
            Same(
                all.Select(stays =>
                    Town.Of(
                        Town.Basic(Basic),
                        Town.Layer(
                            "aid",
                            "aid",
                            "basic.stays",
                            "",
                            $"{{ id: up, kind: top_up, of: [{stays}], counts: [aid], to: {StepText.Dated("value: 70%")} }}"
                        )
                    )
                ),
                items
            );
        }

        static void Same(IEnumerable<Rulebook> rulebooks, Claim claim) =>
            rulebooks.Select(rulebook => rulebook.Settle(claim).Aid()).Distinct().ShouldHaveSingleItem().ShouldBePositive();
    }

    /// <summary>What stands for other parts is told though the files say the same, and what stands for the same is not.</summary>
    [Fact]
    public void Stays_InAComparison_IsWhatItStandsFor()
    {
        var (with, without) = (Aid("basic.stays", "50%"), Town.Of(Town.Basic(Basic.AsSpan()[..2]), AidOn("basic.stays", "50%")));
        var change = RulebookChanges(with, without).Single(change => change.StartsWith("aid.base", StringComparison.Ordinal));
        change.ShouldBe("aid.base: [basic.cap, basic.deductible, basic.share] -> [basic.deductible, basic.share]");
        RulebookChanges(Aid("basic.stays", "50%"), Aid("[basic.deductible, basic.share, basic.cap]", "50%")).ShouldBeEmpty();
        RulebookChanges(
                Aid("[first_self_pay, basic.stays]", "50%"),
                Aid("[first_self_pay, basic.deductible, basic.share, basic.cap]", "50%")
            )
            .ShouldBeEmpty();
    }

    /// <summary>Of a first share of 333.33 at 10% = 33.33 half counts, 16.665, which is rounded up to 16.67; the aid pays all that counts,
    /// and 16.66 keep their name.</summary>
    [Theory]
    [Example("333.20", "33.32", "16.66")]
    [Example("333.30", "33.33", "16.67")]
    [Example("333.40", "33.34", "16.67")]
    public void Times_OfAPart_IsRoundedOnceAndTheRestKeepsItsName(decimal bill, decimal first, decimal counts)
    {
        var settlement = Aid("[{ part: first_self_pay, times: 50% }]", "100%").Settle(TestClaim.Stay(TestClaim.B(bill, 10)));
        settlement.Aid().ShouldBe(counts);
        settlement.Held("first_self_pay").ShouldBe(first - counts);
        var step = settlement.Steps.Single(step => step.Kind == StepKind.Weighted);
        (step.Part, step.Step, step.Base.InYuan, step.Rate, step.Amount.InYuan).ShouldBe(
            ("first_self_pay", "base", first, Rate.Percent(50), counts)
        );
    }

    [Fact]
    public void Times_InTheTrace_IsToldAsASum()
    {
        var settlement = Aid("[basic.stays, { part: first_self_pay, times: 50% }]", "100%").Settle(TestClaim.Stay(TestClaim.B(1_000, 10)));
        var says = StepWords.Say(settlement.Steps.Single(step => step.Kind == StepKind.Weighted), null);
        says.En.ShouldBe("Of 'first self-pay' a share counts: 50% of 100.00 = 50.00.");
        says.Zh.ShouldBe("“乙类先行自付”按比例计入：100.00 × 50% = 50.00 元。");
        SettlementChecker.Check(JsonReport.Write(settlement)).ShouldBeEmpty();
        JsonReport.Write(Settlement.Parse(JsonReport.Write(settlement))).ShouldBe(JsonReport.Write(settlement));
    }

    /// <summary>Three items with a first share of 0.05 each: half of 0.15 is 0.08, rounded once and not for each item.</summary>
    [Fact]
    public void Times_ItemByItem_IsRoundedOnceForThePart()
    {
        var claim = TestClaim.Stay(TestClaim.B(0.50m, 10), TestClaim.B(0.50m, 10), TestClaim.B(0.50m, 10));
        foreach (var more in new[] { "", "items: { item.class: B }" })
        {
            var settlement = Town.Of(
                    Town.Basic(Basic),
                    Town.Layer("aid", "aid", "[{ part: first_self_pay, times: 50% }]", more, StepText.Tiers("100%"))
                )
                .Settle(claim);
            settlement.Aid().ShouldBe(0.08m);
            settlement.Items.Sum(item => item.Payers.Single(payer => payer.Payer == "aid").Amount).InYuan.ShouldBe(0.08m);
        }
    }

    /// <summary>At first the share is 600, of which half is 300 and 90% of that, 270, are due; the society has left 240 of it.</summary>
    [Theory]
    [Example("60%", "240.00")]
    [Example("50%", "270.00")]
    public void Times_OfWhatAPartWasAtFirst_PaysNoMoreThanIsHeld(string paidBefore, decimal paid)
    {
        var settlement = Town.Of(
                Town.Basic(StepText.Tiers("75%")),
                Town.Layer("before", "fund", "basic.share", "", StepText.Tiers(paidBefore)),
                Town.Layer("aid", "aid", "{ parts: [{ part: basic.share, times: 50% }], as: original }", "", StepText.Tiers("90%"))
            )
            .Settle(TestClaim.Stay(2_400));
        settlement.Aid().ShouldBe(paid);
    }

    /// <summary>Of each yuan of class B the first share is 10 cents, of which half counts: the aid pays 4 cents of it.</summary>
    [Fact]
    public void Times_InACurve_IsASlope()
    {
        var curve = Curve.Of(
            Aid("[{ part: first_self_pay, times: 50% }]", "80%"),
            TestClaim.Stay(TestClaim.B(1, 10)),
            History.Empty,
            new(0, Money.Zero, Money.Yuan(1_000))
        );
        curve.IsProved.ShouldBeTrue();
        curve.Segments.Select(segment => $"{segment.Lines[1].Slope}").Distinct().ShouldBe(["0.04"]);
    }

    private static IEnumerable<string> RulebookChanges(Rulebook before, Rulebook after) =>
        RulebookComparison
            .Of(before, after)
            .Changes.Select(change => $"{change.Where}: {change.Before?.Says.Written} -> {change.After?.Says.Written}");

    private static Rulebook Aid(string @base, string rate) => Town.Of(Town.Basic(Basic), AidOn(@base, rate));

    private static string AidOn(string @base, string rate) => Town.Layer("aid", "aid", @base, "", StepText.Tiers(rate));
}
