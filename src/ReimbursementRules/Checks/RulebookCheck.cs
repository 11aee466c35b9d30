using System.Diagnostics.CodeAnalysis;
using System.IO.Enumeration;
using ReimbursementRules.Cases;
using ReimbursementRules.Engines;
using ReimbursementRules.Policies;
using ReimbursementRules.Targets;
using ReimbursementRules.Values;

namespace ReimbursementRules.Checks;

/// <summary>Everything that can be checked of a rulebook's folder: its files, its tables, and its cases.</summary>
public static class RulebookCheck
{
    /// <summary>Loads the rulebook in a folder and settles the cases that lie beside its files.</summary>
    /// <returns>The problems of the files, or the result of every case. A folder with problems in its case files settles none.</returns>
    [RequiresDynamicCode(NRulesEngine.NotAhead)]
    [RequiresUnreferencedCode(NRulesEngine.NotAhead)]
    public static CheckReport Run(string folder) => Run(folder, new NRulesEngine());

    /// <summary>As <see cref="Run(string)"/>, with another engine to choose the rows of tables.</summary>
    /// <param name="folder">The folder with <c>index.yaml</c>.</param>
    /// <param name="engine">Chooses which row of a table applies; every engine must choose the same.</param>
    public static CheckReport Run(string folder, IRuleEngine engine)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(engine);
        return Run(folder, engine, null);
    }

    /// <summary>As <see cref="Run(string, IRuleEngine)"/>, with something that looks while the cases run.</summary>
    /// <param name="folder">The folder with <c>index.yaml</c>.</param>
    /// <param name="engine">Chooses which row of a table applies.</param>
    /// <param name="watch">Makes of the rulebook what looks at it; null where nothing does.</param>
    internal static CheckReport Run(string folder, IRuleEngine engine, Func<Rulebook, ICaseWatch>? watch)
    {
        try
        {
            var rulebook = Rulebook.Load(folder, engine);
            var problems = new ProblemLog();
            var cases = FolderReader.CaseFiles(folder).SelectMany(path => CaseKinds.ReadFile(path, problems)).ToList();
            if (!problems.IsEmpty)
                return new(folder, rulebook, problems.Told(), []);
            var targets = rulebook.Measure();
            return new(folder, rulebook, [], Results(rulebook, cases, targets, watch?.Invoke(rulebook)))
            {
                Warnings =
                [
                    .. LeaningChecks.Of(rulebook.Compiled),
                    .. UnpaidChecks.Of(rulebook.Compiled),
                    .. IdleChecks.Of(rulebook.Compiled, FolderReader.CaseFiles(folder)),
                ],
                WithoutCases = FolderReader.WithoutCases(folder, cases.Select(one => one.Place.File).ToHashSet(StringComparer.Ordinal)),
                Targets = targets,
            };
        }
        catch (PolicyException e)
        {
            return new(folder, null, e.Problems, []);
        }
    }

    private static CaseResult[] Results(Rulebook rulebook, List<Case> cases, IReadOnlyList<TargetResult> targets, ICaseWatch? watch)
    {
        var watched = watch is null ? rulebook : rulebook.Watched(watch);
        var results = new CaseResult[cases.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = CaseKinds.Run(watched, cases[i], targets);
            watch?.Ran(results[i]);
        }

        return results;
    }

    /// <summary>The folders of rulebooks in a folder: itself, or those below it, in the order of their names.</summary>
    public static IReadOnlyList<string> Folders(string folder) =>
        !Directory.Exists(folder)
        || Directory.EnumerateFiles(folder).Select(Path.GetFileName).Any(name => name is "index.yaml" || FileNames.IsNearIndex(name!))
            ? [folder]
            :
            [
                .. Below(folder)
                    .Select(path => Path.GetDirectoryName(path)!)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ];

    /// <summary>Every index.yaml below a folder, and whatever is meant to be one: its folder is told.
    /// Links to folders are not followed: they may lead back.</summary>
    private static FileSystemEnumerable<string> Below(string folder) =>
        new(
            folder,
            (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(),
            new() { RecurseSubdirectories = true, IgnoreInaccessible = true }
        )
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !entry.IsDirectory && (entry.FileName is "index.yaml" || FileNames.IsNearIndex(entry.FileName.ToString())),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
}

/// <summary>Looks at a rulebook while its cases run, one after another.</summary>
internal interface ICaseWatch : IRulebookWatch
{
    /// <summary>A case has run: what was seen since the one before is of this case.</summary>
    void Ran(CaseResult result);
}

/// <summary>What was found of one rulebook.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Rulebook">The rulebook; null where its files have problems.</param>
/// <param name="Problems">What is wrong in its policy or case files.</param>
/// <param name="Cases">The result of each case; empty where there are problems.</param>
public sealed partial record CheckReport(
    string Folder,
    Rulebook? Rulebook,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<CaseResult> Cases
)
{
    /// <inheritdoc cref="CheckReport" path="/param[@name='Folder']/node()"/>
    public string Folder
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Folder);

    /// <inheritdoc cref="CheckReport" path="/param[@name='Problems']/node()"/>
    public IReadOnlyList<Problem> Problems
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Problems);

    /// <inheritdoc cref="CheckReport" path="/param[@name='Cases']/node()"/>
    public IReadOnlyList<CaseResult> Cases
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Cases);

    /// <summary>Where the rulebook leans the wrong way: who owns a hospital changes what is paid, or a lower level is paid less. A warning
    /// fails nothing.</summary>
    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    /// <summary>The names of the folder's own files that have no cases beside them, such as <c>2-basic.yaml</c> without
    /// <c>2-basic.cases.yaml</c>; in order.</summary>
    public IReadOnlyList<string> WithoutCases { get; init; } = [];

    /// <summary>What became of each target that the rulebook is held against, and of each bound of its contributions.</summary>
    public IReadOnlyList<TargetResult> Targets { get; init; } = [];

    /// <summary>True where there is no problem, every case passes, and no target that must be met is missed.</summary>
    public bool Passed =>
        Problems.Count == 0
        && Cases.All(result => result.Passed)
        && !Targets.Any(target => target is { Status: TargetStatus.Missed, IsWish: false });
}
