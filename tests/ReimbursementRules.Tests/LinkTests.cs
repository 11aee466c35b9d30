using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;

namespace ReimbursementRules.Tests;

/// <summary>What a claim states of the claims of the member before it.</summary>
public sealed class LinkTests
{
    [Theory]
    [InlineData("2020-10-08", 0)]
    [InlineData("2020-10-09", 1)]
    [InlineData("2020-10-07", null)]
    public void DaysSinceDischarge_OfTheSameDisease_GoToTheAdmission(string admitted, int? days) =>
        MemberClaims.Link([Stay("2020-10-01", "2020-10-08"), Stay(admitted, "2020-10-20")])[1].DaysSinceDischarge.ShouldBe(days);

    [Fact]
    public void DaysSinceDischarge_AreFromTheLastStayOfTheDisease()
    {
        var links = MemberClaims.Link([
            Stay("2020-01-01", "2020-01-02"),
            Stay("2020-02-01", "2020-02-02"),
            Stay("2020-03-01", "2020-03-02") with
            {
                Disease = "cold",
            },
            Visit("2020-03-03"),
            Stay("2020-03-05", "2020-03-06"),
        ]);
        links.Select(claim => claim.DaysSinceDischarge).ShouldBe([null, 30, null, 30, 32]);
    }

    [Fact]
    public void DaysSinceDischarge_WithoutADisease_AreNotKnown() =>
        MemberClaims
            .Link([Stay("2020-01-01", "2020-01-02") with { Disease = null }, Stay("2020-02-01", "2020-02-02") with { Disease = null }])[1]
            .DaysSinceDischarge.ShouldBeNull();

    [Fact]
    public void ProvidersToday_AreThoseUpToTheClaimOnItsDay()
    {
        var links = MemberClaims.Link([
            Visit("2020-10-08", "H"),
            Visit("2020-10-08", "K"),
            Visit("2020-10-08", "H"),
            Visit("2020-10-08", ""),
            Visit("2020-10-08", "L"),
            Visit("2020-10-09", "H"),
        ]);
        links.Select(claim => claim.ProvidersToday).ShouldBe([1, 2, 2, null, 3, 1]);
    }

    [Fact]
    public void VisitsThisMonth_AreCountedUpToTheClaim()
    {
        var links = MemberClaims.Link([
            Visit("2020-10-31"),
            Visit("2020-10-01"),
            Visit("2020-11-01"),
            Visit("2021-10-01"),
            Visit("2020-10-31") with
            {
                Setting = Setting.Premium,
            },
        ]);
        links.Select(claim => claim.VisitsThisMonth).ShouldBe([2, 1, 1, 1, null]);
    }

    [Fact]
    public void DaysSinceSame_AreFromTheLastServiceInAnotherClaim()
    {
        var links = MemberClaims.Link([
            Visit("2020-10-01", "H", "ct", "ct"),
            Visit("2020-10-08", "K", "ct", "mri", ""),
            Visit("2020-10-08", "L", "ct"),
        ]);
        links.SelectMany(claim => claim.Items).Select(item => item.DaysSinceSame).ShouldBe([null, null, 7, null, null, 0]);
    }

    [Fact]
    public void Links_ThatAClaimStates_StayAsTheyAre()
    {
        var stated = Visit("2020-10-08") with
        {
            DaysSinceDischarge = 5,
            ProvidersToday = 6,
            VisitsThisMonth = 7,
            Items = [TestClaim.A(1) with { Code = "ct", DaysSinceSame = 8 }],
        };
        var linked = MemberClaims.Link([Stay("2020-10-01", "2020-10-02"), Visit("2020-10-07", "H", "ct"), stated])[2];
        (linked.DaysSinceDischarge, linked.ProvidersToday, linked.VisitsThisMonth, linked.Items[0].DaysSinceSame).ShouldBe((5, 6, 7, 8));
    }

    [Fact]
    public void Links_OfSeveralMembers_AreRefused() =>
        Should
            .Throw<InputException>(() => MemberClaims.Link([Visit("2020-10-08"), Visit("2020-10-08") with { Member = new() { Id = "M" } }]))
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("claims.member");

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Batch_OfARulebookThatAsksLinks_LinksTheClaimsOfEachMember(int workers)
    {
        using var folder = new RulebookFolder();
        folder.With(
            "0-gates.yaml",
            "gates: [{ id: third, when: { providers_today: { from: 3 } }, then: flag, reference: x, message: { en: Third, zh: 第三家 } }]"
        );
        var claims = "MN".SelectMany(member =>
            "HKL".Select(provider => Visit("2020-10-08", $"{provider}") with { Member = new() { Id = $"{member}" } })
        );
        var results = folder.Load().SettleAll(claims, new() { MaxParallelism = workers }).ToList();
        results.Select(result => result.Settlement!.Findings.Length).ShouldBe([0, 0, 1, 0, 0, 1]);
        results.ShouldAllBe(result => result.Claim!.ProvidersToday == null, "the claim of a result is the one of the stream");
    }

    private static Claim Visit(string day, string provider = "H", params ReadOnlySpan<string> codes) =>
        new()
        {
            Discharged = Day.Of(day),
            Setting = Setting.Outpatient,
            Disease = "flu",
            Provider = new() { Id = provider },
            Items = codes.Length == 0 ? [TestClaim.A(1)] : [.. codes.ToArray().Select(code => TestClaim.A(1) with { Code = code })],
        };

    private static Claim Stay(string admitted, string discharged) =>
        Visit(discharged) with
        {
            Setting = Setting.Inpatient,
            Admitted = Day.Of(admitted),
        };
}
