using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests;

/// <summary>What a claim states of the claims of the member before it.</summary>
public sealed class LinkTests
{
    [Theory]
    [InlineData("2020-10-08", 0)]
    [InlineData("2020-10-09", 1)]
    [InlineData("2020-10-07", 0)]
    [InlineData("2020-10-01", 0)]
    [InlineData("2020-09-01", 0)]
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

    /// <summary>The stay that ends first comes first, whichever began first and in whatever order they are handed in.</summary>
    [Theory]
    [InlineData("2020-10-01", "2020-10-20", "2020-10-05", "2020-10-08")]
    [InlineData("2020-10-09", "2020-10-15", "2020-10-01", "2020-10-10")]
    public void DaysSinceDischarge_OfStaysThatOverlap_AreNone(
        string admitted,
        string discharged,
        string otherAdmitted,
        string otherDischarged
    )
    {
        var (last, first) = (Stay(admitted, discharged), Stay(otherAdmitted, otherDischarged));
        MemberClaims.Link([last, first]).Select(claim => claim.DaysSinceDischarge).ShouldBe([0, null]);
        MemberClaims.Link([first, last]).Select(claim => claim.DaysSinceDischarge).ShouldBe([null, 0]);
    }

    /// <summary>A claim that knows of a discharge 5 days before tells those after it.</summary>
    [Fact]
    public void DaysSinceDischarge_ThatAreStated_CarryOn() =>
        MemberClaims
            .Link([
                Visit("2020-10-08") with
                {
                    DaysSinceDischarge = 5,
                },
                Visit("2020-10-10"),
                Visit("2020-10-11") with
                {
                    DaysSinceDischarge = 36_500,
                },
            ])
            .Select(claim => claim.DaysSinceDischarge)
            .ShouldBe([5, 7, 36_500]);

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

    /// <summary>A premium keeps the number that it states for itself: the visit after it is the second, and not the eighth.</summary>
    [Fact]
    public void VisitsThisMonth_ThatAPremiumStates_CarryOnToNoOther()
    {
        var links = MemberClaims.Link([
            Visit("2020-10-01"),
            Visit("2020-10-02") with
            {
                Setting = Setting.Premium,
                VisitsThisMonth = 7,
            },
            Visit("2020-10-03"),
        ]);
        links.Select(claim => claim.VisitsThisMonth).ShouldBe([1, 7, 2]);
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

    /// <summary>The visit of the 6th is settled before the stay that ends on the 20th: then the stay's test of the 5th is a day from it,
    /// that of the 18th twelve days.</summary>
    [Fact]
    public void DaysSinceSame_InAStayAndInAVisitDuringIt_AreBetweenTheServices()
    {
        var stay = Stay("2020-10-01", "2020-10-20") with { Items = [Test("2020-10-05"), Test("2020-10-06"), Test("2020-10-18")] };
        var visit = Visit("2020-10-06", "H", "ct");
        foreach (var linked in new[] { MemberClaims.Link([stay, visit]), [.. MemberClaims.Link([visit, stay]).Reverse()] })
            linked.SelectMany(claim => claim.Items).Select(item => item.DaysSinceSame).ShouldBe([1, 0, 12, null]);

        static FeeItem Test(string day) => TestClaim.A(1) with { Code = "ct", Date = Day.Of(day) };
    }

    /// <summary>After five providers of a day comes the sixth, and after seven visits of a month the eighth.</summary>
    [Fact]
    public void Numbers_ThatAreStated_CarryOn()
    {
        var links = MemberClaims.Link([
            Visit("2020-10-08", "H"),
            Visit("2020-10-08", "K") with
            {
                ProvidersToday = 5,
                VisitsThisMonth = 7,
            },
            Visit("2020-10-08", "K"),
            Visit("2020-10-08", "L"),
            Visit("2020-10-09", "L"),
            Visit("2020-11-01", "L"),
        ]);
        links.Select(claim => claim.ProvidersToday).ShouldBe([1, 5, 5, 6, 1, 1]);
        links.Select(claim => claim.VisitsThisMonth).ShouldBe([1, 7, 8, 9, 10, 1]);
    }

    /// <summary>A claim may state at most 1,000, so nobody counts further.</summary>
    [Fact]
    public void Numbers_AboveTheLargest_AreNotCounted()
    {
        var links = MemberClaims.Link([
            Visit("2020-10-08", "H") with
            {
                ProvidersToday = int.MaxValue,
                VisitsThisMonth = 1_000,
            },
            Visit("2020-10-08", "K"),
        ]);
        (links[1].ProvidersToday, links[1].VisitsThisMonth).ShouldBe((1_000, 1_000));
    }

    /// <summary>What was filled in is not stated: a claim that was linked can be corrected and linked among other claims.</summary>
    [Fact]
    public void Claims_ThatAreLinkedAgain_AreLinkedAnew()
    {
        var linked = MemberClaims.Link([Stay("2020-10-01", "2020-10-02"), Visit("2020-10-08", "H", "ct"), Visit("2020-10-09", "K", "ct")])[
            2
        ];
        (linked.DaysSinceDischarge, linked.VisitsThisMonth, linked.Items[0].DaysSinceSame).ShouldBe((7, 3, 1));
        var alone = MemberClaims.Link([linked with { Department = "surgery" }])[0];
        (alone.DaysSinceDischarge, alone.VisitsThisMonth, alone.Items[0].DaysSinceSame).ShouldBe((null, 1, null));
        MemberClaims.Link([linked with { VisitsThisMonth = 9 }])[0].VisitsThisMonth.ShouldBe(9);
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

    /// <summary>A claim that is not valid is for the others as if it had not been handed in.</summary>
    [Fact]
    public void Batch_AClaimThatIsNotValid_IsNoneOfThoseBefore()
    {
        var results = LinkTown
            .Book.SettleAll([Visit("2020-10-08", "H"), Visit("2020-10-08", "K") with { Setting = null }, Visit("2020-10-08", "L")])
            .ToList();
        results[1].Settlement.ShouldBeNull();
        results[2].Settlement!.Claim.VisitsThisMonth.ShouldBe(1, "a claim without a member stands alone");
        results =
        [
            .. LinkTown.Book.SettleAll(
                new[] { Visit("2020-10-08", "H"), Visit("2020-10-08", "K") with { Setting = null }, Visit("2020-10-08", "L") }.Select(
                    claim => claim with { Member = new() { Id = "M" } }
                )
            ),
        ];
        results[1].Problems.ShouldHaveSingleItem().Code.ShouldBe("fact.missing");
        (results[2].Settlement!.Claim.ProvidersToday, results[2].Settlement!.Claim.VisitsThisMonth).ShouldBe((2, 2));
    }

    /// <summary>The claims before are handed in: the stay waits as it does in a batch, and the repeated test is the hospital's.</summary>
    [Fact]
    public void Settle_WithTheClaimsBefore_LinksTheClaim()
    {
        var stay = Stay("2020-10-10", "2020-10-17");
        LinkTown.Book.Settle(stay).Status.ShouldBe(SettlementStatus.Settled);
        LinkTown
            .Book.Settle(stay, History.Empty, [Stay("2020-10-01", "2020-10-02")])
            .Findings.ShouldHaveSingleItem()
            .Id.ShouldBe("readmission");
        LinkTown
            .Book.Settle(Visit("2020-10-09", "H", "ct"), History.Empty, [Visit("2020-10-08", "H", "ct")])
            .Hospital.ShouldBe(Money.Yuan(1));
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
