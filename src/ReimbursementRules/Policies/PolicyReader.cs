using System.Globalization;
using ReimbursementRules.Yaml;

namespace ReimbursementRules.Policies;

/// <summary>Reads the files of one rulebook's folder into a <see cref="Policy"/>, noting every problem.</summary>
internal static class PolicyReader
{
    private const string CasesEnding = ".cases.yaml";

    /// <summary>Reads a folder; null where something essential is not there at all.</summary>
    public static Policy? Read(string folder, List<Problem> problems)
    {
        if (Files(folder, problems) is not { } files)
            return null;
        Node? index = null, gates = null, catalogue = null;
        var layers = new List<(int Turn, Node Node)>();
        foreach (var path in files)
            switch (Path.GetFileName(path))
            {
                case "index.yaml": index = NodeReader.ReadFile(path, problems); break;
                case "0-gates.yaml": gates = NodeReader.ReadFile(path, problems); break;
                case "1-catalogue.yaml": catalogue = NodeReader.ReadFile(path, problems); break;
                case var name when Turn(name) is >= 2 and var turn:
                    if (NodeReader.ReadFile(path, problems) is { } layer)
                        layers.Add((turn, layer));
                    break;
                case var name:
                    problems.Add(new(new(name, 0, 0), "file.name", new(
                        $"'{name}' is not a file of a rulebook. Name it index.yaml, 0-gates.yaml, 1-catalogue.yaml, a layer by its turn, such as 2-basic.yaml, or cases, such as 2-basic.cases.yaml.",
                        $"“{name}”不是规则册的文件。请命名为 index.yaml、0-gates.yaml、1-catalogue.yaml，或按顺序命名待遇层，如 2-basic.yaml；案例如 2-basic.cases.yaml。")));
                    break;
            }

        foreach (var same in layers.GroupBy(layer => layer.Turn))
            foreach (var (turn, second) in same.Skip(1))
                problems.Add(new(new(second.Place.File, 0, 0), "file.turn", new(
                    $"{same.First().Node.Place.File} has turn {turn} already. Give each file a number of its own.",
                    $"{same.First().Node.Place.File} 的顺序也是 {turn}。请给每个文件不同的编号。")));
        Require(index, "index.yaml", files, problems);
        Require(catalogue, "1-catalogue.yaml", files, problems);
        var policy = new Policy(
            index is null ? null! : IndexReader.Read(index),
            gates is null ? [] : GateReader.Read(gates),
            catalogue is null ? null! : Catalogue(catalogue),
            [.. layers.OrderBy(layer => layer.Turn).Select(layer => LayerReader.Read(layer.Node))]);
        return index is null || catalogue is null ? null : policy;
    }

    /// <summary>The case files of a folder, in the order of their names.</summary>
    public static IReadOnlyList<string> CaseFiles(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*" + CasesEnding).Order(StringComparer.Ordinal)];

    private static List<string>? Files(string folder, List<Problem> problems)
    {
        var shown = folder.Length == 0 ? "(no name)" : NodeReader.Shown(folder.Replace('\0', '?'));
        try
        {
            if (Directory.Exists(folder))
                return [.. Directory.EnumerateFiles(folder, "*.y*ml").Where(path => !path.EndsWith(CasesEnding, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
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

    private static int Turn(string name) =>
        name.EndsWith(".yaml", StringComparison.Ordinal) && name.IndexOf('-', StringComparison.Ordinal) is > 0 and <= 3 and var dash
            && int.TryParse(name[..dash], NumberStyles.None, CultureInfo.InvariantCulture, out var turn)
            ? turn
            : -1;

    private static void Require(Node? node, string name, List<string> files, List<Problem> problems)
    {
        if (node is null && !files.Exists(path => Path.GetFileName(path) == name))
            problems.Add(new(new(name, 0, 0), "file.missing", new($"the rulebook has no {name}. Every rulebook has one.", $"规则册缺少 {name}。每个规则册都应有此文件。")));
    }

    private static CataloguePolicy Catalogue(Node node)
    {
        node.OnlyKeys("kind", "ceiling", "ceiling_prices", "decided_by", "table", "note");
        node.Optional("note")?.Text();
        node["kind"].OneOf("catalogue");
        return new(
            node["ceiling"].OneOf("trim", "reject", "hospital") switch { "trim" => CeilingRule.Trim, "reject" => CeilingRule.Reject, _ => CeilingRule.Hospital },
            node.Optional("ceiling_prices") is { } prices ? TableReader.Read(prices, "value") : null,
            node.Optional("decided_by") is { } day ? IndexReader.Day(day) : null,
            TableReader.Read(node["table"], "first_self_pay", "out_of_scope"),
            node.Place);
    }
}
