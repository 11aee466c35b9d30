using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;
using ReimbursementRules.Values;
using Reviewed = ReimbursementRules.Layers.ReviewOutcome;

namespace ReimbursementRules.Ledgers;

/// <summary>A member's claims from operation to operation: settled, corrected, taken back, reviewed, closed. Immutable: every operation
/// returns a new ledger.</summary>
/// <remarks>
/// <para>The claims that stand are always settled in the order of the day that decides their benefit year, then of the discharge, then of
/// their arrival,
/// from the opening history on, each linked to those before it (<see cref="MemberClaims.Link"/>). So a claim that comes late, is corrected
/// or taken back settles those after it again; each of them whose
/// amounts, status
/// or findings change gets two new lines on the day of the operation, the old settlement negated and the new one. Nothing is ever
/// subtracted from a history.</para>
/// <para>The lines of a claim add up to its settlement, and to nothing once it is taken back. There is no clock: each operation carries its
/// day.</para>
/// </remarks>
public sealed partial class MemberLedger
{
    private readonly ImmutableArray<StandingClaim> _standing;
    private readonly int _arrivals;

    private MemberLedger(
        Rulebook rulebook,
        History opening,
        ImmutableArray<StandingClaim> standing,
        ImmutableArray<LedgerLine> lines,
        DateOnly? closed,
        int arrivals
    )
    {
        Rulebook = rulebook;
        Opening = opening;
        Lines = lines;
        ClosedThrough = closed;
        _standing = standing;
        _arrivals = arrivals;
    }

    /// <summary>The rulebook that settles the claims.</summary>
    public Rulebook Rulebook { get; }

    /// <summary>What the member had used before the first claim.</summary>
    internal History Opening { get; }

    /// <summary>Every line ever posted, in the order of the operations.</summary>
    public ImmutableArray<LedgerLine> Lines { get; }

    /// <summary>The last day that is closed, included; null where none is.</summary>
    public DateOnly? ClosedThrough { get; }

    /// <summary>The settlements of the claims that stand, in the order in which they are settled.</summary>
    public IEnumerable<Settlement> Settlements => _standing.Select(one => one.Settlement);

    /// <summary>The settlements that wait for a review.</summary>
    public IEnumerable<HeldClaim> Held =>
        Settlements
            .Where(settlement => settlement.Status == SettlementStatus.Held)
            .Select(settlement => new HeldClaim(settlement, settlement.Findings.Min(found => found.Due)));

    /// <summary>What the member has used after all claims that stand.</summary>
    public History History => _standing.IsEmpty ? Opening : _standing[^1].Settlement.History;

    /// <summary>The line that settles a claim as it stands.</summary>
    /// <exception cref="LedgerException">No such claim stands.</exception>
    public LedgerLine LineOf(string claimId) =>
        Lines.LastOrDefault(line => line.ClaimId == Given.Value(claimId)) is { Settlement.IsReversal: false } line
            ? line
            : throw Refusals.Unknown(claimId, _standing);

    /// <summary>The member's number; empty as long as no claim names one.</summary>
    public string Member => Lines.Select(line => line.Settlement.Claim.Member.Id).FirstOrDefault(id => id.Length > 0) ?? "";

    /// <summary>Opens a ledger.</summary>
    /// <param name="rulebook">The rulebook that settles the claims.</param>
    /// <param name="opening">What the member has used before; nothing where left out.</param>
    public static MemberLedger Open(Rulebook rulebook, History? opening = null)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        return new(rulebook, opening ?? History.Empty, [], [], null, 0);
    }

    /// <summary>Settles a claim, and again those after it.</summary>
    /// <param name="claim">The claim; its id is not that of a claim that stands.</param>
    /// <param name="on">The day of the operation, after the last closed day. The claim's own days may lie in a closed period.</param>
    /// <param name="clerk">Who does it, for daily totals.</param>
    /// <exception cref="LedgerException">The operation is refused.</exception>
    /// <exception cref="InputException">The claim is not valid.</exception>
    public MemberLedger Settle(Claim claim, DateOnly on, string clerk = "")
    {
        ArgumentNullException.ThrowIfNull(claim);
        Refusals.CheckOpen(on, ClosedThrough);
        Refusals.CheckClaim(claim, Member);
        if (Find(claim.Id) is not null)
            throw Refusals.Twice(claim.Id);
        return Posted(_standing.Add(new(claim, _arrivals, Reviewed.Waiting, on, null!)), new(LineKind.Settled, claim.Id, on, clerk));
    }

    /// <summary>Hands in a claim again, corrected; it keeps its turn among the claims of a day, and a gate holds it anew.</summary>
    /// <param name="claim">The claim as it should have been; its id is that of a claim that stands.</param>
    /// <param name="on">The day of the operation, after the last closed day.</param>
    /// <param name="clerk">Who does it, for daily totals.</param>
    /// <exception cref="LedgerException">The operation is refused: there is no such claim, or its day is closed.</exception>
    /// <exception cref="InputException">The claim is not valid.</exception>
    public MemberLedger Correct(Claim claim, DateOnly on, string clerk = "")
    {
        ArgumentNullException.ThrowIfNull(claim);
        Refusals.CheckOpen(on, ClosedThrough);
        Refusals.CheckClaim(claim, Member);
        var old = Open(claim.Id);
        return Posted(
            _standing.Replace(old, new(claim, old.Arrival, Reviewed.Waiting, on, null!)),
            new(LineKind.Corrected, claim.Id, on, clerk)
        );
    }

    /// <summary>Takes a claim back. The history is then as if it had never been settled.</summary>
    /// <param name="claimId">The id of a claim that stands.</param>
    /// <param name="on">The day of the operation, after the last closed day.</param>
    /// <param name="clerk">Who does it, for daily totals.</param>
    /// <exception cref="LedgerException">The operation is refused: there is no such claim, or its day is closed.</exception>
    public MemberLedger Reverse(string claimId, DateOnly on, string clerk = "")
    {
        Refusals.CheckOpen(on, ClosedThrough);
        return Posted(_standing.Remove(Open(claimId)), new(LineKind.Reversed, claimId, on, clerk));
    }

    /// <summary>Says what the review of a held claim found.</summary>
    /// <param name="claimId">The id of a claim that is held.</param>
    /// <param name="passed">True: it is settled. False: it is refused.</param>
    /// <param name="on">The day of the operation, after the last closed day.</param>
    /// <param name="clerk">Who does it, for daily totals.</param>
    /// <exception cref="LedgerException">The operation is refused: there is no such claim, or it is not held.</exception>
    public MemberLedger Review(string claimId, bool passed, DateOnly on, string clerk = "")
    {
        Refusals.CheckOpen(on, ClosedThrough);
        var held = Find(claimId) ?? throw Refusals.Unknown(claimId, _standing);
        if (held.Settlement.Status != SettlementStatus.Held)
            throw Refusals.NotHeld(claimId);
        var review = passed ? Reviewed.Passed : Reviewed.Failed;
        return Posted(_standing.Replace(held, held with { Review = review, Since = on }), new(LineKind.Reviewed, claimId, on, clerk));
    }

    /// <summary>Closes the ledger: what was settled, corrected or reviewed through this day stays.</summary>
    /// <param name="through">The last day that is closed, included; after the last closed day.</param>
    /// <exception cref="LedgerException">The operation is refused: the day is closed already.</exception>
    public MemberLedger Close(DateOnly through)
    {
        Refusals.CheckOpen(through, ClosedThrough);
        return new(Rulebook, Opening, _standing, Lines, through, _arrivals);
    }

    private StandingClaim? Find(string claimId) => _standing.FirstOrDefault(one => one.Claim.Id == claimId);

    /// <summary>A claim that stands and whose day is not closed.</summary>
    private StandingClaim Open(string claimId)
    {
        var one = Find(claimId) ?? throw Refusals.Unknown(claimId, _standing);
        return one.Since <= ClosedThrough ? throw Refusals.Closed(claimId, one.Since, ClosedThrough.Value) : one;
    }

    private MemberLedger Posted(IEnumerable<StandingClaim> claims, Operation operation)
    {
        var standing = Refolding.Fold(Rulebook, Opening, _standing, claims);
        var lines = Refolding.Lines(operation, Opening, _standing, standing, Lines.Length);
        return new(Rulebook, Opening, standing, Lines.AddRange(lines), ClosedThrough, _arrivals + 1);
    }
}

/// <summary>A claim that waits for a review.</summary>
/// <param name="Settlement">What comes of it if it passes.</param>
/// <param name="Due">The day on which the review is due, included; null where the policy names none.</param>
public sealed partial record HeldClaim(Settlement Settlement, DateOnly? Due)
{
    /// <inheritdoc cref="HeldClaim" path="/param[@name='Settlement']/node()"/>
    public Settlement Settlement
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Settlement);
}
