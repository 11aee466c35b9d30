using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>A folder of policy files, as a rulebook sees it.</summary>
/// <param name="Path">Where the folder lies.</param>
/// <param name="Seen">What stands before its file names in messages: nothing for the rulebook's own folder, else such as
/// <c>../province/</c>.</param>
/// <param name="Names">The names of its policy files, in order; without cases.</param>
/// <param name="Index">Its <c>index.yaml</c>; null where it has none, or none that can be read.</param>
internal sealed record PolicyFolder(string Path, string Seen, IReadOnlyList<string> Names, Node? Index)
{
    /// <summary>The folder of its baseline: that which the index names, else that on which it builds; null where there is none.</summary>
    public string? Baseline { get; init; }

    /// <summary>Takes the text of each file that is read, of this folder and of those that belong to the same rulebook.</summary>
    public required PolicyPrint Print { get; init; }

    /// <summary>Where its files, and those of the same rulebook, are.</summary>
    public required PolicyStore Store { get; init; }

    public Node? Read(string name, ProblemLog problems) =>
        Store.Read(System.IO.Path.Combine(Path, name), Seen + name, problems, text => Print.Add(Seen + name, text));
}

/// <summary>Finds the folder of a rulebook, and the folders on which it builds.</summary>
internal static class FolderReader
{
    /// <summary>The file that says what tables must satisfy.</summary>
    public const string TargetsFile = "targets.yaml";

    private const string IndexFile = "index.yaml";

    /// <summary>How many folders are named where one too high was asked for.</summary>
    private const int MostNamed = 5;

    /// <summary>The rulebook's own folder, then each on which it builds, with those on which that one builds in turn; null where the folder
    /// is not there at all.</summary>
    /// <param name="folder">The rulebook's own folder.</param>
    /// <param name="store">Where it is.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static IReadOnlyList<PolicyFolder>? Read(string folder, PolicyStore store, ProblemLog problems)
    {
        if (Open(folder, "", (new(), store), problems) is not { } own)
            return null;
        var folders = new List<PolicyFolder> { own };
        AddBelow(own, [own], folders, problems);
        folders[0] = own with { Baseline = BaselineOf(own) };
        return folders;
    }

    private static void AddBelow(PolicyFolder from, IReadOnlyList<PolicyFolder> way, List<PolicyFolder> folders, ProblemLog problems)
    {
        foreach (var node in Named(from, "builds_on"))
            if (Next(node, way, folders, problems) is { } next)
            {
                folders.Add(next);
                AddBelow(next, [.. way, next], folders, problems);
            }
    }

    /// <summary>One node, or the nodes of a list.</summary>
    private static IReadOnlyList<Node> Listed(Node? node) =>
        node is null ? []
        : node.IsSequence ? node.Elements
        : [node];

    /// <summary>The folders that a key of the index names, of which a list has at least one.</summary>
    private static IReadOnlyList<Node> Named(PolicyFolder from, string key)
    {
        var node = from.Index?.Optional(key);
        if (node is { IsSequence: true, Elements.Count: 0 })
            node.Wrong(
                "list.empty",
                "the list names no folder. Write its path, such as ../province, or leave the line out.",
                "列表中没有文件夹。请写其路径，如 ../province，或删去该行。"
            );
        return Listed(node);
    }

    /// <summary>The case files of a folder, in the order of their names.</summary>
    public static IReadOnlyList<string> CaseFiles(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder)
                .Where(path => FileNames.IsOfCases(path))
                .Where(path => !System.IO.Path.GetFileName(path).StartsWith('.'))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The policy files of a folder that have no cases.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="withCases">The names of the case files that have any.</param>
    public static IReadOnlyList<string> WithoutCases(string folder, IReadOnlySet<string> withCases) =>
        [
            .. FileNames
                .Of(folder)
                .Where(name => name.EndsWith(".yaml", StringComparison.Ordinal) && name is not (IndexFile or TargetsFile))
                .Where(name =>
                    !withCases.Contains(name[..^".yaml".Length] + FileNames.CasesEnding)
                    && !withCases.Contains(name[..^".yaml".Length] + FileNames.SheetEnding)
                ),
        ];

    /// <summary>Says that a folder is no rulebook, and which folders below it are.</summary>
    public static void NoIndex(PolicyFolder folder, ProblemLog problems)
    {
        if (folder.Names.FirstOrDefault(FileNames.IsNearIndex) is { } near)
        {
            problems.Add(
                new(near, 0, 0),
                "file.name",
                $"'{near}' is not read: the index of a rulebook is named {IndexFile}, in small letters. Rename it.",
                $"“{near}”不会被读取：规则册的索引须命名为小写的 {IndexFile}。请改名。"
            );
            return;
        }

        var below = Directory
            .EnumerateDirectories(folder.Path)
            .Where(path => File.Exists(System.IO.Path.Combine(path, IndexFile)))
            .Select(path => System.IO.Path.GetFileName(path))
            .Order(StringComparer.Ordinal)
            .ToList();
        var (shown, more) = (NodeReader.Shown(folder.Path), below.Count - MostNamed);
        var (en, zh) = (string.Join(", ", below.Take(MostNamed)), string.Join("、", below.Take(MostNamed)));
        problems.Add(
            new(IndexFile, 0, 0),
            "file.missing",
            $"the folder '{shown}' has no {IndexFile}. "
                + (
                    below.Count == 0 ? "Every rulebook has one."
                    : more <= 0 ? $"Rulebooks lie in folders below it: {en}. Name one of them."
                    : $"Rulebooks lie in folders below it: {en} and {more} more. Name one of them."
                ),
            $"文件夹“{shown}”中没有 {IndexFile}。"
                + (
                    below.Count == 0 ? "每个规则册都应有此文件。"
                    : more <= 0 ? $"规则册在其下的文件夹中：{zh}。请给出其中之一。"
                    : $"规则册在其下的文件夹中：{zh} 等 {below.Count} 个。请给出其中之一。"
                )
        );
    }

    /// <summary>The targets that the rulebook's index holds it against, each as a node.</summary>
    public static IEnumerable<Node> Targets(PolicyFolder own, ProblemLog problems)
    {
        foreach (var node in Named(own, "held_against"))
        {
            if (Path(node, own) is not { } folder)
                continue;
            if (!own.Store.HasFile(System.IO.Path.Combine(folder, TargetsFile)))
                node.Wrong(
                    "held_against.missing",
                    $"there is no {TargetsFile} in '{node.Raw}', seen from here. Write the path of its folder, such as ../national-frame.",
                    $"从此处看，“{node.Raw}”中没有 {TargetsFile}。请写其文件夹路径，如 ../national-frame。"
                );
            else if (Open(folder, Seen(own, folder), (own.Print, own.Store), problems)?.Read(TargetsFile, problems) is { } targets)
                yield return targets;
        }
    }

    /// <summary>The files of targets that the rulebook's index holds it against, as far as they are there.</summary>
    public static IEnumerable<string> TargetFiles(PolicyFolder own) =>
        Listed(own.Index?.Optional("held_against"))
            .Where(node => node.IsScalar && !node.Raw.Contains('\0', StringComparison.Ordinal))
            .Select(node => System.IO.Path.Combine(own.Path, node.Raw, TargetsFile))
            .Where(File.Exists);

    private static string? BaselineOf(PolicyFolder own)
    {
        if (own.Index?.Optional("base") is not { } named)
            return Listed(own.Index?.Optional("builds_on")) is [var below, ..] ? Path(below, own) : null;
        var folder = Path(named, own);
        if (folder is null || own.Store.HasFile(System.IO.Path.Combine(folder, IndexFile)))
            return folder;
        named.Wrong(
            "base.missing",
            $"there is no rulebook in '{named.Raw}', seen from here. Write the path of its folder, such as ../province.",
            $"从此处看，“{named.Raw}”中没有规则册。请写其文件夹路径，如 ../province。"
        );
        return null;
    }

    /// <summary>The folder that a node names; null where it is none, or is among them already by another way.</summary>
    private static PolicyFolder? Next(Node node, IReadOnlyList<PolicyFolder> way, List<PolicyFolder> folders, ProblemLog problems)
    {
        if (Path(node, way[^1]) is not { } folder)
            return null;
        var path = node.Raw;
        if (way.Any(other => Full(other.Path) == folder))
            node.Wrong(
                "builds_on.circle",
                $"'{path}' is this folder itself, or builds on it in turn. One of them must stand alone.",
                $"“{path}”就是本文件夹，或又以本文件夹为基础。其中之一应独立。"
            );
        else if (!way[^1].Store.HasFolder(folder))
            node.Wrong(
                "builds_on.missing",
                $"there is no folder '{path}', seen from here. Write its path, such as ../province.",
                $"从此处看没有文件夹“{path}”。请写其路径，如 ../province。"
            );
        else if (!folders.Exists(other => Full(other.Path) == folder))
            return Open(folder, Seen(folders[0], folder), (folders[0].Print, folders[0].Store), problems);
        return null;
    }

    private static string Seen(PolicyFolder own, string folder) =>
        System.IO.Path.GetRelativePath(Full(own.Path), folder).Replace('\\', '/') + "/";

    /// <summary>The folder that a path names, seen from another; null where it is no such path.</summary>
    private static string? Path(Node node, PolicyFolder from)
    {
        var path = node.Stated();
        if (path.Length == 0)
            return null;
        if (!path.StartsWith('/') && !path.AsSpan().ContainsAny('\\', ':', '\0'))
            return Full(System.IO.Path.Combine(from.Path, path));
        path = path.Replace('\0', '?');
        node.Wrong(
            "builds_on.path",
            $"'{path}' is not a path from this folder. Write it with forward slashes, such as ../province.",
            $"“{path}”不是以本文件夹为起点的路径。请用正斜杠书写，如 ../province。"
        );
        return null;
    }

    private static string Full(string path) => System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));

    private static PolicyFolder? Open(string path, string seen, (PolicyPrint Print, PolicyStore Store) of, ProblemLog problems)
    {
        if (Names(path, isBuiltOn: seen.Length > 0, of.Store, problems) is not { } names)
            return null;
        var folder = new PolicyFolder(path, seen, names, null) { Print = of.Print, Store = of.Store };
        return names.Contains(IndexFile) ? folder with { Index = folder.Read(IndexFile, problems) } : folder;
    }

    private static List<string>? Names(string folder, bool isBuiltOn, PolicyStore store, ProblemLog problems)
    {
        var shown = folder.Length == 0 ? "(no name)" : NodeReader.Shown(folder.Replace('\0', '?'));
        try
        {
            if (store.HasFolder(folder))
                return store.Names(folder, isBuiltOn);
            problems.Add(
                store.HasFile(folder)
                    ? new(
                        new(shown, 0, 0),
                        "folder.file",
                        new($"'{shown}' is a file. Name the folder of a rulebook.", $"“{shown}”是文件。请给出规则册文件夹。")
                    )
                    : new(
                        new(shown, 0, 0),
                        "folder.missing",
                        new(
                            $"the folder '{shown}' does not exist. Name the folder of a rulebook.",
                            $"文件夹“{shown}”不存在。请给出规则册文件夹。"
                        )
                    )
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var why = FileTrouble.Of(e);
            problems.Add(
                new(shown, 0, 0),
                "folder.unreadable",
                $"the folder '{shown}' cannot be read: {why.En}",
                $"无法读取文件夹“{shown}”：{why.Zh}"
            );
        }

        return null;
    }
}
