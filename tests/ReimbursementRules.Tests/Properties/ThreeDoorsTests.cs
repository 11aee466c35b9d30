using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Ledgers;
using ReimbursementRules.Settlements;
using ReimbursementRules.Settling;
using ReimbursementRules.Tests.Builders;
using ReimbursementRules.Tests.Generators;

namespace ReimbursementRules.Tests.Properties;

/// <summary>A stream, a ledger and one claim after another say the same of a member's claims, whichever day decides the benefit
/// year.</summary>
public sealed class ThreeDoorsTests
{
    private static readonly Rulebook[] Books = [.. new[] { "discharge", "admission", "filing" }.Select(LinkTown.Deciding)];

    [Property]
    public void Claims_OfAMember_AreSettledTheSameThroughEveryDoor(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        Claim[] claims = [.. trial.Claims.Select((claim, i) => claim with { Id = $"{i}", Member = claim.Member with { Id = "M" } })];
        foreach (var book in Books)
            ShouldBeTheSame(book, claims);
    }

    /// <summary>By its admission the long stay is settled first; the short one ended before it, so that it waits.</summary>
    [Theory]
    [InlineData("discharge")]
    [InlineData("admission")]
    [InlineData("filing")]
    public void AStayWithinAnother_IsSettledTheSameThroughEveryDoor(string decidedBy)
    {
        var book = LinkTown.Deciding(decidedBy);
        Claim[] claims = [Stay("S-1", "2020-03-01", "2020-03-20"), Stay("S-2", "2020-03-05", "2020-03-08")];
        ShouldBeTheSame(book, claims).Single(one => one.Claim.Id == "S-1").Status.ShouldBe(SettlementStatus.Held);
    }

    private static List<Settlement> ShouldBeTheSame(Rulebook book, Claim[] claims)
    {
        var results = book.SettleAll(claims).ToList();
        var valid = results.Where(result => result.Settlement is not null).ToList();
        var ledger = valid.Aggregate(MemberLedger.Open(book), (open, result) => open.Settle(result.Claim!, new(2099, 1, 1)));
        var inOrder = valid.Select(result => result.Claim!).ByDay(book.Compiled.DecidedBy, claim => claim).ToList();
        var history = History.Empty;
        var settled = new List<Settlement>();
        foreach (var (at, claim) in inOrder.Index())
        {
            var earlier = inOrder.Where((other, i) => i < at || other.Discharged < claim.Discharged);
            settled.Add(book.Settle(claim, history, earlier.Where(other => !ReferenceEquals(other, claim)).OrderBy(Stands)));
            history = settled[^1].History;
        }

        foreach (var one in settled)
        {
            var text = SettlementText.Of(one);
            SettlementText.Of(valid.Single(result => result.Claim!.Id == one.Claim.Id).Settlement!).ShouldBe(text);
            SettlementText.Of(ledger.Settlements.Single(other => other.Claim.Id == one.Claim.Id)).ShouldBe(text);
        }

        return settled;

        int Stands(Claim claim) => Array.FindIndex(claims, one => one.Id == claim.Id);
    }

    private static Claim Stay(string id, string admitted, string discharged) =>
        TestClaim.Stay(1_600) with
        {
            Id = id,
            Member = new() { Id = "M" },
            Admitted = Day.Of(admitted),
            Discharged = Day.Of(discharged),
            Filed = Day.Of(discharged).AddDays(id == "S-1" ? 0 : 30),
            Disease = "flu",
        };
}
