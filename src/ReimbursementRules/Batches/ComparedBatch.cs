using System.Collections.Immutable;
using ReimbursementRules.Claims;
using ReimbursementRules.Comparisons;
using ReimbursementRules.Values;

namespace ReimbursementRules.Batches;

/// <summary>Settles streams of claims by two rulebooks that are compared.</summary>
public static class ComparedBatch
{
    /// <summary>Settles claims by both rulebooks, as <see cref="Batch"/> does: those of a member together, each rulebook with histories of
    /// its own.</summary>
    /// <param name="comparison">The rulebooks.</param>
    /// <param name="claims">The claims, those of a member together. They are gone through twice.</param>
    /// <param name="options">How; may be left out.</param>
    /// <param name="stop">Stops between two claims.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    /// <exception cref="OverflowException">The sums are beyond the range of amounts.</exception>
    public static ClaimsComparison SettleAll(
        this RulebookComparison comparison,
        IEnumerable<Claim> claims,
        BatchOptions? options = null,
        CancellationToken stop = default
    ) => SettleAll(comparison, claims, claim => claim, (_, place) => place, options, stop);

    /// <summary>As the other, for a stream of anything that claims can be read from, such as lines of a file.</summary>
    /// <typeparam name="T">What the stream is made of.</typeparam>
    /// <param name="comparison">The rulebooks.</param>
    /// <param name="source">The stream, the claims of a member together. It is gone through twice.</param>
    /// <param name="read">Reads a claim. A <see cref="InputException"/> becomes the problems of the claim. Called on several threads at
    /// once.</param>
    /// <param name="placeOf">Where in the stream the place of a problem lies.</param>
    /// <param name="options">How; may be left out.</param>
    /// <param name="stop">Stops between two claims.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    /// <exception cref="OverflowException">The sums are beyond the range of amounts.</exception>
    public static ClaimsComparison SettleAll<T>(
        this RulebookComparison comparison,
        IEnumerable<T> source,
        Func<T, Claim> read,
        Func<T, FilePlace, FilePlace> placeOf,
        BatchOptions? options = null,
        CancellationToken stop = default
    )
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(placeOf);
        var before = comparison.Before.SettleAll(source, read, result => result, options, stop);
        var after = comparison.After.SettleAll(source, read, result => result, options, stop);
        return ClaimsComparison.Of(
            comparison.Before,
            comparison.After,
            before.Zip(
                after,
                (one, other) => new ComparedClaim(one.Index + 1, one.Claim, one.Settlement, other.Settlement, Placed(one), Placed(other))
            )
        );

        ImmutableArray<Problem> Placed(BatchResult<T> result) =>
            [.. result.Problems.Select(problem => problem with { Place = placeOf(result.Source, problem.Place) })];
    }
}
