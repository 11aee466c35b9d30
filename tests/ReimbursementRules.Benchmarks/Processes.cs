using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ReimbursementRules.Benchmarks;

/// <summary>The command batch over a file of claims against Python, which only reads each of its lines as JSON: whole processes, one after
/// the other in one run.</summary>
public static class Batches
{
    private const int Pairs = 5;
    private const int Claims = 200_000;
    private const int ClaimsOfMember = 4;
    private const string Python = "python3";
    private const string ReadsEachLine = "import json,sys\nfor line in open(sys.argv[1], 'rb'): json.loads(line)";

    /// <param name="folder">The rulebook.</param>
    /// <param name="jobs">The claims, repeated as often as needed.</param>
    /// <param name="output">Takes the line.</param>
    public static void Print(string folder, Job[] jobs, TextWriter output)
    {
        var aside = Directory.CreateTempSubdirectory("batch");
        try
        {
            var input = Path.Combine(aside.FullName, "claims.jsonl");
            Write(input, jobs);
            output.WriteLine(Line(folder, input, Path.Combine(aside.FullName, "settled.jsonl")));
        }
        finally
        {
            aside.Delete(recursive: true);
        }
    }

    private static string Line(string folder, string input, string settled)
    {
        var command = Path.Combine(AppContext.BaseDirectory, "ReimbursementRules.Cli.dll");
        var (ours, python) = (new List<decimal>(), new List<decimal>());
        for (var pair = 0; pair < Pairs; pair++)
        {
            if (Seconds(Python, ["-c", ReadsEachLine, input]) is not { } read)
                return $"batch : {Python} json.loads: not measured, there is no {Python} here";
            python.Add(read);
            ours.Add(
                Seconds("dotnet", [command, "batch", folder, "--in", input, "--out", settled])
                    ?? throw new InvalidOperationException("There is no dotnet here.")
            );
        }

        var (batch, loads) = (Median(ours), Median(python));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"batch : {Python} json.loads, {Claims:N0} claims: {batch:0.00} s : {loads:0.00} s, {loads / batch:0.00} times as fast"
        );
    }

    private static decimal Median(List<decimal> times) => times.Order().ElementAt(Pairs / 2);

    /// <summary>How long a process takes; null where there is no such program.</summary>
    private static decimal? Seconds(string program, string[] args)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, args) { RedirectStandardError = true, UseShellExecute = false }
            )!;
            var told = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {told}");
        }
        catch (Win32Exception)
        {
            return null;
        }

        return new decimal(watch.ElapsedTicks) / Stopwatch.Frequency;
    }

    private static void Write(string input, Job[] jobs)
    {
        using var lines = File.CreateText(input);
        for (var i = 0; i < Claims; i++)
        {
            var claim = JsonSerializer.SerializeToNode(jobs[i % jobs.Length].Claim)!.AsObject();
            claim["id"] = $"C{i}";
            claim["member.id"] = $"M{i / ClaimsOfMember}";
            claim.Remove("admission");
            lines.WriteLine(claim.ToJsonString());
        }
    }
}
