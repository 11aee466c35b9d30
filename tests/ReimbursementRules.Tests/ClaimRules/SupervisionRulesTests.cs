using NRules.Fluent;
using OwnRules;
using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests.ClaimRules;

/// <summary>The rules of the sample, written with NRules' fluent classes, in the order of a year.</summary>
public sealed class SupervisionRulesTests
{
    private static readonly DateOnly Day = new(2020, 10, 8);
    private static readonly Rulebook Supervised = Load();

    [Fact]
    public void Part_BilledBesideItsWhole_IsBorneByTheHospital()
    {
        var settlement = Supervised.Settle(
            TestClaim.Stay(TestClaim.A(60) with { Code = "blood-panel" }, TestClaim.A(20) with { Code = "blood-count" }, TestClaim.A(900))
        );
        settlement.Items.Select(item => item.Hospital.InYuan).ShouldBe([0, 20, 0]);
        settlement.Findings.Single().Item.ShouldBe(1);
    }

    [Theory]
    [InlineData("H-2", 6, 1)]
    [InlineData("H-2", 7, 1)]
    [InlineData("H-2", 8, 0)]
    [InlineData("H-1", 7, 0)]
    public void Test_DoneAgain_IsFlaggedWithinSevenDaysInAnotherHospital(string provider, int daysLater, int findings) =>
        Year(Visit("C-1", "H-1", Day), Visit("C-2", provider, Day.AddDays(daysLater)))[^1]
            .Findings.Count(finding => finding.Id == "same_test_twice")
            .ShouldBe(findings);

    [Theory]
    [InlineData(-1, SettlementStatus.Held)]
    [InlineData(0, SettlementStatus.Settled)]
    [InlineData(1, SettlementStatus.Settled)]
    public void Stay_ThatBeginsBeforeAnotherEnds_IsHeld(int daysAfter, SettlementStatus status) =>
        Year(Stay("C-1", Day.AddDays(-7), Day), Stay("C-2", Day.AddDays(daysAfter), Day.AddDays(5)))[^1].Status.ShouldBe(status);

    [Fact]
    public void Ledger_ClaimThatComesLate_SettlesLaterOnesAgain()
    {
        var ledger = MemberLedger.Open(Supervised).Settle(Visit("C-2", "H-2", Day.AddDays(3)), Day.AddDays(30));
        ledger.Settlements.Single().Findings.ShouldBeEmpty();
        var after = ledger.Settle(Visit("C-1", "H-1", Day), Day.AddDays(31));
        after.Settlements.Select(settlement => settlement.Findings.Length).ShouldBe([0, 1]);
        after.Lines.Count(line => line.Kind == LineKind.Resettled).ShouldBe(2);
    }

    [Fact]
    public void Settle_EarlierClaimsHandedIn_IsAsInAYear()
    {
        var (first, second) = (Visit("C-1", "H-1", Day), Visit("C-2", "H-2", Day));
        Supervised.Settle(second, History.Empty).Findings.ShouldBeEmpty();
        Supervised.Settle(second, History.Empty, [first]).Findings.Select(finding => finding.Id).ShouldBe(["same_test_twice"]);
    }

    [Fact]
    public void Program_OfTheSample_IsAtMostSixtyLines() =>
        Directory
            .EnumerateFiles(Repository.In("samples", "OwnRules"), "*.cs")
            .Sum(file => File.ReadAllLines(file).Length)
            .ShouldBeLessThanOrEqualTo(60);

    private static Rulebook Load()
    {
        using var folder = new RulebookFolder();
        var rules = new RuleRepository();
        rules.Load(from => from.From(typeof(ItemsThatExclude), typeof(SameTestTwice), typeof(StayDuringStay)));
        return folder.Load().WithRules(rules.GetRuleSets().SelectMany(set => set.Rules));
    }

    private static Settlement[] Year(params Claim[] claims) => [.. Supervised.SettleAll(claims).Select(result => result.Settlement!)];

    private static Claim Visit(string id, string provider, DateOnly day) =>
        TestClaim.Stay(TestClaim.A(400) with { Code = "ct", Kind = ItemKind.Examination }) with
        {
            Id = id,
            Discharged = day,
            Setting = Setting.Outpatient,
            Member = new() { Id = "M" },
            Provider = new() { Id = provider, Level = HospitalLevel.Two },
        };

    private static Claim Stay(string id, DateOnly admitted, DateOnly discharged) =>
        TestClaim.Stay(5_000) with
        {
            Id = id,
            Admitted = admitted,
            Discharged = discharged,
            Member = new() { Id = "M" },
        };
}
