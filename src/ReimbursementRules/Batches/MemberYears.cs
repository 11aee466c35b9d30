using ReimbursementRules.Claims;
using ReimbursementRules.Layers;
using ReimbursementRules.Settlements;
using ReimbursementRules.Settling;

namespace ReimbursementRules.Batches;

/// <summary>Settles portions: each member's claims by the day that decides their benefit year, each with the history of the one
/// before.</summary>
internal sealed class MemberYears<TIn, TOut>(
    Rulebook rulebook,
    BatchOptions options,
    Func<BatchResult<TIn>, TOut> write,
    CancellationToken stop
)
{
    /// <summary>The results of a portion, in the order of the stream.</summary>
    public TOut[] Settle(List<BatchRecord<TIn>> portion)
    {
        var settlements = new Settlement?[portion.Count];
        for (var (start, end) = (0, 0); start < portion.Count; start = end)
        {
            while (end < portion.Count && portion[end].Group == portion[start].Group)
                end++;
            if (portion[end - 1].Index >= options.Skip)
                Fold(portion, start, end, settlements);
        }

        var first = portion.FindIndex(record => record.Index >= options.Skip);
        if (first < 0)
            return [];
        var results = new TOut[portion.Count - first];
        for (var i = first; i < portion.Count; i++)
        {
            stop.ThrowIfCancellationRequested();
            var record = portion[i];
            results[i - first] = write(new(record.Index, record.Source, record.Claim, settlements[i], record.Problems));
        }

        return results;
    }

    private void Fold(List<BatchRecord<TIn>> portion, int start, int end, Settlement?[] settlements)
    {
        var history = options.Before is { } before && portion[start].Member is { Length: > 0 } member ? before(member) : History.Empty;
        var earlier = new List<Claim>();
        foreach (var (i, claim) in Linked(portion, InOrder(portion, start, end)))
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                settlements[i] = rulebook.Settle(claim, history, earlier, ReviewOutcome.Waiting);
                history = settlements[i]!.History;
                if (rulebook.HasOwnRules)
                    earlier.Add(settlements[i]!.Claim);
            }
            catch (InputException e)
            {
                portion[i].Problems = [.. e.Problems];
            }
        }
    }

    /// <summary>The claims of a member, each with what follows from those before it, where the rulebook asks that.</summary>
    private IEnumerable<(int Index, Claim Claim)> Linked(List<BatchRecord<TIn>> portion, IEnumerable<int> order)
    {
        var claims = order.Select(i => (Index: i, Claim: portion[i].Claim!));
        if (!rulebook.Compiled.AsksLinks)
            return claims;
        var all = claims.ToList();
        return all.Zip(MemberClaims.Link(all.Select(one => one.Claim)), (one, claim) => (one.Index, claim));
    }

    /// <summary>By the day that decides, then by the discharge, then as they stand in the stream.</summary>
    private IEnumerable<int> InOrder(List<BatchRecord<TIn>> portion, int start, int end)
    {
        var claims = Enumerable.Range(start, end - start).Where(i => portion[i].Problems.IsEmpty);
        return end - start == 1 ? claims : claims.ByDay(rulebook.Compiled.DecidedBy, i => portion[i].Claim!);
    }
}
