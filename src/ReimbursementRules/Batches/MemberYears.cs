using ReimbursementRules.Claims;
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
        int[] order = [.. InOrder(portion, start, end)];
        foreach (var (at, folded) in MemberFold.Settle(rulebook, history, [.. order.Select(i => portion[i].Claim!)], stop).Index())
            if (folded.Problems is { } invalid)
                portion[order[at]].Problems = [.. invalid.Problems];
            else
                settlements[order[at]] = folded.Settlement;
    }

    /// <summary>By the day that decides, then by the discharge, then as they stand in the stream.</summary>
    private IEnumerable<int> InOrder(List<BatchRecord<TIn>> portion, int start, int end)
    {
        var claims = Enumerable.Range(start, end - start).Where(i => portion[i].Problems.IsEmpty);
        return end - start == 1 ? claims : claims.ByDay(rulebook.Compiled.DecidedBy, i => portion[i].Claim!);
    }
}
