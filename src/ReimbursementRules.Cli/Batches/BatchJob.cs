using System.Runtime.ExceptionServices;
using ReimbursementRules.Batches;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cli.Batches;

/// <summary>One batch: from an input through the rulebook to the output and the side file.</summary>
internal sealed record BatchJob(Rulebook Rulebook, TextWriter Error, Pipes Pipes)
{
    private static readonly BilingualText WayOut = new(
        "Name a file with a claim on each line, or leave --in out to read the standard input.",
        "请给出每行一张单据的文件，或删去 --in 以读取标准输入。"
    );

    /// <summary>The input file; null for the standard input.</summary>
    public string? In { get; init; }

    /// <summary>The output file; null for the standard output.</summary>
    public string? Out { get; init; }

    /// <summary>The side file; null for the standard error.</summary>
    public string? Problems { get; init; }

    public bool IsCsv { get; init; }

    /// <summary>Whether the claims of each member are put together first.</summary>
    public bool Sort { get; init; }

    public bool Full { get; init; }
    public bool Resume { get; init; }
    public BatchOptions Options { get; init; } = new();
    public Language Language { get; init; }

    /// <summary>Settles all claims and returns the exit code.</summary>
    /// <exception cref="BatchInputException">The input or an earlier output is not what it should be.</exception>
    /// <exception cref="InputFileException">The input cannot be read.</exception>
    /// <exception cref="OutputFileException">A file cannot be written.</exception>
    /// <exception cref="IOException">Reading or writing fails on the way.</exception>
    public int Run()
    {
        using var interrupts = new Interrupts(Pipes.Stop);
        using var source = In is null ? Pipes.Input() : InputFile.Open(In, "--in", WayOut);
        using var input = new InputStream(source, interrupts.Token);
        using var output = Out is null ? null : Opened(Out, "--out");
        using var problems = Problems is null ? null : Opened(Problems, "--errors");
        var earlier = Resume && output is not null ? EarlierRun.Of(output.Stream, problems?.Stream, this) : EarlierRun.None;
        using var files = new BatchFiles(output?.Stream ?? Pipes.Output(), problems?.Stream ?? Pipes.Errors())
        {
            ProblemsUpTo = earlier.Broken.Number,
        };
        try
        {
            // A side file that nobody reads on the terminal leaves it free for the bar.
            if (Problems is null)
                Settle(input, files, earlier, null, interrupts.Token);
            else
                ProgressBar.Show(
                    Error,
                    input,
                    In is not null && source.CanSeek ? source.Length : null,
                    Language,
                    told => Settle(input, files, earlier, told, interrupts.Token)
                );
        }
        catch (OperationCanceledException)
        {
            return Interrupted(files, earlier.Settled.Number, output?.IsAside == true ? BatchFile.Aside(Out!) : Out);
        }

        problems?.Keep();
        output?.Keep();
        if (Problems is not null)
            Tell(files, earlier);
        return files.Broken > 0 || earlier.Broken.Number > 0 ? CommandLine.Failed : CommandLine.Done;
    }

    private void Settle(InputStream input, BatchFiles files, EarlierRun earlier, IProgress<long>? told, CancellationToken stop)
    {
        var name = In is null ? "stdin" : Path.GetFileName(In);
        var claims = IsCsv
            ? Sort
                ? CsvTable.Sorted(name, input)
                : CsvTable.In(name, input)
            : Sort
                ? JsonLine.Sorted(name, input)
                : JsonLine.In(name, input);
        using var rooms = new ThreadLocal<LineRooms>(() => new());
        try
        {
            foreach (
                var line in Rulebook.SettleAll(
                    earlier.Before(claims),
                    claim => claim.Read(),
                    result => BatchLine.Of(result, Full, rooms.Value!),
                    Options with
                    {
                        Skip = earlier.Settled.Number,
                        Progress = told,
                    },
                    stop
                )
            )
                files.Put(line);
        }
        catch (BatchException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerException!);
        }
        finally
        {
            files.Flush();
        }
    }

    /// <summary>Where problems go to a file, the terminal tells what the run came to.</summary>
    private void Tell(BatchFiles files, EarlierRun earlier)
    {
        foreach (var line in files.Summary.Lines(earlier.Settled.Number))
            Error.WriteLine(line.In(Language));
        if (files.Broken > 0 || earlier.Broken.Number > 0)
            Error.WriteLine(new BilingualText($"  the claims not settled: {Problems}", $"  未结算的单据见：{Problems}").In(Language));
    }

    /// <param name="files">Where the results went.</param>
    /// <param name="before">How many claims an earlier run had written.</param>
    /// <param name="written">The file in which the settlements lie; null for the standard output.</param>
    private int Interrupted(BatchFiles files, long before, string? written)
    {
        Error.WriteLine(
            new BilingualText(
                $"stopped after {files.Settled} settled claims{(before > 0 ? $" of this run; {before} before" : "")}."
                    + (written is null ? "" : $" They lie in '{written}'. Add --resume to go on."),
                $"已停止，本次结算 {files.Settled} 张{(before > 0 ? $"，此前已有 {before} 张" : "")}。"
                    + (written is null ? "" : $"结果暂存于“{written}”，加 --resume 可续算。")
            ).In(Language)
        );
        return CommandLine.Interrupted;
    }

    private BatchFile Opened(string path, string option)
    {
        try
        {
            return BatchFile.Open(path, Resume);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw OutputFile.Unwritten(path, option, FileTrouble.Of(e));
        }
    }
}
