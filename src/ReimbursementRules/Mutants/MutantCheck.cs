using ReimbursementRules.Targets;

namespace ReimbursementRules.Mutants;

/// <summary>Changes the policy files of a folder in memory, one thing at a time, and looks whether the folder's own cases notice
/// it.</summary>
/// <remarks>Changed is what an analyst could get wrong: each value by a cent, each rate by a point and by a hundredth of one, each edge and
/// day by one; rows that fall into that of all other cases or have their neighbour's value; parts of a base, conditions and their words,
/// gates and adjustments that are left out; steps and layers that follow one another, swapped; words such as those of <c>per</c> and
/// <c>counts</c>. Nothing is written.</remarks>
public static class MutantCheck
{
    /// <summary>Looks whether the cases of a folder notice what could be wrong in its files.</summary>
    /// <param name="folder">The folder with <c>index.yaml</c>.</param>
    /// <param name="options">How far to go; all mutants where left out.</param>
    /// <param name="stop">Stops between two mutants.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    public static MutantReport Run(string folder, MutantOptions? options = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        try
        {
            return Run(new MutantFolder(folder), folder, options ?? new(), stop);
        }
        catch (PolicyException e)
        {
            return new(folder, null) { Problems = [.. e.Problems] };
        }
    }

    private static MutantReport Run(MutantFolder of, string folder, MutantOptions options, CancellationToken stop)
    {
        var problems = new ProblemLog();
        var cases = of.Cases(problems);
        var report = new MutantReport(folder, of.Original) { Mutants = of.Mutants.Count };
        if (!problems.IsEmpty)
            return report with { Problems = [.. problems.Told()] };
        var signed = cases.Where(one => !one.IsUnsigned).ToList();
        IReadOnlyList<TargetResult>? targets = null;
        var failed = signed.Select(one => MutantFolder.Run(of.Original, one, ref targets)).Where(result => !result.Passed).ToList();
        report = report with { Cases = signed.Count, UnsignedCases = cases.Count - signed.Count, FailedCases = [.. failed] };
        if (failed.Count > 0)
            return report;
        var chosen = Chosen(of.Mutants, options.Sample);
        var outcomes = new MutantOutcome[chosen.Count];
        var done = 0;
        Parallel.For(
            0,
            chosen.Count,
            new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = stop },
            () => new MutantTrial(of, options.Tries),
            (i, _, trial) =>
            {
                outcomes[i] = trial.Of(chosen[i]);
                options.Progress?.Report(new(Interlocked.Increment(ref done), chosen.Count));
                return trial;
            },
            _ => { }
        );
        return report with
        {
            Files =
            [
                .. chosen
                    .Zip(outcomes)
                    .GroupBy(pair => pair.First.Place.File, StringComparer.Ordinal)
                    .Select(file => file.Aggregate(new MutantScore(file.Key, 0, 0, 0, 0), (sum, pair) => sum.Plus(pair.Second.Counted))),
            ],
            Survivors = [.. new ReadyCases(of, options.Language).Of(outcomes)],
        };
    }

    /// <summary>Each so-and-so-many-th.</summary>
    private static IReadOnlyList<Mutant> Chosen(IReadOnlyList<Mutant> all, int? sample) =>
        sample is { } count && count < all.Count
            ? [.. Enumerable.Range(0, count).Select(i => all[(int)((long)i * all.Count / count)])]
            : all;
}
