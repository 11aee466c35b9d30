using System.Diagnostics;
using System.Globalization;
using YamlDotNet.Core;

namespace ReimbursementRules.Benchmarks;

/// <summary>What it takes to load a table of 30,000 rows, against YamlDotNet's parser passing over the same text and making nothing of it,
/// pair by pair in one run.</summary>
public static class Loading
{
    private const int Rows = 30_000;
    private const int Pairs = 9;

    /// <param name="output">Takes the table.</param>
    public static void Print(TextWriter output)
    {
        using var made = MadeRulebook.WithCodes(Rows);
        output.WriteLine($"{"load of 30,000 rows, of YamlDotNet's Parser", -46} {"seconds", 12} {"times", 7} {"bytes/row", 12}");
        var first = Pair(made);
        Line("the first", first.Load, first.Load / first.Parse, first.Bytes, output);
        var pairs = Enumerable.Range(0, Pairs).Select(_ => Pair(made)).ToList();
        Line(
            "again",
            pairs.Select(pair => pair.Load).Order().ElementAt(Pairs / 2),
            pairs.Select(pair => pair.Load / pair.Parse).Order().ElementAt(Pairs / 2),
            pairs[^1].Bytes,
            output
        );
    }

    private static (decimal Parse, decimal Load, long Bytes) Pair(MadeRulebook made)
    {
        var parse = Seconds(() => Parse(made.Catalogue));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var load = Seconds(() => GC.KeepAlive(made.Load()));
        return (parse, load, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Parse(string file)
    {
        using var text = new StreamReader(file);
        var parser = new Parser(text);
        while (parser.MoveNext()) { }
    }

    private static decimal Seconds(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        watch.Stop();
        return new decimal(watch.ElapsedTicks) / Stopwatch.Frequency;
    }

    private static void Line(string name, decimal seconds, decimal times, long bytes, TextWriter output) =>
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{name, -46} {seconds, 12:0.000} {times, 7:0.0} {bytes / Rows, 12:N0}")
        );
}
