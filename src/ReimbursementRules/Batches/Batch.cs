using System.Runtime.CompilerServices;
using ReimbursementRules.Claims;

namespace ReimbursementRules.Batches;

/// <summary>Settles streams of claims of any length in bounded memory, several members at a time.</summary>
/// <remarks>
/// <para>All claims of a member, by <see cref="Member.Id"/>, stand together in the stream, as sorting or partitioning by member leaves
/// them; their
/// order does not matter. They are settled by the day that decides their benefit year, then by the day of discharge, then in the order of
/// the
/// stream, each with the history of the one before. A claim without a member's id is settled alone.</para>
/// <para>The results come in the order of the stream, one for each claim, and are the same for any number of workers. A claim that is not
/// valid has
/// problems in place of a settlement, leaves the history as it was, and does not stop the stream. So have the claims of a member who comes
/// back
/// after other members, since their history is not known any more, and a claim that stands in the stream a second time: of two with one
/// <see cref="Claim.Id"/> and one member, the later has a problem and is not settled. A claim without an id is told from no other.</para>
/// <para>Where the stream itself fails, has a claim that is null, or something that the program handed in throws, the results of the
/// members before come first, and then a <see cref="BatchException"/> that names the claim. Whoever leaves the enumeration stops the
/// workers: none of them calls the program after that.</para>
/// <para>The memory holds a few hundred claims for each worker, at most <see cref="BatchOptions.ClaimsOfMember"/> claims of a member, and
/// 10 to 15 bytes for each member seen.</para>
/// </remarks>
public static class Batch
{
    /// <summary>Settles a stream of claims. The stream is read on the caller's thread as the results are taken.</summary>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="claims">The claims, those of a member together.</param>
    /// <param name="options">How; may be left out.</param>
    /// <param name="stop">Stops between two claims.</param>
    /// <exception cref="OperationCanceledException">While taking results: <paramref name="stop"/> was asked for. The results before are
    /// complete.</exception>
    /// <exception cref="BatchException">While taking results: the stream failed, has a claim that is null, or something of the options did.
    /// The results of the members before are complete.</exception>
    public static IEnumerable<BatchResult<Claim>> SettleAll(
        this Rulebook rulebook,
        IEnumerable<Claim> claims,
        BatchOptions? options = null,
        CancellationToken stop = default
    ) => SettleAll(rulebook, claims, claim => claim, result => result, options, stop);

    /// <summary>As the other, for claims that arrive from a file, a database or the network without holding a thread.</summary>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="claims">The claims, those of a member together.</param>
    /// <param name="options">How; may be left out.</param>
    /// <param name="stop">Stops between two claims.</param>
    /// <exception cref="OperationCanceledException">While taking results: <paramref name="stop"/> was asked for. The results before are
    /// complete.</exception>
    /// <exception cref="BatchException">While taking results: the stream failed, has a claim that is null, or something of the options did.
    /// The results of the members before are complete.</exception>
    public static IAsyncEnumerable<BatchResult<Claim>> SettleAll(
        this Rulebook rulebook,
        IAsyncEnumerable<Claim> claims,
        BatchOptions? options = null,
        CancellationToken stop = default
    ) => SettleAll(rulebook, claims, claim => claim, result => result, options, stop);

    /// <summary>Settles a stream of anything that claims can be read from, and turns each result into something to write. Reading and
    /// writing, which
    /// often take longer than settling, are done by the workers too.</summary>
    /// <typeparam name="TIn">What the stream is made of, such as lines of a file.</typeparam>
    /// <typeparam name="TOut">What is written.</typeparam>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="source">The stream, the claims of a member together.</param>
    /// <param name="read">Reads a claim. A <see cref="InputException"/> becomes the problems of the result. Called on several threads at
    /// once.</param>
    /// <param name="write">Turns a result into what is written. Called on several threads at once.</param>
    /// <param name="options">How; may be left out.</param>
    /// <param name="stop">Stops between two claims.</param>
    /// <exception cref="OperationCanceledException">While taking results: <paramref name="stop"/> was asked for. The results before are
    /// complete.</exception>
    /// <exception cref="BatchException">While taking results: the stream failed, has a claim that is null, or something of the options did.
    /// The results of the members before are complete.</exception>
    public static IEnumerable<TOut> SettleAll<TIn, TOut>(
        this Rulebook rulebook,
        IEnumerable<TIn> source,
        Func<TIn, Claim> read,
        Func<BatchResult<TIn>, TOut> write,
        BatchOptions? options = null,
        CancellationToken stop = default
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        return Waiting(source, RunOf(rulebook, read, write, options, isAwaited: false), stop);
    }

    /// <summary>As the other, for a stream that arrives from a file, a database or the network without holding a thread.</summary>
    /// <typeparam name="TIn">What the stream is made of, such as lines of a file.</typeparam>
    /// <typeparam name="TOut">What is written.</typeparam>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="source">The stream, the claims of a member together.</param>
    /// <param name="read">Reads a claim. A <see cref="InputException"/> becomes the problems of the result. Called on several threads at
    /// once.</param>
    /// <param name="write">Turns a result into what is written. Called on several threads at once.</param>
    /// <param name="options">How; may be left out.</param>
    /// <param name="stop">Stops between two claims, and the wait for the next.</param>
    /// <exception cref="OperationCanceledException">While taking results: <paramref name="stop"/> was asked for. The results before are
    /// complete.</exception>
    /// <exception cref="BatchException">While taking results: the stream failed, has a claim that is null, or something of the options did.
    /// The results of the members before are complete.</exception>
    public static IAsyncEnumerable<TOut> SettleAll<TIn, TOut>(
        this Rulebook rulebook,
        IAsyncEnumerable<TIn> source,
        Func<TIn, Claim> read,
        Func<BatchResult<TIn>, TOut> write,
        BatchOptions? options = null,
        CancellationToken stop = default
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        return Awaiting(source, RunOf(rulebook, read, write, options, isAwaited: true), stop);
    }

    /// <summary>A run of its own for each time that the results are enumerated.</summary>
    private static Func<CancellationToken, BatchRun<TIn, TOut>> RunOf<TIn, TOut>(
        Rulebook rulebook,
        Func<TIn, Claim> read,
        Func<BatchResult<TIn>, TOut> write,
        BatchOptions? options,
        bool isAwaited
    )
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(write);
        options ??= new();
        if (options.BeforeAsync is not null && !isAwaited)
            throw new ArgumentException(
                "BeforeAsync is for a stream that is awaited. Use Before, or hand in an IAsyncEnumerable.",
                nameof(options)
            );
        if (options is { BeforeAsync: not null, Before: not null })
            throw new ArgumentException("Before and BeforeAsync are both stated. State one of them.", nameof(options));
        return stop => new(rulebook, read, write, options, isAwaited, stop);
    }

    private static IEnumerable<TOut> Waiting<TIn, TOut>(
        IEnumerable<TIn> source,
        Func<CancellationToken, BatchRun<TIn, TOut>> runOf,
        CancellationToken stop
    )
    {
        using var run = runOf(stop);
        using var stream = source.GetEnumerator();
        while (run.GoesOn)
        {
            try
            {
                if (stream.MoveNext())
                    run.Add(stream.Current);
                else
                    run.End();
            }
            catch (Exception e) when (!(e is OperationCanceledException && stop.IsCancellationRequested))
            {
                run.End(e);
            }

            while (run.Due is { } due)
            {
                run.HelpUntil(due);
                foreach (var result in run.Take())
                    yield return result;
            }
        }

        run.ThrowIfFailed();
    }

    private static async IAsyncEnumerable<TOut> Awaiting<TIn, TOut>(
        IAsyncEnumerable<TIn> source,
        Func<CancellationToken, BatchRun<TIn, TOut>> runOf,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var run = runOf(stop);
        await using var disposed = run.ConfigureAwait(false);
        var stream = source.GetAsyncEnumerator(stop);
        await using var _ = stream.ConfigureAwait(false);
        while (run.GoesOn)
        {
            try
            {
                if (await stream.MoveNextAsync().ConfigureAwait(false))
                    run.Add(stream.Current);
                else
                    run.End();
            }
            catch (Exception e) when (!(e is OperationCanceledException && stop.IsCancellationRequested))
            {
                run.End(e);
            }

            while (run.Due is { } due)
            {
                await due.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                foreach (var result in run.Take())
                    yield return result;
            }
        }

        run.ThrowIfFailed();
    }
}
