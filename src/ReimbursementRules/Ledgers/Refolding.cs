using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.Ledgers;

/// <summary>An operation on a member's ledger.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="ClaimId">To which claim.</param>
/// <param name="On">On which day.</param>
/// <param name="Clerk">Who does it.</param>
internal sealed record Operation(LineKind Kind, string ClaimId, DateOnly On, string Clerk);

/// <summary>Settles the claims of a ledger from the first that changes on, and writes the lines that follow.</summary>
internal static class Refolding
{
    /// <summary>The claims in their order, each settled with the history of the one before; those before any change keep their
    /// settlement.</summary>
    public static ImmutableArray<StandingClaim> Fold(
        Rulebook rulebook,
        History opening,
        ImmutableArray<StandingClaim> before,
        IEnumerable<StandingClaim> claims
    )
    {
        var folded = ImmutableArray.CreateBuilder<StandingClaim>();
        var (history, same) = (opening, true);
        StandingClaim[] order = [.. StandingClaim.InOrder(claims, rulebook.Compiled.DecidedBy)];
        var linked = rulebook.Links ? MemberClaims.Link(order.Select(one => one.Claim)) : [.. order.Select(one => one.Claim)];
        foreach (var (i, claim) in order.Index())
        {
            same = same && i < before.Length && ReferenceEquals(before[i], claim) && ClaimLinks.Same(linked[i], claim.Settlement.Claim);
            folded.Add(
                same
                    ? claim
                    : claim with
                    {
                        Settlement = rulebook.Settle(
                            linked[i],
                            history,
                            rulebook.HasOwnRules ? [.. folded.Select(one => one.Settlement.Claim)] : [],
                            claim.Review
                        ),
                    }
            );
            history = folded[^1].Settlement.History;
        }

        return folded.ToImmutable();
    }

    /// <summary>First the lines of the claim that the operation is about, then those of the claims that it changes.</summary>
    public static IEnumerable<LedgerLine> Lines(
        Operation operation,
        History opening,
        ImmutableArray<StandingClaim> before,
        ImmutableArray<StandingClaim> after,
        int number
    )
    {
        var history = after.IsEmpty ? opening : after[^1].Settlement.History;
        var now = after.ToDictionary(one => one.Claim.Id, StringComparer.Ordinal);
        var own = before.FirstOrDefault(one => one.Claim.Id == operation.ClaimId);
        if (own is not null)
            yield return Line(operation.Kind, own.Settlement.ReversedTo(history));
        if (now.TryGetValue(operation.ClaimId, out var standing))
            yield return Line(operation.Kind, standing.Settlement);
        foreach (var old in before)
            if (!ReferenceEquals(old, own) && old.Differs(now[old.Claim.Id].Settlement))
            {
                yield return Line(LineKind.Resettled, old.Settlement.ReversedTo(history));
                yield return Line(LineKind.Resettled, now[old.Claim.Id].Settlement);
            }

        LedgerLine Line(LineKind kind, Settlement settlement) =>
            new(++number, operation.On, kind, settlement, operation.ClaimId, operation.Clerk);
    }
}
