using ReimbursementRules.Claims;
using ReimbursementRules.Layers;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.Settling;

/// <summary>Settles claims of a member one after another: each linked to those before it, and with the history of the one before.</summary>
internal static class MemberFold
{
    /// <summary>What comes of each claim, in the order in which they are handed in.</summary>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="opening">What the member used before the first of them.</param>
    /// <param name="claims">Claims of one member, in the order in which they are settled. One that is not valid is for the others as if it
    /// had not been handed in.</param>
    /// <param name="at">Is told which claim is settled, for a caller that must say at which one something failed.</param>
    /// <param name="stop">Stops between two claims.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    public static FoldedClaim[] Settle(
        Rulebook rulebook,
        History opening,
        IReadOnlyList<Claim> claims,
        FoldPlace? at = null,
        CancellationToken stop = default
    )
    {
        if (!rulebook.Links)
            return Settled(rulebook, opening, claims, at, stop);
        var folded = Settled(rulebook, opening, MemberClaims.Link(claims), at, stop);
        if (Array.TrueForAll(folded, one => one.Problems is null))
            return folded;
        int[] valid = [.. Enumerable.Range(0, folded.Length).Where(i => folded[i].Problems is null)];
        var again = Settled(rulebook, opening, MemberClaims.Link(valid.Select(i => claims[i])), null, stop);
        foreach (var (nth, i) in valid.Index())
            folded[i] = again[nth];
        return folded;
    }

    /// <summary>The settlement of a claim after others, which are settled already.</summary>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="history">What the member used before the claim.</param>
    /// <param name="earlier">The member's other claims that count as before, in the order in which they are settled. Own rules see those
    /// that are settled before the claim.</param>
    /// <param name="claim">The claim.</param>
    /// <exception cref="InputException">The claim or the history is not valid.</exception>
    public static Settlement SettleLast(Rulebook rulebook, History history, IReadOnlyList<Claim> earlier, Claim claim)
    {
        if (!rulebook.Links)
            return rulebook.Settle(claim, history, earlier, ReviewOutcome.Waiting);
        var linked = MemberClaims.Link([.. earlier, claim]);
        var decidedBy = rulebook.Compiled.DecidedBy;
        return rulebook.Settle(linked[^1], history, [.. linked[..^1].Where(one => one.IsBefore(claim, decidedBy))], ReviewOutcome.Waiting);
    }

    private static FoldedClaim[] Settled(
        Rulebook rulebook,
        History opening,
        IReadOnlyList<Claim> claims,
        FoldPlace? at,
        CancellationToken stop
    )
    {
        var folded = new FoldedClaim[claims.Count];
        var history = opening;
        var earlier = new List<Claim>();
        for (var i = 0; i < folded.Length; i++)
        {
            stop.ThrowIfCancellationRequested();
            if (at is not null)
                at.Claim = at.Places[i];
            try
            {
                var settlement = rulebook.Settle(claims[i], history, earlier, ReviewOutcome.Waiting);
                history = settlement.History;
                if (rulebook.HasOwnRules)
                    earlier.Add(settlement.Claim);
                folded[i] = new(settlement, null);
            }
            catch (InputException e)
            {
                folded[i] = new(null, e);
            }
        }

        return folded;
    }
}

/// <summary>What came of a claim.</summary>
/// <param name="Settlement">The settlement; null where the claim is not valid.</param>
/// <param name="Problems">Why it is not valid; null where it is.</param>
internal readonly record struct FoldedClaim(Settlement? Settlement, InputException? Problems);

/// <summary>The claim that is settled now, by its place.</summary>
/// <param name="places">The place of each claim in the order in which they are settled.</param>
internal sealed class FoldPlace(int[] places)
{
    public int[] Places => places;

    public int Claim { get; set; } = -1;
}
