using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>Claims that are one case of illness are put together before they are settled.</summary>
public sealed class EpisodeTests
{
    private const string BeforeAdmission =
        "earlier: { setting: outpatient }, later: { setting: inpatient }, within_days: 7, same: [provider, disease], into: later";
    private const string Split =
        "earlier: { setting: inpatient }, later: { setting: inpatient }, within_days: 3, same: [disease], into: earlier";
    private const string Package =
        "earlier: { setting: day_surgery }, later: { setting: outpatient }, within_days: 3, same: [disease], into: earlier";

    [Theory]
    [InlineData("2020-10-02", 2)]
    [InlineData("2020-10-03", 1)]
    [InlineData("2020-10-10", 1)]
    [InlineData("2020-10-11", 2)]
    public void Visit_WithinTheDaysBeforeAnAdmission_GoesIntoTheStay(string visit, int left) =>
        Assembled(BeforeAdmission, Visit(visit, 100), Stay("2020-10-10", "2020-10-20", 900)).Length.ShouldBe(left);

    [Fact]
    public void Items_ThatMove_KeepTheirDayAndNameTheirClaim()
    {
        var stay = Assembled(
                BeforeAdmission,
                Visit("2020-10-05", 100) with
                {
                    Id = "V",
                },
                Stay("2020-10-10", "2020-10-20", 900) with
                {
                    Id = "S",
                }
            )
            .ShouldHaveSingleItem();
        stay.Id.ShouldBe("S");
        (stay.Admitted, stay.Discharged).ShouldBe((Day.Of("2020-10-10"), Day.Of("2020-10-20")));
        stay.Items.Select(item => (item.Amount.InYuan, item.Date, item.MovedFrom))
            .ShouldBe([(900m, null, null), (100m, Day.Of("2020-10-05"), "V")]);
    }

    [Theory]
    [InlineData("H", "flu", 1)]
    [InlineData("K", "flu", 2)]
    [InlineData("", "flu", 2)]
    [InlineData("H", "cold", 2)]
    [InlineData("H", null, 2)]
    public void Claims_OfOtherNames_StayApart(string provider, string? disease, int left) =>
        Assembled(
            BeforeAdmission,
            Visit("2020-10-05", 100) with
            {
                Provider = new() { Id = provider },
                Disease = disease,
            },
            Stay("2020-10-10", "2020-10-20", 900)
        )
            .Length.ShouldBe(left);

    [Fact]
    public void Claims_ThatBothLeaveANameOut_StayApart() =>
        Assembled(
            BeforeAdmission,
            Visit("2020-10-05", 100) with
            {
                Disease = null,
            },
            Stay("2020-10-10", "2020-10-20", 900) with
            {
                Disease = null,
            }
        )
            .Length.ShouldBe(2);

    [Fact]
    public void Items_OfOneKind_MoveAloneAndTheRestStaysAClaim()
    {
        var visit = Visit("2020-10-05", 100) with
        {
            Items = [TestClaim.A(40) with { Kind = ItemKind.Examination }, TestClaim.A(60) with { Kind = ItemKind.Drug }],
        };
        var claims = Assembled(BeforeAdmission + ", items: { item.kind: examination }", visit, Stay("2020-10-10", "2020-10-20", 900));
        claims.Select(claim => claim.Items.Sum(item => item.Amount.InYuan)).ShouldBe([60m, 940m]);
    }

    [Fact]
    public void Visit_BeforeTwoAdmissions_GoesIntoTheNearer()
    {
        var claims = Assembled(
            BeforeAdmission,
            Stay("2020-10-08", "2020-10-20", 2),
            Stay("2020-10-06", "2020-10-06", 1),
            Visit("2020-10-05", 100)
        );
        claims.Select(claim => claim.Items.Sum(item => item.Amount.InYuan)).ShouldBe([101m, 2m]);
    }

    [Fact]
    public void Stays_ThatWereSplit_AreOneFromTheFirstAdmissionToTheLastDischarge()
    {
        var stay = Assembled(
                Split,
                Stay("2020-10-10", "2020-10-20", 3) with
                {
                    Filed = Day.Of("2020-10-25"),
                },
                Stay("2020-10-01", "2020-10-03", 1),
                Stay("2020-10-06", "2020-10-07", 2)
            )
            .ShouldHaveSingleItem();
        (stay.Admitted, stay.Discharged, stay.Filed).ShouldBe((Day.Of("2020-10-01"), Day.Of("2020-10-20"), Day.Of("2020-10-25")));
        stay.Items.Select(item => (item.Amount.InYuan, item.Date))
            .ShouldBe([(1m, Day.Of("2020-10-03")), (2m, Day.Of("2020-10-07")), (3m, Day.Of("2020-10-20"))], ignoreOrder: true);
    }

    [Theory]
    [InlineData("2020-10-06", 1)]
    [InlineData("2020-10-07", 2)]
    public void Stays_WithinTheDays_AreOne(string admitted, int left) =>
        Assembled(Split, Stay("2020-10-01", "2020-10-03", 1), Stay(admitted, "2020-10-09", 2)).Length.ShouldBe(left);

    /// <summary>Stays that overlap are nearer than those of one day: one stay, from the first admission to the last discharge.</summary>
    [Theory]
    [InlineData("2020-10-03", "2020-10-09")]
    [InlineData("2020-10-02", "2020-10-09")]
    [InlineData("2020-09-20", "2020-10-09")]
    [InlineData("2020-10-01", "2020-10-03")]
    public void Stays_ThatOverlap_AreOne(string admitted, string discharged)
    {
        var (one, other) = (Stay("2020-10-01", "2020-10-03", 1), Stay(admitted, discharged, 2));
        var stay = Assembled(Split, one, other).ShouldHaveSingleItem();
        stay.Admitted.ShouldBe(one.Admitted < other.Admitted ? one.Admitted : other.Admitted);
        stay.Discharged.ShouldBe(other.Discharged);
        Shown(Assembled(Split, other, one)).ShouldBe(Shown([stay]));
    }

    [Fact]
    public void Visit_AfterADaySurgery_GoesBackIntoItAndLeavesItsDays()
    {
        var surgery = Visit("2020-10-05", 5_000) with { Setting = Setting.DaySurgery };
        var claim = Assembled(Package, Visit("2020-10-08", 100), surgery).ShouldHaveSingleItem();
        (claim.Setting, claim.Discharged, claim.Admitted).ShouldBe((Setting.DaySurgery, Day.Of("2020-10-05"), null));
        claim.Items[1].Date.ShouldBe(Day.Of("2020-10-08"));
    }

    [Fact]
    public void Claims_InAnyOrder_ComeToTheSame()
    {
        Claim[] claims =
        [
            Stay("2020-10-10", "2020-10-20", 900),
            Visit("2020-10-05", 100),
            Visit("2020-09-30", 50),
            Visit("2020-10-09", 10),
        ];
        var once = Shown(Assembled(BeforeAdmission, claims));
        Shown(Assembled(BeforeAdmission, [.. claims.Reverse()])).ShouldBe(once);
        Shown(Assembled(BeforeAdmission, [.. Assembled(BeforeAdmission, claims)])).ShouldBe(once, "what is put together stays so");
    }

    [Fact]
    public void Claims_PutTogether_LoseAndGainNothing()
    {
        Claim[] claims =
        [
            Stay("2020-10-10", "2020-10-20", 900),
            Visit("2020-10-05", 100),
            Visit("2020-09-30", 50),
            Stay("2020-10-22", "2020-10-24", 1),
        ];
        Assembled(BeforeAdmission, claims).Sum(claim => claim.Items.Sum(item => item.Amount.InYuan)).ShouldBe(1_051m);
        Assembled(Split, claims).Sum(claim => claim.Items.Sum(item => item.Amount.InYuan)).ShouldBe(1_051m);
    }

    [Fact]
    public void Claims_WithoutEpisodes_ComeInTheirOrder()
    {
        using var folder = new RulebookFolder();
        folder.Load().Assemble([Visit("2020-10-05", 2), Visit("2020-10-04", 1)]).Select(claim => claim.Bill).ShouldBe([100L, 200L]);
        folder.Load().Assemble([]).ShouldBeEmpty();
    }

    [Fact]
    public void Items_ThatMoved_CanBeAskedByAGate()
    {
        using var folder = Folder(BeforeAdmission)
            .With(
                "0-gates.yaml",
                "gates: [{ id: moved, item: { item.moved: yes }, then: flag, reference: x, message: { en: Moved, zh: 并入 } }]"
            );
        var stay = folder.Load().Assemble([Visit("2020-10-05", 100), Stay("2020-10-10", "2020-10-20", 900)]).ShouldHaveSingleItem();
        var finding = folder.Load().Settle(stay).Findings.ShouldHaveSingleItem();
        (finding.Id, finding.Item).ShouldBe(("moved", 1));
    }

    private static System.Collections.Immutable.ImmutableArray<Claim> Assembled(string episode, params Claim[] claims)
    {
        using var folder = Folder(episode);
        return folder.Load().Assemble(claims);
    }

    private static RulebookFolder Folder(string episode) =>
        new RulebookFolder().With("episodes.yaml", $"episodes: [{{ id: one, {episode}, reference: Town order }}]");

    private static Claim Visit(string day, decimal amount) =>
        new()
        {
            Discharged = Day.Of(day),
            Setting = Setting.Outpatient,
            Provider = new() { Id = "H" },
            Disease = "flu",
            Items = [TestClaim.A(amount)],
        };

    private static Claim Stay(string admitted, string discharged, decimal amount) =>
        Visit(discharged, amount) with
        {
            Setting = Setting.Inpatient,
            Admitted = Day.Of(admitted),
        };

    private static List<string> Shown(IEnumerable<Claim> claims) =>
        [
            .. claims.Select(claim =>
                $"{claim.Admitted} {claim.Discharged}: "
                + $"{string.Join(", ", claim.Items.OrderBy(item => item.Amount).Select(item => $"{item.Amount} {item.Date}"))}"
            ),
        ];
}
