using BenchmarkDotNet.Attributes;
using ReimbursementRules.Settlements;

namespace ReimbursementRules.Benchmarks;

/// <summary>One claim of the benchmark policy in detail.</summary>
[MemoryDiagnoser]
public class SettleBenchmarks
{
    private readonly Rulebook _rulebook = Rulebook.Load(Path.Combine(AppContext.BaseDirectory, "rules", "examples", "benchmark"));
    private readonly Job[] _jobs = Workload.Create(1_000);
    private int _next;

    [Benchmark(Baseline = true)]
    public PlainResult HandWritten() => HandWrittenDecimal.Settle(Next().Plain);

    [Benchmark]
    public PlainResult HandWrittenInCents() => HandWrittenCents.Settle(Next().Plain);

    [Benchmark]
    public Settlement Settle()
    {
        var job = Next();
        return _rulebook.Settle(job.Claim, job.History);
    }

    [Benchmark]
    public int SettleAndDivideItems()
    {
        var job = Next();
        return _rulebook.Settle(job.Claim, job.History).Items.Length;
    }

    [Benchmark]
    public int SettleAndReadTheTrace()
    {
        var job = Next();
        return _rulebook.Settle(job.Claim, job.History).Steps.Length;
    }

    private Job Next() => _jobs[_next++ % _jobs.Length];
}
