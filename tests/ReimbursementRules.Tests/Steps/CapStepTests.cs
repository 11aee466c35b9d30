using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.Steps;

/// <summary>A ceiling on the cost that counts, or on what the payer pays.</summary>
public sealed class CapStepTests
{
    /// <summary>50% of the bill, at most 500.</summary>
    [Theory]
    [Example("999.98", "499.99", "0.00")]
    [Example("1000.00", "500.00", "0.00")]
    [Example("1000.02", "500.00", "0.01")]
    [Example("3000.00", "500.00", "1000.00")]
    public void Cap_OnPayment_CutsWhatIsPaid(decimal bill, decimal fund, decimal cut)
    {
        var settlement = Town.Of(Town.Basic(StepText.Tiers("50%"), StepText.Cap("payment", "claim", "500"))).Settle(TestClaim.Stay(bill));
        settlement.Fund().ShouldBe(fund);
        settlement.Held("basic.cap").ShouldBe(cut);
        settlement.Held("basic.share").ShouldBe(bill - fund - cut);
    }

    /// <summary>At most 100 of 80% of 1,000, or 80% of at most 100: the year counts these 100, wherever the cap of the claim
    /// stands.</summary>
    [Theory]
    [Example("payment", "100.00")]
    [Example("cost", "80.00")]
    public void Cap_OfTheYearBeforeThatOfTheClaim_CountsWhatBothLeave(string of, decimal fund)
    {
        string[] caps = [StepText.Cap(of, "year", "1_000", "year"), StepText.Cap(of, "claim", "100", "visit")];
        var settlement = Town.Of(Town.Basic(of == "cost" ? [.. caps, StepText.Tiers("80%")] : [StepText.Tiers("80%"), .. caps]))
            .Settle(TestClaim.Stay(1_000));
        settlement.Fund().ShouldBe(fund);
        settlement.History.Entries.Single(entry => entry.What == "basic.year").Amount.InYuan.ShouldBe(100);
    }

    /// <summary>Only 500 of the cost count, and half of them are paid.</summary>
    [Theory]
    [Example("499.98", "249.99", "0.00")]
    [Example("500.00", "250.00", "0.00")]
    [Example("500.02", "250.00", "0.02")]
    [Example("3000.00", "250.00", "2500.00")]
    public void Cap_OnCost_CutsTheCostBeforeTheRate(decimal bill, decimal fund, decimal cut)
    {
        var settlement = Town.Of(Town.Basic(StepText.Cap("cost", "claim", "500"), StepText.Tiers("50%"))).Settle(TestClaim.Stay(bill));
        settlement.Fund().ShouldBe(fund);
        settlement.Held("basic.cap").ShouldBe(cut);
        settlement.Held("basic.share").ShouldBe(fund);
    }

    /// <summary>A deductible of 100 before or after the cost cap of 500: (500 - 100) × 50% or min(500, 1,000 - 100) × 50%.</summary>
    [Fact]
    public void Cap_OnCost_StandsBeforeOrAfterTheDeductible()
    {
        var deductible = StepText.Deductible("claim", "100");
        var cap = StepText.Cap("cost", "claim", "500");
        Town.Of(Town.Basic(cap, deductible, StepText.Tiers("50%"))).Settle(TestClaim.Stay(1_000)).Fund().ShouldBe(200);
        Town.Of(Town.Basic(deductible, cap, StepText.Tiers("50%"))).Settle(TestClaim.Stay(1_000)).Fund().ShouldBe(250);
    }

    /// <summary>At most 500 a month: 400, then 100 of 400; in the next month 400 again.</summary>
    [Theory]
    [Example("payment")]
    [Example("cost")]
    public void Cap_PerMonth_BeginsAgainWithTheMonth(string of)
    {
        var cap = StepText.Cap(of, "month", "500");
        var rulebook = Town.Of(of == "cost" ? Town.Basic(cap, StepText.Tiers("100%")) : Town.Basic(StepText.Tiers("100%"), cap));
        var first = rulebook.Settle(TestClaim.Stay(400) with { Discharged = new(2020, 10, 1) });
        first.Fund().ShouldBe(400);
        rulebook.Settle(TestClaim.Stay(400) with { Discharged = new(2020, 10, 31) }, first.History).Fund().ShouldBe(100);
        rulebook.Settle(TestClaim.Stay(400) with { Discharged = new(2020, 11, 1) }, first.History).Fund().ShouldBe(400);
    }

    /// <summary>At most 500 a year at 50%: 400 is paid on 800; then one cent below, at and above what is left, and nothing of the next
    /// bill.</summary>
    [Theory]
    [Example("199.98", "99.99", "0.01")]
    [Example("200.00", "100.00", "0.00")]
    [Example("200.02", "100.00", "0.00")]
    public void Cap_PerYear_PaysWhatIsLeftOfIt(decimal second, decimal fund, decimal ofThird)
    {
        var rulebook = Town.Of(Town.Basic(StepText.Tiers("50%"), StepText.Cap("payment", "year", "500")));
        var first = rulebook.Settle(TestClaim.Stay(800));
        var then = rulebook.Settle(TestClaim.Stay(second), first.History);
        then.Fund().ShouldBe(fund);
        rulebook.Settle(TestClaim.Stay(1_000), then.History).Fund().ShouldBe(ofThird);
    }

    /// <summary>At most 100 a claim and 150 a year: 100, then 50, then nothing.</summary>
    [Fact]
    public void Caps_OfClaimAndYear_BothHold()
    {
        var rulebook = Town.Of(
            Town.Basic(
                StepText.Tiers("100%"),
                StepText.Cap("payment", "claim", "100", "claim_cap"),
                StepText.Cap("payment", "year", "150", "year_cap")
            )
        );
        var first = rulebook.Settle(TestClaim.Stay(1_000));
        var second = rulebook.Settle(TestClaim.Stay(1_000), first.History);
        var third = rulebook.Settle(TestClaim.Stay(1_000), second.History);
        (first.Fund(), second.Fund(), third.Fund()).ShouldBe((100m, 50m, 0m));
    }

    /// <summary>Lifted for listed diseases, whose claims still use up what others may have: 900 of 1,000 are used, so 100 are
    /// left.</summary>
    [Fact]
    public void Cap_LiftedForADisease_IsStillCounted()
    {
        var rulebook = Town.Of(
            Town.Basic(
                StepText.Tiers("100%"),
                StepText
                    .CapOf("payment", "year", "rows: [ { when: { disease: leukaemia }, value: none }, { otherwise: true, value: 1_000 } ]")
                    .Replace("per: year", "per: year, counts: together", StringComparison.Ordinal)
            )
        );
        var listed = rulebook.Settle(TestClaim.Stay(900) with { Disease = "leukaemia" });
        rulebook.Settle(TestClaim.Stay(900) with { Disease = "leukaemia" }, listed.History).Fund().ShouldBe(900);
        rulebook.Settle(TestClaim.Stay(900), listed.History).Fund().ShouldBe(100);
    }

    /// <summary>Lifted for members of low income: what their claims were paid counts when they are that no more, whether it is said that
    /// rows count together or not.</summary>
    [Theory]
    [Example("per: year")]
    [Example("per: year, counts: together")]
    public void Cap_LiftedForAMember_IsStillCounted(string per)
    {
        var rulebook = Town.Of(
            Town.Basic(
                StepText.Tiers("100%"),
                StepText
                    .CapOf("payment", "year", "rows: [ { when: { poverty: low_income }, value: none }, { otherwise: true, value: 1_000 } ]")
                    .Replace("per: year", per, StringComparison.Ordinal)
            )
        );
        var poor = rulebook.Settle(TestClaim.Stay(900) with { Member = new() { Poverty = Poverty.LowIncome } });
        rulebook.Settle(TestClaim.Stay(600), poor.History).Fund().ShouldBe(100);
    }

    /// <summary>What a cap of payment cuts off is no cost that does not count: 600 of 1,000 a year are counted, though 200 of their 300
    /// are not paid; so that 400 count of the next 600, one cent below, at and above.</summary>
    [Theory]
    [Example("399.99", "399.99")]
    [Example("400.00", "400.00")]
    [Example("400.01", "400.00")]
    public void CapOnCost_WithACapOnPayment_CountsTheCost(decimal second, decimal counted)
    {
        var rulebook = Town.Of(
            Town.Basic(
                StepText.Cap("cost", "year", "1_000", "cost_cap"),
                StepText.Tiers("50%"),
                StepText.Cap("payment", "claim", "100", "claim_cap"),
                StepText.Cap("payment", "year", "5_000", "year_cap")
            )
        );
        var first = rulebook.Settle(TestClaim.Stay(600));
        Counted(first, "basic.cost_cap").ShouldBe(600);
        Counted(first, "basic.year_cap").ShouldBe(100);
        Counted(rulebook.Settle(TestClaim.Stay(second), first.History), "basic.cost_cap").ShouldBe(600 + counted);
    }

    /// <summary>A later cap of payment takes off what an earlier one counts, and no cap of cost does: 150 a year, of which the claim's cap
    /// lets 100 be paid.</summary>
    [Fact]
    public void CapOnPayment_BeforeAnother_CountsWhatThatLeaves()
    {
        var rulebook = Town.Of(
            Town.Basic(
                StepText.Cap("cost", "claim", "500", "cost_cap"),
                StepText.Tiers("100%"),
                StepText.Cap("payment", "year", "150", "year_cap"),
                StepText.Cap("payment", "claim", "100", "claim_cap")
            )
        );
        Counted(rulebook.Settle(TestClaim.Stay(1_000)), "basic.year_cap").ShouldBe(100);
    }

    private static decimal Counted(Settlements.Settlement settlement, string what) =>
        settlement.History.Entries.Single(entry => entry.What == what).Amount.InYuan;

    /// <summary>The cut comes off the highest band first: 100 × 50% + 100 × 90% = 140, less 100 leaves 40 of the first band's 50 and
    /// nothing of the second.</summary>
    [Fact]
    public void Cap_OnBands_CutsTheLastBandFirst()
    {
        var rulebook = Town.Of(
            Town.Basic(StepText.Tiers("[ { above: 0, rate: 50% }, { above: 100, rate: 90% } ]"), StepText.Cap("payment", "claim", "40"))
        );
        var bands = rulebook.Settle(TestClaim.Stay(200)).Steps.Where(step => step.Kind == StepKind.Band);
        bands.Select(band => band.Moves.Where(move => !move.IsKept).Sum(move => move.Amount.InYuan)).ShouldBe([40m, 0m]);
    }

    [Theory]
    [Example("payment", StepKind.CapOnPayment)]
    [Example("cost", StepKind.CapOnCost)]
    public void Cap_InTheTrace_IsToldByWhatItLimits(string of, StepKind kind)
    {
        var (cap, tiers) = (StepText.Cap(of, "claim", "10"), StepText.Tiers("100%"));
        Town.Of(of == "cost" ? Town.Basic(cap, tiers) : Town.Basic(tiers, cap))
            .Settle(TestClaim.Stay(100))
            .Steps.Single(step => step.Kind != StepKind.Band)
            .Kind.ShouldBe(kind);
    }
}
