using System.Diagnostics;
using System.Globalization;
using ReimbursementRules.Claims;

namespace ReimbursementRules.Benchmarks;

/// <summary>How the time of a settlement grows with what it is made of. Each figure is the best of several runs on one thread, but for the
/// cores.</summary>
public static class Figures
{
    private const int Runs = 7;

    public static void Print(string rules, TextWriter output)
    {
        Section(output, "rows of the catalogue, by code", "ns/claim");
        foreach (var rows in new[] { 10, 1_000, 20_000, 30_000 })
            using (var made = MadeRulebook.WithCodes(rows))
                Line(output, rows, Nanoseconds(made.Load(), MadeRulebook.ClaimOfCodes(rows)));
        Section(output, "layers", "ns/claim");
        foreach (var layers in new[] { 1, 2, 4, 8 })
            using (var made = MadeRulebook.WithLayers(layers))
                Line(output, layers, Nanoseconds(made.Load(), Workload.Create(1)[0].Claim));
        var rulebook = Rulebook.Load(Path.Combine(rules, "examples", "benchmark"));
        Section(output, "items", "ns/claim");
        foreach (var items in new[] { 1, 10, 100, 1_000 })
            Line(output, items, Nanoseconds(rulebook, Workload.Create(1, items)[0].Claim));
        Section(output, "claims in the history", "ns/claim");
        foreach (var claims in new[] { 0, 10, 100 })
            Line(output, claims, Nanoseconds(rulebook, Workload.Create(1)[0].Claim, Year(rulebook, claims)));
        Loading(rules, output);
        Starting(output);
        Cores(rulebook, output);
    }

    /// <summary>Settles one claim, for <see cref="Starting"/> to time from outside.</summary>
    public static void First(string rules) =>
        Console.WriteLine(
            Rulebook
                .Load(Path.Combine(rules, "tiered-care-district"))
                .Settle(
                    new()
                    {
                        Discharged = new(2020, 10, 8),
                        Setting = Setting.Inpatient,
                        Provider = new() { Level = HospitalLevel.Two },
                        Items = [new() { Class = CatalogueClass.A, Amount = Values.Money.Yuan(18_000) }],
                    }
                )
                .Patient
        );

    private static void Loading(string rules, TextWriter output)
    {
        Section(output, "load a rulebook, after the first", "ms");
        foreach (var index in Directory.EnumerateFiles(rules, "index.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var folder = Path.GetDirectoryName(index)!;
            Rulebook.Load(folder);
            var best = Enumerable.Range(0, Runs).Min(_ => Seconds(() => Rulebook.Load(folder)));
            Line(output, Path.GetRelativePath(rules, folder), best * 1_000);
        }
    }

    private static void Starting(TextWriter output)
    {
        Section(output, "from the start of the process to the first settlement", "ms");
        var best = Enumerable
            .Range(0, Runs)
            .Min(_ =>
                Seconds(() =>
                {
                    var dll = Environment.GetCommandLineArgs()[0];
                    using var process = Process.Start(
                        new ProcessStartInfo(
                            Environment.ProcessPath!,
                            dll.EndsWith(".dll", StringComparison.Ordinal) ? [dll, "--first"] : ["--first"]
                        )
                        {
                            RedirectStandardOutput = true,
                            UseShellExecute = false,
                        }
                    )!;
                    process.StandardOutput.ReadLine();
                    process.WaitForExit();
                })
            );
        Line(output, "tiered-care-district", best * 1_000);
    }

    private static void Cores(Rulebook rulebook, TextWriter output)
    {
        Section(output, "threads", "claims/s");
        var jobs = Workload.Create(20_000);
        for (var threads = 1; threads <= Environment.ProcessorCount; threads *= 2)
        {
            var count = threads;
            var best = Enumerable
                .Range(0, Runs)
                .Min(_ =>
                    Seconds(() =>
                        Parallel.For(
                            0,
                            count,
                            new ParallelOptions { MaxDegreeOfParallelism = count },
                            _ =>
                            {
                                foreach (var job in jobs)
                                    rulebook.Settle(job.Claim, job.History);
                            }
                        )
                    )
                );
            Line(output, threads, jobs.Length * count / best);
        }
    }

    private static History Year(Rulebook rulebook, int claims)
    {
        var history = History.Empty;
        foreach (var job in Workload.Create(claims))
            history = rulebook
                .Settle(job.Claim with { Member = job.Claim.Member with { Scheme = Scheme.Resident, Retired = false } }, history)
                .History;
        return history;
    }

    private static double Nanoseconds(Rulebook rulebook, Claim claim, History? history = null)
    {
        var times = Math.Max(200, 200_000 / Math.Max(10, claim.Items.Length));
        for (var warm = 0; warm < 3; warm++)
            Settle(rulebook, claim, history ?? History.Empty, times);
        return Enumerable.Range(0, Runs).Min(_ => Seconds(() => Settle(rulebook, claim, history ?? History.Empty, times))) / times * 1e9;
    }

    private static void Settle(Rulebook rulebook, Claim claim, History history, int times)
    {
        for (var i = 0; i < times; i++)
            rulebook.Settle(claim, history);
    }

    private static double Seconds(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalSeconds;
    }

    private static void Section(TextWriter output, string title, string unit) =>
        output.WriteLine($"{Environment.NewLine}{title, -56} {unit, 12}");

    private static void Line(TextWriter output, object of, double figure) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {of, -54:N0} {figure, 12:N1}"));
}
