using System.Collections.Immutable;
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
    private const string Before = "what the member had used before cannot be told";

    /// <summary>As <see cref="Settle(List{BatchRecord{TIn}})"/>, once it is known what the members had used before.</summary>
    public async Task<Portion<TOut>> SettleAsync(List<BatchRecord<TIn>> portion)
    {
        if (options.BeforeAsync is not { } before)
            return Settle(portion);
        var openings = new Dictionary<long, History>();
        foreach (var (start, _) in Groups(portion))
            if (portion[start].Member is { Length: > 0 } member)
                try
                {
                    stop.ThrowIfCancellationRequested();
                    openings.Add(portion[start].Group, Told(await before(member, stop).ConfigureAwait(false)));
                }
                catch (Exception e) when (!IsStop(e))
                {
                    return Settle(portion[..start], OpeningOf) with { Failure = new(portion[start].Index, member, Before, e) };
                }
        return Settle(portion, OpeningOf);

        History OpeningOf(BatchRecord<TIn> first) => openings.GetValueOrDefault(first.Group, History.Empty);
    }

    /// <summary>The results of a portion, in the order of the stream.</summary>
    public Portion<TOut> Settle(List<BatchRecord<TIn>> portion) =>
        Settle(
            portion,
            first => options.Before is { } before && first.Member is { Length: > 0 } member ? Told(before(member)) : History.Empty
        );

    private Portion<TOut> Settle(List<BatchRecord<TIn>> portion, Func<BatchRecord<TIn>, History> opening)
    {
        var first = portion.FindIndex(record => record.Index >= options.Skip);
        var results = new List<TOut>(first < 0 ? 0 : portion.Count - first);
        var ended = options.After is null ? null : ImmutableArray.CreateBuilder<EndedMember>();
        foreach (var (start, end) in Groups(portion))
        {
            var order = InOrder(portion, start, end);
            var at = new FoldPlace(order);
            var what = Before;
            try
            {
                var settlements = new Settlement?[end - start];
                var history = opening(portion[start]);
                what = "a claim cannot be settled";
                history = Fold(portion, start, settlements, history, at);
                what = "a result cannot be written";
                for (var i = Math.Max(start, first); i < end; i++)
                {
                    stop.ThrowIfCancellationRequested();
                    var record = portion[at.Claim = i];
                    results.Add(write(new(record.Index, record.Source, record.Claim, settlements[i - start], record.Problems)));
                }

                if (portion[start].Member is { Length: > 0 } member && !portion[start].IsRefused)
                    ended?.Add(new(results.Count - 1, member, history, portion[end - 1].Index));
            }
            catch (Exception e) when (!IsStop(e))
            {
                var record = portion[Math.Max(start, at.Claim)];
                return new(results, ended?.ToImmutable() ?? [], new(record.Index, portion[start].Member, what, e));
            }
        }

        return new(results, ended?.ToImmutable() ?? [], null);
    }

    /// <summary>Where each member's claims begin and end, of those that were not all settled by an earlier run.</summary>
    private IEnumerable<(int Start, int End)> Groups(List<BatchRecord<TIn>> portion)
    {
        for (var (start, end) = (0, 0); start < portion.Count; start = end)
        {
            while (end < portion.Count && portion[end].Group == portion[start].Group)
                end++;
            if (portion[end - 1].Index >= options.Skip)
                yield return (start, end);
        }
    }

    /// <summary>Settles a member's claims; the history after them.</summary>
    private History Fold(List<BatchRecord<TIn>> portion, int start, Settlement?[] settlements, History history, FoldPlace at)
    {
        var claims = Array.ConvertAll(at.Places, place => portion[place].Claim!);
        var settled = MemberFold.Settle(rulebook, history, claims, at, stop);
        for (var i = 0; i < settled.Length; i++)
        {
            var place = at.Places[i];
            if (settled[i].Problems is { } invalid)
                portion[place].Problems = [.. invalid.Problems];
            else
                history = (settlements[place - start] = settled[i].Settlement)!.History;
        }

        return history;
    }

    /// <summary>By the day that decides, then by the discharge, then as they stand in the stream.</summary>
    private int[] InOrder(List<BatchRecord<TIn>> portion, int start, int end)
    {
        var places = new int[end - start];
        var count = 0;
        for (var i = start; i < end; i++)
            if (portion[i].Problems.IsEmpty)
                places[count++] = i;
        if (count < places.Length)
            Array.Resize(ref places, count);
        for (var i = 1; i < count; i++)
            if (!portion[places[i - 1]].Claim!.IsBefore(portion[places[i]].Claim!, rulebook.Compiled.DecidedBy))
                return [.. places.ByDay(rulebook.Compiled.DecidedBy, place => portion[place].Claim!)];
        return places;
    }

    private static History Told(History? history) =>
        history ?? throw new InvalidOperationException("It is null. Give History.Empty where nothing was used.");

    private bool IsStop(Exception found) => found is OperationCanceledException && stop.IsCancellationRequested;
}
