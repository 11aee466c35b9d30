using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ReimbursementRules;
using ReimbursementRules.Benchmarks;
using ReimbursementRules.Engines;

var rules = Path.Combine(AppContext.BaseDirectory, "rules");
switch (args)
{
    case ["--ratio", .. [] or [_]]:
        var folder = Path.Combine(rules, "examples", "benchmark");
        var (rulebook, byGrid) = (Rulebook.Load(folder), Rulebook.Load(folder, new GridEngine()));
        var jobs = Workload.Create(100_000);
        Agreement.Demand(rulebook, jobs);
        Agreement.Demand(byGrid, jobs);
        Loading.Print(Console.Out);
        Wire.Print(rulebook, jobs[..5_000], Console.Out);
        Processes.Print(folder, jobs[..10_000], args.ElementAtOrDefault(1), Console.Out);
        Ratio.Header(Console.Out);
        BytesToBytes.Print(rulebook, jobs[..5_000], Console.Out);
        Ratio.Print(rulebook, byGrid, jobs, Console.Out);
        break;
    case ["--processes", .. [] or [_]]:
        Processes.Print(Path.Combine(rules, "examples", "benchmark"), Workload.Create(10_000), args.ElementAtOrDefault(1), Console.Out);
        break;
    case ["--figures"]:
        Figures.Print(rules, Console.Out);
        break;
    case ["--engines"]:
        EngineFigures.Print(rules, Console.Out);
        break;
    case ["--first"]:
        Figures.First(rules);
        break;
    default:
        BenchmarkSwitcher
            .FromAssembly(typeof(SettleBenchmarks).Assembly)
            .Run(args, DefaultConfig.Instance.AddJob(BenchmarkDotNet.Jobs.Job.Default.WithToolchain(InProcessEmitToolchain.Instance)));
        break;
}
