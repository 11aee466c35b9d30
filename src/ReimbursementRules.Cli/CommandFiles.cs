using System.CommandLine.Parsing;
using ReimbursementRules.Values;

namespace ReimbursementRules.Cli;

/// <summary>The files that a command reads and writes, held against each other before any of them is opened: what is written overwrites
/// nothing that is read, and nothing else that is written.</summary>
internal sealed class CommandFiles
{
    private static readonly StringComparison Same =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly List<(string Name, string Path)> _read = [];
    private readonly List<(string Option, string Path)> _written = [];
    private readonly List<string> _rulebooks = [];

    /// <summary>A file that is read; none where it is null.</summary>
    public CommandFiles Reads(string name, string? path)
    {
        if (!string.IsNullOrEmpty(path))
            _read.Add((name, path));
        return this;
    }

    /// <summary>The folder of a rulebook that is read.</summary>
    public CommandFiles ReadsRulebook(string? folder)
    {
        if (!string.IsNullOrEmpty(folder))
            _rulebooks.Add(folder);
        return this;
    }

    /// <summary>A file that is written; none where it is null.</summary>
    public CommandFiles Writes(string option, string? path)
    {
        if (!string.IsNullOrEmpty(path))
            _written.Add((option, path));
        return this;
    }

    /// <summary>Tells the command line what would be lost.</summary>
    public void Check(CommandResult result, Language language)
    {
        foreach (var conflict in Conflicts())
            result.AddError(conflict.In(language));
    }

    private IEnumerable<BilingualText> Conflicts()
    {
        for (var i = 0; i < _written.Count; i++)
        {
            var (option, path) = _written[i];
            foreach (var (name, read) in _read)
                if (AreOne(path, read))
                    yield return new($"{option} would overwrite {name}. Name another file.", $"{option} 会覆盖 {name}。请换一个文件名。");
            foreach (var (other, before) in _written.Take(i))
                if (AreOne(path, before))
                    yield return new(
                        $"{option} and {other} name one file, '{path}'. Name another for one of them.",
                        $"{option} 与 {other} 是同一文件“{path}”。请为其一换一个文件名。"
                    );
            if (IsOfARulebook(path))
                yield return new(
                    $"{option}: '{path}' is a file of a rulebook, or would become one. Name a file outside the rulebook's folder.",
                    $"{option}：“{path}”属于规则册文件夹。请写规则册文件夹之外的文件。"
                );
        }
    }

    private bool IsOfARulebook(string path)
    {
        var real = Real(path);
        return File.Exists(Path.Combine(Path.GetDirectoryName(real) ?? "", "index.yaml"))
            || _rulebooks.Exists(folder =>
                real.StartsWith(Path.TrimEndingDirectorySeparator(Real(folder)) + Path.DirectorySeparatorChar, Same)
            )
            || _rulebooks
                .Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.TopDirectoryOnly))
                .Any(file => IsOneOnDisk(file, path));
    }

    private static bool AreOne(string path, string other) => string.Equals(Real(path), Real(other), Same) || IsOneOnDisk(path, other);

    /// <summary>Whether two names that differ lead to one file, as hard links do: it cannot be opened alone under one name and again under
    /// the other.</summary>
    private static bool IsOneOnDisk(string path, string other)
    {
        try
        {
            // A pipe has no length, and waits when it is opened.
            if (!File.Exists(path) || !File.Exists(other) || new FileInfo(path).Length != new FileInfo(other).Length)
                return false;
            if (new FileInfo(path).Length == 0)
                return false;
            using var alone = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 0);
            return !CanBeOpened(other);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return false;
        }
    }

    private static bool CanBeOpened(string path)
    {
        try
        {
            using var again = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>The path without links, of a file that need not be there.</summary>
    public static string Real(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        foreach (var name in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, name);
            try
            {
                real = new FileInfo(real).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? real;
            }
            catch (IOException)
            {
                // A link that leads nowhere, or round in a circle, stays what it is.
            }
        }

        return real;
    }
}
