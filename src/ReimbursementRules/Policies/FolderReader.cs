using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>A folder of policy files, as a rulebook sees it.</summary>
/// <param name="Path">Where the folder lies.</param>
/// <param name="Seen">What stands before its file names in messages: nothing for the rulebook's own folder, else such as <c>../province/</c>.</param>
/// <param name="Names">The names of its policy files, in order; without cases.</param>
/// <param name="Index">Its <c>index.yaml</c>; null where it has none, or none that can be read.</param>
internal sealed record PolicyFolder(string Path, string Seen, IReadOnlyList<string> Names, Node? Index)
{
    public Node? Read(string name, List<Problem> problems) => NodeReader.ReadFile(System.IO.Path.Combine(Path, name), problems, Seen + name);
}

/// <summary>Finds the folder of a rulebook, and the folders on which it builds.</summary>
internal static class FolderReader
{
    private const string CasesEnding = ".cases.yaml";

    /// <summary>The rulebook's own folder, then the one on which it builds, and so on; null where the folder is not there at all.</summary>
    public static IReadOnlyList<PolicyFolder>? Read(string folder, List<Problem> problems)
    {
        if (Open(folder, "", problems) is not { } own)
            return null;
        var folders = new List<PolicyFolder> { own };
        while (folders[^1].Index?.Optional("builds_on") is { } node && Next(node, folders, problems) is { } next)
            folders.Add(next);
        return folders;
    }

    /// <summary>The case files of a folder, in the order of their names.</summary>
    public static IReadOnlyList<string> CaseFiles(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*" + CasesEnding).Order(StringComparer.Ordinal)];

    private static PolicyFolder? Next(Node node, List<PolicyFolder> folders, List<Problem> problems)
    {
        var path = node.Text();
        if (path.Length == 0)
            return null;
        if (path.StartsWith('/') || path.AsSpan().ContainsAny('\\', ':'))
        {
            node.Wrong("builds_on.path", $"'{path}' is not a path from this folder. Write it with forward slashes, such as ../province.", $"“{path}”不是以本文件夹为起点的路径。请用正斜杠书写，如 ../province。");
            return null;
        }

        var folder = Full(Path.Combine(folders[^1].Path, path));
        if (folders.Exists(other => Full(other.Path) == folder))
            node.Wrong("builds_on.circle", $"'{path}' is this folder itself, or builds on it in turn. One of them must stand alone.", $"“{path}”就是本文件夹，或又以本文件夹为基础。其中之一应独立。");
        else if (!Directory.Exists(folder))
            node.Wrong("builds_on.missing", $"there is no folder '{path}', seen from here. Write its path, such as ../province.", $"从此处看没有文件夹“{path}”。请写其路径，如 ../province。");
        else
            return Open(folder, Path.GetRelativePath(Full(folders[0].Path), folder).Replace('\\', '/') + "/", problems);
        return null;
    }

    private static string Full(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    private static PolicyFolder? Open(string path, string seen, List<Problem> problems)
    {
        if (Names(path, problems) is not { } names)
            return null;
        var folder = new PolicyFolder(path, seen, names, null);
        return names.Contains("index.yaml") ? folder with { Index = folder.Read("index.yaml", problems) } : folder;
    }

    private static List<string>? Names(string folder, List<Problem> problems)
    {
        var shown = folder.Length == 0 ? "(no name)" : NodeReader.Shown(folder.Replace('\0', '?'));
        try
        {
            if (Directory.Exists(folder))
                return [.. Directory.EnumerateFiles(folder, "*.y*ml").Select(path => Path.GetFileName(path)).Where(name => !name.EndsWith(CasesEnding, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
            problems.Add(File.Exists(folder)
                ? new(new(shown, 0, 0), "folder.file", new($"'{shown}' is a file. Name the folder of a rulebook.", $"“{shown}”是文件。请给出规则册文件夹。"))
                : new(new(shown, 0, 0), "folder.missing", new($"the folder '{shown}' does not exist. Name the folder of a rulebook.", $"文件夹“{shown}”不存在。请给出规则册文件夹。")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add(new(new(shown, 0, 0), "folder.unreadable", new($"the folder '{shown}' cannot be read: {e.Message}", $"无法读取文件夹“{shown}”：{e.Message}")));
        }

        return null;
    }
}
