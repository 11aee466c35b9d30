using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ReimbursementRules.Benchmarks;

/// <summary>Whole processes, one after the other in one run: the command settle with one claim, and the command batch over a file of claims
/// against Python, which only reads each of its lines as JSON.</summary>
public static class Processes
{
    private const int Pairs = 5;
    private const int Starts = 15;
    private const int Claims = 200_000;
    private const int ClaimsOfMember = 4;
    private const string Python = "python3";
    private const string ReadsEachLine = "import json,sys\nfor line in open(sys.argv[1], 'rb'): json.loads(line)";

    /// <param name="folder">The rulebook.</param>
    /// <param name="jobs">The claims, repeated as often as needed.</param>
    /// <param name="tool">The installed command; null for the one that was built with this program, which the platform compiles as it
    /// runs.</param>
    /// <param name="output">Takes the lines.</param>
    public static void Print(string folder, Job[] jobs, string? tool, TextWriter output)
    {
        Command command = tool is null
            ? new("dotnet", [Path.Combine(AppContext.BaseDirectory, "ReimbursementRules.Cli.dll")])
            : new(tool, []);
        var aside = Directory.CreateTempSubdirectory("batch");
        try
        {
            var input = Path.Combine(aside.FullName, "claims.jsonl");
            Write(input, jobs);
            output.WriteLine(Start(command, folder, input, Path.Combine(aside.FullName, "claim.json")));
            output.WriteLine(Batch(command, folder, input, Path.Combine(aside.FullName, "settled.jsonl")));
        }
        finally
        {
            aside.Delete(recursive: true);
        }
    }

    private static string Start(Command command, string folder, string input, string claim)
    {
        File.WriteAllText(claim, File.ReadLines(input).First());
        var times = Enumerable.Range(0, Starts).Select(_ => command.Seconds("settle", folder, claim)).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"start of a process → its first settlement: {Median(times):0.00} s");
    }

    private static string Batch(Command command, string folder, string input, string settled)
    {
        var (ours, python) = (new List<decimal>(), new List<decimal>());
        for (var pair = 0; pair < Pairs; pair++)
        {
            if (Seconds(Python, ["-c", ReadsEachLine, input]) is not { } read)
                return $"batch : {Python} json.loads: not measured, there is no {Python} here";
            python.Add(read);
            File.Delete(settled);
            ours.Add(command.Seconds("batch", folder, "--in", input, "--out", settled));
        }

        var (batch, loads) = (Median(ours), Median(python));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"batch : {Python} json.loads, {Claims:N0} claims: {batch:0.00} s : {loads:0.00} s, {loads / batch:0.00} times as fast"
        );
    }

    private static decimal Median(List<decimal> times) => times.Order().ElementAt(times.Count / 2);

    /// <summary>How long a process takes; null where there is no such program.</summary>
    private static decimal? Seconds(string program, string[] args)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, args)
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                }
            )!;
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
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

    private sealed record Command(string Program, string[] Before)
    {
        public decimal Seconds(params string[] args) =>
            Processes.Seconds(Program, [.. Before, .. args]) ?? throw new InvalidOperationException($"There is no {Program} here.");
    }
}
