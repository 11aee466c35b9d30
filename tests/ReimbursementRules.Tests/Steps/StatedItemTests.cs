using ReimbursementRules.Claims;
using ReimbursementRules.Curves;
using ReimbursementRules.Engines;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Reports;
using ReimbursementRules.Settlements;
using ReimbursementRules.Testing;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Reference;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>What another settlement has paid or left, stated item by item: the policy goes on from there.</summary>
public sealed class StatedItemTests
{
    private static readonly string[] Basic =
    [
        StepText.Deductible("year", "600"),
        StepText.Tiers("75%", "year"),
        StepText.Cap("payment", "year", "1_000"),
    ];

    private static readonly Rulebook Illness = Town.Of(
        Town.Basic(Basic),
        Town.Layer("illness", "aid", "basic.stays", "", StepText.Deductible("year", "20_000"), StepText.Tiers("50%"))
    );

    /// <summary>Basic insurance has paid 120,000 and left 80,000, of which 20,000 are the deductible: 60,000 × 50% = 30,000.</summary>
    [Fact]
    public void Left_AfterBasicInsurance_IsTheBaseOfCriticalIllness()
    {
        var settlement = Illness.Settle(Claim(("basic.share", 80_000), ("basic.paid", 120_000)));
        (settlement.Fund(), settlement.Aid(), settlement.Patient.InYuan).ShouldBe((120_000m, 30_000m, 50_000m));
        (settlement.Bill.InYuan, settlement.Held("in_scope")).ShouldBe((200_000m, 0m));
        settlement.Parts.Single(part => part.Name == "basic.share").AtFirst.InYuan.ShouldBe(80_000);
        settlement
            .Steps.Where(step => step.Kind == StepKind.Stated)
            .Select(step => (step.Layer, step.Step, step.Amount.InYuan, step.Source.Reference.En))
            .ShouldBe([("basic", "share", 80_000m, "As stated on the claim"), ("basic", "paid", 120_000m, "As stated on the claim")]);
        settlement.Skipped.Select(skipped => (skipped.Layer, skipped.Reason)).ShouldBe([("basic", SkipReason.Stated)]);
    }

    /// <summary>(20,000.01 − 20,000) × 50% = 0.005, which is 0.01.</summary>
    [Theory]
    [Example("19999.99", "0.00")]
    [Example("20000.00", "0.00")]
    [Example("20000.01", "0.01")]
    public void Left_AtTheDeductibleOfTheNextLayer_IsPaidAboveIt(decimal left, decimal aid) =>
        Illness.Settle(Claim(("basic.share", left))).Aid().ShouldBe(aid);

    /// <summary>A fund that has no layer here has paid 500; the aid pays 75% of (1,600 − 600).</summary>
    [Fact]
    public void Paid_ByAPayer_NeedsNoLayer()
    {
        var rulebook = Town.Of(Town.Layer("own", "aid", "in_scope", "", StepText.Deductible("claim", "600"), StepText.Tiers("75%")));
        var settlement = rulebook.Settle(TestClaim.Stay(Item("fund", 500), TestClaim.A(1_600)));
        (settlement.Fund(), settlement.Aid(), settlement.Patient.InYuan).ShouldBe((500m, 750m, 850m));
        settlement.Items[0].Payers.Single(payer => payer.Payer == "fund").Amount.InYuan.ShouldBe(500);
        settlement.Skipped.ShouldBeEmpty();
    }

    /// <summary>Basic insurance has settled the claim elsewhere: it does not work on what else stands there.</summary>
    [Fact]
    public void Layer_ThatIsStated_DoesNotWorkOnOtherItems()
    {
        var settlement = Illness.Settle(TestClaim.Stay(Item("basic.paid", 750), TestClaim.A(1_000), TestClaim.C(5)));
        (settlement.Fund(), settlement.Held("in_scope"), settlement.Held("out_of_scope")).ShouldBe((750m, 1_000m, 5m));
    }

    /// <summary>The history goes on as if the layer had worked here: deductible 600, bands 300 + 100, cap 300; 700 are left of the
    /// cap.</summary>
    [Theory]
    [Example("933.32", "699.99")]
    [Example("933.33", "700.00")]
    [Example("933.35", "700.00")]
    public void RunningSums_OfAStatedLayer_TakeWhatIsStated(decimal next, decimal fund)
    {
        var stated = Illness.Settle(Claim(("basic.deductible", 600), ("basic.share", 100), ("basic.paid", 300)));
        Used(stated)
            .ShouldBe(["admissions 1", "basic.cap 300.00", "basic.deductible 600.00", "basic.share 400.00", "illness.deductible 700.00"]);
        Illness.Settle(TestClaim.Stay(next) with { Discharged = new(2020, 10, 9) }, stated.History).Fund().ShouldBe(fund);
    }

    /// <summary>Whatever basic insurance has come to, a claim that states it goes on as the claim itself does.</summary>
    [Property]
    public void Restated_SettlementOfBasicInsurance_GoesOnTheSame(PlainTrial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var rulebook = trial.Of.Rulebook;
        var (history, again) = (History.Empty, History.Empty);
        foreach (var claim in trial.Claims.Select(InScope))
        {
            var whole = rulebook.Settle(claim, history);
            var parts = whole.Parts.Where(part => part.Name.StartsWith("basic.", StringComparison.Ordinal));
            FeeItem[] items = [.. parts.Select(part => Item(part.Name, part.AtFirst.InYuan)), Item("basic.paid", whole.Fund())];
            var stated = rulebook.Settle(claim with { Items = [.. items] }, again);
            (stated.Fund(), stated.Aid(), stated.Patient).ShouldBe((whole.Fund(), whole.Aid(), whole.Patient));
            Used(stated).Order().ShouldBe(Used(whole).Order());
            SettlementChecker.Check(JsonReport.Write(stated)).ShouldBeEmpty();
            (history, again) = (whole.History, stated.History);
        }

        // Of no unit the patient pays nothing first.
        static Claim InScope(Claim claim) =>
            claim with
            {
                Items = [.. claim.Items.Select(item => item with { Class = CatalogueClass.A, FirstSelfPay = null, Quantity = 0 })],
            };
    }

    /// <summary>One use a year: what another settlement used counts.</summary>
    [Fact]
    public void Uses_OfAStatedLayer_AreCounted()
    {
        var rulebook = Town.Of(Town.Layer("basic", "fund", "in_scope", "at_most: { times: 1, per: year }", StepText.Tiers("75%")));
        var stated = rulebook.Settle(Claim(("basic.paid", 75)));
        Used(stated).ShouldContain("basic 1");
        rulebook.Settle(TestClaim.Stay(100), stated.History).Fund().ShouldBe(0);
        rulebook.Settle(TestClaim.Stay(100), rulebook.Settle(Claim(("basic.paid", 0))).History).Fund().ShouldBe(75);
    }

    [Theory]
    [InlineData("basic.paid", "basic", "chronic")]
    [InlineData("chronic.paid", "basic", "chronic")]
    [InlineData("other.paid", "other")]
    public void Layer_ThatStandsInForAStatedOne_DoesNotWorkEither(string name, params string[] skipped)
    {
        var rulebook = Town.Of(
            Town.Basic(StepText.Tiers("75%")),
            Town.Layer("chronic", "fund", "in_scope", "applies: { disease: flu }\ninstead_of: basic", StepText.Tiers("90%")),
            Town.Layer("other", "aid", "basic.share", "", StepText.Tiers("10%"))
        );
        rulebook
            .Settle(TestClaim.Stay(Item(name, 50), TestClaim.A(100)) with { Disease = "flu" })
            .Skipped.Where(one => one.Reason == SkipReason.Stated)
            .Select(one => one.Layer)
            .ShouldBe(skipped);
    }

    [Fact]
    public void Trace_OfWhatIsStated_IsToldAddedUpAndReadAgain()
    {
        var settlement = Illness.Settle(Claim(("basic.share", 80_000), ("basic.paid", 120_000)));
        var steps = settlement.Steps.Where(step => step.Kind == StepKind.Stated).ToList();
        StepWords.Say(steps[0], null).En.ShouldBe("As stated on the claim, 80,000.00 has been left with the patient before: basic.");
        StepWords.Say(steps[0], null).Zh.ShouldBe("按单据所载，此前已由患者负担 80,000.00 元：basic。");
        StepWords.Say(steps[1], null).En.ShouldBe("As stated on the claim, 120,000.00 has been paid before: basic.");
        StepWords.Say(steps[1], null).Zh.ShouldBe("按单据所载，此前已支付 120,000.00 元：basic。");
        StepWords.Say(steps[1].Moves[0], steps[1].Kind, new(settlement)).En.ShouldBe("In scope: Fund has paid 120,000.00");
        StepWords.Say(steps[1].Moves[0], steps[1].Kind, new(settlement)).Zh.ShouldBe("政策范围内：基金已支付 120,000.00 元");
        TextReport.Write(settlement).ShouldContain("the claim states what was settled before");
        var json = JsonReport.Write(settlement);
        SettlementChecker.Check(json).ShouldBeEmpty();
        JsonReport.Write(Settlement.Parse(json)).ShouldBe(json);
        var reversal = JsonReport.Write(settlement.Reverse());
        SettlementChecker.Check(reversal).ShouldBeEmpty();
        JsonReport.Write(Settlement.Parse(reversal)).ShouldBe(reversal);
    }

    /// <summary>Of each yuan that is left the patient bears all up to 20,000, then half; what was paid grows with its payer.</summary>
    [Fact]
    public void Curve_OfWhatIsStated_IsProved()
    {
        var claim = Claim(("basic.share", 0), ("basic.paid", 500));
        var ofLeft = Curve.Of(Illness, claim, History.Empty, new(0, Money.Zero, Money.Yuan(100_000)));
        ofLeft.IsProved.ShouldBeTrue();
        ofLeft.Segments.Select(segment => $"{segment.Lines[1].Slope}").Distinct().ShouldBe(["0", "0.5"]);
        var ofPaid = Curve.Of(Illness, claim, History.Empty, new(1, Money.Zero, Money.Yuan(100_000)));
        ofPaid.IsProved.ShouldBeTrue();
        ofPaid.Segments.Select(segment => $"{segment.Lines[0].Slope}").ShouldBe(["1"]);
    }

    /// <summary>Neither the catalogue nor a gate asks what was settled before; another item is asked as ever.</summary>
    [Fact]
    public void Facts_OfAStatedItem_AreNotAsked()
    {
        var rulebook = Town.With(
            folder => folder.With("0-gates.yaml", Gate("item", "{ item.kind: drug }")),
            Town.Basic(Basic),
            Town.Layer("bed", "aid", "basic.share", "items: { item.kind: { not: bed } }", StepText.Tiers("50%"))
        );
        rulebook.Settle(Claim(("basic.paid", 100)) with { Setting = null }).Fund().ShouldBe(100);
        rulebook.Settle(TestClaim.Stay(Item("basic.share", 100) with { Kind = ItemKind.Drug })).Aid().ShouldBe(50);
        rulebook.Settle(TestClaim.Stay(Item("basic.share", 100) with { Kind = ItemKind.Bed })).Aid().ShouldBe(0);
        Should
            .Throw<InputException>(() => rulebook.Settle(TestClaim.Stay(Item("basic.share", 100), new() { Amount = Money.Yuan(1) })))
            .Problems.ShouldHaveSingleItem()
            .Path.ShouldBe("items[1].class");
    }

    /// <summary>The facts of the layer itself are not asked, but where they tell which sum counts what is stated.</summary>
    [Theory]
    [InlineData("together", true)]
    [InlineData("apart", false)]
    public void Facts_OfAStatedLayer_AreAskedWhereSumsAreApart(string counts, bool settles)
    {
        const string Levels =
            "rows: [ { when: { hospital.level: three }, value: 800 }, { when: { hospital.level: { not: three } }, value: 600 } ]";
        var deductible = StepText
            .DeductibleOf("year", Levels)
            .Replace("per: year", $"per: year, counts: {counts}", StringComparison.Ordinal);
        var rulebook = Town.Of(Town.Basic(deductible, StepText.Tiers("75%")));
        var claim = Claim(("basic.deductible", 600)) with { Provider = new() };
        if (settles)
            Used(rulebook.Settle(claim)).ShouldContain("basic.deductible 600.00");
        else
            Should.Throw<InputException>(() => rulebook.Settle(claim)).Problems.Single().Path.ShouldBe("hospital.level");
    }

    /// <summary>What another settlement has paid stays paid where a gate refuses the claim; what is refused is the rest.</summary>
    [Fact]
    public void Claim_ThatIsRefused_KeepsWhatIsStated()
    {
        var rulebook = Town.With(folder => folder.With("0-gates.yaml", Gate("when", "{ setting: inpatient }")), Town.Basic(Basic));
        var settlement = rulebook.Settle(TestClaim.Stay(Item("basic.paid", 100), Item("basic.deductible", 40), TestClaim.A(7)));
        settlement.Status.ShouldBe(SettlementStatus.Refused);
        (settlement.Fund(), settlement.Held("refused"), settlement.Held("basic.deductible")).ShouldBe((100m, 7m, 40m));
        Used(settlement).ShouldContain("basic.deductible 40.00");
        SettlementChecker.Check(JsonReport.Write(settlement)).ShouldBeEmpty();
    }

    [Fact]
    public void Rules_OfAStatedItem_AreThoseThatGoOn()
    {
        var fired = new List<string>();
        Illness.Observed(rule => fired.Add(rule.Rule.Table)).Settle(Claim(("basic.share", 30_000)));
        fired.Distinct().ShouldBe(["illness.deductible.amount", "illness.share.table"], ignoreOrder: true);
    }

    [Fact]
    public void Engines_OnWhatIsStated_Agree()
    {
        var claim = TestClaim.Stay(Item("basic.share", 30_000.01m), TestClaim.B(10, 10));
        string[] layers = [Town.Basic(Basic), Town.Layer("illness", "aid", "[basic.stays, first_self_pay]", "", StepText.Tiers("50%"))];
        var settled = new IRuleEngine[] { new NRulesEngine(), new GridEngine() }.Select(engine =>
            Town.With(engine, _ => { }, layers).Settle(claim).Aid()
        );
        settled.ShouldAllBe(aid => aid == 15_000.51m);
    }

    /// <summary>The fund of a ledger owes the provider what it pays here: the aid 50, and nothing of the 100 that the fund has paid
    /// elsewhere.</summary>
    [Fact]
    public void Ledger_OfWhatWasPaidElsewhere_OwesNothing()
    {
        var rulebook = Town.Of(Town.Basic(Basic), Town.Layer("aid", "aid", "basic.share", "", StepText.Tiers("50%")));
        var claim = Claim(("basic.paid", 100), ("basic.share", 100)) with
        {
            Id = "A",
            Provider = new() { Id = "H", Level = HospitalLevel.Two },
        };
        var ledger = MemberLedger.Open(rulebook).Settle(claim, new(2020, 10, 9));
        Receivables.Empty.Post(ledger).Balances.Select(one => (one.Receivable.Payer, one.Amount.InYuan)).ShouldBe([("aid", 50m)]);
    }

    [Fact]
    public void Claim_InChinese_StatesTheSame()
    {
        var claim = ReimbursementRules.Claims.Claim.Parse(
            """
            出院日期: 2020-10-08
            就医类型: 住院
            费用明细:
              - { 已结算部分: basic.share, 金额: 30_000 }
            """
        );
        claim.Items[0].Settled.ShouldBe("basic.share");
        Illness.Settle(claim).Aid().ShouldBe(5_000);
    }

    private static string Gate(string key, string conditions) =>
        $"gates:\n  - id: none\n    {key}: {conditions}\n    then: refuse\n    reference: Town order 9\n"
        + "    message: { en: No., zh: 否。 }\n";

    private static Claim Claim(params ReadOnlySpan<(string Name, decimal Amount)> stated)
    {
        var items = new List<FeeItem>();
        foreach (var (name, amount) in stated)
            items.Add(Item(name, amount));
        return TestClaim.Stay([.. items]);
    }

    private static FeeItem Item(string name, decimal amount) => new() { Settled = name, Amount = Money.Yuan(amount) };

    private static IEnumerable<string> Used(Settlement settlement) =>
        settlement.History.Entries.Select(entry => entry.Times > 0 ? $"{entry.What} {entry.Times}" : $"{entry.What} {entry.Amount}");
}
