using System.Collections.Concurrent;
using ReimbursementRules.Checks;
using ReimbursementRules.Values;

namespace ReimbursementRules.Testing;

/// <summary>Where the rulebooks of a test project lie, and what was found of each.</summary>
internal static class RulesFolder
{
    private static readonly ConcurrentDictionary<string, Lazy<CheckReport>> Reports = new(StringComparer.Ordinal);

    /// <summary>The rulebooks below a folder, each with its path as it is told; in the order of their names.</summary>
    /// <param name="folder">The folder: a whole path, or one beside the tests or in a folder above them, the nearest first.</param>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    /// <exception cref="InvalidOperationException">It has no rulebook.</exception>
    public static IReadOnlyList<(string Told, string Path)> Rulebooks(string folder)
    {
        var root = Find(folder);
        var all = RulebookCheck.Folders(root).Where(Directory.Exists).ToList();
        return all.Count > 0
            ? [.. all.Select(path => (Told(folder, root, path), path))]
            : throw new InvalidOperationException(
                $"'{root}' has no rulebook: expected an index.yaml in it or below it. Name the folder that has one. "
                    + $"“{root}”中没有规则册：其中或其下应有 index.yaml。请指定含有规则册的文件夹。"
            );
    }

    /// <summary>What was found of a rulebook; each is checked once in a test run.</summary>
    /// <param name="path">Its folder.</param>
    public static CheckReport Report(string path) => Reports.GetOrAdd(path, folder => new(() => RulebookCheck.Run(folder))).Value;

    /// <summary>The problems of a rulebook's files.</summary>
    public static string Problems(string rulebook, CheckReport report) =>
        $"{rulebook} has {Counted.Of(report.Problems.Count, "problem")}. {rulebook} 有 {report.Problems.Count} 处问题：\n"
        + InBoth(report.Problems);

    /// <summary>Problems in English, then in Chinese, each on a line.</summary>
    public static string InBoth(IEnumerable<Problem> problems) =>
        string.Join('\n', problems.SelectMany(problem => (string[])[problem.In(Language.English), problem.In(Language.Chinese)]));

    /// <summary>The whole path of a folder beside the tests, or in the nearest folder above that has it.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string Find(string folder)
    {
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
            if (Path.Combine(above.FullName, folder) is var path && Directory.Exists(path))
                return Path.GetFullPath(path);
        throw new DirectoryNotFoundException(
            $"No folder '{folder}' beside the tests in '{AppContext.BaseDirectory}', or in a folder above. Write it as it is seen from "
                + $"one of them, such as \"rules\". 在“{AppContext.BaseDirectory}”及其上级文件夹中没有“{folder}”。请写相对路径，如 \"rules\"。"
        );
    }

    private static string Told(string folder, string root, string path) =>
        path == root ? folder.Replace('\\', '/') : Path.GetRelativePath(root, path).Replace('\\', '/');
}
