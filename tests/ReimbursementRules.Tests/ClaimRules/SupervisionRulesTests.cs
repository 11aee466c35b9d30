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

    /// <summary>A stay is billed as a whole after a visit, but its test was done before the visit's, or after it.</summary>
    [Theory]
    [InlineData(-8, 0)]
    [InlineData(-7, 1)]
    [InlineData(7, 1)]
    [InlineData(8, 0)]
    public void Test_OfAClaimSettledLater_IsFlaggedWithinSevenDaysEitherWay(int days, int findings)
    {
        var stay = Stay("C-2", "H-2", Day.AddDays(-9), Day.AddDays(9)) with
        {
            Items = [TestClaim.A(400) with { Code = "ct", Kind = ItemKind.Examination, Date = Day.AddDays(days) }],
        };
        Year(Visit("C-1", "H-1", Day), stay)[^1].Findings.Count(finding => finding.Id == "same_test_twice").ShouldBe(findings);
    }

    [Fact]
    public void Test_WithoutACode_IsNotTakenForAnother()
    {
        var visits = new[] { Visit("C-1", "H-1", Day), Visit("C-2", "H-2", Day) }.Select(visit =>
            visit with
            {
                Items = [visit.Items[0] with { Code = "" }],
            }
        );
        Year([.. visits])[^1].Findings.ShouldBeEmpty();
    }

    /// <summary>The other stay lasts for seven days through <see cref="Day"/>.</summary>
    [Theory]
    [InlineData("H-2", -1, 5, SettlementStatus.Held)]
    [InlineData("H-2", 0, 5, SettlementStatus.Settled)]
    [InlineData("H-2", 1, 5, SettlementStatus.Settled)]
    [InlineData("H-1", -1, 5, SettlementStatus.Settled)]
    [InlineData("H-2", -20, 5, SettlementStatus.Held)]
    [InlineData("H-2", -3, 0, SettlementStatus.Held)]
    public void Stay_ThatOverlapsOneInAnotherHospital_IsHeld(string provider, int from, int to, SettlementStatus status) =>
        Year(Stay("C-1", "H-1", Day.AddDays(-7), Day), Stay("C-2", provider, Day.AddDays(from), Day.AddDays(to)))[^1]
            .Status.ShouldBe(status);

    /// <summary>What ended first was settled first, though it began later.</summary>
    [Fact]
    public void Stay_DuringWhichAnotherBegan_IsHeld() =>
        Year(Stay("C-1", "H-1", Day.AddDays(-1), Day), Stay("C-2", "H-2", Day.AddDays(-9), Day.AddDays(1)))[^1]
            .Status.ShouldBe(SettlementStatus.Held);

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

    private static Claim Stay(string id, string provider, DateOnly admitted, DateOnly discharged) =>
        TestClaim.Stay(5_000) with
        {
            Id = id,
            Admitted = admitted,
            Discharged = discharged,
            Member = new() { Id = "M" },
            Provider = new() { Id = provider, Level = HospitalLevel.Two },
        };
}
