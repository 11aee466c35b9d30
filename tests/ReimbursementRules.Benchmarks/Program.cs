using ReimbursementRules;
using ReimbursementRules.Benchmarks;

var rulebook = Rulebook.Load(Path.Combine(AppContext.BaseDirectory, "rules"));
var jobs = Workload.Create(100_000);
Agreement.Demand(rulebook, jobs);
Ratio.Print(rulebook, jobs, Console.Out);
