namespace ReimbursementRules.Policies;

/// <summary>What stands in the folder of a rulebook: all of it is known, or told. A file that is left out without a word would take its
/// money along.</summary>
internal static class FileNames
{
    public const string CasesEnding = ".cases.yaml";

    /// <summary>The ending of cases as a table.</summary>
    public const string SheetEnding = ".cases.csv";

    private const string Ending = ".yaml";
    private const string Index = "index.yaml";

    private static readonly EnumerationOptions WithoutLinks = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
    };

    /// <summary>The names of all that is in a folder, in order, a folder with a slash behind it: without cases, notes to the reader
    /// (README), hidden files, and folders that hold rulebooks.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isBuiltOn">Whether a rulebook builds on it: then it belongs to a rulebook, though it may have no index.</param>
    public static List<string> Of(string folder, bool isBuiltOn = false) =>
        [
            .. Directory
                .EnumerateFiles(folder)
                .Select(path => Path.GetFileName(path))
                .Where(name => !IsOfCases(name))
                .Concat(Folders(folder, isBuiltOn))
                .Where(name => !name.StartsWith('.') && !IsReadme(name))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Whether a file has cases, in YAML or as a table.</summary>
    public static bool IsOfCases(string name) =>
        name.EndsWith(CasesEnding, StringComparison.Ordinal) || name.EndsWith(SheetEnding, StringComparison.Ordinal);

    /// <summary>Notes that a name is not that of a file of a rulebook, and which was meant.</summary>
    /// <param name="name">The name, with a slash behind that of a folder.</param>
    /// <param name="seen">What stands before it in messages.</param>
    /// <param name="problems">Takes the problem.</param>
    public static void Unknown(string name, string seen, ProblemLog problems)
    {
        if (name.EndsWith('/'))
            problems.Add(
                new(seen + name, 0, 0),
                "file.name",
                $"'{name}' is a folder, and nothing in it is read. The files of a rulebook stand beside its index.yaml; move them there, "
                    + "and other folders elsewhere.",
                $"“{name}”是文件夹，其中的内容不会被读取。规则册的文件应与 index.yaml 同在一处；请移到那里，其他文件夹请移走。"
            );
        else if (Meant(name) is { } meant)
            problems.Add(
                new(seen + name, 0, 0),
                "file.name",
                $"'{name}' is not read: a file of a rulebook ends in {Ending}, in small letters. Rename it to {meant}.",
                $"“{name}”不会被读取：规则册的文件名须以小写的 {Ending} 结尾。请改名为 {meant}。"
            );
        else
            problems.Add(
                new(seen + name, 0, 0),
                "file.name",
                $"'{name}' is not a file of a rulebook. Name it index.yaml, episodes.yaml, providers.yaml, "
                    + "members.yaml, checklists.yaml, contract.yaml, contributions.yaml, targets.yaml, 0-law.yaml, 0-gates.yaml, "
                    + "1-catalogue.yaml, a layer by its turn, such as 2-basic.yaml, or cases, such as "
                    + "2-basic.cases.yaml; move what is no part of the rulebook elsewhere.",
                $"“{name}”不是规则册的文件。请命名为 index.yaml、episodes.yaml、providers.yaml、members.yaml、"
                    + "checklists.yaml、contract.yaml、contributions.yaml、targets.yaml、0-law.yaml、0-gates.yaml、1-catalogue.yaml，"
                    + "或按顺序命名待遇层，如 2-basic.yaml；用例如 2-basic.cases.yaml。与规则册无关的文件请移走。"
            );
    }

    /// <summary>The name that a program added an ending to, or wrote in large letters; null where the ending is right.</summary>
    private static string? Meant(string name)
    {
        if (name.EndsWith(Ending, StringComparison.Ordinal))
            return null;
        var small = name.ToLowerInvariant();
        foreach (var added in (string[])[".txt", ".bak", ".orig", ".old", "~"])
            if (small.EndsWith(added, StringComparison.Ordinal))
                small = small[..^added.Length];
        foreach (var other in (string[])[".yml", ".json"])
            if (small.EndsWith(other, StringComparison.Ordinal))
                small = small[..^other.Length] + Ending;
        return small.EndsWith(Ending, StringComparison.Ordinal) ? small : null;
    }

    /// <summary>The folders that hold no rulebooks. What is no rulebook itself, as a disk is, is not gone through.</summary>
    private static IEnumerable<string> Folders(string folder, bool isBuiltOn) =>
        isBuiltOn || File.Exists(Path.Combine(folder, Index))
            ? Directory.EnumerateDirectories(folder).Where(path => !HoldsRulebooks(path)).Select(path => Path.GetFileName(path) + "/")
            : [];

    private static bool HoldsRulebooks(string folder) => Directory.EnumerateFiles(folder, Index, WithoutLinks).Any();

    /// <summary>Notes to the reader are no data: a README without an ending, or one that people read.</summary>
    private static bool IsReadme(string name) =>
        name.StartsWith("readme", StringComparison.OrdinalIgnoreCase)
        && !name.EndsWith('/')
        && Path.GetExtension(name).ToLowerInvariant() is ("" or ".md" or ".txt" or ".html" or ".pdf" or ".docx");

    /// <summary>Whether a file is an index that has not its name, such as <c>Index.yaml</c> or <c>index.yml</c>.</summary>
    public static bool IsNearIndex(string name) => name != Index && (Meant(name) ?? name.ToLowerInvariant()) == Index;
}
