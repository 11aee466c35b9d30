using System.Globalization;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>The files of a rulebook by name, kept only while it is loaded. Each part of a rulebook asks for the file that its own reader
/// knows.</summary>
internal sealed class PolicyFiles
{
    private static readonly string[] Known =
    [
        GateReader.File,
        "1-catalogue.yaml",
        "episodes.yaml",
        "providers.yaml",
        "members.yaml",
        "checklists.yaml",
        "contract.yaml",
        "contributions.yaml",
        FolderReader.TargetsFile,
    ];

    private readonly Dictionary<string, Node> _files = new(StringComparer.Ordinal);
    private readonly List<(int Turn, Node Node)> _layers = [];
    private readonly Dictionary<Node, (string Name, PolicyFolder Of)> _opened = new(ReferenceEqualityComparer.Instance);

    private PolicyFiles(IReadOnlyList<PolicyFolder> folders) => Folders = folders;

    /// <summary>The rulebook's own folder, then the one on which it builds, and so on.</summary>
    public IReadOnlyList<PolicyFolder> Folders { get; }

    /// <summary>The files of layers in their turn.</summary>
    public IEnumerable<Node> Layers => _layers.OrderBy(layer => layer.Turn).Select(layer => layer.Node);

    /// <summary>The gates of laws: those of every folder count, the farthest first.</summary>
    public IReadOnlyList<Node> Laws { get; private init; } = [];

    /// <summary>All of them but the indexes.</summary>
    public IEnumerable<Node> All => [.. Laws, .. _files.Values, .. _layers.Select(layer => layer.Node)];

    /// <summary>A file; null where there is none, or none that can be read.</summary>
    public Node? this[string name] => _files.GetValueOrDefault(name);

    /// <summary>Opens the files of a folder, and of those on which it builds; null where the folder is not there at all.</summary>
    public static PolicyFiles? Open(string folder, PolicyStore store, ProblemLog problems)
    {
        if (FolderReader.Read(folder, store, problems) is not { } folders)
            return null;
        if (!folders[0].Names.Contains("index.yaml"))
        {
            FolderReader.NoIndex(folders[0], problems);
            return null;
        }

        var files = new PolicyFiles(folders)
        {
            Laws =
            [
                .. folders
                    .Reverse()
                    .Where(one => one.Names.Contains(GateReader.LawFile))
                    .Select(one => one.Read(GateReader.LawFile, problems))
                    .OfType<Node>(),
            ],
        };
        var nearest = Nearest(folders);
        foreach (var (name, of) in nearest)
            files.Open(name, of, problems);
        CheckTurns(files._layers, problems);
        if (!nearest.ContainsKey("1-catalogue.yaml"))
            problems.Add(
                new("1-catalogue.yaml", 0, 0),
                "file.missing",
                "the rulebook has no 1-catalogue.yaml. Every rulebook has one.",
                "规则册缺少 1-catalogue.yaml。每个规则册都应有此文件。"
            );
        return files;
    }

    /// <summary>The file of a layer whose place another one takes, in the next folder that has one of its name; null for none.</summary>
    public Node? ReplacedBy(Node layer)
    {
        var (name, of) = _opened[layer];
        var next = Folders.SkipWhile(folder => folder != of).Skip(1).FirstOrDefault(folder => folder.Names.Contains(name));
        if (next?.Read(name, layer.Problems) is not { } file)
            return null;
        _opened.Add(file, (name, next));
        return file;
    }

    private void Open(string name, PolicyFolder of, ProblemLog problems)
    {
        if (name is "index.yaml" or GateReader.LawFile)
            return;
        if (Known.Contains(name))
        {
            if (of.Read(name, problems) is { } file)
                _files.Add(name, file);
        }
        else if (Turn(name) is >= 2 and var turn)
        {
            if (of.Read(name, problems) is { } layer)
            {
                _layers.Add((turn, layer));
                _opened.Add(layer, (name, of));
            }
        }
        else
            FileNames.Unknown(name, of.Seen, problems);
    }

    /// <summary>The files by name, those of the farthest folder first; of two with the same name the nearer one counts.</summary>
    private static Dictionary<string, PolicyFolder> Nearest(IReadOnlyList<PolicyFolder> folders)
    {
        var files = new Dictionary<string, PolicyFolder>(StringComparer.Ordinal);
        foreach (var folder in folders.Reverse())
        foreach (var name in folder.Names)
            files[name] = folder;
        return files;
    }

    private static void CheckTurns(List<(int Turn, Node Node)> layers, ProblemLog problems)
    {
        foreach (var same in layers.GroupBy(layer => layer.Turn))
        foreach (var (turn, second) in same.Skip(1))
            problems.Add(
                new(second.Place.File, 0, 0),
                "file.turn",
                $"{same.First().Node.Place.File} has turn {turn} already. Give each file a number of its own.",
                $"{same.First().Node.Place.File} 的顺序也是 {turn}。请给每个文件不同的编号。"
            );
    }

    /// <summary>Whether a file of this name is that of a layer.</summary>
    public static bool IsLayer(string name) => Turn(name) >= 2;

    private static int Turn(string name) =>
        name.EndsWith(".yaml", StringComparison.Ordinal)
        && name.IndexOf('-', StringComparison.Ordinal) is > 0 and <= 3 and var dash
        && int.TryParse(name[..dash], NumberStyles.None, CultureInfo.InvariantCulture, out var turn)
            ? turn
            : -1;
}
