using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Steps;

/// <summary>What stops or marks a claim or an item.</summary>
public sealed class GateTests
{
    private const string Message = "reference: Town order 9, message: { en: Stop, zh: 停 }";

    [Theory]
    [Example("", 0, 1_000)]
    [Example(", liable: hospital", 1_000, 0)]
    public void Gate_RefusesTheClaim_LeavesItWithWhoeverIsLiable(string liable, decimal hospital, decimal patient)
    {
        var settlement = With($"id: stop, when: {{ provider.agreement: none }}, then: refuse{liable}")
            .Settle(TestClaim.Stay(1_000) with { Provider = new() { Agreement = Agreement.None } });
        settlement.Status.ShouldBe(SettlementStatus.Refused);
        (settlement.Fund(), settlement.Hospital.InYuan, settlement.Patient.InYuan).ShouldBe((0m, hospital, patient));
        settlement.Skipped.ShouldAllBe(skipped => skipped.Reason == SkipReason.Refused);
        settlement.History.Entries.ShouldBeEmpty(); // not even an admission is counted
    }

    [Fact]
    public void Gate_RefusesTheClaimWithAPayerLiable_LetsThatPayerPayAll()
    {
        var settlement = With("id: injury, when: { cause: work_injury }, then: refuse, liable: aid")
            .Settle(TestClaim.Stay(TestClaim.A(1_000), TestClaim.C(50)) with { Cause = Cause.WorkInjury });
        (settlement.Fund(), settlement.Aid(), settlement.Patient.InYuan).ShouldBe((0m, 1_050m, 0m));
    }

    [Theory]
    [Example(28, 150, 0)]
    [Example(29, 50, 100)]
    public void Gate_RefusesAnItem_SettlesTheOthers(int days, decimal fund, decimal refused)
    {
        var settlement = With("id: supply, item: { item.days_of_supply: { from: 29 } }, then: refuse")
            .Settle(TestClaim.Stay(TestClaim.A(100) with { DaysOfSupply = days }, TestClaim.A(50)));
        (settlement.Fund(), settlement.Held("refused"), settlement.Status).ShouldBe((fund, refused, SettlementStatus.Settled));
        settlement.Findings.Select(finding => finding.Item).ShouldBe(refused > 0 ? [0] : []);
    }

    [Theory]
    [Example("49999.99", SettlementStatus.Settled)]
    [Example("50000.00", SettlementStatus.Held)]
    public void Gate_Holds_SettlesAndWaitsFromTheThreshold(decimal bill, SettlementStatus status)
    {
        var settlement = With("id: large, when: { bill: { from: 50_000 } }, then: hold").Settle(TestClaim.Stay(bill));
        (settlement.Status, settlement.Fund()).ShouldBe((status, bill));
    }

    /// <summary>Filed on Thursday 2020-10-08. The weekend is not worked, but Saturday 10 October is declared a workday and Monday 12 a
    /// holiday: Friday, Saturday, Tuesday.</summary>
    [Fact]
    public void Gate_HoldsForWorkingDays_SaysTheDayThatTheReviewIsDue()
    {
        var rulebook = Town.With(
            folder =>
                folder
                    .With(
                        "0-gates.yaml",
                        $"gates:\n  - {{ id: review, when: {{ channel: manual }}, then: hold, due: {{ working_days: 3 }}, {Message} }}\n"
                    )
                    .With("index.yaml", RulebookFolder.Index + "calendar: { holidays: [2020-10-12], workdays: [2020-10-10] }\n"),
            Town.Basic(StepText.Tiers("100%"))
        );
        rulebook
            .Settle(TestClaim.Stay(10) with { Channel = ClaimChannel.Manual })
            .Findings.ShouldHaveSingleItem()
            .Due.ShouldBe(new DateOnly(2020, 10, 13));
    }

    /// <summary>Working days are counted from the filing; where none is stated, from the discharge on Thursday 8 October: Friday, or
    /// Tuesday after a filing on Monday.</summary>
    [Theory]
    [Example("", "2020-10-09")]
    [Example("2020-10-12", "2020-10-13")]
    public void Gate_HoldsForAWorkingDay_CountsFromTheFiling(string filed, string due) =>
        With("id: review, when: { emergency: yes }, then: hold, due: { working_days: 1 }")
            .Settle(TestClaim.Stay(10) with { Emergency = true, Filed = filed.Length == 0 ? null : Day.Of(filed) })
            .Findings.ShouldHaveSingleItem()
            .Due.ShouldBe(Day.Of(due));

    [Fact]
    public void Gates_ThatBothHold_HoldTheClaim() =>
        With("id: one, when: { emergency: yes }, then: hold", "id: two, when: { channel: manual }, then: hold")
            .Settle(TestClaim.Stay(10) with { Emergency = true, Channel = ClaimChannel.Manual })
            .Status.ShouldBe(SettlementStatus.Held);

    [Fact]
    public void Gate_Flags_MarksAndPays()
    {
        var settlement = With("id: mark, when: { emergency: yes }, then: flag").Settle(TestClaim.Stay(10) with { Emergency = true });
        (settlement.Fund(), settlement.Status, settlement.Findings.ShouldHaveSingleItem().Verdict).ShouldBe(
            (10m, SettlementStatus.Settled, Verdict.Flag)
        );
    }

    [Fact]
    public void Gates_ThatAllHit_AreAllListed()
    {
        var rulebook = With(
            "id: one, when: { emergency: yes }, then: flag",
            "id: two, when: { channel: manual }, then: refuse",
            "id: three, item: { item.kind: drug }, then: flag"
        );
        var settlement = rulebook.Settle(
            TestClaim.Stay(TestClaim.A(10) with { Kind = ItemKind.Drug }) with
            {
                Emergency = true,
                Channel = ClaimChannel.Manual,
            }
        );
        settlement.Findings.Select(finding => finding.Id).ShouldBe(["one", "two", "three"]);
    }

    /// <summary>Of several gates that refuse a claim the first in the file says who bears it; those after it are listed.</summary>
    [Theory]
    [Example("aid", "hospital", 10, 0)]
    [Example("hospital", "aid", 0, 10)]
    public void Gates_ThatRefuseAClaim_TheFirstDecides(string first, string second, decimal aid, decimal hospital)
    {
        var settlement = With(
                $"id: one, when: {{ emergency: yes }}, then: refuse, liable: {first}",
                $"id: two, when: {{ channel: manual }}, then: refuse, liable: {second}"
            )
            .Settle(TestClaim.Stay(10) with { Emergency = true, Channel = ClaimChannel.Manual });
        (settlement.Aid(), settlement.Hospital.InYuan).ShouldBe((aid, hospital));
        settlement.Findings.Select(finding => finding.Id).ShouldBe(["one", "two"]);
        settlement.Steps.ShouldHaveSingleItem().Step.ShouldBe("one");
    }

    [Fact]
    public void Gate_RefusesAClaimOfSeveralItems_TellsTheirSum()
    {
        var line = With("id: one, when: { emergency: yes }, then: refuse")
            .Settle(TestClaim.Stay(TestClaim.A(10), TestClaim.A(20)) with { Emergency = true })
            .Steps.ShouldHaveSingleItem();
        (line.Base.InYuan, line.Amount.InYuan).ShouldBe((30m, 30m));
    }

    /// <summary>So does the first of several that refuse an item.</summary>
    [Theory]
    [Example("aid", "hospital", 10, 0)]
    [Example("hospital", "aid", 0, 10)]
    public void Gates_ThatRefuseAnItem_TheFirstDecides(string first, string second, decimal aid, decimal hospital)
    {
        var settlement = With(
                $"id: one, item: {{ item.kind: drug }}, then: refuse, liable: {first}",
                $"id: two, item: {{ item.essential: yes }}, then: refuse, liable: {second}"
            )
            .Settle(TestClaim.Stay(TestClaim.A(10) with { Kind = ItemKind.Drug, Essential = true }));
        (settlement.Aid(), settlement.Hospital.InYuan).ShouldBe((aid, hospital));
        settlement.Findings.Select(finding => finding.Id).ShouldBe(["one", "two"]);
        settlement.Steps.ShouldHaveSingleItem().Step.ShouldBe("one");
    }

    /// <summary>A gate that refuses the claim decides for its items too, whichever stands first.</summary>
    [Fact]
    public void Gates_ThatRefuseAClaimAndItsItem_TheClaimsDecides()
    {
        var settlement = With(
                "id: of_item, item: { item.kind: drug }, then: refuse, liable: aid",
                "id: of_claim, when: { emergency: yes }, then: refuse, liable: hospital"
            )
            .Settle(TestClaim.Stay(TestClaim.A(10) with { Kind = ItemKind.Drug }) with { Emergency = true });
        (settlement.Aid(), settlement.Hospital.InYuan).ShouldBe((0m, 10m));
    }

    /// <summary>From 1 June 2020 and until 1 January 2021: the day before and the day of each; a gate without days is always
    /// there.</summary>
    [Theory]
    [Example("2020-05-31", "from: 2020-06-01, until: 2021-01-01, ", 0)]
    [Example("2020-06-01", "from: 2020-06-01, until: 2021-01-01, ", 1)]
    [Example("2020-12-31", "from: 2020-06-01, until: 2021-01-01, ", 1)]
    [Example("2021-01-01", "from: 2020-06-01, until: 2021-01-01, ", 0)]
    [Example("2020-01-01", "until: 2021-01-01, ", 1)]
    [Example("2020-12-31", "from: 2021-01-01, ", 0)]
    [Example("2021-01-01", "from: 2021-01-01, ", 1)]
    [Example("2021-01-01", "from: 2000-01-01, ", 1)]
    [Example("2021-01-01", "until: 2020-01-02, ", 0)]
    public void Gate_WithDays_HitsOnThemOnly(string day, string days, int hits)
    {
        var claim = TestClaim.Stay(10) with { Emergency = true, Discharged = Day.Of(day) };
        With($"id: emergency, {days}when: {{ emergency: yes }}, then: flag").Settle(claim).Findings.Length.ShouldBe(hits);
    }

    /// <summary>An item is asked by the day that decides for the claim, whatever its own day.</summary>
    [Theory]
    [Example("2020-05-31", 0)]
    [Example("2020-06-01", 1)]
    public void GateOfItems_WithDays_HitsByTheDecidingDay(string day, int hits)
    {
        var claim = TestClaim.Stay(TestClaim.A(10) with { Kind = ItemKind.Drug, Date = new(2020, 5, 1) }) with { Discharged = Day.Of(day) };
        With("id: drug, from: 2020-06-01, item: { item.kind: drug }, then: refuse").Settle(claim).Findings.Length.ShouldBe(hits);
    }

    private static Rulebook With(params string[] gates) =>
        Town.With(
            folder => folder.With("0-gates.yaml", "gates:\n" + string.Concat(gates.Select(gate => $"  - {{ {gate}, {Message} }}\n"))),
            Town.Basic(StepText.Tiers("100%"))
        );
}
