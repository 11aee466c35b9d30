using System.CommandLine.Parsing;
using ReimbursementRules.Values;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Cli;

/// <summary>The files that a command reads and writes, held against each other before any of them is opened: what is written overwrites
/// nothing that is read, and nothing else that is written.</summary>
internal sealed class CommandFiles
{
    private static readonly StringComparison Same =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly List<(BilingualText Name, string Path)> _read = [];
    private readonly List<(string Option, string Path)> _written = [];
    private readonly List<string> _rulebooks = [];

    /// <summary>The file of an option, which is read; none where it is null.</summary>
    public CommandFiles Reads(string option, string? path) => Reads(new BilingualText(option, option), path);

    /// <summary>A file that is read; none where it is null.</summary>
    public CommandFiles Reads(BilingualText name, string? path)
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
    public void Check(CommandResult result)
    {
        foreach (var conflict in Conflicts())
            result.AddError(conflict.En, conflict.Zh);
    }

    private IEnumerable<BilingualText> Conflicts()
    {
        for (var i = 0; i < _written.Count; i++)
        {
            var (option, path) = _written[i];
            foreach (var (name, read) in _read)
                if (AreOne(path, read))
                    yield return new(
                        $"{option} would overwrite {name.En}. Name another file.",
                        $"{option} 会覆盖{Zh(name)}。请换一个文件名。"
                    );
            foreach (var (other, before) in _written.Take(i))
                if (AreOne(path, before))
                    yield return new(
                        $"{option} and {other} name one file, '{path}'. Name another for one of them.",
                        $"{option} 与 {other} 是同一文件“{path}”。请为其一换一个文件名。"
                    );
            if (IsStream(path))
                yield return new(
                    $"{option}: '{path}' is a pipe, a device or the like, which no file can replace. Name a file"
                        + (option == "--out" ? ", or leave --out out and redirect the output." : "."),
                    $"{option}：“{path}”是管道、设备等，不能由文件替换。请给出文件名"
                        + (option == "--out" ? "，或删去 --out 并重定向标准输出。" : "。")
                );
            if (IsOfARulebook(path))
                yield return new(
                    $"{option}: '{path}' is a file of a rulebook, or would become one. Name a file outside the rulebook's folder.",
                    $"{option}：“{path}”属于规则册文件夹。请写规则册文件夹之外的文件。"
                );
        }
    }

    /// <summary>A name within a sentence: an option stands between blanks.</summary>
    private static string Zh(BilingualText name) => name.Zh.StartsWith('-') ? $" {name.Zh}" : name.Zh;

    /// <summary>Whether a path leads to a pipe or a device, or is the name of a stream of this process, wherever that leads.</summary>
    private static bool IsStream(string path)
    {
        try
        {
            return Path.GetFullPath(path) is "/dev/stdin" or "/dev/stdout" or "/dev/stderr"
                || Path.GetFullPath(path).StartsWith("/dev/fd/", StringComparison.Ordinal)
                || Path.GetFullPath(path).StartsWith("/proc/", StringComparison.Ordinal)
                || (File.Exists(path) && FileOnDisk.HasNoEnd(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever writes the file tells why it cannot be.
            return false;
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
