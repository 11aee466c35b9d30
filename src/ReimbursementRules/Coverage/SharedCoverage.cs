using ReimbursementRules.Values;

namespace ReimbursementRules.Coverage;

/// <summary>What the cases of some rulebooks reach together of a folder that is no rulebook itself, such as the files of a province on
/// which its cities build.</summary>
/// <param name="Folder">The folder, as the first of these rulebooks sees it.</param>
/// <param name="Points">Everything that a case of any of them could reach there, in the order of files and lines. Cases are named by the
/// folder of their rulebook and their file.</param>
public sealed partial record SharedCoverage(string Folder, IReadOnlyList<CoveragePoint> Points)
{
    private const string Index = "index.yaml";

    /// <inheritdoc cref="SharedCoverage" path="/param[@name='Folder']/node()"/>
    public string Folder
    {
        get;
        init => field = Given.Value(value);
    } = Given.Value(Folder);

    /// <inheritdoc cref="SharedCoverage" path="/param[@name='Points']/node()"/>
    public IReadOnlyList<CoveragePoint> Points
    {
        get;
        init => field = Given.Each(value);
    } = Given.Each(Points);

    /// <summary>What is reached of all files.</summary>
    public CoverageCount Count => CoverageCount.Of(Points);

    /// <summary>The points by file, in the order of their names.</summary>
    public IReadOnlyList<FileCoverage> Files => FileCoverage.Of(Points);

    /// <summary>The folders without an <c>index.yaml</c> on which rulebooks build, each once, in the order of their names.</summary>
    /// <param name="reports">What the cases of each rulebook reach.</param>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">A report is null.</exception>
    public static IReadOnlyList<SharedCoverage> Of(IReadOnlyList<CoverageReport> reports) =>
        [
            .. from report in Given.Each(reports)
            from point in report.Inherited
            let path = Plain($"{report.Check.Folder}/{point.Place.File}")
            let folder = path[..path.LastIndexOf('/')]
            group (Report: report, Point: point, File: path[(folder.Length + 1)..]) by folder into shared
            where !File.Exists($"{shared.Key}/{Index}")
            orderby shared.Key
            select new SharedCoverage(
                shared.Key,
                [
                    .. from one in shared
                    group one by (one.File, one.Point.Place.Line, one.Point.Place.Column, one.Point.Of, one.Point.Branch) into same
                    orderby same.Key.File, same.Key.Line, same.Key.Column
                    select same.First().Point with
                    {
                        Place = new(same.Key.File, same.Key.Line, same.Key.Column),
                        Cases = [.. same.SelectMany(one => one.Point.Cases.Select(place => Seen(place, one.Report)))],
                    },
                ]
            ),
        ];

    private static FilePlace Seen(FilePlace place, CoverageReport report) =>
        new(Plain($"{report.Check.Folder}/{place.File}"), place.Line, place.Column);

    /// <summary>A path with forward slashes and without steps up, as far as it shows where they lead.</summary>
    private static string Plain(string path)
    {
        var plain = new List<string>();
        foreach (var (i, name) in path.Replace('\\', '/').Split('/').Index())
            if (name is ".." && plain is [.., not (".." or "." or "")])
                plain.RemoveAt(plain.Count - 1);
            else if (i == 0 || name is not ("" or "."))
                plain.Add(name);
        return string.Join('/', plain);
    }
}
