using System.Globalization;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Steps;

/// <summary>Which layers apply, what they work on, and what they leave.</summary>
public sealed class LayerTests
{
    private static readonly string Basic = Town.Basic(StepText.Deductible("claim", "600"), StepText.Tiers("75%"));

    /// <summary>Fee 1,000 + 200 (10% first) + 300 out of scope: in scope 1,180; deductible 600, share 25% of 580 = 145, fund 435.</summary>
    [Fact]
    public void Parts_AfterALayer_CarryTheStepsNames()
    {
        var settlement = Town.Of(Basic).Settle(TestClaim.Stay(TestClaim.A(1_000), TestClaim.B(200, 10), TestClaim.C(300)));
        settlement.Fund().ShouldBe(435);
        (
            settlement.Held("basic.deductible"),
            settlement.Held("basic.share"),
            settlement.Held("first_self_pay"),
            settlement.Held("out_of_scope"),
            settlement.Held("in_scope")
        ).ShouldBe((600m, 145m, 20m, 300m, 0m));
    }

    /// <summary>A layer whose base has in_scope names what the catalogue cut, and leaves the name of an earlier layer as it is, whether it
    /// looks at single items or not: of 50 and 100 half is paid, and 25 are still basic.share.</summary>
    [Theory]
    [Example("")]
    [Example("items: { item.kind: [drug, bed] }")]
    public void Parts_OfABaseWithInScope_KeepTheNameOfAnEarlierLayer(string items)
    {
        var settlement = Town.Of(
                Town.Layer("basic", "fund", "in_scope", "items: { item.kind: drug }", StepText.Tiers("50%")),
                Town.Layer("second", "aid", "[in_scope, basic.share]", items, StepText.Tiers("50%"))
            )
            .Settle(TestClaim.Stay(TestClaim.A(100) with { Kind = ItemKind.Drug }, TestClaim.A(100) with { Kind = ItemKind.Bed }));
        (settlement.Fund(), settlement.Aid()).ShouldBe((50m, 75m));
        (settlement.Held("basic.share"), settlement.Held("second.share"), settlement.Held("in_scope")).ShouldBe((25m, 50m, 0m));
    }

    /// <summary>A later layer pays 80% of share and first share, 165 × 80% = 132; what the patient keeps has its name already.</summary>
    [Fact]
    public void Parts_AfterALaterLayer_KeepTheirNames()
    {
        var rulebook = Town.Of(Basic, Town.Layer("supplement", "aid", "[basic.share, first_self_pay]", "", StepText.Tiers("80%")));
        var settlement = rulebook.Settle(TestClaim.Stay(TestClaim.A(1_000), TestClaim.B(200, 10)));
        settlement.Aid().ShouldBe(132);
        // 145 - 116, 20 - 16
        (settlement.Held("basic.share"), settlement.Held("first_self_pay"), settlement.Held("supplement.share")).ShouldBe((29m, 4m, 0m));
    }

    /// <summary>10.00 of a base of 100, 100 and 100: 3.33 each and the odd cent to the first part named, for all remainders and weights are
    /// the same.</summary>
    [Fact]
    public void Base_OfSeveralParts_IsPaidInProportion()
    {
        var rulebook = Town.Of(
            Town.Layer(
                "net",
                "aid",
                "[out_of_scope, first_self_pay, in_scope]",
                "",
                StepText.Tiers("100%"),
                StepText.Cap("payment", "claim", "10")
            )
        );
        var settlement = rulebook.Settle(TestClaim.Stay(TestClaim.A(10), TestClaim.B(180, 50), TestClaim.C(100), TestClaim.B(10, 100)));
        settlement
            .Parts.Where(part => part.Payers[1].Amount.Cents > 0)
            .Select(part => (part.Name, part.Payers[1].Amount.InYuan))
            .ShouldBe([("out_of_scope", 3.34m), ("first_self_pay", 3.33m), ("in_scope", 3.33m)], ignoreOrder: true);
    }

    /// <summary>The aid counts the whole 1,000 as it was at first, 50% = 500, though the fund has paid 900 of it: 100 are left to
    /// pay.</summary>
    [Theory]
    [Example("out_of_scope", 50)] // 50% of the 100 still held
    [Example("{ parts: [out_of_scope], as: held }", 50)]
    [Example("{ parts: [out_of_scope], as: original }", 100)]
    public void Base_AsOriginal_CountsWhatItWasAndPaysWhatIsHeld(string @base, decimal aid)
    {
        var rulebook = Town.Of(
            Town.Layer("first", "fund", "out_of_scope", "", StepText.Tiers("90%")),
            Town.Layer("second", "aid", @base, "", StepText.Tiers("50%"))
        );
        rulebook.Settle(TestClaim.Stay(TestClaim.C(1_000))).Aid().ShouldBe(aid);
    }

    /// <summary>The fund leaves 100 of 1,000 and 500 are due of the aid: it pays 100, so 80 of its yearly 180 are left for the next claim,
    /// of which 50% of 200 are due.</summary>
    [Fact]
    public void Base_AsOriginal_UsesUpTheCapByWhatIsPaid()
    {
        var rulebook = Town.Of(
            Town.Layer("first", "fund", "out_of_scope", "", StepText.Tiers("[ { above: 0, rate: 0% }, { above: 100, rate: 100% } ]")),
            Town.Layer(
                "second",
                "aid",
                "{ parts: [out_of_scope], as: original }",
                "",
                StepText.Tiers("50%"),
                StepText.Cap("payment", "year", "180")
            )
        );
        var first = rulebook.Settle(TestClaim.Stay(TestClaim.C(1_000)));
        first.Aid().ShouldBe(100);
        first.History.Entries.Single(entry => entry.What == "second.cap").Amount.InYuan.ShouldBe(100);
        rulebook.Settle(TestClaim.Stay(TestClaim.C(200)), first.History).Aid().ShouldBe(80);
    }

    /// <summary>100 of 1,000 are held. A deductible stays with the patient out of these, so that one of 40 leaves 60, as much as 6.25% of
    /// 960 are; a cent more or less of it is a cent less or more to pay out of, and 60.00 are due all the same.</summary>
    [Theory]
    [Example("39.99", "60.00", "40.00")]
    [Example("40.00", "60.00", "40.00")]
    [Example("40.01", "59.99", "40.01")]
    public void Base_AsOriginal_LeavesTheDeductibleWithThePatient(decimal deductible, decimal aid, decimal patient)
    {
        var settlement = OfTheRest(Year(deductible), "6.25%").Settle(TestClaim.Stay(TestClaim.C(1_000)));
        (settlement.Aid(), settlement.Patient.InYuan).ShouldBe((aid, patient));
    }

    /// <summary>So does what a cap of cost cuts off: of 1,000 at most 960 count, so that 40 of the 100 that are held are the
    /// patient's.</summary>
    [Theory]
    [Example("960.01", "60.00", "40.00")]
    [Example("960.00", "60.00", "40.00")]
    [Example("959.99", "59.99", "40.01")]
    public void Base_AsOriginal_LeavesTheCostThatDoesNotCountWithThePatient(decimal most, decimal aid, decimal patient)
    {
        var settlement = OfTheRest(StepText.Cap("cost", "claim", most.ToString(CultureInfo.InvariantCulture)), "6.25%")
            .Settle(TestClaim.Stay(TestClaim.C(1_000)));
        (settlement.Aid(), settlement.Patient.InYuan).ShouldBe((aid, patient));
    }

    /// <summary>A deductible above the 100 that are held is kept as far as they go, says so, and is used up all the same: it counts of the
    /// base as it was at first.</summary>
    [Theory]
    [Example("99.99", "99.99", "", "0.01")]
    [Example("100.00", "100.00", "", "0.00")]
    [Example("100.01", "100.00", "100.01", "0.00")]
    public void Base_AsOriginal_HoldsLessThanTheDeductible_SaysWhatIsLeft(decimal deductible, decimal kept, string due, decimal aid)
    {
        var settlement = OfTheRest(Year(deductible), "100%").Settle(TestClaim.Stay(TestClaim.C(1_000)));
        var step = settlement.Steps.Single(step => step.Kind == StepKind.Deductible);
        (step.Base.InYuan, step.Amount.InYuan, step.Due?.ToString() ?? "", settlement.Aid()).ShouldBe((1_000m, kept, due, aid));
        settlement.History.Entries.Single(entry => entry.What == "second.deductible").Amount.InYuan.ShouldBe(deductible);
    }

    private static string Year(decimal deductible) => StepText.Deductible("year", deductible.ToString(CultureInfo.InvariantCulture));

    private static Rulebook OfTheRest(string step, string rate) =>
        Town.Of(
            Town.Layer("first", "fund", "out_of_scope", "", StepText.Tiers("90%")),
            Town.Layer("second", "aid", "{ parts: [out_of_scope], as: original }", "", step, StepText.Tiers(rate))
        );

    /// <summary>Of drugs only: the 100 that drugs cost lie in the first band, whatever the 900 for the bed. The tenth of the bill that
    /// drugs are bears 60 of the
    /// deductible and 10 of the share (25% of 400 is 100): 10% of 70.</summary>
    [Fact]
    public void Base_AsOriginalOfSomeItems_CountsOnlyThose()
    {
        var rulebook = Town.Of(
            Basic,
            Town.Layer(
                "drugs",
                "aid",
                "{ parts: [basic.deductible, basic.share], as: original }",
                "items: { item.kind: drug }",
                StepText.Tiers("[ { above: 0, rate: 10% }, { above: 500, rate: 100% } ]")
            )
        );
        var settlement = rulebook.Settle(
            TestClaim.Stay(TestClaim.A(100) with { Kind = ItemKind.Drug }, TestClaim.A(900) with { Kind = ItemKind.Bed })
        );
        settlement.Aid().ShouldBe(7);
    }

    [Fact]
    public void Items_Filter_LeavesTheOthersAlone()
    {
        var rulebook = Town.Of(
            Town.Layer("drugs", "fund", "in_scope", "items: { item.kind: drug }", StepText.Deductible("claim", "10"), StepText.Tiers("50%"))
        );
        var settlement = rulebook.Settle(TestClaim.Stay(TestClaim.A(110) with { Kind = ItemKind.Drug }, TestClaim.A(1_000)));
        (settlement.Fund(), settlement.Held("in_scope"), settlement.Held("drugs.deductible")).ShouldBe((50m, 1_000m, 10m));
    }

    /// <summary>Per-disease payment instead of the ordinary rule, once a year for each disease; a disease without a standard falls
    /// back.</summary>
    [Fact]
    public void InsteadOf_AtMostOnceAYearEachDisease_FallsBackToTheOrdinaryRule()
    {
        var rulebook = Diseases();
        var appendix = rulebook.Settle(TestClaim.Stay(5_000) with { Disease = "appendicitis" });
        Skipped(appendix).ShouldBe("basic Replaced");
        var gall = rulebook.Settle(TestClaim.Stay(5_000) with { Disease = "cholecystitis" }, appendix.History);
        Skipped(gall).ShouldBe("basic Replaced");
        var again = rulebook.Settle(TestClaim.Stay(5_000) with { Disease = "appendicitis" }, gall.History);
        Skipped(again).ShouldBe("quota UsedUp");
        again.Fund().ShouldBe(3_300); // (5000 - 600) × 75%
        Skipped(rulebook.Settle(TestClaim.Stay(5_000) with { Disease = "hernia" }, gall.History)).ShouldBe("quota NoStandard");
        Skipped(rulebook.Settle(TestClaim.Stay(5_000) with { Disease = "appendicitis", Discharged = new(2021, 1, 1) }, gall.History))
            .ShouldBe("basic Replaced");
        Skipped(rulebook.Settle(TestClaim.Stay(5_000), gall.History)).ShouldBe("quota Conditions");
    }

    [Theory]
    [Example("2020-02-29", false)]
    [Example("2020-03-01", true)]
    [Example("2020-08-31", true)]
    [Example("2020-09-01", false)]
    public void Layer_FromAndUntil_IsInForceBetween(string day, bool applies)
    {
        var rulebook = Town.Of(Town.Layer("spring", "fund", "in_scope", "from: 2020-03-01\nuntil: 2020-09-01", StepText.Tiers("100%")));
        var settlement = rulebook.Settle(TestClaim.Stay(10) with { Discharged = Day.Of(day) });
        settlement.Fund().ShouldBe(applies ? 10 : 0);
        settlement.Skipped.Select(skipped => skipped.Reason).ShouldBe(applies ? [] : [SkipReason.NotInForce]);
    }

    /// <summary>Bill 50,000 of class A and 1,000 of class B at 10%. Basic: (50,900 - 1,000) × 60% = 29,940. Left: 1,000 + 19,960 + 100 =
    /// 21,060.
    /// Critical illness above 10,000: 11,060 × 50% = 5,530. Medical aid, 70% of the 15,530 left, at most 8,000 a year.</summary>
    [Fact]
    public void Layers_OneAfterAnother_EachWorkOnWhatIsLeft()
    {
        var rulebook = Cascade();
        var settlement = rulebook.Settle(TestClaim.Stay(TestClaim.A(50_000), TestClaim.B(1_000, 10)));
        (settlement.Fund(), settlement.Aid(), settlement.Patient.InYuan).ShouldBe((29_940m + 5_530m, 8_000m, 7_530m));
    }

    /// <summary>The next stay of 11,000: basic (11,000 - 1,000) × 60% = 6,000. Critical illness goes on above its deductible: 5,000 × 50% =
    /// 2,500.
    /// The aid has paid its 8,000. 2,500 stay with the patient, 7,530 + 2,500 = 10,030 in the year: the net pays what is above
    /// 10,000.</summary>
    [Fact]
    public void Layers_OverTheYear_EndInTheSafetyNet()
    {
        var rulebook = Cascade();
        var first = rulebook.Settle(TestClaim.Stay(TestClaim.A(50_000), TestClaim.B(1_000, 10)));
        var second = rulebook.Settle(TestClaim.Stay(11_000), first.History);
        (second.Fund(), second.Aid(), second.Patient.InYuan).ShouldBe((6_000m + 2_500m + 30m, 0m, 2_470m));
    }

    private static Rulebook Cascade()
    {
        const string Kept = "[basic.deductible, basic.share, first_self_pay]";
        return Town.Of(
            Town.Basic(StepText.Deductible("claim", "1_000"), StepText.Tiers("60%")),
            Town.Layer("illness", "fund", Kept, "", StepText.Deductible("year", "10_000"), StepText.Tiers("50%", "year")),
            Town.Layer("aid", "aid", Kept, "", StepText.Tiers("70%"), StepText.Cap("payment", "year", "8_000")),
            Town.Layer("net", "fund", Kept, "", StepText.Deductible("year", "10_000"), StepText.Tiers("100%"))
        );
    }

    /// <summary>A use for one disease uses up the other's, or does not, as the policy says; one that does not say is refused.</summary>
    [Theory]
    [InlineData("each: disease", true)]
    [InlineData("each: none", false)]
    public void Uses_OfStandardsByDisease_CountAsItSays(string each, bool paysByQuota)
    {
        var rulebook = Diseases($"times: 1, per: year, {each}");
        var first = rulebook.Settle(TestClaim.Stay(10_000) with { Disease = "appendicitis" });
        var second = rulebook.Settle(TestClaim.Stay(10_000) with { Disease = "cholecystitis" }, first.History);
        second.Skipped.Any(skipped => skipped.Layer == "quota").ShouldBe(!paysByQuota);
    }

    [Fact]
    public void Uses_OfStandardsByDiseaseThatDoNotSay_AreRefused() =>
        Should
            .Throw<PolicyException>(() => Diseases("times: 1, per: year"))
            .Problems.ShouldHaveSingleItem()
            .ToString()
            .ShouldBe(
                "3-layer.yaml:7:1: the payment standards of this layer differ by 'disease', and 'at_most' does not say which uses add up. "
                    + "Write 'each: disease' where every disease is counted apart, or 'each: none' where all count together."
            );

    private const string Appendix = "{ when: { disease: [appendicitis, cholecystitis] }, value: 6_000 }";

    private static Rulebook Diseases(string atMost = "times: 1, per: year, each: disease") =>
        Town.With(
            folder => folder.With("index.yaml", RulebookFolder.Index + "lists:\n  listed: [appendicitis, cholecystitis, hernia]\n"),
            Basic,
            Town.Layer(
                "quota",
                "fund",
                "in_scope",
                $"instead_of: basic\napplies: {{ disease: {{ in: listed }} }}\nat_most: {{ {atMost} }}",
                "{ id: quota, kind: quota, pays_on: limit, excess: { patient: 100% }, "
                    + $"amount: {StepText.Dated($"rows: [ {Appendix}, {{ when: {{ disease: hernia }}, value: none }} ]")}, "
                    + $"rate: {StepText.Dated("value: 70%")} }}"
            )
        );

    private static string Skipped(Settlement settlement) =>
        settlement.Skipped.Select(skipped => $"{skipped.Layer} {skipped.Reason}").ShouldHaveSingleItem();
}
