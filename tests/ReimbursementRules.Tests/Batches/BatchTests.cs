using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Values;

namespace ReimbursementRules.Tests.Batches;

public sealed class BatchTests
{
    private static readonly BatchOptions OneByOne = new() { MaxParallelism = 1 };

    [Fact]
    public void SettleAll_AMembersYear_IsTheFoldOfItsClaims()
    {
        var claims = new[]
        {
            ClaimStream.Of("A", 2, 1400),
            ClaimStream.Of("A", 5, 900),
            ClaimStream.Of("A", 9, 9000),
            ClaimStream.Of("B", 1, 1500),
        };
        var first = ClaimStream.Rulebook.Settle(claims[0]);
        var second = ClaimStream.Rulebook.Settle(claims[1], first.History);
        var third = ClaimStream.Rulebook.Settle(claims[2], second.History);
        var other = ClaimStream.Rulebook.Settle(claims[3]);
        ClaimStream
            .Rulebook.SettleAll(claims)
            .Select(result => ClaimStream.Text(result.Settlement))
            .ShouldBe(new[] { first, second, third, other }.Select(settlement => ClaimStream.Text(settlement)));
    }

    [Fact]
    public void SettleAll_ClaimsOutOfOrder_AreSettledByTheirDayAndReturnedAsTheyStand()
    {
        var (late, early) = (ClaimStream.Of("A", 9, 2000), ClaimStream.Of("A", 2, 1400));
        var results = ClaimStream.Rulebook.SettleAll([late, early]).ToList();
        results.Select(result => result.Claim).ShouldBe([late, early]);
        results.Select(result => result.Settlement!.PaidBy("fund")).ShouldBe([Money.Yuan(1000), Money.Yuan(200)]);
    }

    [Fact]
    public void SettleAll_SameDay_KeepsTheOrderOfTheStream() =>
        ClaimStream
            .Rulebook.SettleAll([ClaimStream.Of("A", 2, 1200), ClaimStream.Of("A", 2, 500) with { Id = "second" }])
            .Select(result => result.Settlement!.PaidBy("fund"))
            .ShouldBe([Money.Yuan(100), Money.Yuan(250)]);

    [Fact]
    public void SettleAll_DecidedByAdmission_OrdersByTheAdmission()
    {
        using var folder = new RulebookFolder()
            .Replace("index.yaml", "decided_by: discharge", "decided_by: admission")
            .Replace("2-basic.yaml", "per: admission", "per: year");
        var later = ClaimStream.Of("A", 5, 1000) with { Admitted = new(2020, 4, 20) };
        var sooner = ClaimStream.Of("A", 6, 1000) with { Admitted = new(2020, 4, 10) };
        folder
            .Load()
            .SettleAll([later, sooner])
            .Select(result => result.Settlement!.PaidBy("fund"))
            .ShouldBe([Money.Yuan(750), Money.Yuan(300)]);
    }

    [Fact]
    public void SettleAll_ClaimsWithoutAMember_StandAlone()
    {
        var settled = ClaimStream
            .Rulebook.SettleAll([ClaimStream.Of("", 2, 1200), ClaimStream.Of("", 3, 1200)])
            .Select(result => result.Settlement!.PaidBy("fund"));
        settled.ShouldBe([Money.Yuan(100), Money.Yuan(100)]);
    }

    /// <summary>A claim is told from another by its member and its id, or by its id where it names no member.</summary>
    [Fact]
    public void SettleAll_ClaimTwice_IsSettledOnce()
    {
        Claim[] claims =
        [
            ClaimStream.Of("", 2, 1200),
            ClaimStream.Of("A", 2, 1200),
            ClaimStream.Of("A", 2, 1200),
            ClaimStream.Of("A", 3, 900) with
            {
                Id = "A-2-1",
            },
            ClaimStream.Of("B", 2, 1200) with
            {
                Id = "A-2-1",
            },
            ClaimStream.Of("", 2, 1200),
            ClaimStream.Of("", 2, 1200) with
            {
                Id = "",
            },
            ClaimStream.Of("", 2, 1200) with
            {
                Id = "",
            },
        ];
        var results = ClaimStream.Rulebook.SettleAll(claims).ToList();
        results
            .Where(result => result.Settlement is null)
            .Select(result => $"{result.Index} {result.Problems.Single().Code}")
            .ShouldBe(["2 claim.twice", "3 claim.twice", "5 claim.twice"]);
        results[2].Problems.Single().Text.En.ShouldContain("first as number 2");
    }

    [Fact]
    public void SettleAll_InvalidClaim_HasProblemsAndLeavesTheHistory()
    {
        var results = ClaimStream
            .Rulebook.SettleAll([ClaimStream.Of("A", 1, 1000), ClaimStream.Of("A", 2, -1), ClaimStream.Of("A", 3, 100)])
            .ToList();
        results[1].Settlement.ShouldBeNull();
        results[1].Problems.ShouldHaveSingleItem().Code.ShouldBe("item.amount");
        results[2].Settlement!.PaidBy("fund").ShouldBe(Money.Yuan(50));
        results.Select(result => result.Index).ShouldBe([0, 1, 2]);
    }

    [Fact]
    public void SettleAll_MemberWhoComesBack_IsRefused()
    {
        var results = ClaimStream
            .Rulebook.SettleAll([
                ClaimStream.Of("A", 1, 1),
                ClaimStream.Of("B", 1, 1),
                ClaimStream.Of("A", 2, 1),
                ClaimStream.Of("A", 3, 1),
                ClaimStream.Of("C", 1, 1),
            ])
            .ToList();
        results.Select(result => result.Settlement is null).ShouldBe([false, false, true, true, false]);
        results[3]
            .Problems.ShouldHaveSingleItem()
            .ToString()
            .ShouldBe(
                "claim: claims of member 'A' stand here a second time, after those of other members, so their history is not "
                    + "known. Sort the claims by member first."
            );
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 3)]
    [InlineData(500, 500)]
    public void SettleAll_MemberWithTooManyClaims_IsRefusedAsAWhole(int claims, int refused)
    {
        var stream = Enumerable
            .Range(0, claims)
            .Select(i => ClaimStream.Of("A", 1, 1) with { Id = $"{i}" })
            .Append(ClaimStream.Of("B", 1, 1));
        var results = ClaimStream.Rulebook.SettleAll(stream, new() { ClaimsOfMember = 2 }).ToList();
        results.Count(result => result.Settlement is null).ShouldBe(refused);
        results[^1].Settlement.ShouldNotBeNull();
        results
            .SelectMany(result => result.Problems)
            .Select(problem => problem.Text.En)
            .Distinct()
            .ShouldBe(
                refused == 0
                    ? []
                    : ["member 'A' has more than 2 claims in the batch. Is it one person? If so, allow more claims of a member."]
            );
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void SettleAll_InParallel_GivesTheSameAsOneByOne(int workers) =>
        ClaimStream
            .Rulebook.SettleAll(ClaimStream.Generated(700), new() { MaxParallelism = workers })
            .Select(ClaimStream.Described)
            .ShouldBe(ClaimStream.Rulebook.SettleAll(ClaimStream.Generated(700), OneByOne).Select(ClaimStream.Described));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task SettleAll_AsynchronousStream_GivesTheSame(int workers)
    {
        var results = new List<string>();
        await foreach (var result in ClaimStream.Rulebook.SettleAll(Slowly(ClaimStream.Generated(300)), new() { MaxParallelism = workers }))
            results.Add(ClaimStream.Described(result));
        results.ShouldBe(ClaimStream.Rulebook.SettleAll(ClaimStream.Generated(300), OneByOne).Select(ClaimStream.Described));
    }

    [Fact]
    public void SettleAll_NoClaims_GivesNone() => ClaimStream.Rulebook.SettleAll([]).ShouldBeEmpty();

    [Fact]
    public void SettleAll_TakenTwice_GivesTheSameTwice()
    {
        var results = ClaimStream.Rulebook.SettleAll(ClaimStream.Generated(10));
        results.Select(ClaimStream.Described).ShouldBe([.. results.Select(ClaimStream.Described)]);
    }

    [Fact]
    public void SettleAll_HistoriesBeforeTheStream_AreFoldedOn()
    {
        var before = ClaimStream.Rulebook.Settle(ClaimStream.Of("A", 1, 1000)).History;
        var results = ClaimStream.Rulebook.SettleAll(
            [ClaimStream.Of("A", 2, 100), ClaimStream.Of("B", 2, 100)],
            new() { Before = member => member == "A" ? before : History.Empty }
        );
        results.Select(result => result.Settlement!.PaidBy("fund")).ShouldBe([Money.Yuan(50), Money.Zero]);
    }

    [Fact]
    public void SettleAll_SkippingWhatWasSettled_GivesTheRest()
    {
        var all = ClaimStream.Rulebook.SettleAll(ClaimStream.Generated(60)).Select(Patient).ToList();
        for (var skip = 0; skip <= all.Count + 1; skip++)
            ClaimStream.Rulebook.SettleAll(ClaimStream.Generated(60), new() { Skip = skip }).Select(Patient).ShouldBe(all.Skip(skip));

        static (long, Money?) Patient(BatchResult<Claim> result) => (result.Index, result.Settlement?.Patient);
    }

    [Fact]
    public void SettleAll_SkippedMembers_AreNotSettledAgain()
    {
        var asked = new List<string>();
        var claims = new[] { ClaimStream.Of("A", 1, 1), ClaimStream.Of("B", 1, 1), ClaimStream.Of("B", 2, 1), ClaimStream.Of("C", 1, 1) };
        _ = ClaimStream
            .Rulebook.SettleAll(
                claims,
                OneByOne with
                {
                    Skip = 2,
                    Before = member =>
                    {
                        asked.Add(member);
                        return History.Empty;
                    },
                }
            )
            .Count();
        asked.ShouldBe(["B", "C"]);
    }

    private static async IAsyncEnumerable<Claim> Slowly(IEnumerable<Claim> claims)
    {
        foreach (var claim in claims)
        {
            await Task.Yield();
            yield return claim;
        }
    }
}
