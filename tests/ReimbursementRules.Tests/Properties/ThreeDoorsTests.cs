using ReimbursementRules.Batches;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Settling;
using ReimbursementRules.Testing;
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
        var claims = trial.Claims.Select(claim => claim with { Member = claim.Member with { Id = "M" } }).ToList();
        foreach (var book in Books)
            SettlementLaws.EveryDoor.Try(new(book, claims.ByDay(book.Compiled.DecidedBy, claim => claim))).ShouldBeNull();
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
        SettlementLaws.EveryDoor.Try(new(book, claims.ByDay(book.Compiled.DecidedBy, claim => claim))).ShouldBeNull();
        book.SettleAll(claims).Single(result => result.Source.Id == "S-1").Settlement!.Status.ShouldBe(SettlementStatus.Held);
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
