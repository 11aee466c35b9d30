namespace ReimbursementRules.Cli;

/// <summary>Files or folders that a command line names, each of which counts once however often and by whatever path it is named.</summary>
internal sealed class NamedOnce
{
    private readonly HashSet<string> _seen = new(
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal
    );

    /// <summary>Whether a file or folder is named for the first time.</summary>
    public bool IsNew(string path) => _seen.Add(Path.TrimEndingDirectorySeparator(CommandFiles.Real(path)));
}
