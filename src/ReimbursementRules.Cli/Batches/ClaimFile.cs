using ReimbursementRules.Claims;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli.Batches;

/// <summary>A file of claims that may be read several times: JSON Lines, CSV, or one claim in YAML or JSON.</summary>
internal static class ClaimFile
{
    /// <summary>What to write where there is no such file.</summary>
    public static BilingualText WayOut { get; } =
        new("Name a file with a claim on each line, or leave --claims out.", "请给出每行一件申请的文件，或删去 --claims。");

    /// <summary>The claims, read as they are taken.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">Its form; by its name where null, or else JSON Lines.</param>
    /// <exception cref="BatchInputException">The header of a CSV file names what is no key.</exception>
    /// <exception cref="InputFileException">The file cannot be read.</exception>
    public static IEnumerable<ClaimText> In(string path, string? format) =>
        (format ?? Path.GetExtension(path).TrimStart('.').ToLowerInvariant()) switch
        {
            "csv" => Lines(path, CsvTable.In),
            "yaml" or "yml" or "json" => [new WholeFile(path)],
            _ => Lines(path, JsonLine.In),
        };

    private static IEnumerable<ClaimText> Lines(string path, Func<string, Stream, IEnumerable<ClaimText>> read)
    {
        using var input = InputFile.Open(path, "--claims", WayOut);
        foreach (var claim in read(Path.GetFileName(path), input))
            yield return claim;
    }

    /// <summary>One claim as a file of its own.</summary>
    private sealed record WholeFile(string Path) : ClaimText(1)
    {
        public override Claim Read() => Claim.Load(Path);

        public override FilePlace At(FilePlace place) => place;
    }
}
