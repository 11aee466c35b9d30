using ReimbursementRules.Claims;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cli.Batches;

/// <summary>A file of claims that may be read several times: JSON Lines, CSV, or one claim in YAML or JSON.</summary>
internal static class ClaimFile
{
    /// <summary>What to write where there is no such file.</summary>
    public static BilingualText WayOut { get; } =
        new("Name a file with a claim on each line, or leave --claims out.", "请给出每行一张单据的文件，或删去 --claims。");

    /// <summary>The claims, read as they are taken.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">Its form; by its name where null, or else JSON Lines.</param>
    /// <exception cref="BatchInputException">The header of a CSV file names what is no key.</exception>
    /// <exception cref="InputFileException">The file cannot be read, or not a second time, as pipes and devices.</exception>
    public static IEnumerable<ClaimText> In(string path, string? format) =>
        IsReadOnce(path)
            ? throw ReadOnce(path)
            : (format ?? Path.GetExtension(path).TrimStart('.').ToLowerInvariant()) switch
            {
                "csv" => Lines(path, CsvTable.In),
                "yaml" or "yml" or "json" => [Whole(path)],
                _ => Lines(path, JsonLine.In),
            };

    private static bool IsReadOnce(string path) => File.Exists(path) && FileOnDisk.HasNoEnd(path);

    private static InputFileException ReadOnce(string path) =>
        new(
            new(
                $"--claims: '{path}' is a pipe, a device or the like, and is read more than once. "
                    + "Save what it gives to a file, and name that.",
                $"--claims：“{path}”是管道、设备等，而此处需要多次读取。请将其内容保存为文件，再给出该文件。"
            )
        );

    /// <summary>One claim, read at once: of a file that has none, nothing is to be settled.</summary>
    private static WholeFile Whole(string path)
    {
        using (InputFile.Open(path, "--claims", WayOut)) { }

        return new(Claim.Load(path));
    }

    private static IEnumerable<ClaimText> Lines(string path, Func<string, Stream, IEnumerable<ClaimText>> read)
    {
        using var input = InputFile.Open(path, "--claims", WayOut);
        foreach (var claim in read(Path.GetFileName(path), input))
            yield return claim;
    }

    /// <summary>One claim as a file of its own.</summary>
    private sealed record WholeFile(Claim Claim) : ClaimText(1)
    {
        public override Claim Read() => Claim;

        public override FilePlace At(FilePlace place) => place;
    }
}
