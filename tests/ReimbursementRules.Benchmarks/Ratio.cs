using System.Diagnostics;
using System.Globalization;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.Benchmarks;

/// <summary>The quick mode: every engine against hand-written decimal C#, pair by pair in one run.</summary>
public static class Ratio
{
    private const int Pairs = 9;

    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(3);

    /// <param name="rulebook">The rulebook with NRules.</param>
    /// <param name="byGrid">The same with the grid.</param>
    /// <param name="jobs">The claims.</param>
    /// <param name="output">Takes the table.</param>
    public static void Print(Rulebook rulebook, Rulebook byGrid, Job[] jobs, TextWriter output)
    {
        var engines = new (string Name, Func<Job, object> Settle)[]
        {
            ("hand-written C#, decimal", job => HandWrittenDecimal.Settle(job.Plain)),
            ("hand-written C#, cents inside", job => HandWrittenCents.Settle(job.Plain)),
            ("Settle, and every item divided among payers", job => Divided(rulebook.Settle(job.Claim, job.History))),
            ("Settle, rows chosen by the grid", job => byGrid.Settle(job.Claim, job.History)),
            ("Settle, with the full trace", job => rulebook.Settle(job.Claim, job.History)),
        };
        foreach (var (_, settle) in engines)
            for (var round = 0; round < 3; round++)
                Seconds(settle, jobs);

        var last = 0m;
        foreach (var (name, settle) in engines)
            last = Row(name, settle, jobs, output);

        output.WriteLine(last.ToString("0.00", CultureInfo.InvariantCulture));
    }

    /// <summary>Reads of every item what the patient pays of it, which follows from what each payer does.</summary>
    private static Settlement Divided(Settlement settlement)
    {
        foreach (var item in settlement.Items)
            if (item.Patient > item.Fee)
                throw new InvalidOperationException("A patient pays more than an item costs.");
        return settlement;
    }

    /// <summary>Prints what the columns are.</summary>
    public static void Header(TextWriter output) =>
        output.WriteLine($"{"of hand-written C#", -46} {"claims/s", 12} {"ratio", 7} {"bytes/claim", 12}");

    /// <summary>Measures an engine, prints its row and returns its ratio.</summary>
    public static decimal Row(string name, Func<Job, object> settle, Job[] jobs, TextWriter output) =>
        Row(name, jobs, job => HandWrittenDecimal.Settle(job.Plain), settle, output);

    /// <summary>As <see cref="Row(string, Func{Job, object}, Job[], TextWriter)"/>, against a reference of its own.</summary>
    public static decimal Row<T>(string name, T[] inputs, Func<T, object> reference, Func<T, object> engine, TextWriter output)
    {
        var (perSecond, ratio) = Pair(reference, engine, inputs);
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{name, -46} {perSecond, 12:N0} {ratio, 7:0.00} {Bytes(engine, inputs), 12:N0}")
        );
        return ratio;
    }

    /// <summary>Runs both until the platform has compiled anew what runs often, which it does some time after it has seen so.</summary>
    public static void WarmUp<T>(T[] inputs, Func<T, object> reference, Func<T, object> engine)
    {
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < WarmUpTime; )
            (Seconds(reference, inputs), Seconds(engine, inputs)).ToString();
    }

    /// <summary>The median claims per second, and the median ratio of pairs timed one after the other.</summary>
    internal static (decimal PerSecond, decimal Ratio) Pair<T>(Func<T, object> reference, Func<T, object> engine, T[] jobs)
    {
        var ratios = new List<decimal>();
        var speeds = new List<decimal>();
        for (var pair = 0; pair < Pairs; pair++)
        {
            var byHand = Seconds(reference, jobs);
            var byEngine = Seconds(engine, jobs);
            ratios.Add(byHand / byEngine);
            speeds.Add(jobs.Length / byEngine);
        }

        return (speeds.Order().ElementAt(Pairs / 2), ratios.Order().ElementAt(Pairs / 2));
    }

    private static decimal Seconds<T>(Func<T, object> settle, T[] jobs)
    {
        var watch = Stopwatch.StartNew();
        object? kept = null;
        foreach (var job in jobs)
            kept = settle(job);
        watch.Stop();
        GC.KeepAlive(kept);
        return new decimal(watch.ElapsedTicks) / Stopwatch.Frequency;
    }

    internal static long Bytes<T>(Func<T, object> settle, T[] jobs)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var job in jobs)
            settle(job);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / jobs.Length;
    }
}
