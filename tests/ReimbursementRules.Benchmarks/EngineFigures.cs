using System.Diagnostics;
using System.Globalization;
using ReimbursementRules.Checks;
using ReimbursementRules.Engines;

namespace ReimbursementRules.Benchmarks;

/// <summary>What each engine costs over all rulebooks: the same work by one and by the other in turn, in one run.</summary>
internal static class EngineFigures
{
    private const int Rounds = 5;
    private const int Questions = 2_000;

    public static void Print(string rules, TextWriter output)
    {
        var folders = RulebookCheck.Folders(rules);
        var grid = new Sums(() => new GridEngine());
        var nrules = new Sums(() => new NRulesEngine());
        foreach (var sums in new[] { grid, nrules })
            sums.Add(folders);
        foreach (var sums in new[] { grid, nrules })
            sums.Clear();
        for (var round = 0; round < Rounds; round++)
            foreach (var sums in round % 2 == 0 ? new[] { grid, nrules } : [nrules, grid])
                sums.Add(folders);
        output.WriteLine($"{$"{folders.Count} rulebooks, median of {Rounds}", -52} {"grid", 12} {"NRules", 12} {"ratio", 8}");
        Line(output, "load one, ms", Sums.Median(grid.Loads) / folders.Count, Sums.Median(nrules.Loads) / folders.Count);
        Line(
            output,
            "its first question of each kind, ms",
            Sums.Median(grid.Firsts) / folders.Count,
            Sums.Median(nrules.Firsts) / folders.Count
        );
        Line(output, "the slowest of them, ms", grid.Slowest, nrules.Slowest);
        Line(output, "a question, µs", Sums.Median(grid.Asks), Sums.Median(nrules.Asks));
        Line(output, "a question, bytes", grid.Bytes, nrules.Bytes);
        Line(output, "check rules, s", Sums.Median(grid.Checks), Sums.Median(nrules.Checks));
        Line(output, "kept by all rulebooks, MB", grid.Kept / 1e6, nrules.Kept / 1e6);
    }

    private static void Line(TextWriter output, string of, double grid, double nrules) =>
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"  {of, -50} {grid, 12:N2} {nrules, 12:N2} {nrules / Math.Max(grid, 1e-9), 8:N2}")
        );

    /// <summary>What an engine took in each round.</summary>
    private sealed class Sums(Func<IRuleEngine> engine)
    {
        public List<double> Loads { get; } = [];
        public List<double> Firsts { get; } = [];
        public List<double> Asks { get; } = [];
        public List<double> Checks { get; } = [];
        public double Slowest { get; private set; }
        public double Bytes { get; private set; }
        public double Kept { get; private set; }

        public static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);

        public void Clear()
        {
            foreach (var figures in new[] { Loads, Firsts, Asks, Checks })
                figures.Clear();
            Slowest = double.MaxValue;
        }

        public void Add(IReadOnlyList<string> folders)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var asked = new AskedEngine(engine());
            var books = new List<Rulebook>();
            Loads.Add(Time(() => books.AddRange(folders.Select(folder => Rulebook.Load(folder, asked)))) * 1e3);
            var firsts = asked.Sets.Select(set => Time(() => set.Ask(1)) * 1e3).ToList();
            Firsts.Add(firsts.Sum());
            Slowest = Math.Min(Slowest, firsts.Max());
            foreach (var set in asked.Sets)
                set.Ask(30);
            Kept = GC.GetTotalMemory(forceFullCollection: true) - before;
            var largest = asked.Sets.OrderByDescending(set => set.Size).First();
            largest.Ask(20 * Questions);
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            Asks.Add(Time(() => largest.Ask(Questions)) / Questions * 1e6);
            Bytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)Questions;
            GC.KeepAlive(books);
            Checks.Add(
                Time(() =>
                {
                    foreach (var folder in folders)
                        RulebookCheck.Run(folder, engine());
                })
            );
        }

        private static double Time(Action action)
        {
            var watch = Stopwatch.StartNew();
            action();
            return watch.Elapsed.TotalSeconds;
        }
    }

    /// <summary>Hands an engine's matchers out, to be asked past the memory of rulebooks.</summary>
    private sealed class AskedEngine(IRuleEngine engine) : IRuleEngine
    {
        public List<AskedSet> Sets { get; } = [];

        public IRuleMatcher Compile(RuleSet rules)
        {
            var matcher = engine.Compile(rules);
            if (!rules.Tables.IsEmpty)
                Sets.Add(new(rules, matcher));
            return matcher;
        }
    }

    /// <summary>Tables with answers to ask them about, the same for each engine.</summary>
    private sealed class AskedSet
    {
        private readonly IRuleMatcher _matcher;
        private readonly int[][] _codes;
        private readonly int[] _rows;

        public AskedSet(RuleSet rules, IRuleMatcher matcher)
        {
            var random = new Random(20_261_121);
            _matcher = matcher;
            _codes = [.. Enumerable.Range(0, 100).Select(_ => rules.Facts.Select(fact => random.Next(fact.Words.Length)).ToArray())];
            _rows = new int[rules.Tables.Length];
            Size = rules.Tables.Length;
        }

        public int Size { get; }

        public void Ask(int times)
        {
            for (var i = 0; i < times; i++)
                _matcher.Match(new(_codes[i % _codes.Length]), _rows);
        }
    }
}
